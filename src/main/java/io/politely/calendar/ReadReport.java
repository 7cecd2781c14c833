package io.politely.calendar;

import java.util.List;

/**
 * What became of what a source told.
 *
 * @param added events that were not known from it
 * @param changed events that were known otherwise
 * @param cancelled events that were called off, or are no longer told of
 * @param unchanged events that were known
 * @param leftOut a sentence for each thing that was not read
 */
public record ReadReport(
    SourceId source, int added, int changed, int cancelled, int unchanged, List<String> leftOut) {

  public ReadReport {
    leftOut = List.copyOf(leftOut);
  }

  /** What became of it, in a sentence. */
  public String sentence() {
    return "%,d new, %,d changed, %,d called off, %,d known before."
        .formatted(added, changed, cancelled, unchanged);
  }
}
