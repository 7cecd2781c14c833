package io.politely.wording;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Puts values into words that fit their place in a sentence.
 *
 * @param today the day on which the draft is made
 * @param language of the letter
 * @param longDay how its language writes a day: {@code EEEE, d MMMM}
 */
record FieldWords(LocalDate today, Locale language, String longDay) {

  /** Within a week a weekday says which day is meant. */
  private static final int WEEK = 6;

  private static final int MONTHS_WITHOUT_YEAR = 10;

  private static final Pattern AFTER_NAME = Pattern.compile("[,;:\\s]+$");
  private static final Pattern AFTER_PHRASE = Pattern.compile("[.,;:!…\\s]+$");
  private static final Pattern ENDED = Pattern.compile(".*[.!?…][\"”“»')]*");

  String of(Field field, FieldValue value) {
    return switch (value) {
      case FieldValue.Count count -> Integer.toString(count.number());
      case FieldValue.Day day -> day(day.date());
      case FieldValue.Text text ->
          switch (field.shape()) {
            case NAME -> AFTER_NAME.matcher(text.words()).replaceAll("");
            case PHRASE -> AFTER_PHRASE.matcher(text.words()).replaceAll("");
            case SENTENCE -> sentence(text.words());
            case LINK, DAY, COUNT -> text.words();
          };
    };
  }

  private String day(LocalDate day) {
    long ahead = ChronoUnit.DAYS.between(today, day);
    var pattern =
        ahead > 0 && ahead <= WEEK
            ? "EEEE"
            : Math.abs(ChronoUnit.MONTHS.between(today, day)) < MONTHS_WITHOUT_YEAR
                ? longDay
                : longDay + " uuuu";
    return DateTimeFormatter.ofPattern(pattern, language).format(day);
  }

  /** With a small first letter. */
  String lowered(String words) {
    int second = words.offsetByCodePoints(0, 1);
    return words.substring(0, second).toLowerCase(language) + words.substring(second);
  }

  /** With a capital and a full stop, as the writer may have left them out. */
  private String sentence(String words) {
    var ended = AFTER_NAME.matcher(words).replaceAll("");
    int second = ended.offsetByCodePoints(0, 1);
    var said = ended.substring(0, second).toUpperCase(language) + ended.substring(second);
    return ENDED.matcher(said).matches() ? said : said + ".";
  }
}
