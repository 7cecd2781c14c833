package io.politely.cadence;

import io.politely.wording.Rank;

/**
 * What no cadence, user or channel may go beyond; see {@code policy/cadences.json}.
 *
 * @param gap business days between two touches to one person, by anybody here
 * @param unansweredIn30Days touches to one person that nothing human came after
 * @param unansweredIn30DaysTop the same to a C-level reader or an owner; the smaller of the two
 *     counts
 * @param amber pushiness from which a touch brings something of value
 * @param red pushiness from which nothing is sent without a written reason
 * @param hours of a working day there
 * @param firstContactsADay first letters to strangers from one mailbox
 * @param restAfterNo business days after somebody declined
 * @param interruptionsADay whom Today asks the user to write to
 */
public record Caps(
    int gap,
    int unansweredIn30Days,
    int unansweredIn30DaysTop,
    int unansweredIn90Days,
    double amber,
    double red,
    WorkingHours hours,
    int firstContactsADay,
    int restAfterNo,
    int interruptionsADay) {

  int unansweredIn30Days(Rank rank) {
    return isTop(rank) ? Math.min(unansweredIn30DaysTop, unansweredIn30Days) : unansweredIn30Days;
  }

  /** When somebody is written to of whom a user typed their hours; "": as others. */
  WorkingHours hours(String typed) {
    return WorkingHours.typed(typed).map(theirs -> theirs.within(hours)).orElse(hours);
  }

  static boolean isTop(Rank rank) {
    return rank == Rank.C_LEVEL || rank == Rank.OWNER;
  }

  /** Which band a pushiness lies in. */
  public Pushiness.Band band(double pushiness) {
    return pushiness >= red
        ? Pushiness.Band.RED
        : pushiness >= amber ? Pushiness.Band.AMBER : Pushiness.Band.GREEN;
  }
}
