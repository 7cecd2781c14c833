package io.politely.privacy.web;

import io.politely.web.When;
import java.util.List;

/**
 * Who will be erased, and that people were.
 *
 * @param rule which choice holds
 * @param choices for how long candidates are kept
 * @param notice how many days somebody stands here whom the rule takes
 * @param address what was typed last, where it was wrong
 * @param problem why it was wrong, or ""
 */
public record ErasuresPage(
    List<Coming> coming,
    List<Done> done,
    int rule,
    List<Choice> choices,
    long notice,
    String address,
    String problem) {

  public ErasuresPage {
    coming = List.copyOf(coming);
    done = List.copyOf(done);
    choices = List.copyOf(choices);
  }

  /**
   * Somebody who can still be kept.
   *
   * @param why because of whom or what
   * @param keep takes a {@code DELETE}
   */
  public record Coming(String name, String path, When due, String why, String keep) {}

  /**
   * How long candidates are kept.
   *
   * @param months 0: until somebody erases them
   */
  public record Choice(int months, String label) {}

  /** Somebody of whom nothing is left but these numbers. */
  public record Done(When at, String removed) {}
}
