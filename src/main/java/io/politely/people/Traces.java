package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By what somebody is recognised wherever they are named.
 *
 * @param persons the ids under which they were met, merged ones included
 * @param shownAs whom the user sees for them
 * @param addresses all of them, with tags where they were met with one
 * @param names full names that nobody else here bears: a first name alone says too little
 */
public record Traces(
    Set<PersonId> persons, PersonId shownAs, Set<EmailAddress> addresses, Set<String> names) {

  public Traces {
    persons = Set.copyOf(persons);
    addresses = Set.copyOf(addresses);
    names = Set.copyOf(names);
  }

  /** The addresses without tags. */
  public Set<EmailAddress> mailboxes() {
    return addresses.stream().map(EmailAddress::withoutTag).collect(Collectors.toUnmodifiableSet());
  }
}
