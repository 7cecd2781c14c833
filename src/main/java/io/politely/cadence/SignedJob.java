package io.politely.cadence;

import java.util.List;
import java.util.Set;

/**
 * What somebody does, by what stands below their name.
 *
 * @param said the lines, as they stand: "Head of Data, Example GmbH"
 * @param level the level that the title tells: {@code director}
 * @param parts the words of title, department and company, a set each, without those that tell the
 *     level
 */
record SignedJob(String said, String level, List<Set<String>> parts) {

  SignedJob {
    parts = List.copyOf(parts);
  }

  /**
   * Whether it is another job and not another spelling: the level differs, or each has a part that
   * the other has not. Who leaves the company out says nothing about it.
   */
  boolean isAnotherThan(SignedJob earlier) {
    return !level.equals(earlier.level) || (hasPartBeside(earlier) && earlier.hasPartBeside(this));
  }

  private boolean hasPartBeside(SignedJob other) {
    return parts.stream()
        .anyMatch(part -> other.parts.stream().noneMatch(it -> areAlike(part, it)));
  }

  /** One within the other, or half of all their words in both. */
  private static boolean areAlike(Set<String> one, Set<String> other) {
    long shared = one.stream().filter(other::contains).count();
    return shared == one.size()
        || shared == other.size()
        || 2 * shared >= one.size() + other.size() - shared;
  }
}
