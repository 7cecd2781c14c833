package io.politely.ledger.web;

import io.politely.reading.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole text of a message.
 *
 * @param message its id
 * @param parts in order
 * @param back the path of the message in its conversation
 */
public record RestPage(String message, List<Part> parts, String back) {

  public RestPage {
    parts = List.copyOf(parts);
  }

  /** Part of a text. {@code isWritten}: by the writer of this message, and for it. */
  public record Part(String text, boolean isWritten) {}

  static RestPage of(String message, Zones zones, Optional<String> conversation) {
    var parts = new ArrayList<Part>();
    for (var span : zones.spans()) {
      append(
          parts,
          zones.body().substring(span.start(), span.end()).replace("\r", ""),
          span.zone().isWritten());
    }
    return new RestPage(
        message,
        parts.stream()
            .map(part -> new Part(part.text().strip(), part.isWritten()))
            .filter(part -> !part.text().isEmpty())
            .toList(),
        conversation.map(id -> "/conversations/" + id + "#m-" + message).orElse("/"));
  }

  private static void append(List<Part> parts, String text, boolean isWritten) {
    if (!parts.isEmpty() && parts.getLast().isWritten() == isWritten) {
      var before = parts.removeLast();
      parts.add(new Part(before.text() + text, isWritten));
    } else {
      parts.add(new Part(text, isWritten));
    }
  }
}
