package io.politely.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Part of a long list.
 *
 * @param items what is on this page, in order
 * @param next where the next page starts, empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public Page {
    items = List.copyOf(items);
  }
}
