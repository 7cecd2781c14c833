package io.politely.interviews.web;

import io.politely.web.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A debrief, one question at a time.
 *
 * @param path of the debrief
 * @param called the meeting
 * @param about the pursuit and the candidate, or ""
 * @param memory how fresh it is, a sentence
 * @param field the question; null where nothing was opened yet
 * @param answered how many questions of this path have an answer
 * @param of how many there are, as far as the answers tell
 * @param back to the question before, or ""
 * @param other the same question on the other path
 */
public record DebriefPage(
    String path,
    String called,
    String about,
    When ended,
    String memory,
    @Nullable Field field,
    int answered,
    int of,
    boolean isShort,
    String back,
    String other,
    String problem) {

  /**
   * A question and what stands in it.
   *
   * @param id of its field on the page
   * @param name of its field in a form of many
   * @param kind how it is answered, a word
   * @param part what it belongs to
   * @param condition after which answer it is asked, or ""
   * @param typed what was typed beside the options
   */
  public record Field(
      String id,
      String name,
      String question,
      String about,
      String kind,
      String part,
      String text,
      String hint,
      String condition,
      List<Option> options,
      String typed) {

    public Field {
      options = List.copyOf(options);
    }

    /** Whether a tap on one of its options is the whole answer. */
    public boolean isTapped() {
      return switch (kind) {
        case "yes-no", "choice", "scale", "commitment", "person" -> true;
        default -> false;
      };
    }

    /** Whether something can be typed. */
    public boolean isTyped() {
      return switch (kind) {
        case "yes-no", "choice", "scale" -> false;
        default -> true;
      };
    }

    /** Whether what is typed has more than one line. */
    public boolean hasLines() {
      return switch (kind) {
        case "text", "list", "promises", "people", "commitment" -> true;
        default -> false;
      };
    }

    /** The type of a field of one line. */
    public String type() {
      return switch (kind) {
        case "time" -> "time";
        case "date" -> "date";
        default -> "text";
      };
    }
  }

  /** One answer to choose. */
  public record Option(String value, String name, boolean isChosen) {}
}
