package io.politely.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccountId;
import io.politely.outbox.OutboxStore.AtGate;
import io.politely.outbox.OutboxStore.Ready;
import io.politely.outbox.OutboxStore.WaitingCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

  private final OutboxStore mails;
  private final StopStore stops;
  private final FenceStore fences;
  private final Accounts accounts;
  private final NewIds ids;
  private final MessageIds messageIds;

  Outbox(
      OutboxStore mails,
      StopStore stops,
      FenceStore fences,
      Accounts accounts,
      NewIds ids,
      MessageIds messageIds) {
    this.mails = mails;
    this.stops = stops;
    this.fences = fences;
    this.accounts = accounts;
    this.ids = ids;
    this.messageIds = messageIds;
  }

  /** Plans a mail that a person approved. Nothing of it changes from now on. */
  @Transactional
  public Planning plan(WorkspaceId workspace, Approved mail) {
    var refusal = PlanningRules.refusal(mail);
    if (refusal.isPresent()) {
      return new Planning.Refused(refusal.get());
    }
    var recipients = mail.recipients().stream().map(EmailAddress::value).toList();
    var stop = stops.against(workspace, recipients);
    if (stop.isPresent()) {
      return new Planning.Refused("Nobody writes to them any more: " + stop.get().reason());
    }
    var id = new OutgoingId(ids.next());
    mails.add(workspace, id, mail);
    return new Planning.Planned(id, mail.dueAt());
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
    mails.passTime(
        workspace,
        node,
        "It could not leave while it was timely: decide whether it still should.",
        "The program ended while it was being sent: it may have arrived.");
  }

  @Transactional
  int findEvidence(WorkspaceId workspace, String node) {
    return mails.findEvidence(workspace, node);
  }

  @Transactional(readOnly = true)
  List<WaitingCopy> waitingCopies(WorkspaceId workspace, String node, int limit) {
    return mails.waitingCopies(workspace, node, limit);
  }

  @Transactional
  void copyIsThere(WorkspaceId workspace, OutgoingId id) {
    mails.copyIsThere(workspace, id);
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
    return mails.ready(workspace, place, freshness);
  }

  @Transactional
  List<Claimed> claim(
      WorkspaceId workspace,
      MailAccountId account,
      String place,
      String node,
      Duration lease,
      int limit) {
    return mails.claim(workspace, account, place, node, lease, limit);
  }

  /** The gate, for all who ask at this moment; committed when this returns. */
  @Transactional
  List<Long> openGate(
      WorkspaceId workspace,
      List<AtGate> asking,
      String place,
      String node,
      Duration freshness,
      Duration lease) {
    return mails.open(
        workspace, asking, place, node, freshness, lease, accounts.ownAddresses(workspace));
  }

  @Transactional(readOnly = true)
  Optional<GateFacts> facts(
      WorkspaceId workspace, AtGate asking, String place, Duration freshness) {
    return mails.facts(workspace, asking, place, freshness, accounts.ownAddresses(workspace));
  }

  @Transactional
  List<Long> settle(WorkspaceId workspace, String node, List<Settlement> said) {
    return mails.settle(workspace, node, said);
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
