package io.politely.interviews;

import io.politely.interviews.DebriefBank.AnswerKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether an answer is one, by the kind of its question. Pure. */
final class AnswerRules {

  /** The longest answer, in characters. */
  static final int LONGEST = 4_000;

  private static final int MINUTES_OF_A_DAY = 24 * 60;

  private AnswerRules() {}

  /** What is wrong with an answer, a sentence; empty where nothing is. */
  static Optional<String> problem(AnswerKind kind, List<String> options, String words) {
    if (words.length() > LONGEST) {
      return Optional.of("An answer has at most %,d characters.".formatted(LONGEST));
    }
    if (words.isBlank()) {
      return Optional.empty();
    }
    return switch (kind) {
      case YES_NO -> unless(words.equals("yes") || words.equals("no"), "Choose yes or no.");
      case CHOICE -> unless(options.contains(words), "Choose one of the answers.");
      case SCALE -> unless(words.matches("[1-5]"), "Choose a number from 1 to 5.");
      case MINUTES ->
          unless(
              words.matches("\\d{1,4}") && Integer.parseInt(words) <= MINUTES_OF_A_DAY,
              "Write the minutes as a number.");
      case TIME -> unless(isTime(words), "Write the time as 14:30.");
      case DATE -> unless(isDay(words), "Write the day as 2026-03-31.");
      case PERSON, PEOPLE, TEXT, LIST, PROMISES, COMMITMENT -> Optional.empty();
    };
  }

  /** An answer as it is kept. */
  static String kept(AnswerKind kind, String words) {
    var storable = words.replace("\0", "").strip();
    return kind.isOfLines()
        ? storable
            .lines()
            .map(it -> it.strip().replaceFirst("^[-*•–]\\s+", ""))
            .filter(it -> !it.isEmpty())
            .distinct()
            .collect(Collectors.joining("\n"))
        : storable;
  }

  private static Optional<String> unless(boolean fits, String sentence) {
    return fits ? Optional.empty() : Optional.of(sentence);
  }

  private static boolean isTime(String words) {
    try {
      LocalTime.parse(words);
      return true;
    } catch (DateTimeException noTime) {
      return false;
    }
  }

  private static boolean isDay(String words) {
    try {
      LocalDate.parse(words);
      return true;
    } catch (DateTimeException noDay) {
      return false;
    }
  }
}
