package io.politely.reading;

import java.util.List;

/** Reads letters: the one entry to what a message says. */
public final class Reader {

  private Reader() {}

  /** Kind, newest text and signals of a message. Pure: the same letter always reads the same. */
  public static Reading read(Letter letter) {
    var zones = zonesOf(letter);
    var newest = zones.newestText();
    var kind = Kinds.of(letter, zones.body());
    var signals =
        kind.isPersonal()
            ? Signals.of(letter, zones)
            : kind.isAutomaticAnswer() ? Signals.ofProgram(letter, zones, kind) : List.<Signal>of();
    return new Reading(kind, newest, signals);
  }

  /** The zones of the letter's body; of its plain text where it has both. */
  public static Zones zonesOf(Letter letter) {
    var sender = letter.header("from").orElse("");
    var text = letter.text();
    if (text != null && !text.isBlank()) {
      return Newest.of(text, sender);
    }
    var html = letter.html();
    return html == null ? Newest.of("") : Newest.ofHtml(html, sender);
  }
}
