package io.politely.contacts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Days as exports write them: "05 Mar 2024", "5. März 2024", "Mar 5, 2024", "2024-03-05",
 * "2024-03-05T10:00:00Z", "3/5/24, 9:43 AM". Between slashes the month comes first, as in the
 * United States, unless that is no month; between points the day does.
 */
public final class ContactDates {

  /** The first letters of each month, English and German. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("jan", "jän"),
          List.of("feb"),
          List.of("mar", "mär", "mrz"),
          List.of("apr"),
          List.of("may", "mai"),
          List.of("jun"),
          List.of("jul"),
          List.of("aug"),
          List.of("sep"),
          List.of("oct", "okt"),
          List.of("nov"),
          List.of("dec", "dez"));

  private static final Pattern WORDS =
      Pattern.compile("(\\d{1,2})\\.? +(\\p{L}{3,9})\\.?,? +(\\d{4})");

  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\p{L}{3,9})\\.? +(\\d{1,2}),? +(\\d{4})(?:\\D.*)?");
  private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ].*)?");
  private static final Pattern SLASHES =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?:\\D.*)?");
  private static final Pattern POINTS =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})(?:\\D.*)?");
  private static final int CENTURY = 2000;

  private ContactDates() {}

  /** The day, or empty where it cannot be told. */
  public static Optional<LocalDate> day(String text) {
    var said = text.strip();
    try {
      var words = WORDS.matcher(said);
      if (words.matches()) {
        return day(words.group(3), month(words.group(2)), words.group(1));
      }
      var monthFirst = MONTH_FIRST.matcher(said);
      if (monthFirst.matches()) {
        return day(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
      }
      var iso = ISO.matcher(said);
      if (iso.matches()) {
        return Optional.of(LocalDate.parse(iso.group(1)));
      }
      var slashes = SLASHES.matcher(said);
      if (slashes.matches()) {
        int first = Integer.parseInt(slashes.group(1));
        return first > 12
            ? day(slashes.group(3), Integer.parseInt(slashes.group(2)), slashes.group(1))
            : day(slashes.group(3), first, slashes.group(2));
      }
      var points = POINTS.matcher(said);
      return points.matches()
          ? day(points.group(3), Integer.parseInt(points.group(2)), points.group(1))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    int number = Integer.parseInt(year);
    return Optional.of(
        LocalDate.of(year.length() == 2 ? CENTURY + number : number, month, Integer.parseInt(day)));
  }

  /** 1 to 12; 0 is no month. */
  private static int month(String written) {
    var word = written.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(word::startsWith)) {
        return i + 1;
      }
    }
    return 0;
  }
}
