package io.politely.cadence;

import io.politely.outbox.OutgoingId;
import io.politely.people.PersonId;
import io.politely.wording.ValueKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody approved.
 *
 * @param followUp of which it is a touch; null: written by hand
 * @param number of the touch; 0 for a last word, and for what is none of a plan
 */
record Approval(
    OutgoingId outgoing,
    PersonId person,
    String internetId,
    @Nullable FollowUpId followUp,
    int number,
    Instant dueAt,
    boolean weighs,
    @Nullable Integer askMinutes,
    ValueKind value) {}
