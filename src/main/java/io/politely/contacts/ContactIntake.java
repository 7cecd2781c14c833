package io.politely.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.MemberId;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.AddressEvidence;
import io.politely.people.AddressKind;
import io.politely.people.Involvement;
import io.politely.people.Known;
import io.politely.people.People;
import io.politely.people.SamePerson;
import io.politely.people.Sighting;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
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
  private final List<Involvement> involvements;
  private final NewIds ids;

  ContactIntake(
      ContactStore store,
      FactStore facts,
      People people,
      List<Involvement> involvements,
      NewIds ids) {
    this.store = store;
    this.facts = facts;
    this.people = people;
    this.involvements = List.copyOf(involvements);
    this.ids = ids;
  }

  ContactImport begin(WorkspaceId workspace, String name, OfPeople file, MemberId by, Instant now) {
    store.becomeWriter(workspace);
    var content = content(file);
    return store
        .unfinished(workspace, content)
        .orElseGet(() -> {
          var run = ids.next();
          store.begin(workspace, run, name, file, content, by, now);
          return store.contactImport(workspace, run).orElseThrow();
        });
  }

  ContactImport takeNext(WorkspaceId workspace, UUID run, OfPeople file, MemberId by, Instant now) {
    store.becomeWriter(workspace);
    var before = store.contactImport(workspace, run).orElseThrow();
    if (!before.canGoOn()) {
      return before;
    }
    int upTo = Math.min(before.read() + AT_ONCE, file.contacts().size());
    var chunk = file.contacts().subList(before.read(), upTo).stream().map(SourceRow::of).toList();
    var kept = kept(workspace, chunk);
    var fresh = fresh(workspace, kept);
    int newcomers = 0;
    int merged = 0;
    if (!fresh.isEmpty()) {
      newcomers = meet(workspace, fresh);
      keep(workspace, run, fresh, before.at());
      merged = merge(workspace, run, fresh, by, before.at());
    }
    store.count(workspace, run, upTo, fresh.size(), kept.size() - fresh.size(), newcomers, merged);
    if (upTo == file.contacts().size()) {
      end(workspace, run, now);
    }
    return store.contactImport(workspace, run).orElseThrow();
  }

  private void end(WorkspaceId workspace, UUID run, Instant now) {
    var through = store.contactImport(workspace, run).orElseThrow();
    int leftOut = through.rows() - through.added() - through.known();
    if (leftOut > 0) {
      store.remark(workspace, run, leftOut(leftOut));
    }
    store.end(workspace, run, now);
  }

  /** Equal for files whose rows say the same, in the same order. */
  private static String content(OfPeople file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      file.contacts().forEach(contact -> digest.update(contact.hash().getBytes(UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<ContactImport> undo(WorkspaceId workspace, UUID run, Instant now) {
    store.becomeWriter(workspace);
    var found = store.contactImport(workspace, run);
    if (found.isPresent() && found.get().undoneAt().isEmpty()) {
      facts.removeAllOf(workspace, run);
      store.merges(workspace, run).forEach(merge -> people.undoMerge(workspace, merge, now));
      var sightings = store.toTakeBack(workspace, run);
      for (int from = 0; from < sightings.size(); from += AT_ONCE) {
        var chunk = sightings.subList(from, Math.min(from + AT_ONCE, sightings.size()));
        people.takeBack(workspace, ofUninvolved(workspace, chunk));
      }
      store.takeBack(workspace, run, now);
    }
    return found;
  }

  /** Those of people who are part of nothing: the others stay. */
  private List<Sighting> ofUninvolved(WorkspaceId workspace, List<Sighting> sightings) {
    var met = people.metAs(workspace, sightings.stream().map(Sighting::address).toList());
    var involved =
        involvements.stream()
            .flatMap(each -> each.involved(workspace, met.values()).stream())
            .collect(Collectors.toSet());
    return sightings.stream()
        .filter(sighting -> !involved.contains(met.get(sighting.address())))
        .toList();
  }

  /** Those that name nobody who was erased. */
  private List<SourceRow> kept(WorkspaceId workspace, List<SourceRow> rows) {
    if (!people.isAnybodyErased(workspace)) {
      return rows;
    }
    var erased = people.erasedAmong(workspace, addresses(rows));
    return rows.stream()
        .filter(row -> row.addresses().stream().noneMatch(erased::contains))
        .toList();
  }

  private static String leftOut(int count) {
    return count == 1
        ? "One row names somebody who was erased, and was not kept."
        : "%,d rows name somebody who was erased, and were not kept.".formatted(count);
  }

  /** Those that no import in force has brought, each once, by the hash of what they say. */
  private List<SourceRow> fresh(WorkspaceId workspace, List<SourceRow> rows) {
    var byHash = new LinkedHashMap<String, SourceRow>();
    rows.forEach(row -> byHash.putIfAbsent(row.hash(), row));
    store.known(workspace, byHash.keySet()).forEach(byHash::remove);
    return List.copyOf(byHash.values());
  }

  /** How many of them were never met before, by the address under which they are known. */
  private int meet(WorkspaceId workspace, List<SourceRow> rows) {
    var newcomers = mainAddresses(rows);
    newcomers.removeAll(people.metAs(workspace, newcomers).keySet());
    people.meet(workspace, rows.stream().flatMap(ContactIntake::sightings).toList());
    return newcomers.size();
  }

  private void keep(WorkspaceId workspace, UUID run, List<SourceRow> rows, Instant at) {
    var met = people.metAs(workspace, mainAddresses(rows));
    store.add(workspace, run, rows, met);
    facts.add(workspace, run, rows, met, at);
  }

  /**
   * A row that names several addresses says that they are one person's. It is believed where all
   * have one name; a desk that two cards share makes nobody one.
   *
   * @return how many were merged into another
   */
  private int merge(
      WorkspaceId workspace, UUID run, List<SourceRow> rows, MemberId by, Instant at) {
    var several = rows.stream().filter(row -> row.addresses().size() > 1).toList();
    if (several.isEmpty()) {
      return 0;
    }
    var known = people.whoAre(workspace, addresses(several));
    var pairs = new ArrayList<SamePerson>();
    for (var row : several) {
      var kept = Objects.requireNonNull(known.get(row.address()));
      row.addresses().stream()
          .skip(1)
          .flatMap(address -> Optional.ofNullable(known.get(address)).stream())
          .filter(other -> isOne(kept, other))
          .map(other -> new SamePerson(kept.person(), other.person()))
          .forEach(pairs::add);
    }
    var merges = people.merge(workspace, pairs, by, at);
    store.addMerges(workspace, run, merges);
    return merges.size();
  }

  private static Set<EmailAddress> addresses(List<SourceRow> rows) {
    return rows.stream().flatMap(row -> row.addresses().stream()).collect(Collectors.toSet());
  }

  private static Set<EmailAddress> mainAddresses(List<SourceRow> rows) {
    return rows.stream().map(SourceRow::address).collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<Sighting> sightings(SourceRow row) {
    return row.addresses().stream()
        .map(address -> new Sighting(address, row.contact().name(), AddressEvidence.NAMED));
  }

  private static boolean isOne(Known one, Known other) {
    return one.kind() == AddressKind.PERSON
        && other.kind() == AddressKind.PERSON
        && one.name().equalsIgnoreCase(other.name());
  }
}
