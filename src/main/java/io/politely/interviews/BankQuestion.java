package io.politely.interviews;

import io.politely.people.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that was asked in meetings; nothing tells whom.
 *
 * @param words as it was told first
 * @param times when it was asked, the newest first; one at least
 */
public record BankQuestion(UUID id, String words, List<Time> times) {

  public BankQuestion {
    times = List.copyOf(times);
  }

  /**
   * One time that it was asked.
   *
   * @param company of whoever asked, or ""
   * @param interviewer who asked, where that was told; or null
   */
  public record Time(
      String company, @Nullable PersonId interviewer, InterviewKind kind, LocalDate on) {

    /** Who asked, where that was told. */
    public Optional<PersonId> by() {
      return Optional.ofNullable(interviewer);
    }
  }

  /** When it was asked last. */
  public LocalDate last() {
    return times.getFirst().on();
  }
}
