package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may be one person. A name alone never says so: many share one. */
final class MergeRules {

  private static final Comparator<Candidate> BUSIEST_FIRST =
      Comparator.comparingLong(Candidate::sightings)
          .reversed()
          .thenComparing(candidate -> candidate.mailboxes().getFirst());

  private MergeRules() {}

  /**
   * Suggestions among persons of one name, each of them suggested at most once as the one to merge.
   *
   * @param apart pairs of mailboxes that the user keeps apart
   */
  static List<SuggestedMerge> suggest(List<Candidate> namesakes, Set<Pair> apart) {
    var suggestions = new ArrayList<SuggestedMerge>();
    var busiest = namesakes.stream().sorted(BUSIEST_FIRST).toList();
    for (int i = 1; i < busiest.size(); i++) {
      var merged = busiest.get(i);
      busiest.subList(0, i).stream()
          .flatMap(kept -> suggest(kept, merged, apart).stream())
          .findFirst()
          .ifPresent(suggestions::add);
    }
    return suggestions;
  }

  private static Optional<SuggestedMerge> suggest(
      Candidate kept, Candidate merged, Set<Pair> apart) {
    boolean arePersons =
        kept.person().kind() == AddressKind.PERSON && merged.person().kind() == AddressKind.PERSON;
    return !arePersons || areKeptApart(kept, merged, apart)
        ? Optional.empty()
        : reason(kept.person(), merged.person())
            .map(reason -> new SuggestedMerge(kept.person(), merged.person(), reason));
  }

  private static Optional<String> reason(Person kept, Person merged) {
    var shared = new ArrayList<>(kept.companies());
    shared.retainAll(new HashSet<>(merged.companies()));
    if (!shared.isEmpty()) {
      return Optional.of(
          "Both are called %s and have an address at %s."
              .formatted(kept.name(), shared.getFirst().domain()));
    }
    if (bothHaveProfiles(kept, merged)) {
      // Two profiles are two people, as a rule.
      return Optional.empty();
    }
    return Stream.of(merged, kept)
        .flatMap(person -> person.addresses().stream())
        .filter(address -> address.company().isEmpty())
        .findFirst()
        .map(address -> "Both are called %s, and %s.".formatted(kept.name(), told(address)));
  }

  private static boolean bothHaveProfiles(Person one, Person other) {
    return Stream.of(one, other)
        .allMatch(person ->
            person.addresses().stream()
                .anyMatch(address -> Profile.behind(address.address()).isPresent()));
  }

  private static String told(PersonAddress address) {
    if (address.address().takesMail()) {
      return address.address() + " is a private address";
    }
    return Profile.behind(address.address())
        .map(profile -> "of one of them only %s is known".formatted(profile.text()))
        .orElse("of one of them no address is known");
  }

  private static boolean areKeptApart(Candidate one, Candidate other, Set<Pair> apart) {
    return one.mailboxes().stream()
        .anyMatch(mailbox ->
            other.mailboxes().stream().anyMatch(it -> apart.contains(Pair.of(mailbox, it))));
  }

  /** Somebody who may be the same as another one of that name; mailboxes are sorted. */
  record Candidate(Person person, long sightings) {

    List<EmailAddress> mailboxes() {
      return person.addresses().stream().map(PersonAddress::address).sorted().toList();
    }
  }

  /** Two mailboxes, in their order. */
  record Pair(EmailAddress lesser, EmailAddress greater) {

    static Pair of(EmailAddress one, EmailAddress other) {
      return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
    }
  }
}
