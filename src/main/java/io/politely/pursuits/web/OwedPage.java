package io.politely.pursuits.web;

import io.politely.pursuits.web.PursuitPage.Owed;
import java.util.List;

/**
 * Who waits for whom, in all pursuits, the most urgent first.
 *
 * @param ours outcomes that we owe; there may be more, {@code oursInAll}
 * @param theirs outcomes that are owed to us; there may be more, {@code theirsInAll}
 */
public record OwedPage(List<Owed> ours, int oursInAll, List<Owed> theirs, int theirsInAll) {

  public OwedPage {
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
  }
}
