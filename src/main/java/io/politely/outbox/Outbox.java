package io.politely.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import io.politely.mail.OwnNotices;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccountId;
import io.politely.outbox.SendingStore.Ready;
import io.politely.outbox.SendingStore.WaitingCopy;
import io.politely.people.People;
import io.politely.people.Traces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The module's front door: what leaves, what waits, what is in doubt, and whom nobody writes to.
 *
 * <p>A stop has two transactions, so it is entered by {@link Stopping}. What is not public here are
 * the transactions of sending, in the order of {@code docs/decisions/0008-never-twice.md}.
 */
@Service
public class Outbox {

  /** No place at all is called so. */
  private static final String NOWHERE = "";

  /** Longer than it takes to store what a mailbox brought. */
  private static final Duration BEING_STORED = Duration.ofSeconds(5);

  private final OutboxStore mails;
  private final SendingStore sending;
  private final StopStore stops;
  private final FenceStore fences;
  private final Accounts accounts;
  private final NewIds ids;
  private final MessageIds messageIds;
  private final LetterBuilder builder;
  private final OwnNotices notices;
  private final DraftStore drafts;
  private final Drafting drafting;
  private final Answering answering;
  private final ReviewStore reviews;
  private final WritingSettings settings;
  private final OutgoingErasure erasure;
  private final People people;

  /** Looked up late: who answers uses this class, too. */
  private final ObjectProvider<Courtesy> courtesies;

  Outbox(
      OutboxStore mails,
      SendingStore sending,
      StopStore stops,
      FenceStore fences,
      Accounts accounts,
      NewIds ids,
      MessageIds messageIds,
      LetterBuilder builder,
      OwnNotices notices,
      DraftStore drafts,
      Drafting drafting,
      Answering answering,
      ReviewStore reviews,
      WritingSettings settings,
      OutgoingErasure erasure,
      People people,
      ObjectProvider<Courtesy> courtesies) {
    this.mails = mails;
    this.sending = sending;
    this.stops = stops;
    this.fences = fences;
    this.accounts = accounts;
    this.ids = ids;
    this.messageIds = messageIds;
    this.builder = builder;
    this.notices = notices;
    this.drafts = drafts;
    this.drafting = drafting;
    this.answering = answering;
    this.reviews = reviews;
    this.settings = settings;
    this.erasure = erasure;
    this.people = people;
    this.courtesies = courtesies;
  }

  /**
   * The present, by the clock that says when messages reached us, and a little earlier: what is
   * being stored at this moment is not to be seen yet. Ask it before reading what is shown.
   */
  @Transactional(readOnly = true)
  public Instant known(WorkspaceId workspace) {
    return drafts.now(workspace).minus(BEING_STORED);
  }

  /**
   * What an answer to a conversation begins with; empty where there is nothing to answer.
   *
   * @param message which message it answers; empty: the newest that waits for an answer
   */
  @Transactional(readOnly = true)
  public Optional<DraftText> answer(
      WorkspaceId workspace,
      ConversationId conversation,
      Optional<MessageId> message,
      List<MailAccount> mailboxes) {
    return answering.begin(workspace, conversation, message.orElse(null), mailboxes);
  }

  /** A message as an answer needs it; empty where it is gone. */
  @Transactional(readOnly = true)
  public Optional<Answered> answered(WorkspaceId workspace, MessageId message, ZoneId zone) {
    return answering.answered(workspace, message, zone);
  }

  /** What time it is where somebody is; empty where they have not written lately. */
  @Transactional(readOnly = true)
  public Optional<TheirClock> clockOf(WorkspaceId workspace, EmailAddress address, Instant now) {
    return answering.clockOf(workspace, address, now);
  }

  /**
   * Saves what was typed, whatever it is.
   *
   * @param detached files that do not go with it any more
   * @param knownAt what came before this moment was before the writer's eyes
   * @return why files could not be attached; "" where all were
   */
  @Transactional
  public String saveDraft(
      WorkspaceId workspace,
      DraftId id,
      DraftText text,
      List<Enclosure> attached,
      Collection<UUID> detached,
      MemberId by,
      Instant knownAt,
      Instant now) {
    return drafting.save(workspace, id, text, attached, detached, by, knownAt, now);
  }

