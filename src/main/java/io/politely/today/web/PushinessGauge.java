package io.politely.today.web;

import io.politely.cadence.Caps;
import io.politely.cadence.Pushiness;
import io.politely.cadence.Pushiness.Band;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A picture of how much presses on somebody, from 0 to 100. All positions are in the picture's own
 * units.
 *
 * @param value as a whole number
 * @param summary the picture in a sentence
 * @param x where the value stands
 * @param after where it would stand after the next touch that is planned; null where none is
 * @param bands from left to right
 * @param parts what it is made of
 */
public record PushinessGauge(
    int value,
    String summary,
    int x,
    @Nullable After after,
    List<Stretch> bands,
    List<Part> parts) {

  private static final int LEFT = 8;
  private static final int WIDTH = 304;
  private static final int WHOLE = 100;

  public PushinessGauge {
    bands = List.copyOf(bands);
    parts = List.copyOf(parts);
  }

  /** A band. {@code from}: the value at which it begins. */
  public record Stretch(String look, String word, int from, int x, int width) {}

  /** What would be after the next touch. */
  public record After(int x, String sentence) {}

  /** A cause. {@code share}: how much of it, or what it takes away; "" where it is a factor. */
  public record Part(String sentence, String share) {}

  /**
   * As it is now.
   *
   * @param after what the next planned touch would make of it, or null
   */
  static PushinessGauge of(Pushiness pushiness, @Nullable Pushiness after, Caps caps) {
    var band = caps.band(pushiness.value());
    return new PushinessGauge(
        pushiness.rounded(),
        "%d of 100: %s.".formatted(pushiness.rounded(), means(band)),
        x(pushiness.value()),
        after == null
            ? null
            : new After(
                x(after.value()),
                "After the next touch it would be %d.".formatted(after.rounded())),
        List.of(
            stretch(Band.GREEN, 0, caps.amber()),
            stretch(Band.AMBER, caps.amber(), caps.red()),
            stretch(Band.RED, caps.red(), WHOLE)),
        pushiness.parts().stream().map(PushinessGauge::part).toList());
  }

  private static Stretch stretch(Band band, double from, double to) {
    return new Stretch(
        look(band), band.said().toLowerCase(Locale.ROOT), (int) from, x(from), x(to) - x(from));
  }

  private static Part part(Pushiness.Part part) {
    long share = Math.round(part.share() * WHOLE);
    return new Part(
        part.sentence(), share == 0 ? "" : (share < 0 ? "−" : "") + Math.abs(share) + " %");
  }

  private static int x(double value) {
    return LEFT + (int) Math.round(value / WHOLE * WIDTH);
  }

  private static String look(Band band) {
    return switch (band) {
      case GREEN -> "green";
      case AMBER -> "amber";
      case RED -> "red";
    };
  }

  private static String means(Band band) {
    return switch (band) {
      case GREEN -> "little presses on them";
      case AMBER -> "the next letter brings them something of value";
      case RED -> "nothing is sent without a written reason";
    };
  }
}
