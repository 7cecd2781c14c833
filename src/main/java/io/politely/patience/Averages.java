package io.politely.patience;

/** What is usual among all letters. */
final class Averages {

  static final int KINDS = 16;
  static final int NUMBERS = (1 + KINDS) * Rate.NUMBERS + 3;

  /** Before anything was seen, one letter in seven is answered (thread-linked, two lists). */
  private static final double PRIOR = 0.15;

  private static final double PRIOR_WEIGHT = 20;

  Rate all = new Rate();
  final Rate[] byKind = new Rate[KINDS];
  double answers;
  double lateAnswers;
  double logHours;

  Averages() {
    for (int i = 0; i < KINDS; i++) {
      byKind[i] = new Rate();
    }
  }

  static Averages read(double[] numbers) {
    var averages = new Averages();
    averages.all = Rate.read(numbers, 0);
    int at = Rate.NUMBERS;
    for (int i = 0; i < KINDS; i++, at += Rate.NUMBERS) {
      averages.byKind[i] = Rate.read(numbers, at);
    }
    averages.answers = numbers[at++];
    averages.lateAnswers = numbers[at++];
    averages.logHours = numbers[at];
    return averages;
  }

  double[] numbers() {
    var numbers = new double[NUMBERS];
    all.write(numbers, 0);
    int at = Rate.NUMBERS;
    for (int i = 0; i < KINDS; i++, at += Rate.NUMBERS) {
      byKind[i].write(numbers, at);
    }
    numbers[at++] = answers;
    numbers[at++] = lateAnswers;
    numbers[at] = logHours;
    return numbers;
  }

  double rate() {
    return all.rate(PRIOR, PRIOR_WEIGHT);
  }

  double rate(int kind) {
    return byKind[kind].rate(rate(), PRIOR_WEIGHT);
  }

  /** Of all answers, those that took more than a day. */
  double lateShare() {
    return (lateAnswers + 2) / (answers + 10);
  }

  double meanLogHours() {
    return answers == 0 ? Math.log(4.5) : logHours / answers;
  }
}
