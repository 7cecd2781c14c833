package io.politely.pursuits.web;

import io.politely.pursuits.PursuitFilter;
import io.politely.pursuits.PursuitKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is looked at: a kind, as a board or a list, and which of them.
 *
 * @param isWaiting only those in which somebody waits for an outcome from us
 * @param isWhole whether all are shown, however many they are
 */
record BoardQuery(
    PursuitKind kind,
    boolean isBoard,
    boolean isWithClosed,
    boolean isWaiting,
    boolean isWhole,
    String stage,
    String words) {

  static final String PATH = "/pursuits";

  /** More of them nobody looks through in one column. */
  private static final int CARDS_SHOWN = 40;

  /** How many lines a list begins with, when they are all in one stage. */
  static final int LINES_SHOWN = 100;

  private static final int MOST_LINES = 5_000;

  /** All of a kind that go on. */
  static BoardQuery of(PursuitKind kind, boolean isBoard) {
    return new BoardQuery(kind, isBoard, false, false, false, "", "");
  }

  PursuitFilter filter() {
    return new PursuitFilter(Optional.of(kind), isWithClosed, stage, words);
  }

  /** Whether it shows fewer than all that go on. */
  boolean isNarrow() {
    return isWithClosed || isWaiting || !stage.isEmpty() || !words.isBlank();
  }

  BoardQuery as(boolean board) {
    return new BoardQuery(kind, board, isWithClosed, isWaiting, false, stage, words);
  }

  BoardQuery inStage(String of) {
    return new BoardQuery(kind, false, isWithClosed, isWaiting, true, of, words);
  }

  BoardQuery whole() {
    return new BoardQuery(kind, isBoard, isWithClosed, isWaiting, true, stage, words);
  }

  /** How many of each stage are read. */
  int mostOfStage() {
    if (isBoard) {
      return CARDS_SHOWN;
    }
    return isWhole ? MOST_LINES : LINES_SHOWN;
  }

  /** Its address, the same for the same. */
  String path() {
    return PATH
        + "?kind="
        + kind.word()
        + (isBoard ? "" : "&view=list")
        + (isWithClosed ? "&closed=true" : "")
        + (isWaiting ? "&waiting=true" : "")
        + (isWhole ? "&whole=true" : "")
        + (stage.isEmpty() ? "" : "&stage=" + encoded(stage))
        + (words.isBlank() ? "" : "&words=" + encoded(words.strip()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