  /** What a writer should know of whom a letter goes to; empty where nobody has anything to say. */
  @Transactional(readOnly = true)
  public Optional<Courtesy.Opinion> opinion(WorkspaceId workspace, DraftText text, Instant at) {
    var courtesy = courtesies.getIfAvailable();
    return courtesy == null ? Optional.empty() : courtesy.opinion(workspace, text, at);
  }

  /** A draft, also one that was thrown away. */
  @Transactional(readOnly = true)
  public Optional<Draft> draft(WorkspaceId workspace, DraftId id) {
    return drafts.one(workspace, id);
  }

  /** The newest drafts, with the beginnings of their texts and without their files. */
  @Transactional(readOnly = true)
  public List<Draft> drafts(WorkspaceId workspace) {
    return drafting.all(workspace);
  }

  /** Throws a draft away, for a month. False where there is none. */
  @Transactional
  public boolean discardDraft(WorkspaceId workspace, DraftId id, Instant now) {
    return drafting.discard(workspace, id, now);
  }

  /** Takes a draft back that was thrown away. False where it was not. */
  @Transactional
  public boolean takeBackDraft(WorkspaceId workspace, DraftId id) {
    return drafts.takeBack(workspace, id);
  }

  /** Whether something came since a draft was last written at that would hold it. */
  @Transactional(readOnly = true)
  public boolean hasNews(WorkspaceId workspace, Draft draft, ZoneId zone) {
    return drafting.hasNews(workspace, draft, zone);
  }

  /**
   * Makes the message that would leave, to be looked at.
   *
   * @return why it cannot leave, sentences; empty where it was made
   */
  @Transactional
  public List<String> prepare(WorkspaceId workspace, DraftId id, ZoneId zone, Instant now) {
    return drafting.prepare(workspace, id, zone, now);
  }

  /** The message as it was made last; empty where the draft was changed since. */
  @Transactional(readOnly = true)
  public Optional<Prepared> prepared(WorkspaceId workspace, DraftId id, ZoneId zone) {
    return drafting.prepared(workspace, id, zone);
  }

  /**
   * Plans what a person looked at, byte for byte; the draft is gone then. For some seconds it can
   * be taken back.
   *
   * @param hash of the message that they looked at
   * @param knownAt what came before this moment was before their eyes
   * @param why it is sent all the same where it would press on somebody; ""
   */
  @Transactional
  public Planning send(
      WorkspaceId workspace,
      DraftId id,
      String hash,
      MemberId by,
      Instant knownAt,
      ZoneId zone,
      String why) {
    if (!drafts.lock(workspace, id)) {
      return new Planning.Refused("This was sent already, or thrown away: look into the outbox.");
    }
    var prepared = drafting.prepared(workspace, id, zone).filter(it -> it.hash().equals(hash));
    if (prepared.isEmpty()) {
      return new Planning.Refused("It was changed since you looked at it: look at it again.");
    }
    var mail = drafting.approved(workspace, prepared.get(), by, knownAt);
    var courtesy = courtesies.getIfAvailable();
    var objections =
        courtesy == null ? List.<Courtesy.Objection>of() : courtesy.objections(workspace, mail);
    boolean canBeOverridden = objections.stream().allMatch(Courtesy.Objection::canBeOverridden);
    if (!objections.isEmpty() && (why.isBlank() || !canBeOverridden)) {
      return new Planning.Impolite(
          objections.stream().map(Courtesy.Objection::sentence).toList(), canBeOverridden);
    }
    var planning = plan(workspace, mail);
    if (planning instanceof Planning.Planned planned) {
      if (courtesy != null) {
        courtesy.planned(workspace, planned.id(), mail, objections.isEmpty() ? "" : why.strip());
      }
      mails.noteDraft(workspace, planned.id(), id);
      drafts.remove(workspace, id);
    }
    return planning;
  }

