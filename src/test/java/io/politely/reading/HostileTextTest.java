package io.politely.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {

  private static final int MEGABYTE = 1 << 20;

  /** Generous, as a busy machine may not have compiled anything yet; the goal is 50. */
  private static final double MOST_MILLISECONDS_PER_MEGABYTE = 400;

  static List<String> names() {
    return List.copyOf(hostile().keySet());
  }

  private static Map<String, String> hostile() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("one line", repeated("a"));
    texts.put("one line of questions", repeated("a? "));
    texts.put("one line of high letters", repeated("é"));
    texts.put("quote levels", ">".repeat(100_000) + " deep\n" + repeated("> > >> > x\n"));
    texts.put("a quote of 100,000 levels, growing", growingQuotes());
    texts.put("answers between quotes", repeated("> quoted\nanswer?\n"));
    texts.put("attributions", repeated("On Mon, 1 Jan 2026, Ada wrote:\n"));
    texts.put("half attributions", repeated("On Mon, 1 Jan 2026,\nAda <ada@example.org>\n1:\n"));
    texts.put("half headers", repeated("From: a\nTo: b\n"));
    texts.put("addresses without a subject", repeated("To: b\na@example.org,\n".repeat(20) + "\n"));
    texts.put("lead lines", repeated("Ada\n03/03/2026 09:12 AM\nTo: Grace\n"));
    texts.put("signature marks", repeated("-- \n--\n"));
    texts.put("footers", repeated("________________________\n\n"));
    texts.put("colons", repeated("Hello:\n"));
    texts.put("closings", repeated("Thanks,\n\n"));
    texts.put("names", repeated("Grace\n\nGrace Hopper\n"));
    texts.put("brackets", "<".repeat(100_000) + "wrote:\n" + repeated("<".repeat(300) + ":\n"));
    texts.put("fences", repeated("```\n"));
    texts.put("nothing", repeated("\n"));
    texts.put("white space", repeated(" \t\u00a0\u200b"));
    texts.put("right-to-left marks", repeated("\u202e\u200f\ufeff\uffff"));
    texts.put("invalid UTF-8", invalid());
    texts.put("base64", repeated("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\n"));
    texts.put("base64 in one line", repeated("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo="));
    texts.put("small print", repeated("This message is confidential.\n\n"));
    texts.put("carriage returns", repeated("a\r"));
    return texts;
  }

  private static String repeated(String text) {
    return text.repeat(5 * MEGABYTE / text.length());
  }

  private static String growingQuotes() {
    var text = new StringBuilder();
    for (int level = 1; text.length() < 5 * MEGABYTE; level++) {
      text.append(">".repeat(level)).append(" x\n");
    }
    return text.toString();
  }

  private static String invalid() {
    var bytes = new byte[5 * MEGABYTE];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 40 == 39 ? '\n' : 0x80 + i * 7 % 0x80);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("names")
  void costs_no_more_than_its_length(String name) {
    var text = hostile().getOrDefault(name, "");
    var letter =
        new Letter(
            Map.of("from", List.of("Grace <grace@example.org>")),
            null,
            text,
            null,
            List.of("text/plain"),
            text);
    double megabytes = (double) text.length() / MEGABYTE;

    assertThat(milliseconds(letter, HostileTextTest::divide) / megabytes)
        .as("zones of " + name)
        .isLessThan(MOST_MILLISECONDS_PER_MEGABYTE);
    assertThat(milliseconds(letter, read -> Kinds.of(read, text)) / megabytes)
        .as("kind of " + name)
        .isLessThan(MOST_MILLISECONDS_PER_MEGABYTE);
    assertThat(milliseconds(letter, Reader::read) / megabytes)
        .as("reading of " + name)
        .isLessThan(MOST_MILLISECONDS_PER_MEGABYTE);
  }

  private static void divide(Letter letter) {
    var zones = Reader.zonesOf(letter);
    assertThat(zones.answeredText().length()).isLessThanOrEqualTo(2 * zones.body().length());
  }

  /** Of this thread's processor time, so that other work on the machine does not count. */
  private static double milliseconds(Letter letter, Consumer<Letter> reading) {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    reading.accept(letter);
    return (threads.getCurrentThreadCpuTime() - begin) / 1e6;
  }
}
