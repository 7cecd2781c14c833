package io.politely.people;

import static java.util.stream.Collectors.groupingBy;

import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.NameRules.Counted;
import io.politely.people.PeopleStore.NameOf;
import io.politely.people.PeopleStore.Row;
import io.politely.people.PersonRules.Described;
import io.politely.people.PersonRules.Mailbox;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds sightings to what is known of their mailboxes, in a fixed number of statements. */
@Component
class Meeting {

  private final PeopleStore store;
  private final BeginningStore beginnings;
  private final Domains domains;
  private final NewIds ids;

  Meeting(PeopleStore store, BeginningStore beginnings, Domains domains, NewIds ids) {
    this.store = store;
    this.beginnings = beginnings;
    this.domains = domains;
    this.ids = ids;
  }

  void meet(WorkspaceId workspace, Collection<Sighting> sightings) {
    if (sightings.isEmpty()) {
      return;
    }
    var tallies = Tally.of(sightings);
    store.becomeWriter(workspace);
    var before = store.byMailbox(workspace, tallies.keySet());
    var rows = withNewcomers(workspace, tallies, before);
    var timesBefore = timesBefore(workspace, tallies, before);

    var saved = new LinkedHashMap<Row, Described>();
    var addedNames = new HashMap<NameOf, Long>();
    for (var tally : tallies.values()) {
      var row = rowOf(rows, tally);
      var mailbox = add(row, tally, timesBefore);
      tally.names().forEach((name, n) -> addedNames.put(new NameOf(row.person(), name), n));
      saved.put(
          new Row(
              row.person(), row.company(), row.current(), row.givenName(), row.sortName(), mailbox),
          PersonRules.describe(List.of(mailbox), row.givenName()));
    }
    store.save(workspace, saved);
    beginnings.save(workspace, saved);
    store.addAddresses(workspace, newAddresses(workspace, tallies, rows));
    store.addTimesSeen(workspace, addedNames);
    describeMerged(workspace, saved.keySet().stream().map(Row::current).distinct().toList());
  }

  void takeBack(WorkspaceId workspace, Collection<Sighting> sightings) {
    if (sightings.isEmpty()) {
      return;
    }
    var tallies = Tally.of(sightings);
    store.becomeWriter(workspace);
    var rows = store.byMailbox(workspace, tallies.keySet());
    var names = store.namesOf(workspace, rows.values().stream().map(Row::person).toList());
    var saved = new LinkedHashMap<Row, Described>();
    var takenNames = new HashMap<NameOf, Long>();
    for (var row : rows.values()) {
      var tally = Objects.requireNonNull(tallies.get(row.mailbox().address()));
      tally.names().forEach((name, n) -> takenNames.put(new NameOf(row.person(), name), -n));
      var mailbox = without(row.mailbox(), tally, names.getOrDefault(row.person(), List.of()));
      saved.put(
          new Row(
              row.person(), row.company(), row.current(), row.givenName(), row.sortName(), mailbox),
          PersonRules.describe(List.of(mailbox), row.givenName()));
    }
    store.save(workspace, saved);
    beginnings.save(workspace, saved);
    store.addTimesSeen(workspace, takenNames);
    describeMerged(workspace, saved.keySet().stream().map(Row::current).distinct().toList());
  }

  private static Mailbox without(Mailbox known, Tally taken, List<Counted> names) {
    var best =
        names.stream()
            .map(name ->
                new Counted(
                    name.name(), name.times() - taken.names().getOrDefault(name.name(), 0L)))
            .filter(name -> name.times() > 0)
            .min(NameRules.betterFirst())
            .orElse(Counted.NONE);
    return new Mailbox(
        known.address(),
        Math.max(0, known.sightings() - taken.sightings()),
        known.shown(),
        Math.max(0, known.named() - taken.named()),
        best);
  }

