package io.politely.cadence;

import io.politely.ledger.Promise;
import io.politely.reading.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A promise that was kept some years ago, about this day, is a reason to write. */
final class AnniversaryRules {

  /** So many working days before and after the day itself. */
  private static final int NEAR = 3;

  private static final int MOST_YEARS = 10;
  private static final int LONGEST_QUOTE = 160;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final List<String> NUMBERS =
      List.of("", "A", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");

  private AnniversaryRules() {}

  /**
   * Days of another year.
   *
   * @param ends after the last of them
   */
  record Span(Instant begins, Instant ends) {}

  /**
   * Why to write.
   *
   * @param years how long ago
   * @param until the last day on which one still may
   */
  record Anniversary(String words, String source, int years, LocalDate until) {}

  /** When something must have happened so that its anniversary is about today. */
  static List<Span> spans(LocalDate today, ZoneId zone) {
    var days = WorkingDays.at(zone);
    var begins = days.plus(today, -NEAR);
    var ends = days.plus(today, NEAR).plusDays(1);
    return IntStream.rangeClosed(1, MOST_YEARS)
        .mapToObj(years ->
            new Span(
                begins.minusYears(years).atStartOfDay(zone).toInstant(),
                ends.minusYears(years).atStartOfDay(zone).toInstant()))
        .toList();
  }

  /** The anniversary of a promise that was kept; empty where none is about today. */
  static Optional<Anniversary> of(Promise promise, LocalDate today, ZoneId zone) {
    if (promise.keptAt() == null) {
      return Optional.empty();
    }
    var kept = promise.keptAt().atZone(zone).toLocalDate();
    int years = (int) Math.round(ChronoUnit.DAYS.between(kept, today) / 365.25);
    var day = kept.plusYears(years);
    var days = WorkingDays.at(zone);
    var until = days.plus(day, NEAR);
    if (years < 1
        || years > MOST_YEARS
        || today.isBefore(days.plus(day, -NEAR))
        || today.isAfter(until)) {
      return Optional.empty();
    }
    return Optional.of(
        new Anniversary(
            "%s %s ago, on %s, %s: “%s”"
                .formatted(
                    NUMBERS.get(years),
                    years == 1 ? "year" : "years",
                    DAY.format(kept),
                    promise.byUs() ? "you kept a promise to them" : "they kept a promise to you",
                    shortened(promise.quote())),
            "A letter of " + DAY.format(promise.madeAt().atZone(zone)),
            years,
            until));
  }

  private static String shortened(String quote) {
    var text = quote.strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE).strip() + "…";
  }
}
