package io.politely.patience;

import static java.util.stream.Collectors.groupingBy;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: how likely somebody still answers. */
@Service
public class Patience {

  private static final String NEXT = "next";

  private final PatienceStore store;
  private final Mail mail;
  private final People people;
  private final Accounts accounts;

  Patience(PatienceStore store, Mail mail, People people, Accounts accounts) {
    this.store = store;
    this.mail = mail;
    this.people = people;
    this.accounts = accounts;
  }

  /**
   * The chance that somebody answers a letter which they have not answered.
   *
   * @param person whom the user sees
   * @param now not before the letter
   * @return empty where there is no such letter, or it is not addressed to them
   */
  @Transactional(readOnly = true)
  public Optional<Chance> chance(
      WorkspaceId workspace, PersonId person, MessageId letter, Instant now) {
    var letters = mail.lettersAround(workspace, letter);
    var acquaintances = new Acquaintances(accounts.ownAddresses(workspace));
    acquaintances.meet(people.whoAre(workspace, acquaintances.strangers(letters)));
    var conversation =
        letters.stream()
            .filter(it -> !it.sentAt().isAfter(now))
            .flatMap(it -> acquaintances.sent(it).stream())
            .toList();
    var reader = acquaintances.number(person);
    boolean isAddressed =
        conversation.stream()
            .anyMatch(it ->
                it.id().equals(letter.toString())
                    && it.to().stream().anyMatch(to -> to.person() == reader));
    if (!isAddressed) {
      return Optional.empty();
    }
    var numbers = new HashSet<Integer>();
    for (var one : conversation) {
      numbers.add(one.from());
      one.to().forEach(to -> numbers.add(to.person()));
    }
    var persons = numbers.stream().flatMap(it -> acquaintances.person(it).stream()).toList();
    return Optional.of(
        new Foretelling(learned(workspace))
            .chance(
                conversation,
                letter.toString(),
                reader,
                store.of(workspace, persons, acquaintances::number),
                now));
  }

  /** The chance that somebody answers a plain letter of ours, to them alone and with a question. */
  @Transactional(readOnly = true)
  public Chance chanceOfNext(WorkspaceId workspace, PersonId person, Instant at) {
    return new Foretelling(learned(workspace))
        .chance(
            List.of(Plain.letter(NEXT, 1, 0, at)),
            NEXT,
            1,
            store.of(workspace, List.of(person), _ -> 1),
            at);
  }

  /**
   * The same for many, each of a letter of their own moment, by what is known of them today.
   *
   * @param letters when the letter was sent, by whom it is addressed to
   */
  @Transactional(readOnly = true)
  public Map<PersonId, Chance> chancesOf(WorkspaceId workspace, Map<PersonId, Instant> letters) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    var foretelling = new Foretelling(learned(workspace));
    var known =
        store.of(workspace, letters.keySet(), _ -> 1).stream()
            .collect(groupingBy(Acquaintance::person));
    var chances = new HashMap<PersonId, Chance>();
    letters.forEach((person, at) ->
        chances.put(
            person,
            foretelling.chance(
                List.of(Plain.letter(NEXT, 1, 0, at)),
                NEXT,
                1,
                known.getOrDefault(person, List.of()),
                at)));
    return chances;
  }

  /** How much was learned so far; nothing where it was not yet. */
  @Transactional(readOnly = true)
  public Basis basis(WorkspaceId workspace) {
    return new Basis(learned(workspace).lessons().letters(), 0, 0);
  }

  private Learned learned(WorkspaceId workspace) {
    return store.learned(workspace).orElseGet(Learned::nothing);
  }

  /** Forgets somebody. What was learned from all letters together stays, and names nobody. */
  @Transactional
  public void erase(WorkspaceId workspace, Traces traces) {
    var persons = new HashSet<>(traces.persons());
    persons.add(traces.shownAs());
    store.forget(workspace, persons);
  }

  /** When it was learned last. */
  @Transactional(readOnly = true)
  Optional<Instant> learnedAt(WorkspaceId workspace) {
    return store.learned(workspace).map(Learned::at);
  }

  /** Keeps what was learned, in the place of what was learned before. */
  @Transactional
  void keep(WorkspaceId workspace, Learned learned, List<Acquaintance> met) {
    people.isAnybodyErased(workspace); // whoever erases at this moment is waited for
    var known = people.persons(workspace, met.stream().map(Acquaintance::person).toList()).keySet();
    var kept = new ArrayList<>(met);
    kept.removeIf(it -> !known.contains(it.person()));
    store.save(workspace, learned);
    store.replace(workspace, kept);
  }
}
