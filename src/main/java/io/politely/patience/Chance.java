package io.politely.patience;

import io.politely.reading.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chance that somebody answers a letter, as it goes on from now, and what follows from it. The
 * numbers come from evidence-marked rules: nine of ten answers that come within thirty days have
 * come by the time a follow-up is polite; silence is an answer when the chance of one in the next
 * ten working days falls below three in a hundred, or a third of what it was.
 */
public final class Chance {

  private static final int DAYS = 30;
  private static final double MOST_HAVE_COME = 0.9;
  private static final int NEXT_WORKING_DAYS = 10;
  private static final double HARDLY_ANY = 0.03;
  private static final double OF_WHAT_IT_WAS = 1.0 / 3;
  private static final int LONGEST_WAIT = 120;

  private final Instant sentAt;
  private final Instant now;
  private final Curve atSend;
  private final Curve since;
  private final Basis basis;
  private final List<Why> reasons;

  /**
   * A chance.
   *
   * @param atSend as it was when the letter was sent
   * @param since as it is now, where nothing has come
   */
  Chance(Instant sentAt, Instant now, Curve atSend, Curve since, Basis basis, List<Why> reasons) {
    this.sentAt = sentAt;
    this.now = now;
    this.atSend = atSend;
    this.since = since;
    this.basis = basis;
    this.reasons = List.copyOf(reasons);
  }

  /**
   * One day of the curve.
   *
   * @param day after the letter was sent
   * @param answered the chance that they have answered by then, as things are now
   * @param stillToCome the chance that they answer within thirty days of the letter, where they
   *     have not by then
   */
  public record Point(int day, double answered, double stillToCome) {}

  /**
   * One reason.
   *
   * @param effect on the logarithm of the odds; below 0 it makes an answer less likely
   * @param sentence a fact that is true of the letter
   */
  public record Why(Reason reason, double effect, String sentence) {}

  /** Day by day from the letter on, thirty days. */
  public List<Point> curve() {
    return IntStream.rangeClosed(0, DAYS)
        .mapToObj(day ->
            new Point(
                day, since.answeredBy(hours(day)), since.answeredBetween(hours(day), hours(DAYS))))
        .toList();
  }

  /** The chance that an answer still comes within thirty days of the letter. */
  public double stillToCome() {
    return since.answeredBy(hours(DAYS));
  }

  /** The chance that there was of an answer within thirty days when the letter was sent. */
  public double atFirst() {
    return atSend.answeredBy(hours(DAYS));
  }

  /** On how much it rests. */
  public Basis basis() {
    return basis;
  }

  /** What counts most, the strongest first. */
  public List<Why> reasons() {
    return reasons;
  }

  /**
   * The first working day on which most of the answers that would come have come, so that a
   * follow-up interrupts hardly anybody who was about to answer.
   *
   * @param days the reader's working days, on the reader's clock
   * @param soonest working days after the letter before which policy allows none
   * @param latest working days after the letter at which it is due in any case
   */
  public LocalDate followUpPoliteOn(WorkingDays days, ZoneId zone, int soonest, int latest) {
    var sent = sentAt.atZone(zone).toLocalDate();
    double most = MOST_HAVE_COME * atFirst();
    int day = 1;
    while (day < DAYS && atSend.answeredBy(hours(day)) < most) {
      day++;
    }
    var come = days.sameOrNext(sent.plusDays(day));
    var first = days.plus(sent, soonest);
    var last = days.plus(sent, Math.max(soonest, latest));
    return come.isBefore(first) ? first : come.isAfter(last) ? last : come;
  }

  /**
   * The first day on which silence is an answer. It may lie in the past; one day later things may
   * have changed, so ask again.
   *
   * @param days the reader's working days, on the reader's clock
   */
  public LocalDate silenceIsAnswerFrom(WorkingDays days, ZoneId zone) {
    var sent = sentAt.atZone(zone).toLocalDate();
    var today = now.atZone(zone).toLocalDate();
    var foreseen = silentFrom(atSend, sent, sent, days);
    if (!today.isAfter(sent)) {
      return foreseen;
    }
    var seen = silentFrom(since, sent, today, days);
    return seen.equals(today) && foreseen.isBefore(today) ? foreseen : seen;
  }

  private LocalDate silentFrom(Curve curve, LocalDate sent, LocalDate from, WorkingDays days) {
    double least = Math.max(HARDLY_ANY, OF_WHAT_IT_WAS * soonAfter(atSend, sent, sent, days));
    var day = from;
    while (soonAfter(curve, sent, day, days) >= least
        && ChronoUnit.DAYS.between(from, day) < LONGEST_WAIT) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The chance of an answer in the next ten working days of silence. */
  private static double soonAfter(Curve curve, LocalDate sent, LocalDate day, WorkingDays days) {
    double from = hours(ChronoUnit.DAYS.between(sent, day));
    double to = hours(ChronoUnit.DAYS.between(sent, days.plus(day, NEXT_WORKING_DAYS)));
    return curve.answeredBetween(from, to);
  }

  private static double hours(long days) {
    return Duration.ofDays(days).toHours();
  }
}
