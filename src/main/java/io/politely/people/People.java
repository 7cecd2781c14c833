package io.politely.people;

import static java.util.stream.Collectors.toMap;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: who is behind the addresses of messages. */
@Service
public class People {

  private final PeopleStore store;
  private final PersonStore persons;
  private final MergeStore merges;
  private final Meeting meeting;
  private final Merging merging;
  private final Forgetting forgetting;
  private final Accounts accounts;

  People(
      PeopleStore store,
      PersonStore persons,
      MergeStore merges,
      Meeting meeting,
      Merging merging,
      Forgetting forgetting,
      Accounts accounts) {
    this.store = store;
    this.persons = persons;
    this.merges = merges;
    this.meeting = meeting;
    this.merging = merging;
    this.forgetting = forgetting;
    this.accounts = accounts;
  }

  /**
   * Meets the addresses of new messages, each sighting once: call it in the transaction that stores
   * the messages. In whatever order and portions sightings come, the same people result.
   */
  @Transactional
  public void meet(WorkspaceId workspace, Collection<Sighting> sightings) {
    meeting.meet(workspace, sightings);
  }

  /** Who is behind each of these addresses; those never met are absent. One query. */
  @Transactional(readOnly = true)
  public Map<EmailAddress, Known> whoAre(
      WorkspaceId workspace, Collection<EmailAddress> addresses) {
    var mailboxes = new HashSet<EmailAddress>();
    addresses.forEach(address -> mailboxes.add(address.withoutTag()));
    var byMailbox = store.whoAre(workspace, mailboxes);
    var known = new HashMap<EmailAddress, Known>();
    for (var address : addresses) {
      var behind = byMailbox.get(address.withoutTag());
      if (behind != null) {
        known.put(address, behind);
      }
    }
    return known;
  }

  /**
   * Somebody with all their addresses, a thousand at most. For somebody who was merged this is the
   * person kept, whose id is another one: pages redirect to it.
   */
  @Transactional(readOnly = true)
  public Optional<Person> person(WorkspaceId workspace, PersonId person) {
    return persons.person(workspace, person);
  }

  /**
   * Persons by their ids, as the user sees them now, without the variants of addresses by tags.
   * Whoever is not known is absent.
   */
  @Transactional(readOnly = true)
  public Map<PersonId, Person> persons(WorkspaceId workspace, Collection<PersonId> wanted) {
    return persons.several(workspace, wanted).stream().collect(toMap(Person::id, it -> it));
  }

  /**
   * Enters somebody by hand. Who is known under that address stays who they are, and a name that
   * was given stays.
   *
   * @param name as one writes it, or ""
   */
  @Transactional
  public PersonId enter(WorkspaceId workspace, String name, EmailAddress address) {
    meeting.meet(workspace, List.of(new Sighting(address, name, AddressEvidence.NAMED)));
    var mailbox = address.withoutTag();
    var entered = store.whoAre(workspace, Set.of(mailbox)).get(mailbox);
    if (entered == null) {
      throw new IllegalStateException("Somebody was met, and nobody is there");
    }
    return entered.person();
  }

  /**
   * Under which row each of these addresses was met; those never met are absent. What is kept about
   * somebody hangs on this row and is read through {@code people.shown}, so that it follows every
   * merge and its undoing.
   */
  @Transactional(readOnly = true)
  public Map<EmailAddress, PersonId> metAs(
      WorkspaceId workspace, Collection<EmailAddress> addresses) {
    var rows =
        store.byMailbox(
            workspace, addresses.stream().map(EmailAddress::withoutTag).distinct().toList());
    var met = new HashMap<EmailAddress, PersonId>();
    for (var address : addresses) {
      var row = rows.get(address.withoutTag());
      if (row != null) {
        met.put(address, new PersonId(row.person()));
      }
    }
    return met;
  }

  /**
   * Takes sightings back that were met before, each once, and that only named somebody. Who was
   * never seen otherwise, and was given no name by the user, is nobody any more and in no list.
   */
  @Transactional
  public void takeBack(WorkspaceId workspace, Collection<Sighting> sightings) {
    meeting.takeBack(workspace, sightings);
  }

  /**
   * The list of people, by name. Without a search: persons only. With one: everybody, desks and
   * lists too, for whom each word begins a word of the name, or an address, or its domain. We
   * ourselves are never among them.
   *
   * @param after the end of the page before; what names no place starts anew
   */
  @Transactional(readOnly = true)
  public Page<Person> persons(
      WorkspaceId workspace, String search, Optional<String> after, int limit) {
    var wanted = PersonSearch.of(search);
    var cursor = PersonCursor.parse(after);
    var own = accounts.ownAddresses(workspace);
    return wanted.asksNothing()
        ? persons.persons(workspace, own, cursor, limit)
        : persons.found(workspace, own, wanted, cursor, limit);
  }

  /** A company. */
  @Transactional(readOnly = true)
  public Optional<Company> company(WorkspaceId workspace, CompanyId company) {
    return persons.company(workspace, company);
  }

  /** The persons and desks of a company, by name. */
  @Transactional(readOnly = true)
  public Page<Person> personsAt(
      WorkspaceId workspace, CompanyId company, Optional<String> after, int limit) {
    return persons.atCompany(
        workspace, accounts.ownAddresses(workspace), company, PersonCursor.parse(after), limit);
  }

  /**
   * Gives somebody a name, which wins over those in messages.
   *
   * @param name blank: takes a given name back
   * @return empty where the workspace has no such person
   */
  @Transactional
  public Optional<Renamed> rename(WorkspaceId workspace, PersonId person, String name) {
    return merging.rename(workspace, person, name);
  }

