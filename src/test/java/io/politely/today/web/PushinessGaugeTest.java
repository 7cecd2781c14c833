package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.Caps;
import io.politely.cadence.Pushiness;
import io.politely.cadence.Pushiness.Part;
import io.politely.cadence.WorkingHours;
import io.politely.today.web.PushinessGauge.Stretch;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PushinessGaugeTest {

  private static final Caps CAPS = new Caps(2, 3, 2, 5, 40, 60, WorkingHours.of(8, 18), 15, 120, 3);
  private static final Pushiness TWO =
      new Pushiness(
          44.9,
          List.of(new Part("Two touches", 0.84), new Part("Eased", -0.29), new Part("Rank", 0)));

  @Test
  void the_value_stands_in_its_band_with_its_parts() {
    var gauge = PushinessGauge.of(TWO, null, CAPS);

    assertThat(gauge.summary())
        .isEqualTo("44 of 100: the next letter brings them something of value.");
    assertThat(gauge.x()).isBetween(gauge.bands().get(1).x(), gauge.bands().get(2).x());
    assertThat(gauge.parts())
        .extracting(PushinessGauge.Part::share)
        .containsExactly("84 %", "−29 %", "");
    assertThat(gauge.after()).isNull();
  }

  @Test
  void the_bands_cover_the_scale_in_the_order_of_policy() {
    var bands = PushinessGauge.of(Pushiness.NONE, null, CAPS).bands();

    assertThat(bands).extracting(Stretch::look).containsExactly("green", "amber", "red");
    assertThat(bands).extracting(Stretch::from).containsExactly(0, 40, 60);
    assertThat(bands.get(1).x()).isEqualTo(bands.get(0).x() + bands.get(0).width());
    assertThat(bands.get(2).x()).isEqualTo(bands.get(1).x() + bands.get(1).width());
  }

  @Test
  void what_would_be_after_the_next_touch_stands_beside_it() {
    var gauge = PushinessGauge.of(Pushiness.NONE, TWO, CAPS);

    assertThat(gauge.summary()).isEqualTo("0 of 100: little presses on them.");
    assertThat(Objects.requireNonNull(gauge.after()).sentence())
        .isEqualTo("After the next touch it would be 44.");
    assertThat(gauge.after().x()).isGreaterThan(gauge.x());
  }
}
