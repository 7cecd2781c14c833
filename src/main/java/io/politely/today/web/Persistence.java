package io.politely.today.web;

import io.politely.cadence.ReasonLines;
import io.politely.web.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know before one writes to somebody again.
 *
 * @param chance that they answer; null where nobody of them was ever written to, or may be
 * @param gauge how much presses on them; null where there is no chance either
 * @param followUps what goes on with them, then what ended
 * @param reasons what is new with them since the last letter
 * @param begin where a follow-up with them begins, or "" where none may
 */
public record Persistence(
    @Nullable ChancePicture chance,
    @Nullable PushinessGauge gauge,
    List<Row> followUps,
    ReasonLines reasons,
    String begin) {

  public Persistence {
    followUps = List.copyOf(followUps);
  }

  /**
   * A follow-up.
   *
   * @param look the suffix of its chip
   * @param word what comes next
   * @param why it does, a sentence
   * @param at when, or null where that is not known
   */
  public record Row(
      String path, String title, String look, String word, String why, @Nullable When at) {}
}
