package io.politely.reading;

import java.util.List;
import java.util.function.Predicate;

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
    int firstText = first(this::isText);
    int lastText = last(this::isText);
    int firstAttribution = first(span -> span.zone() == Zone.ATTRIBUTION);
    int lastQuotation = last(span -> span.zone() == Zone.QUOTED);
    for (int i = 0; i < spans.size(); i++) {
      // One attributed quotation with the answer below it: the answer stands alone.
      boolean answersOnce =
          (firstText < 0 || firstText > i)
              && i == lastQuotation
              && firstAttribution >= 0
              && firstAttribution < i;
      boolean answered = spans.get(i).zone() == Zone.QUOTED && lastText > i && !answersOnce;
      if (spans.get(i).zone().isWritten() || answered) {
        append(text, spans.get(i));
      }
    }
    return text.isEmpty() || lastText < 0 ? passedOn() : strip(text);
  }

  /** What a message passes on that adds nothing to it; a bare quotation passes itself on. */
  private String passedOn() {
    var forwarded = textOf(Zone.FORWARDED);
    var quoted = textOf(Zone.QUOTED);
    int line = quoted.indexOf('\n');
    var beginning = (line < 0 ? quoted : quoted.substring(0, line)).replace(">", "");
    boolean isReply =
        beginning.length() < 400 && Attributions.isAttribution(beginning.strip(), true);
    return !forwarded.isEmpty() || isReply ? forwarded : quoted;
  }

  private int first(Predicate<Span> wanted) {
    for (int i = 0; i < spans.size(); i++) {
      if (wanted.test(spans.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private int last(Predicate<Span> wanted) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      if (wanted.test(spans.get(i))) {
        return i;
      }
    }
    return -1;
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

  private boolean isText(Span span) {
    return span.zone().isWritten() && !body.substring(span.start(), span.end()).isBlank();
  }

  private void append(StringBuilder text, Span span) {
    int begin = span.start();
    for (int at = begin; at < span.end(); at = begin) {
      int stop = body.indexOf('\r', begin, span.end());
      int end = stop < 0 ? span.end() : stop;
      text.append(body, begin, end);
      begin = end + 1;
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
