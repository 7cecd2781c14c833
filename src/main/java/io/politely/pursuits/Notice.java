package io.politely.pursuits;

import io.politely.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log of what was told to whom.
 *
 * @param reason that they were told, or ""
 * @param isTakenBack whether another decision came instead
 * @param way how they were told; null: they were not
 * @param state what became of it; null: they were not told
 * @param problem why it did not arrive, a sentence, or ""
 * @param at when they were told; null: they were not
 */
public record Notice(
    PersonId person,
    Result result,
    String reason,
    Instant decidedAt,
    boolean isTakenBack,
    @Nullable Way way,
    @Nullable TellingState state,
    String problem,
    @Nullable Instant at) {}
