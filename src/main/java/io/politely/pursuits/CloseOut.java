package io.politely.pursuits;

import io.politely.accounts.SignedIn;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.DraftId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Leaving;
import io.politely.outbox.Outbox;
import io.politely.outbox.Planning;
import io.politely.outbox.Prepared;
import io.politely.people.People;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Telling many people how it ended. Decides, drafts and sends one person after another, each in
 * transactions of its own, so that one who cannot be written to holds nobody else up.
 */
@Component
public class CloseOut {

  private final Pursuits pursuits;
  private final Outbox outbox;
  private final Mailboxes mailboxes;
  private final People people;
  private final NewIds ids;

  CloseOut(Pursuits pursuits, Outbox outbox, Mailboxes mailboxes, People people, NewIds ids) {
    this.pursuits = pursuits;
    this.outbox = outbox;
    this.mailboxes = mailboxes;
    this.people = people;
    this.ids = ids;
  }

  /**
   * How it ended for some people at once.
   *
   * @param outcome the same for all of them
   * @param good what was good about each, in a sentence; absent: nothing is said
   * @param next the next step, in a sentence, or ""
   */
  public record Group(
      List<PersonId> persons, NewOutcome outcome, Map<PersonId, String> good, String next) {

    public Group {
      persons = List.copyOf(persons);
      good = Map.copyOf(good);
    }
  }

  /**
   * A letter that tells an outcome, ready to be looked at.
   *
   * @param hash what is approved by sending it
   */
  public record Letter(
      OutcomeId outcome,
      PersonId person,
      DraftId draft,
      EmailAddress to,
      String subject,
      String body,
      String hash) {}

  /** A letter as it was approved: its outcome, and the hash of what was looked at. */
  public record Approval(OutcomeId outcome, String hash) {}

  /**
   * What became of several.
   *
   * @param done how many worked
   * @param problems why others did not, a sentence for each
   */
  public record Done(int done, List<String> problems) {

    public Done {
      problems = List.copyOf(problems);
    }
  }

  /** Decides how it ended for a group, and drafts a letter to each who has an address. */
  public Done write(SignedIn me, PursuitId id, Group group, Instant now) {
    var knownAt = outbox.known(me.workspace());
    var pursuit = pursuits.pursuit(me.workspace(), id).orElseThrow();
    var known = people.persons(me.workspace(), group.persons());
    var from = mailboxes.accounts(me.workspace()).stream().findFirst();
    var gave = strongest(me, id);
    var reach =
        outbox.reach(
            me.workspace(),
            known.values().stream()
                .flatMap(person -> person.addresses().stream())
                .map(PersonAddress::address)
                .toList());
    var problems = new ArrayList<String>();
    int done = 0;
    for (var person : group.persons()) {
      var decided = pursuits.decide(me.workspace(), id, person, group.outcome(), me.member(), now);
      switch (decided) {
        case Decided.Refused(var sentence) -> {
          if (!problems.contains(sentence)) {
            problems.add(sentence);
          }
        }
        case Decided.InForce(var outcome) -> {
          done++;
          var shown = known.get(person);
          var to = Optional.ofNullable(shown).flatMap(it -> it.mailAddressBut(reach.bounced()));
          if (from.isPresent() && to.isPresent() && shown != null) {
            var words =
                CloseOutWords.of(
                    pursuit,
                    shown.name(),
                    group.outcome(),
                    gave.getOrDefault(person, TimeKind.MEETING),
                    group.good().getOrDefault(person, ""),
                    group.next());
            draft(me, outcome, from.get(), to.get(), words, knownAt, now)
                .forEach(problem -> problems.add(shown.name() + ": " + problem));
          }
        }
      }
    }
    return new Done(done, problems);
  }

  /** The letters that are written and were not sent, in the order of their drafts. */
  public List<Letter> letters(SignedIn me, PursuitId id) {
    var letters = new ArrayList<Letter>();
    for (var ready : pursuits.drafted(me.workspace(), id)) {
      outbox
          .prepared(me.workspace(), ready.draft(), me.zone())
          .ifPresent(prepared -> letters.add(letter(ready, prepared)));
    }
    return List.copyOf(letters);
  }

  /** Sends letters that somebody looked at. Each is noted as told before it is planned. */
  public Done send(
      SignedIn me, PursuitId id, Collection<Approval> approved, Instant knownAt, Instant now) {
    var hashes = new HashMap<OutcomeId, String>();
    approved.forEach(one -> hashes.put(one.outcome(), one.hash()));
    var problems = new ArrayList<String>();
    int done = 0;
    for (var ready : pursuits.drafted(me.workspace(), id)) {
      var hash = hashes.get(ready.outcome());
      if (hash != null) {
        var problem = send(me, ready, hash, knownAt, now);
        problem.ifPresent(problems::add);
        done += problem.isEmpty() ? 1 : 0;
      }
    }
    return new Done(done, problems);
  }

  private Optional<String> send(
      SignedIn me, Drafted ready, String hash, Instant knownAt, Instant now) {
    var prepared =
        outbox
            .prepared(me.workspace(), ready.draft(), me.zone())
            .filter(it -> it.hash().equals(hash));
    if (prepared.isEmpty()) {
      return Optional.of("A letter was changed since you looked at it: look at it again.");
    }
    var telling =
        pursuits.mailing(
            me.workspace(), ready.outcome(), prepared.get().internetId(), me.member(), now);
    if (telling.isEmpty()) {
      return Optional.of("An outcome was taken back meanwhile.");
    }
    var planning =
        outbox.send(me.workspace(), ready.draft(), hash, me.member(), knownAt, me.zone(), "");
    var refusal =
        switch (planning) {
          case Planning.Planned _ -> Optional.<String>empty();
          case Planning.Refused(var sentence) -> Optional.of(sentence);
          case Planning.Impolite(var objections, _) -> Optional.of(String.join(" ", objections));
        };
    if (refusal.isPresent()) {
      var sentence = refusal.get();
      pursuits.learn(
          me.workspace(),
          telling.get(),
          TellingState.WAITING,
          TellingState.FAILED,
          sentence,
          me.member().toString(),
          now);
      return Optional.of(sentence);
    }
    return Optional.empty();
  }

  private List<String> draft(
      SignedIn me,
      OutcomeId outcome,
      MailAccount from,
      EmailAddress to,
      CloseOutWords.Words words,
      Instant knownAt,
      Instant now) {
    var draft = new DraftId(ids.next());
    var text =
        new DraftText(
            from.id(),
            to.value(),
            "",
            "",
            words.subject(),
            words.body(),
            null,
            false,
            Leaving.NOW,
            "");
    outbox.saveDraft(me.workspace(), draft, text, List.of(), List.of(), me.member(), knownAt, now);
    pursuits.draft(me.workspace(), outcome, draft);
    return outbox.prepare(me.workspace(), draft, me.zone(), now);
  }

  private Map<PersonId, TimeKind> strongest(SignedIn me, PursuitId id) {
    var strongest = new HashMap<PersonId, TimeKind>();
    pursuits.times(me.workspace(), id).stream()
        .filter(time -> !time.byUs())
        .sorted(Comparator.comparing(time -> time.kind() != TimeKind.APPLICATION))
        .forEach(time -> strongest.put(time.person(), time.kind()));
    return strongest;
  }

  private static Letter letter(Drafted ready, Prepared prepared) {
    return new Letter(
        ready.outcome(),
        ready.person(),
        ready.draft(),
        prepared.letter().to().getFirst(),
        prepared.letter().subject(),
        prepared.letter().body(),
        prepared.hash());
  }
}
