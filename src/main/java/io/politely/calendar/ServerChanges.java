package io.politely.calendar;

import java.util.List;
import java.util.Set;

/**
 * What is different on a server.
 *
 * @param changed what is new or changed there
 * @param gone where something lay that does no more
 * @param mark what the server says of this state
 */
record ServerChanges(List<Item> changed, Set<String> gone, String mark) {

  ServerChanges {
    changed = List.copyOf(changed);
    gone = Set.copyOf(gone);
  }

  /**
   * A file on a server: an event with its changed times.
   *
   * @param href where it lies
   * @param etag which version of it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Item(String href, String etag, byte[] file) {}

  boolean isGone(String href) {
    return gone.contains(href);
  }
}
