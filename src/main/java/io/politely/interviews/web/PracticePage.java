package io.politely.interviews.web;

import java.util.List;

/**
 * One question to answer aloud.
 *
 * @param position of the question, from 1
 * @param tips what a good answer holds
 * @param before how it went before, the newest first
 */
public record PracticePage(
    String path,
    String title,
    int position,
    int of,
    String question,
    String tips,
    String next,
    List<String> before) {

  public PracticePage {
    before = List.copyOf(before);
  }
}
