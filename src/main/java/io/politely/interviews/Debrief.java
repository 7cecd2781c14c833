package io.politely.interviews;

import io.politely.calendar.MeetingId;
import io.politely.touches.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was told after a meeting.
 *
 * @param endedAt when the meeting ended
 * @param way whether it was typed by who was there, or told on the phone
 * @param words as they were told on the phone; or ""
 * @param toldAt when the first answer was given; null until then
 * @param doneAt when the last one was given; null until then
 * @param promise the answer to the one question; null until it was given
 * @param condition what stood in place of a yes, in their words; or ""
 * @param loggedAs where its promises were logged, or null
 * @param clientAskedAt when the client was asked for their version, or null
 */
public record Debrief(
    MeetingId meeting,
    Instant endedAt,
    Instant openedAt,
    Way way,
    String words,
    @Nullable Instant toldAt,
    @Nullable Instant doneAt,
    @Nullable Commitment promise,
    String condition,
    @Nullable TouchId loggedAs,
    @Nullable Instant clientAskedAt,
    List<DebriefAnswer> answers) {

  public Debrief {
    answers = List.copyOf(answers);
  }

  /** The same as if these were its answers to their questions. */
  Debrief with(Collection<DebriefAnswer> others) {
    var all = new ArrayList<>(answers);
    for (var other : others) {
      all.removeIf(
          it -> it.question().equals(other.question()) && it.about().equals(other.about()));
      if (!other.words().isEmpty()) {
        all.add(other);
      }
    }
    return new Debrief(
        meeting,
        endedAt,
        openedAt,
        way,
        words,
        toldAt,
        doneAt,
        promise,
        condition,
        loggedAs,
        clientAskedAt,
        all);
  }

  /** How it is told. */
  public enum Way {
    TYPED,
    PHONE
  }

  /** Whether it waits to be told. */
  public boolean isOpen() {
    return doneAt == null;
  }

  /** The answer to the one question. */
  public Optional<Commitment> commitment() {
    return Optional.ofNullable(promise);
  }

  /** How fresh the memory was; empty until something was told. */
  public Optional<Memory> memory() {
    return Optional.ofNullable(doneAt == null ? toldAt : doneAt)
        .map(at -> Memory.of(Duration.between(endedAt, at)));
  }

  /** The words of an answer; "" where there is none. */
  public String said(String question) {
    return said(question, "");
  }

  /** The words of an answer about somebody; "" where there is none. */
  public String said(String question, String about) {
    return answer(question, about).map(DebriefAnswer::words).orElse("");
  }

  /** An answer, also one that was skipped. */
  public Optional<DebriefAnswer> answer(String question, String about) {
    return answers.stream()
        .filter(it -> it.question().equals(question) && it.about().equals(about))
        .findFirst();
  }
}
