package io.politely.interviews;

import java.time.Instant;
import java.util.List;

/**
 * One answer of a debrief.
 *
 * @param question its key in the bank
 * @param about of whom: the id of a person, or the name of somebody who is not known; "" for most
 * @param words "" where it was skipped
 */
public record DebriefAnswer(
    String question, String about, String words, boolean isSkipped, Instant at) {

  /** Its lines, without blank ones. */
  public List<String> lines() {
    return words.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }
}
