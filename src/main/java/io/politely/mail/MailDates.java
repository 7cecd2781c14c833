package io.politely.mail;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Dates as mail writes them: RFC 5322, its obsolete forms, {@code ctime}, ISO 8601. The parts may
 * come in any order, since programs have written them in any order.
 */
final class MailDates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Map<String, Integer> ZONE_HOURS =
      Map.ofEntries(
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("bst", 1),
          Map.entry("met", 1),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("mest", 2),
          Map.entry("eet", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("jst", 9));

  private static final int LONGEST = 200;

  private MailDates() {}

  /** The moment a date text names, with its offset; empty when it names none. */
  static Optional<ZonedDateTime> parse(String text) {
    var plain = withoutComments(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    try {
      return new Parts(plain).moment().or(() -> iso(plain));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of February
    }
  }

  private static Optional<ZonedDateTime> iso(String text) {
    try {
      return Optional.of(ZonedDateTime.parse(text.strip().replaceFirst(" ", "T")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String withoutComments(String text) {
    if (text.indexOf('(') < 0) {
      return text;
    }
    var plain = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth = Math.max(0, depth - 1);
      } else if (depth == 0) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** What the words of a date are, found out one by one. */
  private static final class Parts {
    private int day;
    private int month;
    private int year = -1;
    private @Nullable LocalTime time;
    private @Nullable ZoneOffset offset;

    Parts(String text) {
      var words = new StringTokenizer(text, " \t\r\n,");
      while (words.hasMoreTokens()) {
        take(words.nextToken());
      }
    }

    Optional<ZonedDateTime> moment() {
      if (day == 0 || month == 0 || year < 0 || time == null) {
        return Optional.empty();
      }
      var local = LocalDateTime.of(LocalDate.of(year, month, day), time);
      return Optional.of(ZonedDateTime.of(local, offset == null ? ZoneOffset.UTC : offset));
    }

    private void take(String word) {
      char first = word.charAt(0);
      if (Character.isDigit(first)) {
        takeNumber(word);
      } else if ((first == '+' || first == '-') && time != null) {
        takeOffset(word);
      } else if (Character.isLetter(first)) {
        takeName(word.toLowerCase(Locale.ROOT));
      }
    }

    private void takeNumber(String word) {
      if (word.indexOf(':') > 0) {
        takeTime(word);
      } else if (word.indexOf('-') > 0) { // 28-Apr-2019
        for (var part : word.split("-", -1)) {
          if (!part.isEmpty()) {
            take(part);
          }
        }
      } else if (word.length() <= 4) {
        int number = number(word);
        if (number < 0) {
          return;
        }
        if (word.length() <= 2 && day == 0 && number >= 1 && number <= 31) {
          day = number;
        } else if (year < 0) {
          year = word.length() == 4 ? number : wholeYear(number);
        }
      }
    }

    /** RFC 5322, 4.3: 00 to 49 are of this century, other short years of the last one. */
    private static int wholeYear(int number) {
      return number < 50 ? 2000 + number : 1900 + number;
    }

    /** {@code 09:00}, {@code 9:00:30}, {@code 09.00.30}, {@code 09:00:30+0100}. */
    private void takeTime(String word) {
      int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
      var clock = sign > 0 ? word.substring(0, sign) : word;
      int minutes = separator(clock, 0) + 1;
      if (minutes > clock.length()) {
        return; // 2026-03-02T09:00:00Z
      }
      int seconds = separator(clock, minutes) + 1;
      int hour = number(clock.substring(0, minutes - 1));
      int minute = number(clock.substring(minutes, Math.max(minutes, seconds - 1)));
      int second = seconds > clock.length() ? 0 : number(clock.substring(seconds));
      if (time == null && hour >= 0 && hour < 24 && minute >= 0 && minute < 60) {
        // A leap second is the second before it.
        time = LocalTime.of(hour, minute, Math.clamp(second, 0, 59));
        if (sign > 0) {
          takeOffset(word.substring(sign));
        }
      }
    }

    private static int separator(String clock, int from) {
      for (int i = from; i < clock.length(); i++) {
        if (clock.charAt(i) == ':' || clock.charAt(i) == '.') {
          return i;
        }
      }
      return clock.length();
    }

    private void takeOffset(String word) {
      var digits = word.substring(1).replace(":", "");
      int number = digits.length() == 4 ? number(digits) : -1;
      if (number >= 0 && offset == null) {
        int minutes = number / 100 * 60 + number % 100;
        // Further than 18 hours is nowhere on Earth: believe the clock, not the zone.
        int signed = minutes > 18 * 60 ? 0 : word.charAt(0) == '-' ? -minutes : minutes;
        offset = ZoneOffset.ofTotalSeconds(signed * 60);
      }
    }

    private void takeName(String word) {
      if (word.length() >= 3 && month == 0) {
        int index = MONTHS.indexOf(word.substring(0, 3));
        if (index >= 0) {
          month = index + 1;
          return;
        }
      }
      var hours = ZONE_HOURS.get(word);
      if (hours != null && time != null && offset == null) {
        offset = ZoneOffset.ofHours(hours);
      }
    }

    /** A number without a sign, or -1. */
    private static int number(String digits) {
      if (digits.isEmpty() || digits.length() > 6) {
        return -1;
      }
      int number = 0;
      for (int i = 0; i < digits.length(); i++) {
        int digit = digits.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        number = number * 10 + digit;
      }
      return number;
    }
  }
}
