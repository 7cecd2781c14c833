package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.people.AddressEvidence;
import io.politely.people.Sighting;
import io.politely.reading.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which addresses a message shows, and what it shows about them. */
final class Sightings {

  /** Headers in which a mailing list names itself. */
  private static final List<String> NAMED_BY_LIST =
      List.of("list-post", "x-mailing-list", "x-beenthere", "mailing-list");

  private Sightings() {}

  static List<Sighting> of(ParsedMessage message, Kind kind) {
    var lists = lists(message);
    List<Sighting> sightings = new ArrayList<>();
    lists.forEach(list -> sightings.add(new Sighting(list, "", AddressEvidence.CARRIED_AS_LIST)));
    var from = message.from();
    if (from != null) {
      sightings.add(new Sighting(from.address(), from.name(), evidence(kind)));
    }
    for (var named : List.of(message.to(), message.cc())) {
      for (var one : named) {
        sightings.add(new Sighting(one.address(), one.name(), AddressEvidence.NAMED));
      }
    }
    return sightings;
  }

  private static AddressEvidence evidence(Kind kind) {
    return switch (kind) {
      case HUMAN, LIST, CALENDAR_ANSWER -> AddressEvidence.WROTE;
      case NEWSLETTER, BOUNCE, SOFT_BOUNCE, DELAY, COMPLAINT -> AddressEvidence.WROTE_AUTOMATICALLY;
      case OUT_OF_OFFICE, AUTOMATIC_REPLY, CHALLENGE ->
          AddressEvidence.NAMED; // a person is behind it
    };
  }

  private static Set<EmailAddress> lists(ParsedMessage message) {
    var lists = new LinkedHashSet<EmailAddress>();
    for (var name : NAMED_BY_LIST) {
      message
          .letter()
          .header(name)
          .ifPresent(value ->
              AddressLists.parse(value.replaceFirst("(?i)^\\s*list\\s+", ""))
                  .forEach(one -> lists.add(one.address())));
    }
    var id = message.listId();
    int dot = id == null ? -1 : id.indexOf('.');
    if (id != null && dot > 0) { // talk.example.org is the list of talk@example.org
      EmailAddress.parse(id.substring(0, dot) + "@" + id.substring(dot + 1))
          .filter(address -> isNamed(message, address))
          .ifPresent(lists::add);
    }
    return lists;
  }

  private static boolean isNamed(ParsedMessage message, EmailAddress address) {
    return message.to().stream().anyMatch(one -> one.address().equals(address))
        || message.cc().stream().anyMatch(one -> one.address().equals(address));
  }
}
