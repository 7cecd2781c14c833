package io.politely.contacts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as exports write them: "05 Mar 2024", "5. März 2024", "2024-03-05". */
final class ContactDates {

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

  private ContactDates() {}

  /** The day, or empty where it cannot be told. */
  static Optional<LocalDate> day(String text) {
    try {
      var words = WORDS.matcher(text.strip());
      if (!words.matches()) {
        return Optional.of(LocalDate.parse(text.strip()));
      }
      int month = month(words.group(2).toLowerCase(Locale.ROOT));
      return Optional.of(
          LocalDate.of(Integer.parseInt(words.group(3)), month, Integer.parseInt(words.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** 1 to 12; 0 is no month. */
  private static int month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(word::startsWith)) {
        return i + 1;
      }
    }
    return 0;
  }
}
