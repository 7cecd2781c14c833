package io.politely.today.web;

import io.politely.ledger.Promise;
import io.politely.mail.Exchange;
import io.politely.touches.Touch;
import io.politely.web.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A picture of who wrote when: a lane for them, a lane for us, silence shaded. All positions are in
 * the picture's own units.
 *
 * @param from the first day of the picture
 * @param summary the picture in a sentence
 * @param touches what passed beside mail
 * @param ticks the months, by where they begin
 * @param months the numbers behind the picture, the newest month first
 */
public record Timeline(
    String from,
    String summary,
    List<Mark> marks,
    List<Mark> touches,
    List<Ring> rings,
    List<Silence> silences,
    List<Tick> ticks,
    List<Month> months) {

  static final int DAYS = 183;

  private static final int LEFT = 64;
  private static final int RIGHT = 704;
  private static final int THEIRS = 44;
  private static final int OURS = 92;
  private static final int SHORTEST_SHOWN = 60;
  private static final long SILENCE = 14;
  private static final long LEAST_UNUSUAL = 21;
  private static final int UNUSUAL_TIMES = 3;

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
  private static final DateTimeFormatter WHOLE_MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  public Timeline {
    marks = List.copyOf(marks);
    touches = List.copyOf(touches);
    rings = List.copyOf(rings);
    silences = List.copyOf(silences);
    ticks = List.copyOf(ticks);
    months = List.copyOf(months);
  }

  /** A message, or a touch. {@code look}: theirs, ours, automatic. */
  public record Mark(int x, int y, String look, String title) {}

  /** A promise. */
  public record Ring(int x, int y, boolean isBroken, String title) {}

  /** No message for two weeks or more. {@code isLong}: unusually long between these two. */
  public record Silence(int x, int width, boolean isLong, String label) {}

  /** Where a month begins. */
  public record Tick(int x, String name) {}

  /** The messages of a month. */
  public record Month(String name, long theirs, long ours) {}

  static Timeline of(
      Collection<Exchange> exchanges,
      Collection<Promise> promises,
      Collection<Touch> touches,
      Instant now,
      ZoneId zone) {
    return new Drawing(exchanges, promises, touches, now, zone).timeline();
  }

  private static final class Drawing {

    private final List<Exchange> exchanges;
    private final Collection<Promise> promises;

    /** Those in which something passed between us. */
    private final List<Touch> touches;

    private final Instant now;
    private final ZoneId zone;
    private final Instant from;

    Drawing(
        Collection<Exchange> exchanges,
        Collection<Promise> promises,
        Collection<Touch> touches,
        Instant now,
        ZoneId zone) {
      this.exchanges =
          exchanges.stream()
              .filter(exchange -> !exchange.sentAt().isAfter(now))
              .sorted(Comparator.comparing(Exchange::sentAt))
              .toList();
      this.promises = promises;
      this.now = now;
      this.zone = zone;
      this.from = now.minus(Duration.ofDays(DAYS));
      this.touches =
          touches.stream()
              .filter(touch -> touch.isContact() && touch.at().isAfter(from))
              .sorted(Comparator.comparing(Touch::at))
              .toList();
    }

    Timeline timeline() {
      var silences = silences();
      return new Timeline(
          When.of(from, now, zone).day(),
          summary(),
          marks(),
          touchMarks(),
          rings(),
          silences,
          ticks(),
          months());
    }

    private int x(Instant at) {
      double share =
          (double) Duration.between(from, at).toMinutes() / Duration.between(from, now).toMinutes();
      return LEFT + (int) Math.round(Math.clamp(share, 0, 1) * (RIGHT - LEFT));
    }

    private List<Mark> marks() {
      return exchanges.stream()
          .map(it ->
              new Mark(
                  x(it.sentAt()),
                  it.byThem() ? THEIRS : OURS,
                  it.kind().isPersonal() ? (it.byThem() ? "theirs" : "ours") : "automatic",
                  (it.byThem() ? "They, " : "You, ")
                      + When.of(it.sentAt(), now, zone).day()
                      + ": "
                      + it.subject()))
          .toList();
    }

    /** In the lane of who began it; what both did lies between the lanes. */
    private List<Mark> touchMarks() {
      return touches.stream()
          .map(touch -> {
            boolean byThem = touch.ways().getFirst().byThem();
            return new Mark(
                x(touch.at()),
                touch.isConversation() ? (THEIRS + OURS) / 2 : byThem ? THEIRS : OURS,
                byThem ? "theirs" : "ours",
                touch.said() + ", " + When.of(touch.at(), now, zone).day() + ": " + touch.words());
          })
          .toList();
    }

    private List<Ring> rings() {
      return promises.stream()
          .filter(promise -> promise.madeAt().isAfter(from) && !promise.madeAt().isAfter(now))
          .map(promise ->
              new Ring(
                  x(promise.madeAt()),
                  promise.byUs() ? OURS : THEIRS,
                  promise.isBroken(now),
                  "Promise: " + promise.quote()))
          .toList();
    }

    private List<Instant> moments() {
      return Stream.concat(
              exchanges.stream()
                  .filter(exchange -> exchange.kind().isPersonal())
                  .map(Exchange::sentAt),
              touches.stream().map(Touch::at))
          .sorted()
          .toList();
    }

    private List<Silence> silences() {
      var moments = new ArrayList<>(moments());
      if (moments.isEmpty()) {
        return List.of();
      }
      moments.add(now);
      var usual = usualPause(moments);
      var silences = new ArrayList<Silence>();
      for (int i = 1; i < moments.size(); i++) {
        long days = ChronoUnit.DAYS.between(day(moments.get(i - 1)), day(moments.get(i)));
        if (days >= SILENCE) {
          int begin = x(moments.get(i - 1));
          int width = x(moments.get(i)) - begin;
          silences.add(
              new Silence(
                  begin,
                  width,
                  days >= Math.max(LEAST_UNUSUAL, usual * UNUSUAL_TIMES),
                  width >= SHORTEST_SHOWN ? When.span(days) : ""));
        }
      }
      return silences;
    }

    /** The median pause between two messages, in days, the present one left out. */
    private static long usualPause(List<Instant> moments) {
      var pauses = new ArrayList<Long>();
      for (int i = 1; i < moments.size() - 1; i++) {
        pauses.add(ChronoUnit.DAYS.between(moments.get(i - 1), moments.get(i)));
      }
      pauses.sort(Comparator.naturalOrder());
      return pauses.isEmpty() ? 0 : pauses.get(pauses.size() / 2);
    }

    private List<Tick> ticks() {
      var ticks = new ArrayList<Tick>();
      for (var month = YearMonth.from(day(from)).plusMonths(1);
          !month.isAfter(YearMonth.from(day(now)));
          month = month.plusMonths(1)) {
        ticks.add(new Tick(x(month.atDay(1).atStartOfDay(zone).toInstant()), MONTH.format(month)));
      }
      return ticks;
    }

    private List<Month> months() {
      var months = new ArrayList<Month>();
      for (var month = YearMonth.from(day(now));
          !month.isBefore(YearMonth.from(day(from)));
          month = month.minusMonths(1)) {
        months.add(new Month(WHOLE_MONTH.format(month), count(month, true), count(month, false)));
      }
      return months;
    }

    private long count(YearMonth month, boolean byThem) {
      return exchanges.stream()
          .filter(it -> it.byThem() == byThem && YearMonth.from(day(it.sentAt())).equals(month))
          .count();
    }

    private String summary() {
      long theirs = exchanges.stream().filter(Exchange::byThem).count();
      long ours = exchanges.size() - theirs;
      var counts =
          "In six months they wrote %s and you wrote %s%s."
              .formatted(times(theirs), times(ours), beside());
      return moments().isEmpty()
          ? counts
          : counts + " The last was " + When.of(moments().getLast(), now, zone).relative() + ".";
    }

    private String beside() {
      long talked = touches.stream().filter(Touch::isConversation).count();
      return talked == 0
          ? ""
          : talked == 1 ? "; you talked once" : "; you talked " + talked + " times";
    }

    private static String times(long number) {
      return number == 1 ? "once" : number == 0 ? "nothing" : number + " times";
    }

    private LocalDate day(Instant at) {
      return LocalDate.ofInstant(at, zone);
    }
  }
}
