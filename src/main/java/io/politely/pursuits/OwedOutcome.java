package io.politely.pursuits;

import io.politely.people.PersonId;
import java.time.Instant;

/**
 * An outcome that somebody waits for: they from us, or we from them.
 *
 * @param byUs whether we are the ones who owe it
 * @param row of the policy, {@code D4} to {@code D8}
 * @param since when the time was given that it is owed for
 * @param due when it is owed at the latest
 * @param reason why it is owed, and why by then, a sentence
 */
public record OwedOutcome(
    PursuitId pursuit,
    PersonId person,
    boolean byUs,
    String row,
    Instant since,
    Instant due,
    String reason) {}
