package io.politely.outbox;

import java.time.Duration;

/**
 * What a claimed mail comes to.
 *
 * @param token under which it was claimed; where the row has another one, nothing is written
 * @param hold why it waits for a person, or ""
 * @param problem what went wrong, one sentence, or ""
 * @param pause for {@link OutgoingState#DUE}: how long it is not tried
 * @param wantsCopy whether we file our copy in Sent ourselves
 */
record Settlement(
    OutgoingId id,
    long token,
    OutgoingState state,
    String hold,
    String problem,
    Duration pause,
    boolean wantsCopy)
    implements Entry {

  static Settlement sent(Claimed mail, boolean wantsCopy) {
    return new Settlement(
        mail.id(), mail.token(), OutgoingState.SENT, "", "", Duration.ZERO, wantsCopy);
  }

  static Settlement of(Claimed mail, OutgoingState state, String problem) {
    return new Settlement(mail.id(), mail.token(), state, "", problem, Duration.ZERO, false);
  }

  static Settlement again(Claimed mail, String problem, Duration pause) {
    return new Settlement(mail.id(), mail.token(), OutgoingState.DUE, "", problem, pause, false);
  }

  static Settlement held(Claimed mail, String reason) {
    return new Settlement(
        mail.id(), mail.token(), OutgoingState.DUE, reason, "", Duration.ZERO, false);
  }

  /** What the step says. */
  String reason() {
    if (!hold.isEmpty()) {
      return hold;
    }
    return problem.isEmpty() ? "The server accepted it." : problem;
  }
}
