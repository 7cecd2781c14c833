package io.politely.contacts;

import io.politely.accounts.MemberId;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactStore.SourceRow;
import io.politely.database.NewIds;
import io.politely.database.StatisticsStore;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.AddressEvidence;
import io.politely.people.AddressKind;
import io.politely.people.Known;
import io.politely.people.People;
import io.politely.people.SamePerson;
import io.politely.people.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Takes people in from a file, and back: each row is one sighting of each address it names. */
@Component
class ContactIntake {

  private static final int AT_ONCE = 1000;

  private final ContactStore store;
  private final FactStore facts;
  private final People people;
  private final StatisticsStore statistics;
  private final NewIds ids;

  ContactIntake(
      ContactStore store, FactStore facts, People people, StatisticsStore statistics, NewIds ids) {
    this.store = store;
    this.facts = facts;
    this.people = people;
    this.statistics = statistics;
    this.ids = ids;
  }

  ContactImport takeIn(
      WorkspaceId workspace, String name, OfPeople file, MemberId by, Instant now) {
    store.becomeWriter(workspace);
    var run = ids.next();
    store.begin(workspace, run, name, file, by, now);
    int added = 0;
    int newcomers = 0;
    int merged = 0;
    int leftOut = 0;
    for (int from = 0; from < file.contacts().size(); from += AT_ONCE) {
      var chunk = file.contacts().subList(from, Math.min(from + AT_ONCE, file.contacts().size()));
      var kept = kept(workspace, chunk);
      leftOut += chunk.size() - kept.size();
      var fresh = fresh(workspace, kept);
      if (!fresh.isEmpty()) {
        newcomers += meet(workspace, fresh.values());
        keep(workspace, run, fresh, now);
        merged += merge(workspace, run, fresh.values(), by, now);
        added += fresh.size();
        // Or the next rows are met with plans for tables that were empty when this began.
        statistics.refresh();
      }
    }
    if (leftOut > 0) {
      store.remark(workspace, run, leftOut(leftOut));
    }
    store.count(workspace, run, added, file.contacts().size() - added - leftOut, newcomers, merged);
    return store.contactImport(workspace, run).orElseThrow();
  }

  Optional<ContactImport> undo(WorkspaceId workspace, UUID run, Instant now) {
    store.becomeWriter(workspace);
    var found = store.contactImport(workspace, run);
    if (found.isPresent() && found.get().undoneAt().isEmpty()) {
      facts.removeAllOf(workspace, run);
      store.merges(workspace, run).forEach(merge -> people.undoMerge(workspace, merge, now));
      var sightings = store.toTakeBack(workspace, run);
      for (int from = 0; from < sightings.size(); from += AT_ONCE) {
        people.takeBack(
            workspace, sightings.subList(from, Math.min(from + AT_ONCE, sightings.size())));
      }
      store.end(workspace, run, now);
    }
    return found;
  }

  /** Those that name nobody who was erased. */
  private List<Contact> kept(WorkspaceId workspace, List<Contact> contacts) {
    if (!people.isAnybodyErased(workspace)) {
      return contacts;
    }
    var erased =
        people.erasedAmong(
            workspace,
            contacts.stream()
                .flatMap(contact -> contact.addresses().stream())
                .collect(Collectors.toSet()));
    return contacts.stream()
        .filter(contact -> contact.addresses().stream().noneMatch(erased::contains))
        .toList();
  }

  private static String leftOut(int count) {
    return count == 1
        ? "One row names somebody who was erased, and was not kept."
        : "%,d rows name somebody who was erased, and were not kept.".formatted(count);
  }

  /** Those that no import in force has brought, each once, by the hash of what they say. */
  private Map<String, Contact> fresh(WorkspaceId workspace, List<Contact> contacts) {
    var byHash = new LinkedHashMap<String, Contact>();
    contacts.forEach(contact -> byHash.putIfAbsent(contact.hash(), contact));
    store.known(workspace, byHash.keySet()).forEach(byHash::remove);
    return byHash;
  }

  /** How many of them were never met before, by the address under which they are known. */
  private int meet(WorkspaceId workspace, Collection<Contact> contacts) {
    var newcomers = mainAddresses(contacts);
    newcomers.removeAll(people.metAs(workspace, newcomers).keySet());
    people.meet(workspace, contacts.stream().flatMap(ContactIntake::sightings).toList());
    return newcomers.size();
  }

  private void keep(WorkspaceId workspace, UUID run, Map<String, Contact> contacts, Instant now) {
    var met = people.metAs(workspace, mainAddresses(contacts.values()));
    var rows =
        contacts.entrySet().stream()
            .map(row ->
                new SourceRow(
                    row.getKey(),
                    row.getValue(),
                    Objects.requireNonNull(met.get(row.getValue().address()))))
            .toList();
    store.add(workspace, run, rows);
    facts.add(workspace, run, rows, now);
  }

  /**
   * A row that names several addresses says that they are one person's. It is believed where all
   * have one name; a desk that two cards share makes nobody one.
   *
   * @return how many were merged into another
   */
  private int merge(
      WorkspaceId workspace, UUID run, Collection<Contact> contacts, MemberId by, Instant now) {
    var several = contacts.stream().filter(contact -> contact.addresses().size() > 1).toList();
    var known =
        people.whoAre(
            workspace, several.stream().flatMap(it -> it.addresses().stream()).distinct().toList());
    var pairs = new ArrayList<SamePerson>();
    for (var contact : several) {
      var kept = Objects.requireNonNull(known.get(contact.address()));
      contact.addresses().stream()
          .skip(1)
          .flatMap(address -> Optional.ofNullable(known.get(address)).stream())
          .filter(other -> isOne(kept, other))
          .map(other -> new SamePerson(kept.person(), other.person()))
          .forEach(pairs::add);
    }
    var merges = people.merge(workspace, pairs, by, now);
    store.addMerges(workspace, run, merges);
    return merges.size();
  }

  private static Set<EmailAddress> mainAddresses(Collection<Contact> contacts) {
    return contacts.stream().map(Contact::address).collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<Sighting> sightings(Contact contact) {
    return contact.addresses().stream()
        .map(address -> new Sighting(address, contact.name(), AddressEvidence.NAMED));
  }

  private static boolean isOne(Known one, Known other) {
    return one.kind() == AddressKind.PERSON
        && other.kind() == AddressKind.PERSON
        && one.name().equalsIgnoreCase(other.name());
  }
}
