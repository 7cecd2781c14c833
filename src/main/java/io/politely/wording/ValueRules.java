package io.politely.wording;

import io.politely.wording.Marked.Line;
import io.politely.wording.Prose.Word;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a letter brings its reader that they did not have. */
final class ValueRules {

  /** So many words say more than that an answer is awaited. */
  private static final int TELLING = 6;

  /** So many things that can be checked make a fact. */
  private static final int ENOUGH = 1;

  private static final Set<String> NUMBER_WORDS =
      Set.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "eleven",
          "twelve",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "hundred",
          "half",
          "twice",
          "zwei",
          "drei",
          "vier",
          "funf",
          "sechs",
          "sieben",
          "acht",
          "neun",
          "zehn",
          "zwolf",
          "hundert",
          "doppelt",
          "halb",
          "halbiert",
          "deux",
          "trois",
          "quatre",
          "cinq",
          "sept",
          "huit",
          "neuf",
          "dix",
          "douze",
          "vingt",
          "moitie",
          "cuatro",
          "cinco",
          "seis",
          "siete",
          "ocho",
          "nueve",
          "diez",
          "mitad",
          "tre",
          "quattro",
          "cinque",
          "sette",
          "otto",
          "nove",
          "dieci",
          "twee",
          "drie",
          "vijf",
          "zes",
          "zeven",
          "negen",
          "tien",
          "helft",
          "dois",
          "duas",
          "quatro",
          "sete",
          "oito",
          "dez",
          "metade");

  /** Rows of the policy by which we owe an answer, a promised thing, or an outcome. */
  private static final Set<String> OWED =
      Set.of("D1", "D2", "D3", "D4", "D5", "D6", "D8", "D10", "D12");

  /** Beside a number these make a day or a time of day of it. */
  private static final Set<String> TIMES =
      Set.of(
          "at",
          "um",
          "uhr",
          "h",
          "am",
          "pm",
          "om",
          "uur",
          "alle",
          "ore",
          "las",
          "horas",
          "heures",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "januar",
          "februar",
          "marz",
          "mai",
          "juni",
          "juli",
          "oktober",
          "dezember",
          "janvier",
          "fevrier",
          "mars",
          "avril",
          "juin",
          "juillet",
          "aout",
          "septembre",
          "octobre",
          "novembre",
          "decembre",
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre",
          "gennaio",
          "febbraio",
          "aprile",
          "maggio",
          "giugno",
          "luglio",
          "settembre",
          "ottobre",
          "dicembre",
          "januari",
          "februari",
          "maart",
          "mei",
          "augustus",
          "janeiro",
          "fevereiro",
          "marco",
          "maio",
          "junho",
          "julho",
          "setembro",
          "outubro",
          "novembro",
          "dezembro",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "the",
          "le",
          "el",
          "dia",
          "il",
          "den",
          "kw",
          "montag",
          "dienstag",
          "mittwoch",
          "donnerstag",
          "freitag");

  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}(h\\d{0,2}|am|pm|th|st|nd|rd)");

  private ValueRules() {}

  static ValueKind of(Marked letter, Circumstances circumstances, List<PhraseBook.Found> before) {
    boolean empty = !tells(letter);
    boolean owed = OWED.contains(circumstances.situation()) && !letter.has(Cue.BUMP);
    boolean asked = before.stream().anyMatch(found -> found.cue() == Cue.SENT_ASKED);
    boolean artefact = letter.body().stream().anyMatch(line -> line.has(Cue.ATTACHED));
    boolean requested = letter.body().stream().anyMatch(line -> line.has(Cue.REQUESTED));
    if (letter.body().stream().anyMatch(ValueRules::introduces)) {
      return ValueKind.INTRO;
    }
    boolean answers = owed || ((requested || asked) && (artefact || !empty));
    if (answers && circumstances.theyWroteLast()) {
      return ValueKind.REQUESTED;
    }
    if (artefact) {
      return ValueKind.ARTEFACT;
    }
    return empty ? ValueKind.NONE : ValueKind.FACT;
  }

  private static boolean introduces(Line line) {
    return line.has(Cue.INTRODUCES) && !line.sentence().isQuestion();
  }

  /** Whether a sentence states something that can be checked. */
  private static boolean tells(Marked letter) {
    return letter.body().stream().anyMatch(ValueRules::tells);
  }

  private static boolean tells(Line line) {
    var words = line.sentence().words();
    if (words.size() < TELLING || line.isShown() || isPressure(line)) {
      return false;
    }
    long figures =
        IntStream.range(0, words.size()).filter(at -> isFigure(words, at)).count()
            - Durations.in(line.sentence()).size();
    return figures >= ENOUGH;
  }

  private static boolean isPressure(Line line) {
    return line.has(Cue.THREAT)
        || line.has(Cue.REPROACH)
        || line.has(Cue.URGENCY)
        || line.has(Cue.TRACKING)
        || line.has(Cue.BUMP)
        || line.has(Cue.VISIT);
  }

  /** A number that is neither a day nor a time of day. */
  private static boolean isFigure(List<Word> words, int at) {
    var word = words.get(at).text();
    if (NUMBER_WORDS.contains(word)) {
      return true;
    }
    boolean time =
        (at > 0 && TIMES.contains(words.get(at - 1).text()))
            || (at + 1 < words.size() && TIMES.contains(words.get(at + 1).text()));
    return Character.isDigit(word.charAt(0))
        && !(time && word.length() <= 4)
        && !CLOCK.matcher(word).matches();
  }
}
