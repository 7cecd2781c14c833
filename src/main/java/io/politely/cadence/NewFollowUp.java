package io.politely.cadence;

import io.politely.cadence.FollowUp.Research;
import io.politely.mail.ConversationId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cadence that is to be started.
 *
 * @param startedAt the event from which its clock runs; null: now
 * @param every business days between two touches of keeping in touch; null: as the policy has it
 */
public record NewFollowUp(
    PersonId person,
    String situation,
    @Nullable PursuitId pursuit,
    @Nullable ConversationId conversation,
    @Nullable Instant startedAt,
    @Nullable LocalDate promised,
    @Nullable LocalDate notBefore,
    Research research,
    @Nullable Integer every) {

  /** As often as the policy has it. */
  public NewFollowUp(
      PersonId person,
      String situation,
      @Nullable PursuitId pursuit,
      @Nullable ConversationId conversation,
      @Nullable Instant startedAt,
      @Nullable LocalDate promised,
      @Nullable LocalDate notBefore,
      Research research) {
    this(person, situation, pursuit, conversation, startedAt, promised, notBefore, research, null);
  }
}
