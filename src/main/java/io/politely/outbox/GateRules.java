package io.politely.outbox;

import java.time.Duration;

/** What becomes of a mail whose gate did not open. The strongest reason decides. */
final class GateRules {

  /** As often as a mailbox is looked at while something is due from it. */
  private static final Duration UNTIL_FRESH = Duration.ofSeconds(5);

  private static final Duration AT_ONCE = Duration.ZERO;

  private GateRules() {}

  /** What is to be done with it. */
  sealed interface Verdict {

    /** It waits for a person. */
    record Hold(String reason) implements Verdict {}

    /** It is due again after a pause. */
    record Wait(String reason, Duration pause) implements Verdict {}

    /** It never leaves. */
    record Cancel(String reason) implements Verdict {}

    /** Somebody else decided about it already. */
    record Leave() implements Verdict {}
  }

  static Verdict judge(GateFacts facts) {
    if (facts.state() != OutgoingState.CLAIMED || !facts.isOurs()) {
      return new Verdict.Leave();
    }
    if (facts.stopReason() != null) {
      return new Verdict.Cancel("Nobody writes to them any more: " + facts.stopReason());
    }
    if (!facts.isAsApproved()) {
      return new Verdict.Hold(
          "It is no longer what was approved, so it did not leave: look at it again.");
    }
    if (facts.hasNews()) {
      return new Verdict.Hold(
          "A message came after this was approved: read it, and decide whether this still fits.");
    }
    if (facts.isLate()) {
      return new Verdict.Hold(
          "It could not leave while it was timely: decide whether it still should.");
    }
    if (facts.isFenced()) {
      return new Verdict.Wait("Sending waits until somebody confirms this database.", UNTIL_FRESH);
    }
    if (!facts.isFresh()) {
      return new Verdict.Wait(
          facts.provenAt() == null
              ? "It waits until its mailbox has been read completely."
              : "It waits until its mailbox has been looked at again.",
          UNTIL_FRESH);
    }
    return new Verdict.Wait("Something changed while it was about to leave.", AT_ONCE);
  }
}
