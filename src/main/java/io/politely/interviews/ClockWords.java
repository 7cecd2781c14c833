package io.politely.interviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times of day in a text whose numbers are digits ({@link Numerals}), as people say them:
 * "ten to 1", "halb 3", "3 heures moins le quart", "las 3 y media", "5 over half 2".
 */
@SuppressWarnings("StringConcatToTextBlock") // it takes the tables below for pieces of one
final class ClockWords {

  /** How much of the hour is known. */
  enum Known {
    /** The hour as on a dial: morning or afternoon is open. */
    DIAL,
    /** The hour of 24. */
    DAY,
    /** Only the minutes past some hour. */
    MINUTES
  }

  /**
   * A time of day in the text.
   *
   * @param minutes since midnight, or since noon where only the dial is known; of the hour where
   *     only minutes are; negative before the hour
   * @param vague "a little before": not the time itself
   * @param bare a number alone, which is a time only where one is expected
   */
  record Clock(int begin, int end, int minutes, Known known, boolean vague, boolean bare) {}

  private enum Form {
    /** Hour and minutes. */
    HOUR_MINUTE,
    /** Minutes after an hour. */
    PAST,
    /** Minutes before an hour. */
    TO,
    /** Half an hour before the hour, as German and Dutch count. */
    HALF_TO,
    /** Minutes after or before such a half. */
    PAST_HALF,
    TO_HALF,
    /** A quarter into the hour that the named one ends, as the east of Germany counts. */
    QUARTER_TO_BE,
    /** Half past. */
    HALF_PAST,
    /** The hour alone, marked as one. */
    HOUR,
    /** The hour alone, after a word that can be followed by something else too. */
    BARE,
    NOON,
    NOON_PAST,
    NOON_TO,
    /** Minutes without their hour. */
    MINUTES_PAST,
    MINUTES_TO
  }

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private record Rule(Form form, Pattern pattern) {}

  private static final Map<String, List<Rule>> RULES = new HashMap<>();
  private static final Map<String, Pattern> MORNING = new HashMap<>();
  private static final Map<String, Pattern> AFTERNOON = new HashMap<>();
  private static final Map<String, Pattern> VAGUE = new HashMap<>();

  /**
   * In each rule {@code H} is the hour and {@code M} the minutes; "quarter" words are minutes too.
   */
  private static final String EVERYWHERE =
      """
      HOUR_MINUTE H[:]M(?!\\d)|H ?h ?M(?!\\d)
      HOUR_MINUTE H[.]M(?![\\d%]|[.,]\\d| ?(?:percent|prozent|k\\b|€|million))
      """;

  private static final String ENGLISH =
      """
      PAST (?:a )?M (?:minutes )?(?:past|after) H(?! ?(?:minutes|people|years|weeks|days))
      TO (?:a )?M (?:minutes )?(?:to|before|til|till|of) H(?! ?(?:minutes|people|years|weeks|percent|hours|days))
      HALF_PAST half(?: past| after)? H(?! ?(?:minutes|hours|days))
      HOUR H(?: ?o'clock| sharp| on the (?:dot|nose)| in the (?:morning|afternoon|evening))
      HOUR H ?(?:am|pm|a\\.m\\.?|p\\.m\\.?)(?!\\w)
      HOUR_MINUTE (?:at|by|around|about|until|till|for|was|say|from|it's|maybe|sorry,) H (?:0 )?M(?! ?(?:minutes|people|percent|years|days|hours|k\\b))
      NOON noon|midday
      MINUTES_PAST (?:at|by|about|around|maybe|say|until|till|no,|wait,|sorry,) M past(?! \\d)
      MINUTES_TO (?:at|by|about|around|maybe|say|until|till) (?:a )?M to(?! (?:\\d|(?:close|finish|the|be)\\b))
      BARE (?:at|by|for|until|till|before|after|around|about|through|from|to|sharp at|it) H(?![\\d:.]\\d)(?=$|[.,;!?)]| (?:and|because|so|but|on|my|your|local|sharp|or|with|I|as|since|when|which)\\b)
      """;

