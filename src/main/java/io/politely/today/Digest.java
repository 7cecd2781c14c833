package io.politely.today;

import java.util.List;

/**
 * What Today shows, in few words.
 *
 * @param first what to begin with, the most urgent first: three at most
 * @param counts how much there is of everything, sentences
 */
record Digest(List<Item> first, List<Count> counts) {

  private static final int MOST = 3;

  Digest {
    first = first.stream().limit(MOST).toList();
    counts = List.copyOf(counts);
  }

  /**
   * Something to do.
   *
   * @param path the page where it is done
   * @param why now, a sentence, or ""
   */
  record Item(String what, String path, String why) {}

  /** How much there is of something. */
  record Count(String sentence, String path) {}
}
