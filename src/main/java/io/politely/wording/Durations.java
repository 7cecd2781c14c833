package io.politely.wording;

import io.politely.wording.Prose.Sentence;
import io.politely.wording.Prose.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The lengths of time that a sentence names, in minutes: "a quarter of an hour", "45-minute". */
final class Durations {

  private static final int DAY = 480;

  /** Beyond this many hours a number before "h" or "uur" is a time of day. */
  private static final int MOST_HOURS = 4;

  private static final Pattern GLUED =
      Pattern.compile(
          "(\\d{1,3})-?(m|min|mins|minute|minutes|minut\\w*|h|hr|hour|hours|stund\\w*)");

  private static final Map<String, Integer> NUMBERS = new HashMap<>();
  private static final Map<String, Integer> PHRASES = new HashMap<>();

  /** Days and their parts, which are as often a date: "is there a day that suits?" */
  private static final Map<String, Integer> PARTS = new HashMap<>();

  static {
    numbers(1, "one a an ein eine einer einen une un una uno een uma um un'ora");
    numbers(2, "two zwei deux dos due twee dois duas");
    numbers(3, "three drei trois tres tre drie");
    numbers(4, "four vier quatre cuatro quattro quatro");
    numbers(5, "five funf cinq cinco cinque vijf");
    numbers(10, "ten zehn dix diez dieci tien dez");
    numbers(15, "fifteen funfzehn quinze quince quindici vijftien");
    numbers(20, "twenty zwanzig vingt veinte venti twintig vinte");
    numbers(25, "twenty-five funfundzwanzig vingt-cinq veinticinco venticinque vijfentwintig");
    numbers(30, "thirty dreissig trente treinta trenta dertig trinta");
    numbers(40, "forty vierzig quarante cuarenta quaranta veertig quarenta");
    numbers(45, "forty-five funfundvierzig quarante-cinq quarantacinque vijfenveertig");
    numbers(60, "sixty sechzig soixante sesenta sessanta zestig sessenta");
    numbers(90, "ninety neunzig quatre-vingt-dix noventa novanta negentig");
    phrases(
        45,
        """
        three quarters of an hour|three-quarter-hour|three quarter hour|three-quarters of an hour
        dreiviertelstunde|dreiviertel stunde|dreiviertelstundchen|trois quarts d'heure
        tres cuartos de hora|tre quarti d'ora|drie kwartier|tres quartos de hora
        """);
    phrases(
        90,
        """
        hour and a half|anderthalb stunden|anderthalbe stunde|eineinhalb stunden|heure et demie
        hora y media|un'ora e mezza|ora e mezza|ora e mezzo|anderhalf uur|hora e meia
        """);
    phrases(
        15,
        """
        quarter of an hour|quarter hour|quarter-hour|viertelstunde|viertelstundchen|viertelstundige
        quart d'heure|petit quart d'heure|cuarto de hora|cuartito de hora|quarto d'ora|quarticino
        quarto de hora|quartinho de hora|kwartier|kwartiertje
        """);
    phrases(
        30,
        """
        half an hour|half hour|half-hour|half a hour|halbe stunde|halben stunde|halbes stundchen
        halbstundiges|halbstundigen|halbstundiger|halbstundige|demi-heure|demi heure|media hora
        media horita|mezz'ora|mezzora|mezza ora|mezz'oretta|half uur|half uurtje|halfuur|halfuurtje
        meia hora|meia horita|meia-hora
        """);
    phrases(
        60,
        """
        an hour|one hour|one-hour|hour-long|hourlong|eine stunde|einer stunde|ein stundchen
        einstundiges|einstundigen|einstundige|einstundiger|une heure|d'une heure|petite heure|una hora
        una horita|un'ora|un'oretta|una oretta|een uur|een uurtje|uurtje|uma hora|uma horita
        """);
    phrases(
        DAY / 2,
        """
        half a day|half-day|half day|halber tag|halben tag|halbtagiger|halbtagigen|halbtagiges|halbtagige
        demi-journee|medio dia|media jornada|mezza giornata|halve dag|dagdeel|meio dia|meio-dia de trabalho
        """);
    phrases(
        DAY,
        """
        whole day|full day|full-day|all day|ganztagig|ganztagiger|ganztagigen|ganztagiges|ganzen tag
        ganzer tag|journee entiere|todo el dia|un dia entero|giornata intera
        hele dag|dia inteiro|um dia inteiro
        """);
    put(
        PARTS,
        DAY / 2,
        """
        a morning|an afternoon|einen vormittag|einen nachmittag|une matinee|un apres-midi|una manana
        una tarde|una mattinata|un pomeriggio|een ochtend|een middag|uma manha|uma tarde
        """);
    put(
        PARTS,
        DAY,
        """
        a day|ein tag|einen tag|une journee|un jour|un dia|una jornada|una giornata|een dag|um dia
        """);
  }

