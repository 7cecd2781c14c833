package io.politely.cadence;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is at work on a working day: one span, or several with breaks between them.
 *
 * @param spans in order, apart from each other, never empty
 */
public record WorkingHours(List<Span> spans) {

  private static final Pattern TYPED =
      Pattern.compile("(\\d{1,2})(?::(\\d{2}))?\\s*[-–]\\s*(\\d{1,2})(?::(\\d{2}))?");

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /**
   * From a time, to before another one.
   *
   * @param to later than {@code from}
   */
  public record Span(LocalTime from, LocalTime to) {

    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("Working hours end after they begin");
      }
    }

    boolean contains(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(to);
    }
  }

  public WorkingHours {
    spans = List.copyOf(spans);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("Somebody works at some time of the day");
    }
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i).from().isBefore(spans.get(i - 1).to())) {
        throw new IllegalArgumentException("Working hours follow each other");
      }
    }
  }

  /** From an hour to another one, without a break. */
  public static WorkingHours of(int from, int to) {
    return new WorkingHours(List.of(new Span(LocalTime.of(from, 0), LocalTime.of(to, 0))));
  }

  /** What somebody typed: {@code 9-13, 15:30-18}; empty where it tells no hours. */
  public static Optional<WorkingHours> typed(String text) {
    var spans = new ArrayList<Span>();
    for (var part : text.split("[,;]", -1)) {
      var found = TYPED.matcher(part.strip());
      if (!found.matches()) {
        return Optional.empty();
      }
      try {
        spans.add(
            new Span(time(found.group(1), found.group(2)), time(found.group(3), found.group(4))));
      } catch (DateTimeException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(new WorkingHours(spans));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static LocalTime time(String hour, @Nullable String minute) {
    return LocalTime.of(Integer.parseInt(hour), minute == null ? 0 : Integer.parseInt(minute));
  }

  /** Only what lies within others: nobody is written to outside the hours of the policy. */
  WorkingHours within(WorkingHours others) {
    var common = new ArrayList<Span>();
    for (var one : spans) {
      for (var other : others.spans()) {
        var from = one.from().isAfter(other.from()) ? one.from() : other.from();
        var to = one.to().isBefore(other.to()) ? one.to() : other.to();
        if (from.isBefore(to)) {
          common.add(new Span(from, to));
        }
      }
    }
    return common.isEmpty() ? others : new WorkingHours(common);
  }

  boolean contains(LocalTime time) {
    return spans.stream().anyMatch(span -> span.contains(time));
  }

  /** As they are typed. */
  public String said() {
    return spans.stream()
        .map(span -> CLOCK.format(span.from()) + "–" + CLOCK.format(span.to()))
        .collect(Collectors.joining(", "));
  }
}
