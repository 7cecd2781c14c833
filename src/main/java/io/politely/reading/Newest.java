package io.politely.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides a message body into zones: what its writer added, and everything else.
 *
 * <p>Works line by line, forward once, and looks at the beginning of a line only, so that hostile
 * text costs no more than its length.
 */
public final class Newest {

  /** Text below two dashes is a signature; with more lines than this it is text after a rule. */
  private static final int MOST_SIGNATURE_LINES = 14;

  private static final int MOST_FOOTER_LINES = 10;
  private static final int LONGEST_TAIL = 16;

  private final String sender;
  private final Lines lines;
  private final HeaderLines headers;
  private final Zone[] zones;
  private int firstText = Integer.MAX_VALUE;

  private Newest(String body, String sender) {
    this.sender = sender;
    this.lines = Lines.of(body);
    this.headers = new HeaderLines(lines);
    this.zones = new Zone[lines.count()];
  }

  /** The zones of a plain text body of an unknown sender. */
  public static Zones of(String body) {
    return of(body, "");
  }

  /**
   * The zones of a plain text body.
   *
   * @param sender the name or address it comes from, in any spelling; who signs with it is known
   */
  public static Zones of(String body, String sender) {
    var newest = new Newest(body, sender);
    newest.divide();
    return new Zones(body, newest.spans());
  }

  /**
   * The zones of an HTML body of that sender, over its text, in which quoted parts are marked by
   * {@code >}.
   */
  public static Zones ofHtml(String html, String sender) {
    return of(HtmlText.of(html), sender);
  }

  private void divide() {
    Arrays.fill(zones, Zone.NEWEST);
    boolean fenced = false;
    boolean written = false;
    int line = 0;
    while (line < lines.count()) {
      if (lines.beginsWith(line, "```")) {
        fenced = !fenced;
      }
      if (fenced || lines.isBlank(line)) {
        line++;
        continue;
      }
      int next = nonText(line, written);
      if (next > line) {
        line = next;
      } else {
        written = true;
        firstText = Math.min(firstText, line);
        line++;
      }
    }
    Endings.mark(lines, zones, sender);
  }

  /** Marks what begins on this line when it is not the writer's text; says where it ends. */
  private int nonText(int line, boolean written) {
    if (Quotes.isQuoted(lines, line)) {
      int attributed = lines.length(line) <= LONGEST_TAIL ? attributed(line, written) : line;
      if (attributed > line) {
        return attributed; // an address broken before its bracket: "> wrote:"
      }
      int end = line + 1;
      markAttributionAbove(line);
      zones[line] = Zone.QUOTED;
      return end;
    }
    int initials = Quotes.endOfInitialled(lines, line);
    if (initials > line) {
      Arrays.fill(zones, line, initials, Zone.QUOTED);
      return initials;
    }
    int announced = announcedBlock(line, written);
    if (announced > line) {
      return announced;
    }
    int attribution = attributed(line, written);
    if (attribution > line) {
      return attribution;
    }
    return Announcements.mayAnnounce(lines, line) ? signature(line, lines.stripped(line)) : line;
  }

  /** A line that quotes may be introduced by lines that need that proof to be recognized. */
  private void markAttributionAbove(int quote) {
    int above = quote - 1;
    while (above >= 0
        && above >= quote - 3
        && zones[above] == Zone.NEWEST
        && lines.isBlank(above)) {
      above--;
    }
    if (above < 0 || zones[above] != Zone.NEWEST || lines.isBlank(above)) {
      return;
    }
    int begin = Attributions.begin(lines, above, firstWritten(above), true);
    if (begin >= 0) {
      Arrays.fill(zones, begin, quote, Zone.ATTRIBUTION);
    }
  }

  private int firstWritten(int line) {
    int first = line;
    while (first > 0 && first > line - Attributions.MOST_LINES && zones[first - 1] == Zone.NEWEST) {
      first--;
    }
    return first;
  }

