package io.politely.interviews;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds how long something took in a text whose numbers are digits ({@link Numerals}). */
final class Lengths {

  /** A length of time in the text, in minutes. */
  record Length(int begin, int end, int minutes) {}

  /** Each rule is minutes for one of {@code N}, and its pattern; 0 stands for hours and minutes. */
  private static final Map<String, String> RULES =
      Map.of(
          "en",
          """
          90 (?:an|1) hour and a half|1 and a half hours
          75 (?:an|1) hour and (?:a )?quarter
          45 (?:3 )quarters of an hour
          30 half an hour|half hour|half-hour
          15 quarter of an hour|quarter-hour
          150 2 and a half hours
          0 N hours?(?:(?: and|,)? M(?: ?minutes?| ?mins?)?)?
          60 an hour
          1 N ?(?:minutes?|mins?)
          """,
          "de",
          """
          90 (?:anderthalb|eineinhalb|1,5) stunden?
          150 (?:zweieinhalb|2,5) stunden?
          45 (?:drei|3) ?viertel ?stunden?|dreiviertelstunde
          30 halbe(?:n)? stunde|halbstunde
          -15 N viertel ?stunden?
          15 viertelstunde|viertel stunde
          75 1 stunde (?:und )?(?:1 )?viertel(?:stunde)?
          0 N stunden?(?: (?:und )?M(?: ?minuten)?)?
          1 N ?(?:minuten|min)
          """,
          "fr",
          """
          90 1 heure et demie
          75 1 heure et quart|5 quarts d'heure
          45 3 quarts d'heure|(?:1 )?petits? 3 quarts d'heure
          30 demi-heure|demi heure
          15 quart d'heure
          150 2 heures et demie
          0 N (?:petite |bonne |grosse )?heures?(?: (?:et )?M(?: ?minutes)?)?
          1 N ?(?:minutes?|min)
          """,
          "es",
          """
          90 (?:1 )?hora y media
          75 (?:1 )?hora y cuarto
          45 3 cuartos de hora
          30 media hora
          15 cuarto de hora
          150 2 horas y media
          0 N (?:buena )?(?:horas?|horita)(?: (?:y )?M(?: ?minutos)?)?
          1 N ?(?:minutos?|minutitos|min)
          """,
          "it",
          """
          90 (?:1 )?or[ae] e mezz[ao]|un'ora e mezz[ao]
          75 un'ora e (?:un |1 )?quarto
          45 3 quarti d'ora
          30 mezz'?ora
          15 quarto d'ora
          60 un'or(?:a|etta)
          0 N or[ae](?: (?:e )?M(?: ?minuti)?)?
          1 N ?(?:minuti|min)
          """,
          "nl",
          """
          90 anderhalf uur
          150 2,5 uur|tweeënhalf uur|2 en 1 half uur
          45 (?:drie|3) ?kwartier
          30 half uur|halfuur|halfuurtje|half uurtje
          -15 N kwartier
          15 kwartier(?:tje)?
          0 N uur(?:tje)?(?: (?:en )?M(?: ?minuten)?)?
          1 N ?(?:minuten|minuut|minuutjes|min)
          """,
          "pt",
          """
          90 1 hora e meia
          75 1 hora e (?:1 |um )?quarto
          45 3 quartos de hora
          30 meia hora|meia-hora
          15 quarto de hora
          150 2 horas e meia
          0 N horas?(?: (?:e )?M(?: ?minutos)?)?
          1 N ?(?:minutos?|min)
          """);

  private record Rule(int each, Pattern pattern) {}

  private static final Map<String, List<Rule>> BY_LANGUAGE = new HashMap<>();

  static {
    RULES.forEach((language, table) -> {
      var rules = new ArrayList<Rule>();
      table
          .strip()
          .lines()
          .forEach(line -> {
            int space = line.indexOf(' ');
            var regex =
                line.substring(space + 1)
                    .replaceAll("\\bN\\b", "(?<n>\\\\d{1,3})")
                    .replaceAll("\\bM\\b", "(?<m>\\\\d{1,2})");
            rules.add(
                new Rule(
                    Integer.parseInt(line.substring(0, space)),
                    Pattern.compile(
                        "(?<![\\w.,:])(?:" + regex + ")(?!\\w)",
                        Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS)));
          });
      BY_LANGUAGE.put(language, rules);
    });
  }

  private Lengths() {}

  /** All in order; of two that overlap the longer one. */
  static List<Length> find(String digits, String language) {
    var all = new ArrayList<Length>();
    for (var rule : BY_LANGUAGE.getOrDefault(language, List.of())) {
      var matcher = rule.pattern().matcher(digits);
      while (matcher.find()) {
        var named = matcher.namedGroups();
        int n = named.containsKey("n") ? number(matcher.group("n")) : 1;
        int m = named.containsKey("m") ? number(matcher.group("m")) : 0;
        int each = rule.each() == 0 ? 60 : Math.abs(rule.each());
        all.add(new Length(matcher.start(), matcher.end(), n * each + m));
      }
    }
    all.sort(
        Comparator.comparingInt((Length it) -> it.begin() - it.end())
            .thenComparingInt(Length::begin));
    var kept = new ArrayList<Length>();
    for (var length : all) {
      boolean free =
          kept.stream().allMatch(it -> length.end() <= it.begin() || length.begin() >= it.end());
      if (free) {
        kept.add(length);
      }
    }
    kept.sort(Comparator.comparingInt(Length::begin));
    return kept;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
