package io.politely.today.web;

import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.touches.TouchPromise;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A promise that was made beside mail.
 *
 * @param path the page of whom it was made to, or who made it
 * @param made where it was made
 * @param end where it is ended
 */
public record PromisedRow(
    String name, String path, boolean byUs, String words, String made, When due, String end) {

  static PromisedRow of(
      TouchPromise promise, Map<PersonId, Person> persons, Instant now, ZoneId zone) {
    return new PromisedRow(
        Optional.ofNullable(persons.get(promise.person())).map(Person::name).orElse("Somebody"),
        "/people/" + promise.person(),
        promise.byUs(),
        promise.words(),
        "/touches/" + promise.touch(),
        When.of(promise.due(), now, zone),
        "/touches/promises/" + promise.id() + "/end");
  }
}
