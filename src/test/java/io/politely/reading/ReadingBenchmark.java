package io.politely.reading;

import io.politely.evaluate.Mailboxes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many messages one core reads per second: {@code bin/bench reading MAILBOX…}. Parsing is not
 * counted; every message is read in every round, and the best round counts.
 */
public final class ReadingBenchmark {

  private static final int ROUNDS = 6;

  private ReadingBenchmark() {}

  /** Prints one JSON object. */
  public static void main(String[] mailboxes) throws IOException {
    var letters = new ArrayList<Letter>();
    for (var mailbox : mailboxes) {
      Mailboxes.forEach(mailbox, message -> letters.add(message.letter()));
    }
    double best = 0;
    int signals = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = processorTime();
      signals = read(letters);
      double seconds = (processorTime() - begin) / 1e9;
      best = Math.max(best, letters.size() / seconds);
    }
    System.out.printf(
        Locale.ROOT,
        "{\"messages\":%d,\"signals\":%d,\"messagesPerSecond\":%.0f}%n",
        letters.size(),
        signals,
        best);
  }

  /** Of this thread, so that other work on the machine does not count. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static int read(List<Letter> letters) {
    int signals = 0;
    for (var letter : letters) {
      signals += Reader.read(letter).signals().size();
    }
    return signals;
  }
}
