package io.politely.cadence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy, to be read.
 *
 * @param dated when the shipped numbers were last looked at
 * @param changed how many are other than shipped, in a sentence, or ""
 * @param anew how far the plans are that a change moves, or null where none was changed lately
 */
public record PolicyPage(
    String dated,
    String changed,
    @Nullable Anew anew,
    List<Limit> limits,
    List<Row> situations,
    List<Owed> owed) {

  public PolicyPage {
    limits = List.copyOf(limits);
    situations = List.copyOf(situations);
    owed = List.copyOf(owed);
  }

  /**
   * How far the plans are that a change moves.
   *
   * @param said in a sentence
   * @param events where it is told how it gets on, or null
   */
  public record Anew(
      String state, String said, boolean isGoing, long looked, long of, @Nullable String events) {}

  /**
   * Something that we owe others.
   *
   * @param within by when
   * @param holds what the message must hold
   * @param where the page that watches it
   * @param strength of the evidence
   */
  public record Owed(
      String row,
      String debt,
      String within,
      String holds,
      String where,
      String path,
      String says,
      String strength) {}

  /**
   * A number that can be changed.
   *
   * @param path of its own page
   * @param title what a screen reader says for it
   * @param changed "shipped: 3", or ""
   */
  public record Figure(String path, int value, String title, String changed) {}

  /** A cap. {@code range}: "from 2 to 20". */
  public record Limit(Figure figure, String range) {}

  /**
   * A situation.
   *
   * @param event what its clock counts from
   * @param most how many touches it has
   * @param top what holds for a C-level reader, or ""
   * @param closure how it ends
   * @param standing how much the evidence can be relied on, a sentence
   */
  public record Row(
      String row,
      String title,
      String event,
      String says,
      List<Touch> touches,
      Figure most,
      String top,
      Figure closureAfter,
      String closure,
      String connector,
      String standing,
      List<Finding> evidence) {

    public Row {
      touches = List.copyOf(touches);
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A touch of a situation.
   *
   * @param gap null: at once
   * @param after after what the gap is
   * @param promise when where they named a day, or ""
   * @param channels "by e-mail, else a call"
   * @param ask minutes at most
   */
  public record Touch(
      int number,
      @Nullable Figure gap,
      String after,
      String promise,
      String channels,
      Figure ask,
      boolean needsValue) {}

  /** What a number rests on. {@code strength}: what sort of evidence that is. */
  public record Finding(String says, String strength) {}
}