  private static final String GERMAN =
      """
      PAST_HALF M (?:minuten )?nach halb H
      TO_HALF M (?:minuten )?vor halb H
      HALF_TO halb H
      PAST M (?:minuten )?(?:nach|über) H(?! ?(?:minuten|stunden|jahre|monate|wochen|tage))
      TO M (?:minuten )?vor H(?! ?(?:minuten|stunden|jahre|monate|wochen|tage))
      TO (?:drei|3) ?(?=viertel)Q H(?! ?stunden)
      HOUR_MINUTE H uhr(?: und)? M
      QUARTER_TO_BE viertel H(?! ?(?:stunden?|jahre?))
      HOUR H uhr
      HOUR punkt H
      NOON mittags? (?:um )?12|mittags?(?! ?(?:essen|pause))
      MINUTES_PAST (?:um|gegen|so) M nach(?! (?:\\d|halb))
      MINUTES_TO (?:um|gegen|so) M vor(?! (?:\\d|halb))
      BARE (?:um|gegen|ab|bis|vor|für|auf|seit|so) H(?![\\d:.]\\d)(?=$|[.,;!?)]| (?:und|aber|weil|da|also|war|bin|ist|ging|rein|raus|los|oder|dran|fertig|sollte|stand|kam)\\b)
      """;

  private static final String FRENCH =
      """
      TO H ?(?:heures?|h) moins (?:le )?M
      HALF_PAST H ?(?:heures?|h) et demie?
      PAST H ?(?:heures?|h) et (?:1 )?M
      HOUR_MINUTE H heures? M(?! ?minutes)
      NOON_PAST midi et (?:1 )?M|midi et demie?
      NOON_TO midi moins (?:le )?M
      NOON midi(?! et| moins)
      HOUR (?:à|vers|pour|avant|après|jusqu'à|dès|était|est|ou|enfin) H ?(?:heures?|h)(?! et (?:1|quart|demi)| moins| \\d|\\d| et \\d)
      HOUR H heures(?! et (?:1|quart|demi)| moins| \\d| et \\d| par| de )
      MINUTES_TO (?:à|vers) moins (?:le )?M
      MINUTES_PAST (?:à|vers) (?:et )?M(?! ?(?:heures?|h\\b|minutes|\\d|euros|k\\b|mille|%))
      """;

  private static final String SPANISH =
      """
      TO (?:las?) H menos M
      TO M para las? H
      HALF_PAST las? H y media
      PAST (?:las?) H y M
      HOUR_MINUTE (?:las?) H M(?! ?(?:minutos|euros|mil))
      HOUR (?:las?) H(?: horas| en punto| de la (?:mañana|tarde|noche))?(?! (?:y|menos) (?:media|cuarto|\\d)|[:.h]?\\d| \\d)(?! (?:personas|preguntas|semanas|horas semanales|cosas|últimas|primeras|mil))
      NOON mediodía
      MINUTES_PAST (?:a|las|perdona,|perdón,|no,|digo,) y (?:media|M)
      MINUTES_TO (?:a|las) menos M
      """;

  private static final String ITALIAN =
      """
      TO (?:le|alle|l'|all'|dalle|per le|delle) ?H meno (?:1 |un )?M
      HALF_PAST (?:le|alle|l'|all'|dalle|per le|delle) ?H e mezz[ao]
      PAST (?:le|alle|l'|all'|dalle|per le|delle) ?H e (?:1 |un )?M
      HOUR_MINUTE (?:le|alle|dalle|delle) H M(?! ?(?:minuti|euro|mila))
      HOUR (?:le|alle|l'|all'|dalle|per le|delle) ?H(?: in punto)?(?! (?:e|meno) (?:mezz|un|\\d)|[:.]?\\d| \\d)(?! (?:persone|domande|settimane|ore))
      NOON mezzogiorno
      """;

  private static final String DUTCH =
      """
      PAST_HALF M (?:minuten )?over half H
      TO_HALF M (?:minuten )?voor half H
      HALF_TO half H(?! ?(?:uur lang|dagen))
      PAST M (?:minuten )?over H(?! ?(?:minuten|jaar|weken))
      TO M (?:minuten )?voor H(?! ?(?:minuten|jaar|weken))
      HOUR_MINUTE H uur M(?! ?minuten)
      HOUR (?:om|tot|rond|vanaf|tegen|voor|was|klokslag|precies) H uur
      NOON 12 uur 's middags
      MINUTES_PAST (?:om|rond) M over(?! (?:\\d|half))
      MINUTES_TO (?:om|rond) M voor(?! (?:\\d|half))
      BARE (?:om|tot|rond|vanaf|tegen|voor) H(?![\\d:.]\\d| uur)(?=$|[.,;!?)]| (?:en|maar|want|omdat|dus|was|ben|stond|ging|of|binnen|klaar|weer|begonnen)\\b)
      """;

