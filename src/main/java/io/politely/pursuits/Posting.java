package io.politely.pursuits;

import java.util.List;

/**
 * What a posting says, as far as it could be read; "" and none where it does not say it.
 *
 * @param requirements what is asked for, in its own words
 * @param text all of it, as lines
 */
public record Posting(
    String title, String company, String url, List<String> requirements, String text) {

  public Posting {
    requirements = List.copyOf(requirements);
  }
}
