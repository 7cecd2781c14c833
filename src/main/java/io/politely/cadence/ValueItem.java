package io.politely.cadence;

import io.politely.wording.ValueKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something new and useful for whoever gets it.
 *
 * @param title as it stands within a sentence: "the survey on lead times"
 * @param words what they can do with it, a sentence, or ""
 * @param link where it lies, or ""
 * @param uses to how many people it went
 */
public record ValueItem(ItemId id, Kind kind, String title, String words, String link, long uses) {

  /** The longest {@link #title}, {@link #words} and {@link #link}. */
  public static final int LONGEST = 300;

  public ValueItem {
    title = title.strip();
    words = words.strip();
    link = link.strip();
  }

  /** Why it cannot be kept, a sentence; empty where it can. */
  public Optional<String> problem() {
    if (title.isEmpty()) {
      return Optional.of("Say what it is, as it would stand in a sentence.");
    }
    if (title.length() > LONGEST || words.length() > LONGEST || link.length() > LONGEST) {
      return Optional.of("Each part has at most %d characters.".formatted(LONGEST));
    }
    return link.isEmpty() || link.matches("https?://\\S+")
        ? Optional.empty()
        : Optional.of("A link begins with https:// or http://.");
  }

  /** What it is. */
  public enum Kind {
    ARTICLE("Article", ValueKind.ARTEFACT),
    INTRODUCTION("Introduction", ValueKind.INTRO),
    ANSWER("Answer to something they asked", ValueKind.REQUESTED),
    RESULT("Relevant result", ValueKind.FACT),
    QUESTION("Question worth their time", ValueKind.FACT);

    private final String said;
    private final ValueKind value;

    Kind(String said, ValueKind value) {
      this.said = said;
      this.value = value;
    }

    /** How a page says it. */
    public String said() {
      return said;
    }

    /** What it brings its reader. */
    public ValueKind value() {
      return value;
    }

    /** The word for it in tables and forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a word stands for. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }
}
