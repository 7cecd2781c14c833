package io.politely.ledger;

import io.politely.mail.StoredMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells answers that commit their writer to nothing. */
final class Vagueness {

  /** More than this explains itself, whatever doubts it has. */
  private static final int MOST_VAGUE_WORDS = 30;

  private static final int MOST_TERSE_WORDS = 3;
  private static final int LONGEST_QUOTE = 120;

  /** Words of somebody who has not made up their mind, in seven languages; from dictionaries. */
  private static final List<String> HEDGES =
      List.of(
          "hm",
          "hmm",
          "maybe",
          "perhaps",
          "might",
          "depends",
          "not sure",
          "unsure",
          "we'll see",
          "interesting",
          "let's see",
          "who knows",
          "vielleicht",
          "mal sehen",
          "kommt darauf an",
          "kommt drauf an",
          "weiß nicht",
          "interessant",
          "peut-être",
          "ça dépend",
          "on verra",
          "intéressant",
          "quizás",
          "quizá",
          "tal vez",
          "depende",
          "ya veremos",
          "interesante",
          "forse",
          "dipende",
          "vedremo",
          "interessante",
          "misschien",
          "hangt ervan af",
          "we zien wel",
          "talvez",
          "veremos");

  private static final Pattern HEDGE =
      Pattern.compile(
          "(?<![\\p{L}'])(?:" + String.join("|", HEDGES) + ")(?![\\p{L}'])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Vagueness() {}

  /** A short text with a hedge in it. */
  static boolean isVague(String text) {
    return words(text) <= MOST_VAGUE_WORDS && HEDGE.matcher(text).find();
  }

  /** A text that says next to nothing. */
  static boolean isTerse(String text) {
    return words(text) <= MOST_TERSE_WORDS;
  }

  /** The beginning of what was written. */
  static String quote(StoredMessage message) {
    var text = message.reading().newestText().strip().replaceAll("\\s+", " ");
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE);
  }

  private static long words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+"))
        .filter(word -> !word.isEmpty())
        .count();
  }
}
