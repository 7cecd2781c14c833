package io.politely.patience;

import io.politely.reading.Act;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A letter of which nothing is known yet: eighty words to one person, with one question. */
final class Plain {

  private static final int WORDS = 80;

  private static final Contents CONTENTS =
      new Contents(
          WORDS, 0, 1, 1, true, Set.of(Act.QUESTION), false, false, Contents.Series.NONE, false);

  private Plain() {}

  /** From us to somebody, by their number and that of their domain. */
  static Sent letter(String id, int to, int domain, Instant at) {
    return new Sent(
        id,
        null,
        at.getEpochSecond(),
        Acquaintances.US,
        List.of(new Sent.Addressed(to, domain, false, true, true)),
        CONTENTS);
  }
}
