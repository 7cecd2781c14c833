package io.politely.cadence.web;

import io.politely.cadence.ReasonLines;
import io.politely.web.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One follow-up.
 *
 * @param pursuit what it is for, or ""
 * @param says what is polite in its situation
 * @param next what comes next, or how it ended
 * @param why a sentence
 * @param words how what only the user knows is asked for
 * @param doing what to do next where that is no letter, or null
 * @param lastWord why a letter is offered though it ended, a sentence, or ""
 * @param letter the drafted letter, or null where none is due
 * @param gauge how much presses on them, now and after the next touch
 * @param plan the next sixty days if nobody answers
 * @param items that they have not had
 * @param reasons to write, known since the last letter to them
 * @param every business days between two touches, as the user set them, or ""
 * @param leastEvery the fewest that are allowed; 0: that is not asked
 * @param problems why it could not be approved
 * @param canAskModel whether a language model may be asked to rewrite the letter
 * @param asksWhy whether a written reason lets it go all the same
 */
public record FollowUpPage(
    String path,
    String id,
    String person,
    String personPath,
    String pursuit,
    String pursuitPath,
    String row,
    String situation,
    String says,
    boolean isOpen,
    String next,
    String why,
    boolean asksConnector,
    @Nullable Doing doing,
    String lastWord,
    @Nullable Letter letter,
    Gauge gauge,
    List<Step> plan,
    String fact,
    String source,
    String relevance,
    boolean needsResearch,
    ResearchWords words,
    String notBefore,
    String promised,
    String every,
    int leastEvery,
    String earliest,
    List<Item> items,
    ReasonLines reasons,
    List<Evidence> evidence,
    String known,
    List<String> problems,
    boolean canAskModel,
    boolean asksWhy) {

  public FollowUpPage {
    plan = List.copyOf(plan);
    items = List.copyOf(items);
    evidence = List.copyOf(evidence);
    problems = List.copyOf(problems);
  }

  /**
   * The letter, to be read and changed.
   *
   * @param number of the touch
   * @param leaves when, a sentence
   * @param remarks on its words
   */
  public record Letter(
      int number,
      String to,
      String subject,
      boolean isInThread,
      String body,
      String leaves,
      boolean needsValue,
      List<String> missing,
      List<String> notes,
      List<Remark> remarks) {

    public Letter {
      missing = List.copyOf(missing);
      notes = List.copyOf(notes);
      remarks = List.copyOf(remarks);
    }
  }

  /** A step that is taken on another page. */
  public record Doing(String label, String path) {}

  /** A remark on the words of a letter. */
  public record Remark(String sentence, String quote, boolean isGrave) {}

  /**
   * A gauge of pushiness, 0 to 100.
   *
   * @param words the band, in words
   */
  public record Gauge(int now, int after, int amber, int red, String words, List<String> parts) {

    public Gauge {
      parts = List.copyOf(parts);
    }
  }

  /** A step of the plan. */
  public record Step(When when, String what, String why, boolean isOurs) {}

  /** A value item to choose. */
  public record Item(String id, String said, boolean isChosen) {}

  /** What a number rests on. */
  public record Evidence(String says, String strength) {}
}
