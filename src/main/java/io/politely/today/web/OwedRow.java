package io.politely.today.web;

import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.PursuitId;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who gave time and waits for an outcome from us.
 *
 * @param act the path where they are told
 */
public record OwedRow(
    String name,
    String path,
    String pursuit,
    String pursuitPath,
    String reason,
    When due,
    String act) {

  static OwedRow of(
      OwedOutcome owed,
      Map<PersonId, Person> persons,
      Map<PursuitId, String> pursuits,
      Instant now,
      ZoneId zone) {
    var path = "/pursuits/" + owed.pursuit();
    return new OwedRow(
        Optional.ofNullable(persons.get(owed.person())).map(Person::name).orElse("Somebody"),
        "/people/" + owed.person(),
        pursuits.getOrDefault(owed.pursuit(), ""),
        path,
        owed.reason(),
        When.of(owed.due(), now, zone),
        path + "/close-out");
  }
}
