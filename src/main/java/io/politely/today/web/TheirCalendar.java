package io.politely.today.web;

import io.politely.contacts.TheirZone;
import io.politely.patience.Chance;
import io.politely.reading.WorkingDays;
import io.politely.web.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which days somebody's patience is counted.
 *
 * @param zone theirs where it is known, else that of the user
 * @param soonest business days after a letter before which policy has no follow-up
 * @param planned from when the plan of a follow-up has the next touch, or null
 */
record TheirCalendar(
    ZoneId zone, boolean isKnown, int soonest, @Nullable Instant planned, Instant now) {

  /** Business days after a letter at which no situation waits any longer. */
  private static final int LATEST = 10;

  static TheirCalendar of(Optional<TheirZone> theirs, ZoneId own, int soonest, Instant now) {
    return new TheirCalendar(
        theirs.map(TheirZone::zone).orElse(own), theirs.isPresent(), soonest, null, now);
  }

  /** The same where a plan says when one follows up. */
  TheirCalendar planned(@Nullable Instant earliest) {
    return new TheirCalendar(zone, isKnown, soonest, earliest, now);
  }

  LocalDate today() {
    return date(now);
  }

  LocalDate date(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  LocalDate followUpPoliteOn(Chance chance) {
    return planned == null
        ? chance.followUpPoliteOn(WorkingDays.at(zone), zone, soonest, LATEST)
        : date(planned);
  }

  LocalDate silenceIsAnswerFrom(Chance chance) {
    return chance.silenceIsAnswerFrom(WorkingDays.at(zone), zone);
  }

  /** A day: {@code Tue 3 March}. */
  String said(LocalDate day) {
    return new Moments(now, zone).day(day);
  }

  /** Whose days these are. */
  String source() {
    return isKnown
        ? "Days are those of their calendar."
        : "Days are those of your calendar: theirs is not known.";
  }
}