  /**
   * Withdraws a mail and gives it back as a draft with its files; empty where it is past the gate,
   * final, or not there.
   */
  @Transactional
  public Optional<DraftId> giveBack(
      WorkspaceId workspace, OutgoingId id, MemberId by, ZoneId zone, Instant now) {
    var mail = mails.one(workspace, id);
    var bytes = mails.bytes(workspace, id);
    return mail.isPresent()
            && bytes.isPresent()
            && mails.withdraw(workspace, id, by.toString(), "Taken back to be changed.")
        ? Optional.of(drafting.giveBack(workspace, mail.get(), bytes.get(), zone, now))
        : Optional.empty();
  }

  /** How long what leaves at once waits, so that it can be taken back. */
  public Duration undo() {
    return settings.undo();
  }

  /** How long after its time a mail may still leave without being looked at again. */
  public Duration timely() {
    return settings.timely();
  }

  /** What happened to each mail that is in doubt, the oldest first. */
  @Transactional(readOnly = true)
  public Map<OutgoingId, List<Step>> stepsInDoubt(WorkspaceId workspace) {
    return reviews.stepsInDoubt(workspace);
  }

  /** What is in doubt, and of which no copy and no message that names it is known now. */
  @Transactional(readOnly = true)
  public Set<OutgoingId> traceless(WorkspaceId workspace) {
    return reviews.traceless(workspace);
  }

  /** By which address each person is known whom nothing is sent to, by their ids. */
  @Transactional(readOnly = true)
  public Map<String, EmailAddress> stoppedPersons(WorkspaceId workspace) {
    return reviews.addressOfEach(workspace);
  }

  /** A stop that was lifted, for taking that back. */
  @Transactional(readOnly = true)
  public Optional<Stop> lifted(WorkspaceId workspace, StopId stop) {
    return reviews.lifted(workspace, stop);
  }

  /** Plans a mail that a person approved. Nothing of it changes from now on. */
  @Transactional
  public Planning plan(WorkspaceId workspace, Approved mail) {
    return plan(workspace, mail, "Approved by a person.");
  }

  private Planning plan(WorkspaceId workspace, Approved mail, String why) {
    var refusal = PlanningRules.refusal(mail);
    if (refusal.isPresent()) {
      return new Planning.Refused(refusal.get());
    }
    var recipients = mail.recipients().stream().map(EmailAddress::value).toList();
    var stop = stops.against(workspace, recipients);
    if (stop.isPresent()) {
      return new Planning.Refused("Nobody writes to them any more: " + stop.get().reason());
    }
    if (!people.erasedAmong(workspace, mail.recipients()).isEmpty()) {
      return new Planning.Refused(
          "Nobody writes to them any more: somebody among them was erased.");
    }
    var id = new OutgoingId(ids.next());
    mails.add(workspace, id, mail, why);
    return new Planning.Planned(id, mail.dueAt());
  }

  /**
   * Plans what the program itself writes to a member. It is asked of nobody whether it is polite,
   * counts as no touch, and is not read back from the mailbox.
   *
   * @param from the mailbox that it leaves from
   * @param lateAt not after
   */
  @Transactional
  public Planning plan(
      WorkspaceId workspace,
      Notice notice,
      MailAccount from,
      MemberId to,
      ZonedDateTime now,
      Instant lateAt) {
    var letter = notice.letter();
    var internetId = messageIds.next(workspace, from.address().domain());
    var bytes = builder.build(notice, from, internetId, notices.mark(workspace, internetId), now);
    return plan(
        workspace,
        new Approved(
            from.id(),
            internetId,
            letter.to(),
            List.of(),
            List.of(),
            letter.subject(),
            letter.body(),
            null,
            null,
            List.of(),
            LetterBytes.of(bytes),
            known(workspace),
            to,
            now.toInstant(),
            lateAt),
        "Its reader chose to get it.");
  }

  /** Withdraws a mail that must not leave any more, for a reason. False: it is past the gate. */
  @Transactional
  public boolean withdraw(WorkspaceId workspace, OutgoingId id, String why) {
    return mails.withdraw(workspace, id, "plan", why);
  }

  /**
   * Lets a mail leave later than it was planned to, for a reason. False: it is under way already,
   * or does not leave before that moment anyway.
   */
  @Transactional
  public boolean postpone(WorkspaceId workspace, OutgoingId id, Instant dueAt, String why) {
    return mails.postpone(workspace, id, dueAt, "plan", why);
  }

