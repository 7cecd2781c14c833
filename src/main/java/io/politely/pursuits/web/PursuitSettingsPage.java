package io.politely.pursuits.web;

import java.util.List;

/**
 * The settings of pursuits.
 *
 * @param problem what did not work, a sentence, or ""
 */
public record PursuitSettingsPage(List<Kind> kinds, List<Law> laws, String problem) {

  public PursuitSettingsPage {
    kinds = List.copyOf(kinds);
    laws = List.copyOf(laws);
  }

  /**
   * The stages of a kind.
   *
   * @param stages one name on each line
   */
  public record Kind(String word, String name, String stages) {}

  /** A law that can be turned on; "" is none. */
  public record Law(String word, String says, boolean isOn) {}
}
