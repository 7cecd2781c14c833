package io.politely.patience;

/** How many letters were answered, of all and of late ones, which fade with time. */
final class Rate {

  /** Letters of two months ago weigh e times less than those of today. */
  private static final double FADING = 60 * Time.DAY;

  private static final double HIGHEST = 0.99;

  double asked;
  double answered;
  private double lately;
  private double latelyAnswered;
  private long at;

  static final int NUMBERS = 5;

  /** As {@link #write} left it. */
  static Rate read(double[] numbers, int from) {
    var rate = new Rate();
    rate.asked = numbers[from];
    rate.answered = numbers[from + 1];
    rate.lately = numbers[from + 2];
    rate.latelyAnswered = numbers[from + 3];
    rate.at = (long) numbers[from + 4];
    return rate;
  }

  void write(double[] numbers, int from) {
    numbers[from] = asked;
    numbers[from + 1] = answered;
    numbers[from + 2] = lately;
    numbers[from + 3] = latelyAnswered;
    numbers[from + 4] = at;
  }

  void ask(long now) {
    fade(now);
    asked++;
    lately++;
  }

  void answer(long now) {
    fade(now);
    answered++;
    latelyAnswered++;
  }

  /** Of all letters, as if there were some more that are answered at the rate expected. */
  double rate(double expected, double weight) {
    return Math.min(HIGHEST, (Math.min(answered, asked) + weight * expected) / (asked + weight));
  }

  /** Of late ones. */
  double lately(long now, double expected, double weight) {
    double left = left(now);
    return Math.min(
        HIGHEST,
        (Math.min(latelyAnswered, lately) * left + weight * expected) / (lately * left + weight));
  }

  private double left(long now) {
    return Math.exp(-Math.max(0, now - at) / FADING);
  }

  private void fade(long now) {
    double left = left(now);
    lately *= left;
    latelyAnswered *= left;
    at = Math.max(at, now);
  }
}