  /** What time is spent with or for; a date has none of these beside it. */
  private static final Set<String> SPENT =
      Set.of(
          "with",
          "for",
          "of",
          "spend",
          "spending",
          "together",
          "takes",
          "costs",
          "mit",
          "bei",
          "fur",
          "verbringen",
          "gemeinsam",
          "dauert",
          "avec",
          "pour",
          "chez",
          "passer",
          "con",
          "para",
          "per",
          "passare",
          "pasar",
          "met",
          "voor",
          "bij",
          "samen",
          "com",
          "passar");

  private static final int LONGEST_PHRASE = 5;

  private static final Set<String> MINUTES =
      Set.of(
          "min",
          "mins",
          "minute",
          "minutes",
          "minuten",
          "minutchen",
          "minuto",
          "minutos",
          "minutinhos",
          "minutitos",
          "minuti",
          "minutini",
          "minuut",
          "minuutjes",
          "min.");

  private static final Set<String> HOURS =
      Set.of(
          "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures", "hora",
          "horas", "ora", "ore", "uur", "uren");

  /** With one of these before it, a number of hours is a time of day. */
  private static final Set<String> AT =
      Set.of(
          "at", "um", "a", "às", "as", "las", "la", "alle", "ore", "om", "vers", "gegen", "until",
          "bis", "jusqu'a", "hasta", "fino", "tot", "ate", "ab", "from", "von", "vanaf", "dalle",
          "des", "desde", "de", "before", "vor", "by", "avant", "voor", "entre", "between");

  /** A limit or a rate, or time that is gone: nobody is asked for it. */
  private static final Set<String> NOT_BEFORE =
      Set.of(
          "within",
          "innerhalb",
          "binnen",
          "entro",
          "sous",
          "every",
          "alle",
          "chaque",
          "cada",
          "ogni",
          "elke",
          "last",
          "letzten",
          "dernieres",
          "ultimas",
          "ultime",
          "laatste",
          "under",
          "after",
          "nach",
          "apres",
          "despues",
          "dopo",
          "na",
          "depois",
          "seit",
          "since",
          "depuis",
          "desde",
          "da",
          "sinds",
          "hace",
          "geleden",
          "vor");

  private static final Set<String> NOT_AFTER =
      Set.of(
          "pro",
          "ago",
          "late",
          "later",
          "earlier",
          "fa",
          "geleden",
          "early",
          "away",
          "entfernt",
          "spater",
          "apres",
          "despues",
          "dopo",
          "depuis",
          "seit",
          "since",
          "sinds",
          "desde",
          "of",
          "delay",
          "atras",
          "that",
          "which",
          "felt",
          "notice",
          "drive");

  /** Between two numbers with one unit. */
  private static final Set<String> EITHER =
      Set.of("or", "oder", "ou", "o", "of", "to", "bis", "tot", "a");

  /** What counts by piece; the same words also say by which means or for what. */
  private static final Set<String> EACH = Set.of("per", "par", "por");

  /** "Dix minutes par téléphone", "un'ora per visitare", "15 minutos por favor": no rates. */
  private static final Pattern MEANS_OR_PURPOSE =
      Pattern.compile(
          "tele\\w*|phone|video\\w*|visio\\w*|zoom|teams|skype|whatsapp|chat|mail|e-mail|favor\\w*"
              + "|cortesia|una?|uno|il|lo|la|le|gli|l'.+|los|las|\\w+(?:are|ere|ire|rci|rla|rlo|rle)");

  private Durations() {}

  private static void numbers(int value, String words) {
    for (var word : words.split(" ", -1)) {
      NUMBERS.put(word, value);
    }
  }