  private static final String PORTUGUESE =
      """
      TO M para (?:as|a|o) H
      TO (?:às|as|à|a) H menos (?:1 |um )?M
      HALF_PAST (?:às|as|à|a|das|pelas|eram) H(?: horas)? e meia
      PAST (?:às|as|à|a|das|pelas|eram) H(?: horas)? e (?:1 |um )?M
      HOUR_MINUTE (?:às|as|à|das|pelas) H M(?! ?(?:minutos|euros|mil))
      HOUR (?:às|à|pelas|das|para as|eram as|até às|eram) H(?: horas| em ponto)?(?! (?:e|menos) (?:meia|1 |um |\\d)|[:.h]?\\d| \\d)
      NOON meio-dia(?! e)
      NOON_PAST meio-dia e meia|meio-dia e M
      """;

  private static final int LEAST_HOUR = 5;

  private static final String HOUR = "(?<!\\d)(?<!\\d[.,:])(?<h>\\d{1,2})";
  private static final String MINUTES =
      "(?<!\\d)(?<m>quarter|viertel|quart|cuarto|quarto|kwart|\\d{1,2})";

  static {
    put("en", ENGLISH);
    put("de", GERMAN);
    put("fr", FRENCH);
    put("es", SPANISH);
    put("it", ITALIAN);
    put("nl", DUTCH);
    put("pt", PORTUGUESE);
    parts("en", "am|a\\.m\\.?|in the morning", "pm|p\\.m\\.?|in the (?:afternoon|evening)");
    parts("de", "morgens|vormittags|früh|am morgen", "nachmittags|abends|am (?:nachmittag|abend)");
    parts("fr", "du matin", "de l'après-midi|du soir");
    parts("es", "de la mañana", "de la (?:tarde|noche)|del mediodía");
    parts("it", "d[ie]l? mattin[ao]", "d[ie]l? pomeriggio|d[ie](?:lla)? sera");
    parts("nl", "'s (?:ochtends|morgens)", "'s (?:middags|avonds)");
    parts("pt", "da manhã", "da (?:tarde|noite)");
    vague("en", "(?:a (?:little|bit|tad)|just|shortly|right|some time|sometime) (?:before|after)");
    vague("de", "(?:kurz|etwas|knapp|bisschen|irgendwann) (?:vor|nach)");
    vague("fr", "(?:un peu|juste|peu) (?:avant|après)");
    vague("es", "(?:poco|justo) (?:antes|después) de(?: las?)?");
    vague("it", "(?:poco|appena) (?:prima|dopo)(?: delle)?");
    vague("nl", "(?:kort|net|iets|vlak|even) (?:voor|na)");
    vague("pt", "(?:pouco|logo) (?:antes|depois) das?");
  }

  private ClockWords() {}

  private static void put(String language, String table) {
    var rules = new ArrayList<Rule>();
    (table + EVERYWHERE)
        .lines()
        .forEach(line -> {
          int space = line.indexOf(' ');
          var form = Form.valueOf(line.substring(0, space));
          for (var alternative : alternatives(line.substring(space + 1))) {
            rules.add(new Rule(form, compiled("(?<!\\w)(?:" + expanded(alternative) + ")")));
          }
        });
    RULES.put(language, rules);
  }

  /** Alternatives on the top level: a named group may stand only once in a pattern. */
  private static List<String> alternatives(String rule) {
    var parts = new ArrayList<String>();
    int depth = 0;
    boolean inClass = false;
    int begin = 0;
    for (int i = 0; i < rule.length(); i++) {
      char c = rule.charAt(i);
      inClass = c == '[' || (inClass && c != ']');
      depth += inClass ? 0 : (c == '(' ? 1 : (c == ')' ? -1 : 0));
      if (c == '|' && depth == 0) {
        parts.add(rule.substring(begin, i));
        begin = i + 1;
      }
    }
    parts.add(rule.substring(begin));
    return parts;
  }

  private static String expanded(String rule) {
    return rule.replaceAll("(?<![\\w\\\\])H(?![a-z_A-Z])", HOUR.replace("\\", "\\\\"))
        .replaceAll("(?<![\\w\\\\])M(?![a-z_A-Z])", MINUTES.replace("\\", "\\\\"))
        .replaceAll("(?<=\\))Q", "(?<m>viertel)");
  }

  private static void parts(String language, String morning, String afternoon) {
    MORNING.put(language, compiled("^ ?(?:" + morning + ")(?!\\w)"));
    AFTERNOON.put(language, compiled("^ ?(?:" + afternoon + ")(?!\\w)"));
  }

  private static void vague(String language, String words) {
    VAGUE.put(language, compiled("(?<!\\w)(?:" + words + ") ?$"));
  }

