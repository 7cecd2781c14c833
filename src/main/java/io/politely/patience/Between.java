package io.politely.patience;

/** What passed from one writer to one reader. */
final class Between {

  static final int NUMBERS = Rate.NUMBERS + 3;

  private static final long NEVER = -1;

  Rate rate = new Rate();

  /** Letters, also those that are too young to count. */
  int letters;

  /** Letters in a row that were left unanswered. */
  int streak;

  /** When the reader last answered the writer; negative: never. */
  long lastAnswer = NEVER;

  static Between read(double[] numbers, int from) {
    var between = new Between();
    between.rate = Rate.read(numbers, from);
    between.letters = (int) numbers[from + Rate.NUMBERS];
    between.streak = (int) numbers[from + Rate.NUMBERS + 1];
    between.lastAnswer = (long) numbers[from + Rate.NUMBERS + 2];
    return between;
  }

  void write(double[] numbers, int from) {
    rate.write(numbers, from);
    numbers[from + Rate.NUMBERS] = letters;
    numbers[from + Rate.NUMBERS + 1] = streak;
    numbers[from + Rate.NUMBERS + 2] = lastAnswer;
  }

  boolean everAnswered() {
    return lastAnswer >= 0;
  }
}
