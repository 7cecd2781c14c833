package io.politely.ledger;

import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A promise as pages show it.
 *
 * @param who who made it
 * @param look kept, broken or open
 * @param state the word for it
 * @param path where it was made
 */
public record PromiseLine(
    String who, String quote, String look, String state, When due, String path) {

  /** A promise as of a moment and in a zone. */
  public static PromiseLine of(Promise promise, String who, String path, Instant now, ZoneId zone) {
    boolean kept = promise.keptAt() != null;
    boolean broken = promise.isBroken(now);
    return new PromiseLine(
        promise.byUs() ? "You" : who,
        promise.quote(),
        kept ? "kept" : broken ? "broken" : "open",
        kept ? "Kept" : broken ? "Not kept" : "Open",
        When.of(promise.due(), now, zone),
        path);
  }
}
