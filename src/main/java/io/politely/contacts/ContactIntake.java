package io.politely.contacts;

import io.politely.accounts.MemberId;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.AddressEvidence;
import io.politely.people.AddressKind;
import io.politely.people.Known;
import io.politely.people.MergeId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final NewIds ids;

  ContactIntake(ContactStore store, FactStore facts, People people, NewIds ids) {
    this.store = store;
    this.facts = facts;
    this.people = people;
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
    for (int from = 0; from < file.contacts().size(); from += AT_ONCE) {
      var chunk = file.contacts().subList(from, Math.min(from + AT_ONCE, file.contacts().size()));
      var fresh = fresh(workspace, chunk);
      if (!fresh.isEmpty()) {
        newcomers += meet(workspace, fresh);
        keep(workspace, run, fresh, now);
        merged += merge(workspace, run, fresh, by, now);
        added += fresh.size();
      }
    }
    store.count(workspace, run, added, file.contacts().size() - added, newcomers, merged);
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

  /** Those that no import in force has brought, each once, by what they say. */
  private List<Contact> fresh(WorkspaceId workspace, List<Contact> contacts) {
    var byHash = new LinkedHashMap<String, Contact>();
    contacts.forEach(contact -> byHash.putIfAbsent(contact.hash(), contact));
    store.known(workspace, byHash.keySet()).forEach(byHash::remove);
    return List.copyOf(byHash.values());
  }

  /** How many of them were never met before, by the address under which they are known. */
  private int meet(WorkspaceId workspace, List<Contact> contacts) {
    var newcomers = new HashSet<>(mainAddresses(contacts));
    newcomers.removeAll(people.metAs(workspace, newcomers).keySet());
    people.meet(workspace, contacts.stream().flatMap(ContactIntake::sightings).toList());
    return newcomers.size();
  }

  private void keep(WorkspaceId workspace, UUID run, List<Contact> contacts, Instant now) {
    var met = people.metAs(workspace, mainAddresses(contacts));
    var rows = new LinkedHashMap<Contact, PersonId>();
    contacts.forEach(
        contact -> rows.put(contact, Objects.requireNonNull(met.get(contact.address()))));
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
      WorkspaceId workspace, UUID run, List<Contact> contacts, MemberId by, Instant now) {
    var several = contacts.stream().filter(contact -> contact.addresses().size() > 1).toList();
    var known =
        people.whoAre(
            workspace, several.stream().flatMap(it -> it.addresses().stream()).distinct().toList());
    var merges = new ArrayList<MergeId>();
    for (var contact : several) {
      var kept = Objects.requireNonNull(known.get(contact.address()));
      contact.addresses().stream()
          .skip(1)
          .flatMap(address -> Optional.ofNullable(known.get(address)).stream())
          .filter(other -> isOne(kept, other))
          .flatMap(
              other -> people.merge(workspace, kept.person(), other.person(), by, now).stream())
          .forEach(merges::add);
    }
    store.addMerges(workspace, run, merges);
    return merges.size();
  }

  private static Set<EmailAddress> mainAddresses(List<Contact> contacts) {
    return contacts.stream().map(Contact::address).collect(Collectors.toSet());
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
