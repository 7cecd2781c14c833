package io.politely.patience;

import io.politely.kernel.EmailAddress;
import io.politely.mail.PastLetter;
import io.politely.people.Known;
import io.politely.people.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns letters of a workspace into those that the past is made of: persons become numbers. */
final class Acquaintances {

  /** All of us together are one writer. */
  static final int US = 0;

  private final Set<EmailAddress> own;
  private final Map<EmailAddress, Known> known = new HashMap<>();
  private final Map<PersonId, Integer> numbers = new HashMap<>();
  private final Map<Integer, PersonId> persons = new HashMap<>();
  private final Map<String, Integer> domains = new HashMap<>();

  Acquaintances(Collection<EmailAddress> own) {
    this.own = Set.copyOf(own);
  }

  /** Says who is behind addresses. */
  void meet(Map<EmailAddress, Known> more) {
    known.putAll(more);
  }

  /** Those addresses of letters of whom it was not said who is behind them. */
  Set<EmailAddress> strangers(Collection<PastLetter> letters) {
    var strangers = new HashSet<EmailAddress>();
    for (var letter : letters) {
      if (letter.from() != null) {
        strangers.add(letter.from());
      }
      strangers.addAll(letter.to());
      strangers.addAll(letter.cc());
    }
    strangers.removeAll(known.keySet());
    strangers.removeAll(own);
    return strangers;
  }

  /** As the past takes it; empty where nobody known wrote it. */
  Optional<Sent> sent(PastLetter letter) {
    var from = letter.from();
    var writer = from == null ? null : number(from);
    if (writer == null) {
      return Optional.empty();
    }
    var text = letter.reading().newestText();
    var parent = letter.parent();
    var seen = new HashSet<Integer>();
    seen.add(writer);
    var to = new ArrayList<Sent.Addressed>();
    letter.to().forEach(it -> address(it, false, text, seen, to));
    letter.cc().forEach(it -> address(it, true, text, seen, to));
    return Optional.of(
        new Sent(
            letter.id().toString(),
            parent == null ? null : parent.toString(),
            letter.sentAt().getEpochSecond(),
            writer,
            to,
            Contents.of(letter.subject(), letter.reading(), letter.attached())));
  }

  private void address(
      EmailAddress address, boolean cc, String text, Set<Integer> seen, List<Sent.Addressed> to) {
    var person = number(address);
    if (person == null || !seen.add(person)) {
      return;
    }
    var reader = known.get(address);
    to.add(
        Sent.Addressed.named(
            person, domain(address), cc, reader == null ? "" : reader.name(), text));
  }

  int domain(EmailAddress address) {
    return domains.computeIfAbsent(address.domain(), _ -> domains.size());
  }

  /** The number of somebody. */
  int number(PersonId person) {
    var number = numbers.computeIfAbsent(person, _ -> numbers.size() + 1);
    persons.put(number, person);
    return number;
  }

  /** Null for lists and machines, and for whoever is not known. */
  private @Nullable Integer number(EmailAddress address) {
    if (own.contains(address) || own.contains(address.withoutTag())) {
      return US;
    }
    var behind = known.get(address);
    if (behind == null) {
      return null;
    }
    return switch (behind.kind()) {
      case PERSON, ROLE -> number(behind.person());
      case LIST, AUTOMATIC, NOBODY -> null;
    };
  }

  Optional<PersonId> person(int number) {
    return Optional.ofNullable(persons.get(number));
  }
}