  /** How far each of these came; those that are not here are absent. */
  @Transactional(readOnly = true)
  public Map<OutgoingId, OutgoingState> states(WorkspaceId workspace, Collection<OutgoingId> ids) {
    return mails.states(workspace, ids);
  }

  /** Withdraws a mail, also within the seconds for undoing. False: it is past the gate, or gone. */
  @Transactional
  public boolean cancel(WorkspaceId workspace, OutgoingId id, MemberId by) {
    return mails.withdraw(workspace, id, by.toString(), "Withdrawn.");
  }

  /** Somebody writes to them again. False where nothing stopped it. */
  @Transactional
  public boolean lift(WorkspaceId workspace, StopId stop) {
    return stops.lift(workspace, stop);
  }

  /** Whether something is past the gate, on its way to one of these at this moment. */
  @Transactional(readOnly = true)
  public boolean isBeingSent(WorkspaceId workspace, Collection<EmailAddress> recipients) {
    return erasure.isBeingSent(workspace, recipients);
  }

  /**
   * Removes somebody: what is planned to them is withdrawn, of what left only that it did stays,
   * drafts that name them go.
   *
   * @param messages those that are gone because of them
   */
  @Transactional
  public ErasedLetters erase(WorkspaceId workspace, Traces traces, Collection<MessageId> messages) {
    return erasure.erase(workspace, traces, messages);
  }

  /** Whom nothing is sent to, the newest first. */
  @Transactional(readOnly = true)
  public List<Stop> doNotContact(WorkspaceId workspace) {
    return stops.all(workspace);
  }

  /** Why nobody writes to one of these; empty where nothing forbids it. */
  @Transactional(readOnly = true)
  public Optional<Stop> stopAgainst(WorkspaceId workspace, List<EmailAddress> recipients) {
    return stops.against(workspace, recipients.stream().map(EmailAddress::value).toList());
  }

  /**
   * Which of these addresses came back, and whether anything else stands against writing to them.
   */
  @Transactional(readOnly = true)
  public Reach reach(WorkspaceId workspace, List<EmailAddress> addresses) {
    return addresses.isEmpty()
        ? new Reach(Optional.empty(), Set.of())
        : Reach.of(
            stops.concerning(workspace, addresses.stream().map(EmailAddress::value).toList()),
            addresses);
  }

  /** The Message-IDs of the mails that drafts became; of drafts sent twice, the last one's. */
  @Transactional(readOnly = true)
  public Map<DraftId, String> sent(WorkspaceId workspace, Collection<DraftId> drafts) {
    return mails.internetIdsOf(workspace, drafts);
  }

  /** Mails by their Message-IDs; what was never planned is absent. */
  @Transactional(readOnly = true)
  public Map<String, OutgoingMail> mails(WorkspaceId workspace, Collection<String> internetIds) {
    return mails.byInternetIds(workspace, internetIds).stream()
        .collect(Collectors.toMap(OutgoingMail::internetId, it -> it));
  }

  @Transactional(readOnly = true)
  public Optional<OutgoingMail> mail(WorkspaceId workspace, OutgoingId id) {
    return mails.one(workspace, id);
  }

  /** The message as it will leave, or left. */
  @Transactional(readOnly = true)
  public Optional<LetterBytes> bytes(WorkspaceId workspace, OutgoingId id) {
    return mails.bytes(workspace, id);
  }

  /** What happened to a mail, the oldest first. */
  @Transactional(readOnly = true)
  public List<Step> steps(WorkspaceId workspace, OutgoingId id) {
    return mails.steps(workspace, id);
  }

  /** What has not left, the next due first: what is held and what is in doubt included. */
  @Transactional(readOnly = true)
  public List<OutgoingMail> open(WorkspaceId workspace, int limit) {
    return mails.open(workspace, limit);
  }

  /**
   * All mails, the newest approval first.
   *
   * @param after the end of the page before; what names no place starts anew
   */
  @Transactional(readOnly = true)
  public Page<OutgoingMail> list(WorkspaceId workspace, Optional<String> after, int limit) {
    var from = OutgoingCursor.parse(after);
    var found = mails.newest(workspace, from.before(), from.id().value(), limit + 1);
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    var shown = found.subList(0, limit);
    return new Page<>(shown, Optional.of(OutgoingCursor.of(shown.getLast()).text()));
  }

