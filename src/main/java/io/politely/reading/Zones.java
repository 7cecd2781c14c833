package io.politely.reading;

import java.util.List;

/**
 * A message body and what each part of it is. Nothing is lost: the spans cover the whole body, in
 * order, without gaps.
 *
 * @param body the body as it was read; of an HTML message, its text with quoted parts marked by
 *     {@code >}
 * @param spans whole lines each
 */
public record Zones(String body, List<Span> spans) {

  /** A range of the body, from {@code start} to before {@code end}. */
  public record Span(Zone zone, int start, int end) {}

  public Zones {
    spans = List.copyOf(spans);
  }

  /** What its writer added: the newest text with greeting and closing, without any quotation. */
  public String newestText() {
    var text = new StringBuilder();
    int end = -1;
    for (var span : spans) {
      if (!span.zone().isWritten()) {
        continue;
      }
      if (end >= 0 && span.start() > end) {
        stripEnd(text);
        text.append("\n\n");
      }
      append(text, span);
      end = span.end();
    }
    return strip(text);
  }

  /**
   * The newest text together with the quotations it answers, for a reader who has not seen the
   * older messages. Where the writer added nothing, what was passed on or quoted.
   */
  public String answeredText() {
    var text = new StringBuilder();
    for (int i = 0; i < spans.size(); i++) {
      var span = spans.get(i);
      if (span.zone().isWritten() || (span.zone() == Zone.QUOTED && isAnswered(i))) {
        append(text, span);
      }
    }
    return strip(text);
  }

  /** The text of one zone, its parts joined by a blank line. */
  public String textOf(Zone zone) {
    var text = new StringBuilder();
    for (var span : spans) {
      if (span.zone() == zone) {
        stripEnd(text);
        text.append(text.isEmpty() ? "" : "\n\n");
        append(text, span);
      }
    }
    return strip(text);
  }

  /**
   * A quotation is answered when new text follows it, unless the whole message is one attributed
   * quotation with its answer below: then the answer stands alone.
   */
  private boolean isAnswered(int index) {
    boolean answerFollows = false;
    boolean furtherQuotation = false;
    for (int i = index + 1; i < spans.size(); i++) {
      answerFollows |= isText(spans.get(i));
      furtherQuotation |= spans.get(i).zone() == Zone.QUOTED;
    }
    if (!answerFollows) {
      return false;
    }
    boolean textBefore = spans.subList(0, index).stream().anyMatch(this::isText);
    boolean attributed =
        spans.subList(0, index).stream().anyMatch(span -> span.zone() == Zone.ATTRIBUTION);
    return textBefore || furtherQuotation || !attributed;
  }

  private boolean isText(Span span) {
    return span.zone().isWritten() && !body.substring(span.start(), span.end()).isBlank();
  }

  private void append(StringBuilder text, Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      char c = body.charAt(i);
      if (c != '\r') {
        text.append(c);
      }
    }
  }

  /** Without blank lines around it; the first line keeps its indentation. */
  private static String strip(StringBuilder text) {
    stripEnd(text);
    int start = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return text.substring(start);
  }

  private static void stripEnd(StringBuilder text) {
    int end = text.length();
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    text.setLength(end);
  }
}
