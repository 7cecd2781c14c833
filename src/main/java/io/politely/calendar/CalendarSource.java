package io.politely.calendar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that tells of events.
 *
 * @param address of a feed or of a calendar on a server; the name of a file; "" of the mail
 * @param login "" where none is needed
 * @param mark what the server said of the state that was read last, or ""
 * @param readAt null where it was never read
 * @param problem why it cannot be read, or ""
 * @param problemSince null where there is none
 * @param leftOut a sentence for each thing that was not read
 * @param events how many it tells of
 */
public record CalendarSource(
    SourceId id,
    SourceKind kind,
    String name,
    String address,
    String login,
    String mark,
    @Nullable Instant readAt,
    String problem,
    @Nullable Instant problemSince,
    List<String> leftOut,
    boolean isDisconnected,
    int events) {

  public CalendarSource {
    leftOut = List.copyOf(leftOut);
  }
}