  private static void phrases(int minutes, String phrases) {
    put(PHRASES, minutes, phrases);
  }

  private static void put(Map<String, Integer> known, int minutes, String phrases) {
    for (var phrase : phrases.split("[|\n]", -1)) {
      if (!phrase.isBlank()) {
        known.put(phrase.strip(), minutes);
      }
    }
  }

  /** All that a sentence names, in order; not those that are limits, rates or past. */
  static List<Integer> in(Sentence sentence) {
    var found = new ArrayList<Integer>();
    var words = sentence.words();
    int at = 0;
    while (at < words.size()) {
      int next = phraseAt(words, at, found);
      at = next > at ? next : numberAt(words, at, found);
    }
    return found;
  }

  private static int phraseAt(List<Word> words, int at, List<Integer> found) {
    var phrase = new StringBuilder();
    int minutes = 0;
    int next = at;
    for (int i = at; i < Math.min(words.size(), at + LONGEST_PHRASE); i++) {
      phrase.append(i == at ? "" : " ").append(words.get(i).text());
      var known = PHRASES.get(phrase.toString());
      if (known != null) {
        minutes = known;
        next = i + 1;
      }
    }
    if (next == at && at + 1 < words.size()) {
      var part = PARTS.get(words.get(at).text() + " " + words.get(at + 1).text());
      if (part != null && isSpent(words, at, at + 2)) {
        minutes = part;
        next = at + 2;
      }
    }
    if (next > at && isAskedFor(words, at, next)) {
      found.add(minutes);
    }
    return next;
  }

  private static boolean isSpent(List<Word> words, int begin, int end) {
    return (begin > 0 && SPENT.contains(words.get(begin - 1).text()))
        || (end < words.size() && SPENT.contains(words.get(end).text()));
  }

  /** A number with its unit, as one word or two. */
  private static int numberAt(List<Word> words, int at, List<Integer> found) {
    var word = words.get(at).text();
    var glued = GLUED.matcher(word);
    if (glued.matches()) {
      int number = Integer.parseInt(glued.group(1));
      boolean hours = glued.group(2).startsWith("h") || glued.group(2).startsWith("st");
      add(words, at, at + 1, number, hours, found);
      return at + 1;
    }
    int number = number(word);
    if (number < 0 || at + 1 == words.size()) {
      return at + 1;
    }
    int unitAt = at + (isEither(words, at) ? 3 : 1);
    var unit = words.get(unitAt).text();
    if (MINUTES.contains(unit) || unit.startsWith("minut")) {
      add(words, at, unitAt + 1, number, false, found);
      return at + 2;
    }
    if (HOURS.contains(unit)) {
      add(words, at, unitAt + 1, number, true, found);
      return at + 2;
    }
    return at + 1;
  }

  /** "Fifteen or thirty minutes": the unit stands behind the second number. */
  private static boolean isEither(List<Word> words, int at) {
    return at + 3 < words.size()
        && EITHER.contains(words.get(at + 1).text())
        && number(words.get(at + 2).text()) > 0;
  }

  private static void add(
      List<Word> words, int begin, int end, int number, boolean hours, List<Integer> found) {
    boolean clock =
        hours && (number > MOST_HOURS || (begin > 0 && AT.contains(words.get(begin - 1).text())));
    if (number > 0 && !clock && isAskedFor(words, begin, end)) {
      found.add(hours ? number * 60 : number);
    }
  }

  private static boolean isAskedFor(List<Word> words, int begin, int end) {
    boolean before = begin > 0 && NOT_BEFORE.contains(words.get(begin - 1).text());
    boolean after = end < words.size() && NOT_AFTER.contains(words.get(end).text());
    boolean each =
        end + 1 < words.size()
            && EACH.contains(words.get(end).text())
            && !MEANS_OR_PURPOSE.matcher(words.get(end + 1).text()).matches();
    boolean ofTheirs =
        end < words.size()
            && words.get(end).text().equals("of")
            && end + 1 < words.size()
            && words.get(end + 1).text().startsWith("you");
    return !before && !each && (!after || ofTheirs);
  }

  private static int number(String word) {
    if (word.chars().allMatch(Character::isDigit)) {
      return word.length() <= 3 ? Integer.parseInt(word) : -1;
    }
    return NUMBERS.getOrDefault(word, -1);
  }
}
