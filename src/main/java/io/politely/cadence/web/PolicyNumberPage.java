package io.politely.cadence.web;

import io.politely.cadence.web.PolicyPage.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number of the policy, and what a change of it moves.
 *
 * @param path of this page; takes a {@code PUT}
 * @param back to its place in the policy
 * @param where what it belongs to
 * @param typed what stands in the field
 * @param problem what is wrong with that, a sentence, or ""
 * @param change what was asked for, or null
 */
public record PolicyNumberPage(
    String path,
    String back,
    String where,
    String title,
    int value,
    int shipped,
    int least,
    int most,
    String typed,
    String problem,
    @Nullable Change change,
    String standing,
    List<Finding> evidence) {

  public PolicyNumberPage {
    evidence = List.copyOf(evidence);
  }

  /**
   * A change that was not made yet.
   *
   * @param heading "3 follow-ups move"
   * @param rest what was not looked at, a sentence, or ""
   */
  public record Change(int to, String heading, List<Move> moves, String rest) {

    public Change {
      moves = List.copyOf(moves);
    }
  }

  /** A follow-up that would go on otherwise. */
  public record Move(String path, String name, String situation, String from, String to) {}
}
