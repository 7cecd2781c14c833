package io.politely.privacy.web;

import io.politely.web.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes with somebody, before they are erased.
 *
 * @param goes sentences, with numbers
 * @param addresses by which mail is looked through
 * @param names by which it is looked through, too
 * @param due when they are erased, where it was asked for; else null
 * @param keep takes a {@code DELETE}, where it was asked for; else ""
 * @param delay how long they can still be kept: "24 hours"
 */
public record ErasePage(
    String path,
    String name,
    List<String> goes,
    List<String> addresses,
    List<String> names,
    @Nullable When due,
    String keep,
    String delay) {

  public ErasePage {
    goes = List.copyOf(goes);
    addresses = List.copyOf(addresses);
    names = List.copyOf(names);
  }
}