  /**
   * Says that somebody has this address too.
   *
   * @return the merge, for undoing it; empty where there is no such person, or the address is
   *     somebody's already, is ours, or was erased
   */
  @Transactional
  public Optional<MergeId> giveAddress(
      WorkspaceId workspace, PersonId person, EmailAddress address, MemberId by, Instant now) {
    var someone = person(workspace, person);
    var mailbox = address.withoutTag();
    if (someone.isEmpty()
        || !whoAre(workspace, List.of(mailbox)).isEmpty()
        || accounts.ownAddresses(workspace).contains(mailbox)
        || !erasedAmong(workspace, List.of(mailbox)).isEmpty()) {
      return Optional.empty();
    }
    var entered = enter(workspace, someone.get().name(), mailbox);
    return merge(workspace, person, entered, by, now);
  }

  /**
   * Says that two are one person.
   *
   * @return the merge, for undoing it; empty where they are one already, or not both known
   */
  @Transactional
  public Optional<MergeId> merge(
      WorkspaceId workspace, PersonId kept, PersonId merged, MemberId by, Instant now) {
    return merging.merge(workspace, List.of(new SamePerson(kept, merged)), by, now).stream()
        .findFirst();
  }

  /**
   * Says so of many pairs, one after the other.
   *
   * @return the merges, for undoing them; none for a pair that is one already, or not known
   */
  @Transactional
  public List<MergeId> merge(
      WorkspaceId workspace, List<SamePerson> pairs, MemberId by, Instant now) {
    return merging.merge(workspace, pairs, by, now);
  }

  /**
   * Takes a merge back, whatever was merged or undone since. Doing so twice changes nothing.
   *
   * @return whom the user sees for the person kept; empty where there is no such merge
   */
  @Transactional
  public Optional<PersonId> undoMerge(WorkspaceId workspace, MergeId merge, Instant now) {
    return merging.undo(workspace, merge, now);
  }

  /** The merges in force that make up a person, the oldest first. */
  @Transactional(readOnly = true)
  public List<Merge> merges(WorkspaceId workspace, PersonId person) {
    return merges.inForce(workspace, person);
  }

  /** Persons who may be one, with the reason. */
  @Transactional(readOnly = true)
  public List<SuggestedMerge> suggestedMerges(WorkspaceId workspace, int limit) {
    return merging.suggested(workspace, accounts.ownAddresses(workspace), limit);
  }

  /** Those of them that a person is part of. */
  @Transactional(readOnly = true)
  public List<SuggestedMerge> suggestedMerges(WorkspaceId workspace, PersonId person) {
    return merging.suggestedFor(workspace, accounts.ownAddresses(workspace), person);
  }

  /** Says that two are not one person: nobody suggests it again. False where not both are known. */
  @Transactional
  public boolean keepApart(WorkspaceId workspace, PersonId one, PersonId other, Instant now) {
    return merging.keepApart(workspace, one, other, now);
  }

  /** Takes back that two are not one person. False where not both are known. */
  @Transactional
  public boolean noLongerApart(WorkspaceId workspace, PersonId one, PersonId other) {
    return merging.noLongerApart(workspace, one, other);
  }

  /** By what somebody is recognised; empty where the workspace has no such person. */
  @Transactional(readOnly = true)
  public Optional<Traces> traces(WorkspaceId workspace, PersonId person) {
    return forgetting.traces(workspace, person);
  }

  /** Nothing of or to these is kept from now on; who they are is not kept either. */
  @Transactional
  public void keepOut(
      WorkspaceId workspace, UUID erasure, Collection<EmailAddress> mailboxes, Instant now) {
    forgetting.keepOut(workspace, erasure, mailboxes, now);
  }

  /** Keeps mail of somebody again; the erasure by which it was not kept, or empty. */
  @Transactional
  public Optional<UUID> letIn(WorkspaceId workspace, EmailAddress address) {
    return forgetting.letIn(workspace, address);
  }

  /** Keeps mail of everybody again whom an erasure kept out. */
  @Transactional
  public void letAllIn(WorkspaceId workspace, UUID erasure) {
    forgetting.letAllIn(workspace, erasure);
  }

  /** Those of these addresses, with whatever tag, whose owners were erased. */
  @Transactional(readOnly = true)
  public Set<EmailAddress> erasedAmong(WorkspaceId workspace, Collection<EmailAddress> addresses) {
    return forgetting.erasedAmong(workspace, addresses);
  }

  /**
   * Whether anybody was erased. Ask it before storing mail or persons: whoever stores waits for
   * whoever erases, and the other way round.
   */
  @Transactional
  public boolean isAnybodyErased(WorkspaceId workspace) {
    store.becomeWriter(workspace);
    return forgetting.isAnybodyOut(workspace);
  }

  /**
   * Removes somebody with all that is known of them.
   *
   * @param remembered those ids of theirs that a history needs: they stay, as nobody in particular
   */
  @Transactional
  public void erase(WorkspaceId workspace, Traces traces, Set<PersonId> remembered) {
    forgetting.erase(workspace, traces, remembered);
  }

  /** How many persons there are: no desks, lists or machines. */
  @Transactional(readOnly = true)
  public long count(WorkspaceId workspace) {
    return store.countPersons(workspace, accounts.ownAddresses(workspace));
  }

  /**
   * Everybody, one sorted line each and without ids: equal for equal people, whatever order their
   * messages came in.
   */
  @Transactional(readOnly = true)
  public void digestLines(WorkspaceId workspace, Consumer<String> lines) {
    store.digestLines(workspace, lines);
  }
}