  private static Pattern compiled(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** All times in order; where two forms fit, the longer one. */
  static List<Clock> find(String digits, String language) {
    var all = new ArrayList<Clock>();
    for (var rule : RULES.getOrDefault(language, List.of())) {
      var matcher = rule.pattern().matcher(digits);
      while (matcher.find()) {
        var clock = clock(rule.form(), matcher, digits, language);
        if (clock != null) {
          all.add(clock);
        }
      }
    }
    all.sort(
        Comparator.comparingInt(Clock::begin)
            .thenComparing(Comparator.comparingInt(Clock::end).reversed()));
    var kept = new ArrayList<Clock>();
    for (var clock : all) {
      var last = kept.isEmpty() ? null : kept.getLast();
      if (last == null || clock.begin() >= last.end()) {
        kept.add(clock);
      } else if (clock.end() - clock.begin() > last.end() - last.begin()) {
        kept.set(kept.size() - 1, clock);
      }
    }
    return kept;
  }

  private static @Nullable Clock clock(
      Form form, MatchResult match, String digits, String language) {
    var named = match.namedGroups();
    int hour = number(match, named, "h", 0);
    int minute = number(match, named, "m", form == Form.MINUTES_PAST ? 30 : 0);
    // "Deux heures" alone is how long it took.
    boolean length =
        form == Form.HOUR && language.equals("fr") && hour < LEAST_HOUR && alone(match);
    if (hour > 23 || minute > 59 || length) {
      return null;
    }
    int noon = 12 * 60;
    int minutes =
        switch (form) {
          case HOUR_MINUTE, HOUR, BARE -> hour * 60 + minute;
          case PAST -> hour * 60 + minute;
          case QUARTER_TO_BE -> hour * 60 - 45;
          case TO -> hour * 60 - minute;
          case HALF_TO -> hour * 60 - 30;
          case HALF_PAST -> hour * 60 + 30;
          case PAST_HALF -> hour * 60 - 30 + minute;
          case TO_HALF -> hour * 60 - 30 - minute;
          case NOON -> noon;
          case NOON_PAST -> noon + (minute == 0 ? 30 : minute);
          case NOON_TO -> noon - minute;
          case MINUTES_PAST -> minute;
          case MINUTES_TO -> -minute;
        };
    var known = known(form, hour, digits, match, named);
    int end = match.end();
    int from = Math.max(0, match.start() - 40);
    boolean vague =
        VAGUE
            .getOrDefault(language, NEVER)
            .matcher(digits.substring(from, hourOrMatch(match, named)))
            .find();
    var after = digits.substring(end, Math.min(digits.length(), end + 24));
    var inside = digits.substring(match.start(), end).toLowerCase(Locale.ROOT);
    if (known == Known.DIAL && tells(AFTERNOON, language, after, inside)) {
      minutes = minutes % noon + noon;
      known = Known.DAY;
    } else if (known == Known.DIAL && tells(MORNING, language, after, inside)) {
      known = Known.DAY;
    }
    return new Clock(match.start(), end, minutes, known, vague, form == Form.BARE);
  }

  private static boolean alone(MatchResult match) {
    return Character.isDigit(match.group().charAt(0));
  }

  private static int hourOrMatch(MatchResult match, Map<String, Integer> named) {
    return named.containsKey("h") && !named.containsKey("m") ? match.start("h") : match.start();
  }

  private static boolean tells(
      Map<String, Pattern> parts, String language, String after, String inside) {
    var pattern = parts.getOrDefault(language, NEVER);
    if (pattern.matcher(after).find()) {
      return true;
    }
    int space = inside.indexOf(' ');
    var end = inside.replaceFirst("^.*?\\d+ ?", "");
    return (space >= 0 || !end.isEmpty()) && pattern.matcher(end).find();
  }

  private static Known known(
      Form form, int hour, String digits, MatchResult match, Map<String, Integer> named) {
    if (form == Form.MINUTES_PAST || form == Form.MINUTES_TO) {
      return Known.MINUTES;
    }
    boolean zero = named.containsKey("h") && digits.charAt(match.start("h")) == '0' && hour < 10;
    boolean noon = form == Form.NOON || form == Form.NOON_PAST || form == Form.NOON_TO;
    return hour > 12 || zero || noon ? Known.DAY : Known.DIAL;
  }

  private static int number(
      MatchResult match, Map<String, Integer> named, String group, int otherwise) {
    var text = named.containsKey(group) ? match.group(group) : null;
    if (text == null) {
      return otherwise;
    }
    return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : 15;
  }
}
