package io.politely.today.web;

import io.politely.mail.Exchange;
import io.politely.patience.Basis.Sureness;
import io.politely.patience.Chance;
import io.politely.patience.Chance.Point;
import io.politely.patience.Chance.Why;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A picture of how likely somebody has answered a letter by which day, over thirty days. All
 * positions are in the picture's own units.
 *
 * @param headline which letter, and the chance now
 * @param moments when a follow-up is polite, and when silence is an answer
 * @param line the curve, as points; "" where the thirty days are over
 * @param silence how wide the days are that passed without an answer
 * @param shares the ticks of the upright axis
 * @param days the ticks of the other one
 * @param reasons what counts most
 * @param sureness how sure it is, in words
 * @param basis on how much it rests
 * @param calendar whose days these are
 * @param numbers the numbers behind the picture
 */
public record ChancePicture(
    String headline,
    List<String> moments,
    String line,
    int silence,
    List<Tick> shares,
    List<Tick> days,
    List<Mark> marks,
    List<Ground> reasons,
    String sureness,
    String basis,
    String calendar,
    List<Row> numbers) {

  private static final int DAYS = 30;
  private static final double MINUTES_OF_A_DAY = 24 * 60;

  public ChancePicture {
    moments = List.copyOf(moments);
    shares = List.copyOf(shares);
    days = List.copyOf(days);
    marks = List.copyOf(marks);
    reasons = List.copyOf(reasons);
    numbers = List.copyOf(numbers);
  }

  /** Whether there is still something to draw. */
  public boolean isDrawn() {
    return !line.isEmpty();
  }

  /** A tick of an axis. */
  public record Tick(int at, String name) {}

  /** A day that matters. {@code look}: today, polite, silent. */
  public record Mark(int x, int y, String look, String title) {}

  /** A reason. {@code isFor}: whether it makes an answer likelier. */
  public record Ground(boolean isFor, String sentence) {}

  /** A day, and how likely they have answered by then. */
  public record Row(String day, String answered) {}

  /** Of a letter that waits for its answer. */
  static ChancePicture of(Chance chance, Exchange letter, TheirCalendar calendar) {
    var sent = calendar.date(letter.sentAt());
    var last = sent.plusDays(DAYS);
    var subject = letter.subject().isBlank() ? "Your letter" : "“" + letter.subject() + "”";
    var headline =
        last.isAfter(calendar.today())
            ? "%s, sent %s, waits for an answer. The chance that it comes by %s is %s; it was %s when you wrote."
                .formatted(
                    subject,
                    calendar.said(sent),
                    calendar.said(last),
                    percent(chance.stillToCome()),
                    percent(chance.atFirst()))
            : "%s, sent %s, was not answered in thirty days. The chance was %s when you wrote; later answers are too rare to foretell."
                .formatted(subject, calendar.said(sent), percent(chance.atFirst()));
    double passed =
        Duration.between(letter.sentAt(), calendar.now()).toMinutes() / MINUTES_OF_A_DAY;
    return new Drawing(chance, sent, passed, calendar).picture(headline);
  }

  /** Of a letter that is not written yet. */
  static ChancePicture ofNext(Chance chance, TheirCalendar calendar) {
    return new Drawing(chance, calendar.today(), 0, calendar)
        .picture(
            "If you asked them something today, the chance of an answer within thirty days would be %s."
                .formatted(percent(chance.atFirst())));
  }

  private static String percent(double chance) {
    return chance < 0.01 ? "under 1 %" : Math.round(100 * chance) + " %";
  }

  private static final class Drawing {

    private static final int LEFT = 38;
    private static final int RIGHT = 312;
    private static final int TOP = 14;
    private static final int BOTTOM = 126;

    /** The top of the upright axis is one of these, in percent. */
    private static final int[] TOPS = {5, 10, 20, 40, 60, 80, 100};

    private static final int[] TOLD = {0, 1, 2, 3, 5, 7, 10, 14, 21, 30};
    private static final int WEEK = 7;

    private static final DateTimeFormatter DAY =
        DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Chance chance;
    private final LocalDate sent;
    private final TheirCalendar calendar;
    private final boolean isNext;
    private final List<Point> curve;
    private final int top;
    private final double passed;

    /** {@code passed}: days since it was sent; 0 where it is not written yet. */
    Drawing(Chance chance, LocalDate sent, double passed, TheirCalendar calendar) {
      this.chance = chance;
      this.sent = sent;
      this.calendar = calendar;
      this.isNext = passed == 0;
      this.curve = chance.curve();
      double highest = 100 * curve.getLast().answered();
      this.top = IntStream.of(TOPS).filter(it -> it >= highest).findFirst().orElse(TOPS[0]);
      this.passed = Math.clamp(passed, 0, DAYS);
    }

    ChancePicture picture(String headline) {
      var polite = calendar.followUpPoliteOn(chance);
      var silent = calendar.silenceIsAnswerFrom(chance);
      boolean isDrawn = passed < DAYS;
      return new ChancePicture(
          headline,
          List.of(politely(polite), silently(polite, silent)),
          isDrawn ? line() : "",
          x(passed) - LEFT,
          Stream.of(0, top / 2.0, (double) top)
              .map(share -> new Tick(y(share.doubleValue() / 100), share(share.doubleValue())))
              .toList(),
          IntStream.iterate(0, day -> day <= DAYS, day -> day + WEEK)
              .mapToObj(day -> new Tick(x(day), DAY.format(sent.plusDays(day))))
              .toList(),
          isDrawn ? marks(polite, silent) : List.of(),
          chance.reasons().stream().map(Drawing::ground).toList(),
          sureness(chance.basis().sureness()),
          chance.basis().sentence(),
          calendar.source(),
          isDrawn ? numbers() : List.of());
    }

    private String politely(LocalDate day) {
      var said = calendar.said(day);
      if (isNext) {
        return "A follow-up would become polite on %s.".formatted(said);
      }
      return day.isAfter(calendar.today())
          ? "A follow-up becomes polite on %s.".formatted(said)
          : day.equals(calendar.today())
              ? "A follow-up is polite from today on."
              : "A follow-up has been polite since %s.".formatted(said);
    }

    /** Nobody's silence is an answer before it is polite to ask again. */
    private String silently(LocalDate polite, LocalDate day) {
      if (!day.isAfter(polite)) {
        return "If nothing comes after it either, silence is the answer.";
      }
      var said = calendar.said(day);
      if (isNext) {
        return "Silence would be an answer from %s.".formatted(said);
      }
      return day.isAfter(calendar.today())
          ? "Silence is an answer from %s.".formatted(said)
          : day.equals(calendar.today())
              ? "Silence is an answer from today on."
              : "Silence has been an answer since %s.".formatted(said);
    }

    private String line() {
      return Stream.concat(
              Stream.of(x(passed) + "," + y(0)),
              curve.stream()
                  .filter(point -> point.day() > passed)
                  .map(point -> x(point.day()) + "," + y(point.answered())))
          .collect(Collectors.joining(" "));
    }

    private List<Mark> marks(LocalDate polite, LocalDate silent) {
      return Stream.of(
              List.of(
                  new Mark(
                      x(passed), y(0), "today", isNext ? "Today" : "Today, without an answer")),
              mark(polite, "polite", politely(polite)),
              silent.isAfter(polite)
                  ? mark(silent, "silent", silently(polite, silent))
                  : List.<Mark>of())
          .flatMap(List::stream)
          .toList();
    }

    private List<Mark> mark(LocalDate day, String look, String title) {
      long after = ChronoUnit.DAYS.between(sent, day);
      if (after < 0 || after > DAYS) {
        return List.of();
      }
      int at = (int) after;
      return List.of(new Mark(x(at), y(curve.get(at).answered()), look, title));
    }

    private List<Row> numbers() {
      return IntStream.of(TOLD)
          .filter(day -> day > passed)
          .mapToObj(
              day -> new Row(calendar.said(sent.plusDays(day)), percent(curve.get(day).answered())))
          .toList();
    }

    private static Ground ground(Why why) {
      return new Ground(why.effect() > 0, why.sentence());
    }

    private static String share(double percent) {
      return percent == Math.rint(percent) ? (int) percent + " %" : percent + " %";
    }

    private static int x(double day) {
      return LEFT + (int) Math.round(day / DAYS * (RIGHT - LEFT));
    }

    private int y(double answered) {
      return BOTTOM - (int) Math.round(answered * 100 / top * (BOTTOM - TOP));
    }

    private static String sureness(Sureness sureness) {
      return switch (sureness) {
        case USUAL -> "What is usual";
        case FAIR -> "Fairly sure";
        case GOOD -> "Quite sure";
      };
    }
  }
}
