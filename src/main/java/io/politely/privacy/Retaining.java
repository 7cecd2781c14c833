package io.politely.privacy;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Mail;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.privacy.Erasure.Pending;
import io.politely.pursuits.PastCandidate;
import io.politely.pursuits.Pursuits;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Applies the rule by which candidates are erased. Whoever it takes stands among those who are to
 * be erased for some days first, and is left alone as soon as something goes on with them.
 */
@Component
public class Retaining {

  private static final int MOST_AT_ONCE = 50;

  private final Privacy privacy;
  private final Erasing erasing;
  private final Pursuits pursuits;
  private final People people;
  private final Mail mail;
  private final PrivacySettings settings;
  private final Clock clock;

  Retaining(
      Privacy privacy,
      Erasing erasing,
      Pursuits pursuits,
      People people,
      Mail mail,
      PrivacySettings settings,
      Clock clock) {
    this.privacy = privacy;
    this.erasing = erasing;
    this.pursuits = pursuits;
    this.people = people;
    this.mail = mail;
    this.settings = settings;
    this.clock = clock;
  }

  /** How many days somebody whom the rule takes can still be kept. */
  public long daysOfNotice() {
    return settings.notice().toDays();
  }

  /** Asks to erase those whose time has come, and keeps those for whom it has not any more. */
  public void apply(WorkspaceId workspace) {
    var now = clock.instant();
    var rule = privacy.retention(workspace);
    var over = rule.map(it -> over(workspace, it, now)).orElse(Set.of());
    var pending = privacy.pending(workspace);
    pending.stream()
        .filter(it -> it.byRule() && !over.contains(it.person()))
        .forEach(it -> privacy.keep(workspace, it.id(), now));
    var asked = pending.stream().map(Pending::person).collect(Collectors.toSet());
    over.stream()
        .filter(it -> !asked.contains(it))
        .limit(MOST_AT_ONCE)
        .forEach(it -> erasing.askByRule(workspace, it, rule.orElseThrow().by()));
  }

  private Set<PersonId> over(WorkspaceId workspace, Retention rule, Instant now) {
    var candidates = pursuits.pastCandidates(workspace);
    var persons =
        people.persons(workspace, candidates.stream().map(PastCandidate::person).toList());
    var kept = privacy.lastKept(workspace);
    var contacts = mail.lastContacts(workspace, addresses(persons));
    return candidates.stream()
        .filter(candidate -> {
          var person = persons.get(candidate.person());
          return person != null
              && rule.isOver(candidate.ended(), last(person, contacts), kept.get(person.id()), now);
        })
        .map(PastCandidate::person)
        .collect(Collectors.toSet());
  }

  private static List<EmailAddress> addresses(Map<PersonId, Person> persons) {
    return persons.values().stream()
        .flatMap(it -> it.addresses().stream())
        .map(PersonAddress::address)
        .toList();
  }

  private static @Nullable Instant last(Person person, Map<EmailAddress, Instant> contacts) {
    return person.addresses().stream()
        .map(it -> contacts.get(it.address()))
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