  /** What may have been accepted, and nobody knows. */
  @Transactional(readOnly = true)
  public List<OutgoingMail> inDoubt(WorkspaceId workspace) {
    return mails.inDoubt(workspace);
  }

  /** A person says that a mail in doubt arrived. False where it is not in doubt any more. */
  @Transactional
  public boolean itArrived(WorkspaceId workspace, OutgoingId id, MemberId by) {
    return mails.resolve(
        workspace, id, OutgoingState.SENT, by.toString(), "A person says that it arrived.");
  }

  /**
   * A person says that a mail in doubt did not arrive, and that it shall be sent: as another mail,
   * with a Message-ID of its own. Empty where it is not in doubt any more.
   */
  @Transactional
  public Optional<Planning> sendAgain(
      WorkspaceId workspace, OutgoingId id, MemberId by, Instant now, Instant lateAt) {
    var found = mails.one(workspace, id);
    var bytes = mails.bytes(workspace, id);
    if (found.isEmpty()
        || bytes.isEmpty()
        || !mails.resolve(
            workspace, id, OutgoingState.FAILED, by.toString(), "Sent again as another mail.")) {
      return Optional.empty();
    }
    var old = found.get();
    var domain = old.internetId().substring(old.internetId().lastIndexOf('@') + 1);
    var internetId = messageIds.next(workspace, domain);
    var text = new String(bytes.get().toArray(), ISO_8859_1);
    return Optional.of(
        plan(
            workspace,
            new Approved(
                old.account(),
                internetId,
                old.to(),
                old.cc(),
                old.bcc(),
                old.subject(),
                old.body(),
                old.conversation(),
                old.answers(),
                List.of(),
                LetterBytes.of(
                    text.replaceFirst(
                            "<" + Pattern.quote(old.internetId()) + ">", "<" + internetId + ">")
                        .getBytes(ISO_8859_1)),
                now,
                by,
                now,
                lateAt)));
  }

  /**
   * A person looked at a mail that was held, and lets it go.
   *
   * @param knownAt what came before this moment was seen
   */
  @Transactional
  public boolean release(
      WorkspaceId workspace,
      OutgoingId id,
      MemberId by,
      Instant knownAt,
      Instant dueAt,
      Instant lateAt) {
    return mails.release(workspace, id, by.toString(), knownAt, dueAt, lateAt);
  }

  /** Whether this database may send; empty where nothing was ever planned to be. */
  @Transactional(readOnly = true)
  public Optional<Fence> fence(WorkspaceId workspace) {
    return fences.fence(workspace);
  }

  /** For a workspace that was put here, and may still send from elsewhere. */
  @Transactional
  public void fenceUntilConfirmed(WorkspaceId workspace) {
    fences.arrive(workspace, NOWHERE);
    fences.close(
        workspace,
        "This workspace was imported: confirm that it does not send from elsewhere any more.");
    fences.skipTokens(fences.newestToken(workspace));
  }

  @Transactional
  StopId addStop(
      WorkspaceId workspace,
      Stop.Scope scope,
      String value,
      Stop.Source source,
      String reason,
      @Nullable MessageId message) {
    return stops.add(workspace, new StopId(ids.next()), scope, value, source, reason, message);
  }

  /** The second half of a stop: what waits is withdrawn, row by row against the gate. */
  @Transactional
  Stopped withdrawStopped(
      WorkspaceId workspace, StopId stop, Stop.Scope scope, String value, String by) {
    var reason = "Nobody writes to them any more.";
    if (scope == Stop.Scope.DOMAIN) {
      int cancelled = mails.withdrawToDomain(workspace, value, by, reason);
      return new Stopped(stop, cancelled, mails.beingSentToDomain(workspace, value));
    }
    var addresses =
        scope == Stop.Scope.PERSON ? stops.addressesOf(workspace, value) : List.of(value);
    int cancelled = mails.withdrawTo(workspace, addresses, by, reason);
    return new Stopped(stop, cancelled, mails.beingSentTo(workspace, addresses));
  }

