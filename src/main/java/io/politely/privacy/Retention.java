package io.politely.privacy;

import io.politely.accounts.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long candidates are kept when nothing goes on with them any more.
 *
 * @param months since the last of their searches closed, since the last mail in either direction,
 *     and since they were last kept
 * @param by who said so
 */
public record Retention(int months, MemberId by) {

  /** What can be chosen; nothing is set by itself. */
  public static final List<Integer> CHOICES = List.of(3, 6, 12, 24, 36);

  /** Whether somebody's time has come. */
  boolean isOver(
      Instant ended, @Nullable Instant lastContact, @Nullable Instant kept, Instant now) {
    return Stream.of(ended, lastContact, kept)
        .filter(Objects::nonNull)
        .map(it -> it.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant())
        .noneMatch(now::isBefore);
  }
}
