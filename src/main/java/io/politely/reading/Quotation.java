package io.politely.reading;

/**
 * What a message quotes of the one that it answers, and not what that one quoted in turn.
 *
 * @param attribution the words that introduce it: "On Monday Ada wrote:", or a block of headers; ""
 *     where there are none
 * @param text without the marks in front of its lines; "" where it quotes nothing
 */
public record Quotation(String attribution, String text) {

  /** Of a message that quotes nothing. */
  public static final Quotation NONE = new Quotation("", "");

  private static final int LONGEST_ATTRIBUTION = 500;

  /** Of a message's zones. */
  public static Quotation of(Zones zones) {
    var attribution = "";
    var text = new StringBuilder();
    for (var span : zones.spans()) {
      var part = zones.body().substring(span.start(), span.end());
      if (span.zone() == Zone.ATTRIBUTION && attribution.isEmpty() && !part.startsWith(">")) {
        attribution = part.strip();
      } else if (span.zone() == Zone.QUOTED && !appendNewestLayer(text, part)) {
        break;
      }
    }
    return new Quotation(
        attribution.length() <= LONGEST_ATTRIBUTION
            ? attribution
            : attribution.substring(0, LONGEST_ATTRIBUTION),
        text.toString().strip());
  }

  /**
   * Appends the lines that are quoted once; false where an older message begins in a quotation
   * without marks, behind which nothing belongs to this one.
   */
  private static boolean appendNewestLayer(StringBuilder text, String quoted) {
    var lines = Lines.of(quoted);
    for (int line = 0; line < lines.count(); line++) {
      if (lines.first(line) != '>') {
        var plain = lines.stripped(line);
        if (Attributions.isAttribution(plain, true)) {
          return false;
        }
        text.append(plain).append('\n');
      } else {
        var once = lines.stripped(line).substring(1).strip();
        if (!once.startsWith(">")) {
          text.append(once).append('\n');
        }
      }
    }
    return true;
  }
}
