package io.politely.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void it_is_zero_at_the_beginning_and_grows() {
    var curve = new Curve(chances(0.1), 0);

    assertThat(curve.answeredBy(0)).isZero();
    assertThat(curve.answeredBy(1)).isCloseTo(0.1, within(1e-9));
    assertThat(curve.answeredBy(2)).isCloseTo(0.19, within(1e-9));
  }

  @Test
  void what_is_past_does_not_come_again() {
    var curve = new Curve(chances(0.1), 24);

    assertThat(curve.answeredBy(24)).isZero();
    assertThat(curve.answeredBy(36)).isCloseTo(0.1, within(1e-9));
  }

  private static double[] chances(double chance) {
    var chances = new double[Grid.SPANS];
    Arrays.fill(chances, chance);
    return chances;
  }
}
