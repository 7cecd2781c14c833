package io.politely.reading;

import io.politely.evaluate.Mailboxes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * How many messages one thread reads in a second of its processor time, so that other work on the
 * machine does not count. Parsing is done before. The first pass runs cold, as an import does; of
 * the later ones the best counts.
 */
public final class ReadingBenchmark {

  private static final int WARM_PASSES = 6;

  private final List<Letter> letters = new ArrayList<>();

  private ReadingBenchmark() {}

  /** Messages a second for the whole and for its parts, and how many signals were found. */
  public static Map<String, Object> run(String mailbox) throws IOException {
    var benchmark = new ReadingBenchmark();
    Mailboxes.forEach(mailbox, message -> benchmark.letters.add(message.letter()));
    return benchmark.figures();
  }

  private Map<String, Object> figures() {
    var figures = new LinkedHashMap<String, Object>();
    var cold = pass(ReadingBenchmark::read);
    figures.put("messages", letters.size());
    figures.put("signals", cold.found());
    figures.put("first pass, messages/s", cold.perSecond());
    figures.put("warm, messages/s", warm(ReadingBenchmark::read));
    figures.put("warm, zones alone", warm(ReadingBenchmark::zones));
    figures.put("warm, kind alone", warm(ReadingBenchmark::kind));
    figures.put("warm, zones and sentences", warm(ReadingBenchmark::sentences));
    return figures;
  }

  private double warm(ToIntFunction<Letter> reading) {
    double best = 0;
    for (int pass = 0; pass < WARM_PASSES; pass++) {
      best = Math.max(best, pass(reading).perSecond());
    }
    return best;
  }

  private Pass pass(ToIntFunction<Letter> reading) {
    int found = 0;
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    for (var letter : letters) {
      found += reading.applyAsInt(letter);
    }
    double seconds = (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    return new Pass(letters.size() / seconds, found);
  }

  private record Pass(double perSecond, int found) {}

  private static int read(Letter letter) {
    return Reader.read(letter).signals().size();
  }

  private static int zones(Letter letter) {
    return Reader.zonesOf(letter).newestText().length();
  }

  private static int kind(Letter letter) {
    var text = letter.text();
    return Kinds.of(letter, text == null ? "" : text).isPersonal() ? 1 : 0;
  }

  private static int sentences(Letter letter) {
    return Signals.of(letter, Reader.zonesOf(letter)).size();
  }
}
