package io.politely.cli;

import io.politely.ledger.Matter;
import io.politely.ledger.Move;
import io.politely.people.Names;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The lists of Today for a terminal: who, what about, why, and since when.
 *
 * @param names how the people are called
 */
record TodayText(Names names, Instant now, ZoneId zone) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

  /** One list under its title, at most as many rows as given of {@code count}. */
  String list(String title, long count, List<Matter> matters) {
    var text = new StringBuilder();
    text.append("%s (%,d)%n".formatted(title, count));
    matters.forEach(matter -> text.append(row(matter)));
    if (count > matters.size()) {
      text.append("  … and %,d more%n".formatted(count - matters.size()));
    }
    return text.append(System.lineSeparator()).toString();
  }

  private String row(Matter matter) {
    var move = matter.move();
    var who = move.with().map(names::of).orElse("nobody in particular");
    return "  %-24s %s%n  %-24s %s%n"
        .formatted(
            cut(who, 24),
            cut(matter.subject().isEmpty() ? "(no subject)" : matter.subject(), 52),
            cut(when(matter), 24),
            cut(names.in(move.reason()), 100));
  }

  private String when(Matter matter) {
    var when =
        switch (matter.move()) {
          case Move.Ours ours -> waiting(ours.since());
          case Move.Theirs theirs -> waiting(theirs.since());
          case Move.Scheduled scheduled -> "until " + day(scheduled.until());
          case Move.Nobodys nobodys -> "since " + day(nobodys.since());
          case Move.Closed closed -> "since " + day(closed.since());
          case Move.Unsure unsure -> waiting(unsure.since());
        };
    return matter.promiseBroken() ? when + ", promise broken" : when;
  }

  private String waiting(Instant since) {
    long days = Duration.between(since, now).toDays();
    return switch (Math.clamp(days, 0, 2)) {
      case 0 -> "today";
      case 1 -> "1 day";
      default -> "%,d days".formatted(days);
    };
  }

  private String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
