package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How somebody is shown: derived from everything counted under their mailboxes. */
final class PersonRules {

  private PersonRules() {}

  /**
   * One person from their mailboxes, whatever the order of these.
   *
   * @param givenName the name that the user gave, or null
   */
  static Described describe(List<Mailbox> mailboxes, @Nullable String givenName) {
    var kind =
        givenName == null && mailboxes.stream().allMatch(mailbox -> mailbox.sightings() == 0)
            ? AddressKind.NOBODY
            : kind(mailboxes);
    var name = givenName != null ? givenName : name(kind, mailboxes);
    var sameName = kind == AddressKind.PERSON ? NameRules.sameName(name) : "";
    return new Described(name, NameRules.sortName(name), sameName, kind);
  }

  /** A list stays a list; else the most personal mailbox speaks for all that were merged. */
  private static AddressKind kind(List<Mailbox> mailboxes) {
    var kinds =
        mailboxes.stream().map(m -> AddressRules.kind(m.address(), m.shown())).distinct().toList();
    return kinds.contains(AddressKind.LIST)
        ? AddressKind.LIST
        : kinds.stream().min(Comparator.naturalOrder()).orElse(AddressKind.PERSON);
  }

  private static String name(AddressKind kind, List<Mailbox> mailboxes) {
    return mailboxes.stream()
        .filter(mailbox -> saysItsName(kind, mailbox))
        .map(Mailbox::bestName)
        .min(NameRules.betterFirst())
        .map(best -> kind == AddressKind.PERSON ? NameRules.spell(best.name()) : best.name())
        .orElseGet(() -> nameless(kind, mailboxes));
  }

  /** A notification carries the name of whoever it is about: no name is its own but a usual one. */
  private static boolean saysItsName(AddressKind kind, Mailbox mailbox) {
    return mailbox.bestName().times() > 0
        && (kind == AddressKind.PERSON || mailbox.bestName().times() * 2 > mailbox.named());
  }

  private static String nameless(AddressKind kind, List<Mailbox> mailboxes) {
    var main =
        mailboxes.stream()
            .min(
                Comparator.comparingLong(Mailbox::sightings)
                    .reversed()
                    .thenComparing(Mailbox::address))
            .map(Mailbox::address);
    return main.map(a -> kind == AddressKind.PERSON ? NameRules.fromAddress(a) : a.value())
        .orElse("");
  }

  /**
   * What was counted under one mailbox.
   *
   * @param address without its tag
   * @param sightings in how many headers it was named
   * @param named how many of them carried a usable name
   */
  record Mailbox(
      EmailAddress address,
      long sightings,
      AddressRules.Shown shown,
      long named,
      NameRules.Counted bestName) {}

  /** Somebody as shown. */
  record Described(String name, String sortName, String sameName, AddressKind kind) {}
}
