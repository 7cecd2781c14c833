package io.politely.today;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingId;
import io.politely.outbox.Planning;
import io.politely.web.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door: Today, and its digest that members get by mail at an hour of their own day. */
@Service
public class Today {

  /** What was late before was looked at long ago. */
  private static final Duration LOOKS_BACK = Duration.ofDays(7);

  private final DigestStore digests;
  private final DigestReading reading;
  private final Accounts accounts;
  private final Mailboxes mailboxes;
  private final Outbox outbox;

  Today(
      DigestStore digests,
      DigestReading reading,
      Accounts accounts,
      Mailboxes mailboxes,
      Outbox outbox) {
    this.digests = digests;
    this.reading = reading;
    this.accounts = accounts;
    this.mailboxes = mailboxes;
    this.outbox = outbox;
  }

  /**
   * What a page reads from several modules, in one transaction: each of its own would begin, say
   * whose workspace it is, and end, which is more than half of what short questions cost.
   */
  @Transactional(readOnly = true)
  public <T> T atOnce(WorkspaceId workspace, Supplier<T> reading) {
    return reading.get();
  }

  /** What a member chose; empty where they want no digest. */
  @Transactional(readOnly = true)
  public Optional<DigestChoice> digestChoice(WorkspaceId workspace, MemberId member) {
    return digests.choice(workspace, member);
  }

  /** A member wants a digest from now on. */
  @Transactional
  public void chooseDigest(WorkspaceId workspace, MemberId member, DigestChoice choice) {
    digests.choose(workspace, member, choice);
  }

  /** A member wants no digest any more. */
  @Transactional
  public void stopDigest(WorkspaceId workspace, MemberId member) {
    digests.forget(workspace, member);
  }

  /**
   * The mailbox that a member's digest leaves from: the one with their address, or the first of
   * somebody who works alone. Nothing leaves from the mailbox of a colleague.
   */
  @Transactional(readOnly = true)
  public Optional<MailAccount> digestMailbox(WorkspaceId workspace, MemberId member) {
    return member(workspace, member).flatMap(it -> mailbox(workspace, it));
  }

  /**
   * Plans the digest that is due to a member now, once for each of their days, and only where there
   * is something to do.
   *
   * @return the mail; empty where none is due, or nothing is to be done
   */
  @Transactional
  public Optional<OutgoingId> planDigest(WorkspaceId workspace, MemberId id, Instant now) {
    var member = member(workspace, id);
    var choice = digests.choice(workspace, id);
    var from = member.flatMap(it -> mailbox(workspace, it));
    if (member.isEmpty() || choice.isEmpty() || from.isEmpty()) {
      return Optional.empty();
    }
    return DigestRules.due(choice.get(), member.get().zone(), now)
        .filter(due -> digests.claim(workspace, id, due.day(), now, due.lateAt()))
        .flatMap(due -> plan(workspace, member.get(), choice.get(), from.get(), due, now));
  }

  /** Withdraws digests that could not leave in time. */
  @Transactional
  public void withdrawLateDigests(WorkspaceId workspace, Instant now) {
    digests
        .late(workspace, now.minus(LOOKS_BACK), now)
        .forEach(mail -> outbox.withdraw(workspace, mail, "The morning that it was for is over."));
  }

  /** Who wants a digest. */
  @Transactional(readOnly = true)
  List<MemberId> digestReaders(WorkspaceId workspace) {
    return digests.members(workspace);
  }

  private Optional<OutgoingId> plan(
      WorkspaceId workspace,
      Member to,
      DigestChoice choice,
      MailAccount from,
      DigestRules.Due due,
      Instant now) {
    var moments = new Moments(now, to.zone());
    var digest = reading.read(workspace, moments);
    if (digest.first().isEmpty()) {
      return Optional.empty();
    }
    var planning =
        outbox.plan(
            workspace,
            DigestText.of(digest, choice, to.address(), moments),
            from,
            to.id(),
            now.atZone(to.zone()),
            due.lateAt());
    return switch (planning) {
      case Planning.Planned(var mail, _) -> {
        digests.note(workspace, to.id(), due.day(), mail);
        yield Optional.of(mail);
      }
      // Somebody stopped mail to the member's own address; the page of the digest says so.
      case Planning.Refused _, Planning.Impolite _ -> Optional.empty();
    };
  }

  private Optional<Member> member(WorkspaceId workspace, MemberId id) {
    return accounts.members(workspace).stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private Optional<MailAccount> mailbox(WorkspaceId workspace, Member member) {
    var all = mailboxes.accounts(workspace);
    var theirs = all.stream().filter(it -> it.address().equals(member.address())).findFirst();
    return theirs.isPresent() || accounts.members(workspace).size() > 1
        ? theirs
        : all.stream().findFirst();
  }
}
