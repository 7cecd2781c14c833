package io.politely.outbox.web;

import io.politely.kernel.EmailAddress;
import io.politely.outbox.Stop;
import io.politely.people.Names;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Whom nothing is sent to.
 *
 * @param who what was typed last, where it was wrong
 * @param problem why it was wrong, or ""
 */
public record DoNotContactPage(List<Row> rows, String who, String reason, String problem) {

  public DoNotContactPage {
    rows = List.copyOf(rows);
  }

  /**
   * An entry.
   *
   * @param path of the person, or ""
   * @param reach how far it goes
   * @param message where they said so, or ""
   * @param lift the path that a {@code DELETE} lifts it with
   */
  public record Row(
      String name,
      String path,
      String reach,
      String reason,
      String source,
      String message,
      When since,
      String lift) {}

  /** Lays entries out; {@code persons}: one address of each person among them, by their ids. */
  static List<Row> rows(
      List<Stop> stops, Map<String, EmailAddress> persons, Names names, Instant now, ZoneId zone) {
    return stops.stream().map(stop -> row(stop, persons, names, now, zone)).toList();
  }

  private static Row row(
      Stop stop, Map<String, EmailAddress> persons, Names names, Instant now, ZoneId zone) {
    var address =
        switch (stop.scope()) {
          case ADDRESS -> new EmailAddress(stop.value());
          case PERSON -> persons.get(stop.value());
          case DOMAIN -> null;
        };
    var message = stop.message();
    return new Row(
        address == null
            ? stop.scope() == Stop.Scope.DOMAIN ? stop.value() : "Somebody who is gone"
            : names.of(address),
        stop.scope() == Stop.Scope.PERSON
            ? "/people/" + stop.value()
            : address == null ? "" : names.path(address),
        switch (stop.scope()) {
          case ADDRESS -> "The address " + stop.value();
          case PERSON -> "All addresses of this person, also those found later";
          case DOMAIN -> "Everybody at " + stop.value() + " and below it";
        },
        stop.reason(),
        switch (stop.source()) {
          case USER -> "You said so";
          case STOP -> "They asked";
          case COMPLAINT -> "They complained";
          case BOUNCE -> "Nobody has it";
        },
        message == null ? "" : "/messages/" + message + "/rest",
        When.of(stop.since(), now, zone),
        "/do-not-contact/" + stop.id());
  }
}
