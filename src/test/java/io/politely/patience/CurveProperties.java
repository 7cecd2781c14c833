package io.politely.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class CurveProperties {

  @Property
  void it_never_falls_and_stays_a_chance(
      @ForAll @DoubleRange(min = 0, max = 0.99) double chance,
      @ForAll @DoubleRange(min = 0, max = 2000) double silent,
      @ForAll @DoubleRange(min = 0, max = 2000) double one,
      @ForAll @DoubleRange(min = 0, max = 2000) double other) {
    var curve = new Curve(chances(chance), silent);
    double sooner = curve.answeredBy(Math.min(one, other));
    double later = curve.answeredBy(Math.max(one, other));

    assertThat(sooner).isBetween(0.0, later);
    assertThat(later).isLessThanOrEqualTo(1);
  }

  @Property
  void silence_until_then_and_from_then_on_make_silence_as_a_whole(
      @ForAll @DoubleRange(min = 0, max = 0.9) double chance,
      @ForAll @DoubleRange(min = 0, max = 900) double middle) {
    var curve = new Curve(chances(chance), 0);
    double whole = 1 - curve.answeredBy(1000);
    double parts = (1 - curve.answeredBy(middle)) * (1 - curve.answeredBetween(middle, 1000));

    assertThat(parts).isCloseTo(whole, within(1e-9));
  }

  private static double[] chances(double chance) {
    var chances = new double[Grid.SPANS];
    Arrays.fill(chances, chance);
    return chances;
  }
}