  /** Shows persons anew from all mailboxes that make them up. */
  void describe(WorkspaceId workspace, Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return;
    }
    var described = new LinkedHashMap<Row, Described>();
    store.trees(workspace, persons).stream()
        .collect(groupingBy(Row::current))
        .forEach((person, rows) ->
            rows.stream()
                .filter(row -> row.person().equals(person))
                .forEach(shown ->
                    described.put(
                        shown,
                        PersonRules.describe(
                            rows.stream().map(Row::mailbox).toList(), givenName(person, rows)))));
    store.describe(workspace, described);
    beginnings.save(workspace, described);
  }

  private void describeMerged(WorkspaceId workspace, List<UUID> shown) {
    describe(workspace, store.mergedAmong(workspace, shown));
  }

  /** Their own given name, else one that was given to somebody merged into them. */
  private static @Nullable String givenName(UUID person, List<Row> rows) {
    return rows.stream()
        .sorted(
            Comparator.<Row>comparingInt(row -> row.person().equals(person) ? 0 : 1)
                .thenComparing(row -> row.mailbox().address()))
        .map(Row::givenName)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Map<EmailAddress, Row> withNewcomers(
      WorkspaceId workspace, Map<EmailAddress, Tally> tallies, Map<EmailAddress, Row> before) {
    var newcomers = tallies.keySet().stream().filter(m -> !before.containsKey(m)).toList();
    var companies = companies(workspace, newcomers);
    var rows = new HashMap<>(before);
    for (var mailbox : newcomers) {
      var person = ids.next();
      var company = domains.company(mailbox).map(companies::get).orElse(null);
      var empty = new Mailbox(mailbox, 0, AddressRules.Shown.NOTHING, 0, Counted.NONE);
      rows.put(mailbox, new Row(person, company, person, null, "", empty));
    }
    return rows;
  }

  private Map<String, UUID> companies(WorkspaceId workspace, List<EmailAddress> newcomers) {
    var wanted =
        newcomers.stream()
            .flatMap(mailbox -> domains.company(mailbox).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (wanted.isEmpty()) {
      return Map.of();
    }
    var companies = new HashMap<>(store.companies(workspace, wanted));
    var added = new LinkedHashMap<String, UUID>();
    for (var domain : wanted) {
      companies.computeIfAbsent(
          domain,
          _ -> {
            var company = ids.next();
            added.put(domain, company);
            return company;
          });
    }
    store.addCompanies(workspace, added);
    return companies;
  }

  private Map<NameOf, Long> timesBefore(
      WorkspaceId workspace, Map<EmailAddress, Tally> tallies, Map<EmailAddress, Row> before) {
    var names =
        tallies.values().stream()
            .filter(tally -> before.containsKey(tally.mailbox()))
            .flatMap(tally -> namesOf(rowOf(before, tally).person(), tally))
            .toList();
    return names.isEmpty() ? Map.of() : store.timesSeen(workspace, names);
  }

  private static Stream<NameOf> namesOf(UUID person, Tally tally) {
    return tally.names().keySet().stream().map(name -> new NameOf(person, name));
  }

  /**
   * A count only grows, so the best name is the best so far or one of those just met: nothing else
   * has to be read.
   */
  private static Mailbox add(Row row, Tally tally, Map<NameOf, Long> timesBefore) {
    var known = row.mailbox();
    var best =
        Stream.concat(
                Stream.of(known.bestName())
                    .filter(name -> name.times() > 0 && !tally.names().containsKey(name.name())),
                tally.names().entrySet().stream()
                    .map(name ->
                        new Counted(
                            name.getKey(),
                            name.getValue()
                                + timesBefore.getOrDefault(
                                    new NameOf(row.person(), name.getKey()), 0L))))
            .min(NameRules.betterFirst())
            .orElse(known.bestName());
    return new Mailbox(
        known.address(),
        known.sightings() + tally.sightings(),
        known.shown().plus(tally.shown()),
        known.named() + tally.named(),
        best);
  }

  private Map<EmailAddress, UUID> newAddresses(
      WorkspaceId workspace, Map<EmailAddress, Tally> tallies, Map<EmailAddress, Row> rows) {
    var met = new LinkedHashMap<EmailAddress, UUID>();
    for (var tally : tallies.values()) {
      var person = rowOf(rows, tally).person();
      tally.addresses().forEach(address -> met.put(address, person));
    }
    met.keySet().removeAll(new HashSet<>(store.knownAddresses(workspace, met.keySet())));
    return met;
  }

  private static Row rowOf(Map<EmailAddress, Row> rows, Tally tally) {
    return Objects.requireNonNull(rows.get(tally.mailbox()));
  }
}
