package io.politely.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of the newest text that matters to whose move it is.
 *
 * @param act what the sentence does
 * @param quote the sentence itself, white space folded, at most 300 characters
 * @param due the day a promise or ask names, where it names one
 * @param contact whom a referral or a notice of absence names, where it names somebody
 * @param confidence how sure the reading is, 0…1
 */
public record Signal(
    Act act, String quote, @Nullable LocalDate due, @Nullable Contact contact, double confidence) {

  /** Of a sentence that refers to nobody. */
  public Signal(Act act, String quote, @Nullable LocalDate due, double confidence) {
    this(act, quote, due, null, confidence);
  }

  /** The same, of a sentence that names somebody. */
  Signal naming(Contact named) {
    return new Signal(act, quote, due, named, confidence);
  }
}