  @Transactional(readOnly = true)
  Optional<String> personBehind(WorkspaceId workspace, EmailAddress address) {
    return stops.personBehind(workspace, address.value());
  }

  @Transactional
  void passTime(WorkspaceId workspace, String node) {
    sending.passTime(
        workspace,
        node,
        "It could not leave while it was timely: decide whether it still should.",
        "The program ended while it was being sent: it may have arrived.");
  }

  @Transactional
  int findEvidence(WorkspaceId workspace, String node) {
    return sending.findEvidence(workspace, node);
  }

  @Transactional(readOnly = true)
  List<WaitingCopy> waitingCopies(WorkspaceId workspace, String node, int limit) {
    return sending.waitingCopies(workspace, node, limit);
  }

  @Transactional
  void copyIsThere(WorkspaceId workspace, OutgoingId id) {
    sending.copyIsThere(workspace, id);
  }

  /** Up to which change of a conversation mail was looked through for stops. */
  @Transactional(readOnly = true)
  long heardUpTo(WorkspaceId workspace) {
    return stops.heardUpTo(workspace);
  }

  @Transactional
  void setHeardUpTo(WorkspaceId workspace, long changeNumber) {
    stops.setHeardUpTo(workspace, changeNumber);
  }

  /** Whether a message led to a stop before, in force or lifted. */
  @Transactional(readOnly = true)
  boolean wasHeard(WorkspaceId workspace, MessageId message) {
    return stops.wasHeard(workspace, message);
  }

  @Transactional(readOnly = true)
  List<Ready> ready(WorkspaceId workspace, String place, Duration freshness) {
    return sending.ready(workspace, place, freshness);
  }

  @Transactional
  List<Claimed> claim(
      WorkspaceId workspace,
      MailAccountId account,
      String place,
      String node,
      Duration lease,
      int limit) {
    return sending.claim(workspace, account, place, node, lease, limit);
  }

  /**
   * The gate, for all who ask at this moment, behind what became of the mails before. Committed
   * when this returns.
   *
   * @return the tokens of those that may go, and those under which something was written
   */
  @Transactional
  List<Long> openGate(
      WorkspaceId workspace,
      List<Settlement> said,
      List<AtGate> asking,
      String place,
      String node,
      Duration freshness,
      Duration lease) {
    var written = said.isEmpty() ? List.<Long>of() : sending.settle(workspace, node, said);
    var opened =
        sending.open(
            workspace, asking, place, node, freshness, lease, accounts.ownAddresses(workspace));
    return Stream.of(written, opened).flatMap(List::stream).toList();
  }

  @Transactional(readOnly = true)
  Optional<GateFacts> facts(
      WorkspaceId workspace, AtGate asking, String place, Duration freshness) {
    return sending.facts(workspace, asking, place, freshness, accounts.ownAddresses(workspace));
  }

  @Transactional
  List<Long> settle(WorkspaceId workspace, String node, List<Settlement> said) {
    return sending.settle(workspace, node, said);
  }

  /** Which database this is; another one after a copy, a restore elsewhere or a promotion. */
  @Transactional(readOnly = true)
  String database(WorkspaceId workspace) {
    return fences.database();
  }

  /** Compares the place and the journal with what this database knows, and closes it in doubt. */
  @Transactional
  Fence arrive(WorkspaceId workspace, String place, String node, List<Dot> journal) {
    fences.arrive(workspace, place);
    var present = fences.fence(workspace).orElseThrow();
    if (!present.place().equals(place)) {
      fences.close(
          workspace,
          "This database was copied or moved: confirm that no other copy of it sends any more.");
    }
    var unknown = fences.unknown(workspace, journal);
    if (!unknown.isEmpty()) {
      fences.close(
          workspace,
          "This database is older than what was sent from here: look at what is in doubt, and"
              + " confirm.");
      fences.doubt(
          workspace, unknown, node, "It was sent from here after this database was saved.");
      fences.skipTokens(unknown.stream().mapToLong(Dot::token).max().orElseThrow());
    }
    return fences.fence(workspace).orElseThrow();
  }

  @Transactional
  void confirm(WorkspaceId workspace, String place) {
    fences.confirm(workspace, place);
  }
}