  /** "-----Original Message-----", a forward, or headers: what follows is another message. */
  private int announcedBlock(int line, boolean written) {
    boolean forward = false;
    boolean original = false;
    int headersAt = line;
    if (Announcements.mayAnnounce(lines, line)) {
      var text = lines.stripped(line);
      forward = Announcements.isForward(text);
      original = Announcements.isOriginal(text);
      headersAt = forward || original || Announcements.isRule(text) ? nextText(line + 1) : line;
    }
    var block = headersAt < lines.count() ? headers.at(headersAt) : null;
    if (block == null && !forward && !original) {
      return line;
    }
    int begin = block == null ? line : Math.min(line, block.begin());
    int bodyBegin = block == null ? line + 1 : block.end();
    Arrays.fill(zones, begin, bodyBegin, Zone.ATTRIBUTION);
    boolean alone = !written || firstText >= begin;
    if (alone && block != null && !block.addressed() && !forward && !original) {
      // Headers in the body of a message that says nothing else: its own, as patches carry them.
      return bodyBegin;
    }
    boolean passedOn = forward || (alone && !original);
    Arrays.fill(zones, bodyBegin, lines.count(), passedOn ? Zone.FORWARDED : Zone.QUOTED);
    return lines.count();
  }

  /** An attribution without marked quotes below it has quoted everything below it. */
  private int attributed(int line, boolean written) {
    if (!Attributions.mayEnd(lines, line)) {
      return line;
    }
    int next = nextText(line + 1);
    boolean marked = next < lines.count() && Quotes.isQuoted(lines, next);
    boolean barred = next < lines.count() && Quotes.isBarred(lines, next);
    int begin = Attributions.begin(lines, line, firstWritten(line), marked || barred);
    if (begin < 0) {
      return line;
    }
    Arrays.fill(zones, begin, line + 1, Zone.ATTRIBUTION);
    if (marked) {
      return line + 1;
    }
    if (barred) {
      int end = Quotes.endOfBarred(lines, next);
      Arrays.fill(zones, line + 1, end, Zone.QUOTED);
      return end;
    }
    if (written && begin > firstText) {
      Arrays.fill(zones, line + 1, lines.count(), Zone.QUOTED);
      return lines.count();
    }
    return line + 1;
  }

  private int signature(int line, String text) {
    boolean delimiter = text.equals("--") || text.equals("—") || text.equals("-- --");
    boolean footer = Announcements.isUnderscores(text);
    if (!delimiter && !footer) {
      return line;
    }
    int most = delimiter ? MOST_SIGNATURE_LINES : MOST_FOOTER_LINES;
    boolean exact = delimiter && lines.text(line).startsWith("-- ");
    int end = line + 1;
    int texts = 0;
    while (end < lines.count() && (exact || texts <= most) && !beginsQuotation(end)) {
      texts += lines.isBlank(end) ? 0 : 1;
      end++;
    }
    if (texts > most && !exact) {
      return line;
    }
    Arrays.fill(zones, line, end, Zone.SIGNATURE);
    return end;
  }

  private boolean beginsQuotation(int line) {
    if (lines.isBlank(line)) {
      return false;
    }
    if (Quotes.isQuoted(lines, line)) {
      return true;
    }
    if (Announcements.mayAnnounce(lines, line)) {
      var text = lines.stripped(line);
      if (Announcements.isRule(text)) {
        return false;
      }
      if (Announcements.isForward(text) || Announcements.isOriginal(text)) {
        return true;
      }
    }
    return headers.beginsAt(line)
        || (Attributions.mayEnd(lines, line)
            && Attributions.isAttribution(lines.stripped(line), false));
  }

  private int nextText(int line) {
    int next = line;
    while (next < lines.count() && lines.isBlank(next)) {
      next++;
    }
    return next;
  }

  private List<Zones.Span> spans() {
    joinBlankLines();
    var spans = new ArrayList<Zones.Span>();
    int begin = 0;
    for (int line = 1; line <= zones.length; line++) {
      if (line == zones.length || zones[line] != zones[begin]) {
        spans.add(new Zones.Span(zones[begin], lines.start(begin), lines.end(line - 1)));
        begin = line;
      }
    }
    return spans;
  }

  /** A blank line belongs to what stands above it. */
  private void joinBlankLines() {
    for (int line = 1; line < zones.length; line++) {
      if (lines.isBlank(line) && !zones[line].equals(zones[line - 1])) {
        boolean quoteGoesOn =
            zones[line - 1] == Zone.QUOTED && line + 1 < zones.length && zones[line] == Zone.NEWEST;
        zones[line] = quoteGoesOn ? Zone.NEWEST : zones[line - 1];
      }
    }
  }
}
