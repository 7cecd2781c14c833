package io.politely.ledger.web;

import io.politely.accounts.SignedIn;
import io.politely.ledger.Decision.Verdict;
import io.politely.ledger.DecisionId;
import io.politely.ledger.Ledger;
import io.politely.mail.ConversationId;
import io.politely.web.Answer;
import io.politely.web.Toast;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Decides conversations, and takes that back. */
@Controller
class DecisionController {

  private static final int LONGEST_NOTE = 2_000;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

  private final Ledger ledger;
  private final Clock clock;

  DecisionController(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Decides a conversation.
   *
   * @param verdict settled, snoozed, not-mine, ours, theirs, reopened
   * @param until for a snooze, see {@link SnoozeRules}
   * @param back where to go then; "": to the conversation
   */
  @PostMapping("/conversations/{conversation}/decisions")
  Answer decide(
      SignedIn me,
      @PathVariable UUID conversation,
      @RequestParam String verdict,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "") String back) {
    var now = clock.instant();
    var decided = Verdict.of(verdict).orElseThrow(() -> unfit("There is no such decision."));
    var end = decided == Verdict.SNOOZED ? end(until, me.zone(), now) : null;
    if (note.length() > LONGEST_NOTE) {
      throw unfit("A note has at most 2,000 characters.");
    }
    var id = new ConversationId(conversation);
    return ledger
        .decide(me.workspace(), id, decided, end, note, me.member(), now)
        .map(decision ->
            Answer.seeOther(
                back.isEmpty() ? path(id) : back,
                Toast.undoable(
                    sentence(decided, end, me.zone()), path(id) + "/decisions/" + decision)))
        .orElseThrow(DecisionController::missing);
  }

  /** Takes a decision back. Its conversation may be part of another one by now. */
  @DeleteMapping("/conversations/{conversation}/decisions/{decision}")
  Answer takeBack(
      SignedIn me,
      @PathVariable UUID conversation,
      @PathVariable UUID decision,
      @RequestParam(defaultValue = "") String back) {
    return ledger
        .undo(me.workspace(), new DecisionId(decision), clock.instant())
        .map(id -> Answer.seeOther(back.isEmpty() ? path(id) : back, Toast.saying("Taken back.")))
        .orElseThrow(DecisionController::missing);
  }

  private static Instant end(String until, ZoneId zone, Instant now) {
    return SnoozeRules.until(until, zone, now)
        .orElseThrow(() -> unfit("Choose a day after today."));
  }

  private static String sentence(Verdict verdict, @Nullable Instant until, ZoneId zone) {
    return switch (verdict) {
      case SETTLED -> "Settled.";
      case SNOOZED ->
          until == null ? "Snoozed." : "Comes back on " + DAY.format(until.atZone(zone)) + ".";
      case NOT_MINE -> "Not yours to answer.";
      case OURS -> "Your move.";
      case THEIRS -> "Their move.";
      case REOPENED -> "Reopened: the messages speak again.";
    };
  }

  private static String path(ConversationId conversation) {
    return "/conversations/" + conversation;
  }

  private static ResponseStatusException unfit(String reason) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
