package io.politely.privacy.web;

import io.politely.web.When;
import java.util.List;

/**
 * Who will be erased, and that people were.
 *
 * @param address what was typed last, where it was wrong
 * @param problem why it was wrong, or ""
 */
public record ErasuresPage(List<Coming> coming, List<Done> done, String address, String problem) {

  public ErasuresPage {
    coming = List.copyOf(coming);
    done = List.copyOf(done);
  }

  /**
   * Somebody who can still be kept.
   *
   * @param keep takes a {@code DELETE}
   */
  public record Coming(String name, String path, When due, String keep) {}

  /** Somebody of whom nothing is left but these numbers. */
  public record Done(When at, String removed) {}
}
