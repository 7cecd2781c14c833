package io.politely.cadence.web;

import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.FollowUpId;
import io.politely.cadence.NewFollowUp;
import io.politely.ledger.SnoozeChoice;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.web.Typed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was entered before a follow-up starts, as it was entered. */
record FollowUpForm(Map<String, String> fields) {

  /** What a field takes at most. */
  private static final int LONGEST = 500;

  FollowUpForm {
    fields = Map.copyOf(fields);
  }

  Optional<PersonId> person() {
    return Typed.uuid(field("person")).map(PersonId::new);
  }

  /** The follow-up for which a helper is asked. */
  Optional<FollowUpId> asks() {
    return Typed.uuid(field("asks")).map(FollowUpId::new);
  }

  Optional<PursuitId> pursuit() {
    return Typed.uuid(field("pursuit")).map(PursuitId::new);
  }

  String situation() {
    return field("situation");
  }

  String startedOn() {
    return field("startedOn");
  }

  String promised() {
    return field("promised");
  }

  /** As it was typed: business days, or nothing. */
  String every() {
    return field("every");
  }

  String fact() {
    return field("fact");
  }

  String source() {
    return field("source");
  }

  String relevance() {
    return field("relevance");
  }

  Research research() {
    return new Research(fact(), source(), relevance());
  }

  /** What would be started; empty where a day or a number is none. */
  Optional<NewFollowUp> fresh(PersonId person, String row, ZoneId zone) {
    try {
      var startedOn = day(startedOn());
      return Optional.of(
          new NewFollowUp(
              person,
              row,
              pursuit().orElse(null),
              null,
              startedOn == null ? null : noon(startedOn, zone),
              day(promised()),
              null,
              research(),
              days(every())));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A number of business days, or null where there is none. */
  static @Nullable Integer days(String typed) {
    return typed.isBlank() ? null : Integer.valueOf(typed.strip());
  }

  /** A day as forms write it, or null where there is none. */
  static @Nullable LocalDate day(String typed) {
    return typed.isBlank() ? null : LocalDate.parse(typed.strip());
  }

  /** A day after today, by the word of a menu or as forms write it. */
  static Optional<LocalDate> later(String typed, LocalDate today) {
    return SnoozeChoice.of(typed)
        .map(choice -> choice.day(today))
        .or(() -> date(typed))
        .filter(day -> day.isAfter(today));
  }

  /** A day as forms write it; empty where it is none. */
  static Optional<LocalDate> date(String typed) {
    try {
      return Optional.ofNullable(day(typed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant noon(LocalDate day, ZoneId zone) {
    return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
  }

  private String field(String name) {
    var value = fields.getOrDefault(name, "").strip();
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
  }
}
