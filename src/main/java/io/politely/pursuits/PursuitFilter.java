package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which pursuits are wanted.
 *
 * @param kind of which kind; empty: all
 * @param isWithClosed whether those that are over are wanted, too
 * @param stage the word of the stage that they are in; "" for all
 * @param words part of a title or company; "" for all
 */
public record PursuitFilter(
    Optional<PursuitKind> kind, boolean isWithClosed, String stage, String words) {

  public PursuitFilter {
    words = NewPursuit.oneLine(words).toLowerCase(Locale.ROOT);
  }

  /** Everything that goes on or ended, of all kinds. */
  public static PursuitFilter all() {
    return new PursuitFilter(Optional.empty(), true, "", "");
  }

  String kindWord() {
    return kind.map(PursuitKind::word).orElse("");
  }

  String stateWords() {
    return Arrays.stream(PursuitState.values())
        .filter(state -> isWithClosed || state != PursuitState.CLOSED)
        .map(PursuitState::word)
        .collect(Collectors.joining(" "));
  }
}
