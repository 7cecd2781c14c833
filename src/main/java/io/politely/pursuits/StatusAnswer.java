package io.politely.pursuits;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said on their status page.
 *
 * @param interested whether they still are; null: they did not say
 * @param changed what is different now, in their words, or ""
 */
public record StatusAnswer(Instant at, @Nullable Boolean interested, String changed) {

  /** The most characters that they may write. */
  public static final int LONGEST = 1_000;

  /** What a form sent; empty where it says nothing or too much. */
  public static Optional<StatusAnswer> of(String interest, String changed, Instant at) {
    var words = changed.replace("\0", "").replace("\r\n", "\n").strip();
    var interested =
        switch (interest) {
          case "yes" -> Boolean.TRUE;
          case "no" -> Boolean.FALSE;
          default -> null;
        };
    boolean saysNothing = interested == null && words.isEmpty();
    return saysNothing || words.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new StatusAnswer(at, interested, words));
  }

  /** "yes", "no", or "" where they did not say. */
  public String interest() {
    if (interested == null) {
      return "";
    }
    return interested ? "yes" : "no";
  }
}
