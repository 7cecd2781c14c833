package io.politely.cadence;

import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import io.politely.reading.Intent;
import io.politely.wording.ValueKind;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A message between us and one address, as plans need it.
 *
 * @param address ours: to whom; theirs: who wrote
 * @param kind touch, answer; reply, automatic, absence
 */
record Event(
    MessageId message,
    String address,
    ConversationId conversation,
    @Nullable String internetId,
    Instant at,
    boolean ours,
    String kind,
    @Nullable Integer askMinutes,
    ValueKind value,
    @Nullable Intent intent,
    @Nullable LocalDate notBefore,
    @Nullable LocalDate promiseDue) {

  Touched touched() {
    return new Touched(
        at,
        Channel.EMAIL,
        askMinutes,
        value,
        kind.equals("answer") ? Touched.Kind.ANSWER : Touched.Kind.TOUCH,
        false);
  }

  Heard heard(boolean isColleague) {
    var what =
        switch (kind) {
          case "reply" -> Heard.Kind.REPLY;
          case "absence" -> Heard.Kind.ABSENCE;
          default -> Heard.Kind.AUTOMATIC;
        };
    return new Heard(at, what, intent, notBefore, promiseDue, isColleague);
  }
}
