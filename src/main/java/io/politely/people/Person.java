package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody, across everything that was merged into them.
 *
 * @param id whom the user sees: asking for somebody who was merged answers with the person kept
 * @param namedByUser whether the name is one that the user gave, not one that messages carry
 * @param addresses the busiest first; where many persons are listed, without the variants by tags
 */
public record Person(
    PersonId id,
    String name,
    boolean namedByUser,
    AddressKind kind,
    List<PersonAddress> addresses) {

  public Person {
    addresses = List.copyOf(addresses);
  }

  /** The busiest of their addresses to which mail can be sent. */
  public Optional<EmailAddress> mailAddress() {
    return mailAddressBut(Set.of());
  }

  /** The same, but not where mail came back. */
  public Optional<EmailAddress> mailAddressBut(Set<EmailAddress> bounced) {
    return addresses.stream()
        .map(PersonAddress::address)
        .filter(EmailAddress::takesMail)
        .filter(address -> !bounced.contains(address))
        .findFirst();
  }

  /** The companies of their addresses, that of the busiest address first. */
  public List<Company> companies() {
    return addresses.stream().flatMap(address -> address.company().stream()).distinct().toList();
  }
}
