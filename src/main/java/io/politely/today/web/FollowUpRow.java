package io.politely.today.web;

import io.politely.cadence.Planned;
import io.politely.people.Person;
import io.politely.people.PersonId;
import java.util.Map;

/**
 * Somebody to write to today.
 *
 * @param why now
 */
public record FollowUpRow(String name, String path, String why) {

  static FollowUpRow of(Planned planned, Map<PersonId, Person> persons) {
    var followUp = planned.followUp();
    var person = persons.get(followUp.person());
    return new FollowUpRow(
        person == null ? "Somebody" : person.name(),
        "/follow-ups/" + followUp.id(),
        planned.next().reason());
  }
}
