package io.politely.cli;

import io.politely.contacts.ContactImport;
import io.politely.kernel.Edge;
import io.politely.mail.ImportProgress;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One line that says how an import gets on: rewritten in place on a terminal, now and then a new
 * one elsewhere.
 */
@Edge
final class ProgressLine {

  private static final Duration ON_TERMINAL = Duration.ofMillis(200);
  private static final Duration ELSEWHERE = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final boolean onTerminal;
  private long nextAt = System.nanoTime();
  private boolean open;

  ProgressLine(PrintWriter out) {
    this.out = out;
    this.onTerminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  void show(ImportProgress progress) {
    show(() -> sentence(progress));
  }

  void show(ContactImport progress) {
    show(() -> "Reading: %,d of %,d rows".formatted(progress.read(), progress.rows()));
  }

  private void show(Supplier<String> sentence) {
    long now = System.nanoTime();
    if (now < nextAt) {
      return;
    }
    nextAt = now + (onTerminal ? ON_TERMINAL : ELSEWHERE).toNanos();
    var line = sentence.get();
    if (onTerminal) {
      out.print("\r" + line + "\u001b[K");
      out.flush();
      open = true;
    } else {
      out.println(line);
    }
  }

  /** Leaves the line as it is and goes to the next. */
  void end() {
    if (open) {
      out.print("\r\u001b[K");
      out.flush();
      open = false;
    }
  }

  private static String sentence(ImportProgress progress) {
    return "Reading: %d %%, %,d messages, %,.0f a second%s"
        .formatted(
            progress.percent(),
            progress.run().messages(),
            progress.messagesPerSecond(),
            progress.timeLeft().map(left -> ", " + spoken(left) + " left").orElse(""));
  }

  private static String spoken(Duration left) {
    long seconds = left.toSeconds();
    return seconds >= 60
        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : seconds + " s";
  }
}
