package io.politely.pursuits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.politely.accounts.Accounts;
import io.politely.accounts.Rounds;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Conversation;
import io.politely.mail.Mail;
import io.politely.mail.StoredMessage;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingMail;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks what became of the mails that tell outcomes: the outbox knows whether one left, the mailbox
 * whether it came back. Both are asked again and again, so that nothing that was missed stays
 * unknown.
 */
@Component
class TellingListener {

  /** Reports come within days, seldom weeks. */
  private static final Duration MAY_COME_BACK = Duration.ofDays(60);

  /** A mail is planned right after its telling was noted: what is not there then never was. */
  private static final Duration BEING_PLANNED = Duration.ofMinutes(2);

  private static final Duration TICK = Duration.ofSeconds(2);

  /** Pauses end on a day, and undone merges can wait a minute. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final int CONVERSATIONS_AT_ONCE = 200;
  private static final String OUTBOX = "the outbox";
  private static final String MAIL = "mail that came";

  private final Pursuits pursuits;
  private final Outbox outbox;
  private final Mail mail;
  private final Accounts accounts;
  private final Clock clock;
  private final List<Rounds> rounds = new ArrayList<>();

  TellingListener(Pursuits pursuits, Outbox outbox, Mail mail, Accounts accounts, Clock clock) {
    this.pursuits = pursuits;
    this.outbox = outbox;
    this.mail = mail;
    this.accounts = accounts;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    rounds.add(Rounds.start("tellings", TICK, accounts::workspaces, this::catchUp));
    rounds.add(Rounds.start("pauses", MINUTE, accounts::workspaces, this::putRight));
  }

  @PreDestroy
  void stop() {
    rounds.forEach(Rounds::close);
  }

  private void putRight(WorkspaceId workspace) {
    var now = clock.instant();
    pursuits.putRight(workspace, LocalDate.ofInstant(now, zone(workspace)), now);
  }

  /** Learns everything about mails that can be known by now. */
  void catchUp(WorkspaceId workspace) {
    var now = clock.instant();
    sentFromTheEditor(workspace, now);
    var mailed = pursuits.mailed(workspace, now.minus(MAY_COME_BACK));
    if (!mailed.isEmpty()) {
      left(workspace, mailed, now);
      cameBack(workspace, mailed, now);
    }
  }

  /** A letter that was opened, changed and sent there tells its outcome, too. */
  private void sentFromTheEditor(WorkspaceId workspace, Instant now) {
    var drafted = pursuits.drafted(workspace);
    if (drafted.isEmpty()) {
      return;
    }
    var sent = outbox.sent(workspace, drafted.stream().map(Drafted::draft).toList());
    for (var letter : drafted) {
      var internetId = sent.get(letter.draft());
      if (internetId != null) {
        pursuits.mailed(workspace, letter.outcome(), internetId, OUTBOX, now);
      }
    }
  }

  private void left(WorkspaceId workspace, List<Telling> mailed, Instant now) {
    var waiting = mailed.stream().filter(it -> it.state() == TellingState.WAITING).toList();
    var mails =
        outbox.mails(workspace, waiting.stream().map(Telling::internetId).distinct().toList());
    for (var telling : waiting) {
      var planned = mails.get(telling.internetId());
      if (planned == null) {
        if (telling.at().plus(BEING_PLANNED).isBefore(now)) {
          learn(workspace, telling, TellingState.FAILED, "It was not sent.", OUTBOX, now);
        }
      } else {
        became(workspace, telling, planned, now);
      }
    }
  }

  private void became(WorkspaceId workspace, Telling telling, OutgoingMail mail, Instant now) {
    switch (mail.state()) {
      case SENT -> learn(workspace, telling, TellingState.DELIVERED, "", OUTBOX, now);
      case FAILED -> learn(workspace, telling, TellingState.FAILED, mail.problem(), OUTBOX, now);
      case CANCELLED ->
          learn(workspace, telling, TellingState.TAKEN_BACK, "It was withdrawn.", OUTBOX, now);
      case PLANNED, DUE, CLAIMED, DISPATCHING, IN_DOUBT -> {
        // It waits, as the telling does.
      }
    }
  }

  private void cameBack(WorkspaceId workspace, List<Telling> mailed, Instant now) {
    while (!Thread.currentThread().isInterrupted()) {
      var changed =
          mail.changedConversations(
              workspace, pursuits.heardUpTo(workspace), CONVERSATIONS_AT_ONCE);
      if (changed.isEmpty()) {
        return;
      }
      changed.forEach(conversation -> heard(workspace, conversation, mailed, now));
      pursuits.hear(workspace, changed.getLast().changeNumber());
    }
  }

  private void heard(
      WorkspaceId workspace, Conversation conversation, List<Telling> mailed, Instant now) {
    var ids = new ArrayList<String>();
    mailed.forEach(telling -> ids.add(telling.internetId()));
    var reasons = BounceRules.cameBack(conversation, ids, message -> raw(workspace, message));
    for (var telling : mailed) {
      var reason = reasons.get(telling.internetId());
      if (reason != null) {
        learn(workspace, telling, TellingState.CAME_BACK, reason, MAIL, now);
      }
    }
  }

  /**
   * From whichever of the two states it can be in: a report may be here before the outbox was
   * asked.
   */
  private void learn(
      WorkspaceId workspace,
      Telling telling,
      TellingState state,
      String reason,
      String by,
      Instant now) {
    var from =
        state == TellingState.CAME_BACK
            ? List.of(TellingState.WAITING, TellingState.DELIVERED)
            : List.of(TellingState.WAITING);
    for (var before : from) {
      pursuits.learn(workspace, telling.id(), before, state, reason, by, now);
    }
  }

  /** Where the owner's days begin. */
  private ZoneId zone(WorkspaceId workspace) {
    var members = accounts.members(workspace);
    return members.isEmpty() ? ZoneOffset.UTC : members.getFirst().zone();
  }

  private String raw(WorkspaceId workspace, StoredMessage message) {
    return mail.raw(workspace, message.id()).map(it -> new String(it, ISO_8859_1)).orElse("");
  }
}
