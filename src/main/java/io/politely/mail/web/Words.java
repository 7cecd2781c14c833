package io.politely.mail.web;

import io.politely.mail.ImportProgress;
import io.politely.mail.ImportState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times as people read them. */
final class Words {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final int KILO = 1_000;

  private Words() {}

  static String dayAndTime(Instant at, ZoneId zone) {
    return DAY_AND_TIME.format(at.atZone(zone));
  }

  static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  static String bytes(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    if (bytes < KILO * KILO) {
      return "%d kB".formatted(bytes / KILO);
    }
    return bytes < (long) KILO * KILO * KILO
        ? String.format(Locale.ENGLISH, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ENGLISH, "%.1f GB", bytes / 1e9);
  }

  /** How far an import is: "1,200 messages, 900 a second, 2 minutes left". */
  static String progress(ImportProgress progress) {
    var words = new StringBuilder(number(progress.run().messages())).append(" messages");
    if (progress.messagesPerSecond() >= 1) {
      words
          .append(", ")
          .append(number(Math.round(progress.messagesPerSecond())))
          .append(" a second");
    }
    progress.timeLeft().ifPresent(left -> words.append(", ").append(span(left)).append(" left"));
    return words.toString();
  }

  static String state(ImportState state) {
    return switch (state) {
      case WAITING -> "Waiting";
      case RUNNING -> "Running";
      case STOPPED -> "Stopped";
      case DONE -> "Done";
      case FAILED -> "Failed";
    };
  }

  private static String span(Duration span) {
    long seconds = Math.max(1, span.toSeconds());
    if (seconds < 60) {
      return seconds == 1 ? "a second" : seconds + " seconds";
    }
    long minutes = (seconds + 30) / 60;
    return minutes == 1 ? "a minute" : minutes + " minutes";
  }
}
