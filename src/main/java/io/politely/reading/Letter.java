package io.politely.reading;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parsed message as the reading sees it: decoded, but not yet understood.
 *
 * @param headers decoded header values by lower-case name, in order of appearance
 * @param sentAt when it was written, in the sender's zone where the message tells it
 * @param text the plain text body, or null when there is only HTML
 * @param html the HTML body, or null
 * @param partTypes the lower-case media types of all parts, outermost first; a delivery report has
 *     {@code multipart/report} there
 * @param deliveryStatus the text of a {@code message/delivery-status} or feedback-report part, or
 *     null
 */
public record Letter(
    Map<String, List<String>> headers,
    @Nullable ZonedDateTime sentAt,
    @Nullable String text,
    @Nullable String html,
    List<String> partTypes,
    @Nullable String deliveryStatus) {

  public Letter {
    headers = Map.copyOf(headers);
    partTypes = List.copyOf(partTypes);
  }

  /** The first value of a header, by any spelling of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }
}
