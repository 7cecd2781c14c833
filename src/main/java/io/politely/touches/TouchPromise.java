package io.politely.touches;

import io.politely.ledger.PromiseLine;
import io.politely.people.PersonId;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A promise that was made beside mail.
 *
 * @param byUs whether we made it
 * @param person to whom it was made, or who made it, as the user sees them now
 * @param due when it is to be kept
 * @param keptAt when the user said that it was kept, or null
 */
public record TouchPromise(
    TouchPromiseId id,
    TouchId touch,
    boolean byUs,
    PersonId person,
    String words,
    Instant due,
    @Nullable Instant keptAt) {

  /** Whether it was due before {@code now} and was not kept. */
  public boolean isBroken(Instant now) {
    return keptAt == null && due.isBefore(now);
  }

  /** As pages show promises. */
  public PromiseLine line(String name, Instant now, ZoneId zone) {
    boolean broken = isBroken(now);
    return new PromiseLine(
        byUs ? "You" : name,
        words,
        keptAt != null ? "kept" : broken ? "broken" : "open",
        keptAt != null ? "Kept" : broken ? "Not kept" : "Open",
        When.of(due, now, zone),
        "/touches/" + touch);
  }
}
