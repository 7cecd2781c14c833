package io.politely.ledger;

import java.time.ZoneId;

/**
 * The numbers of the policy that the ledger's rules use, all in business days.
 *
 * @param answer how long a person may wait for our answer (row D1)
 * @param introduction how long a warm introduction may wait for it (row D2)
 * @param promise when a promise without a day is due (row D10)
 * @param firstNudge after how much silence it is polite to ask again
 * @param farAway a day further off is no deadline but the day on which to write again
 * @param enough below this confidence the user is asked instead of guessed for
 * @param doubt down to this share of {@code enough}; below it nothing is asked at all
 * @param zone where the owner's working day begins and ends
 */
record Policy(
    int answer,
    int introduction,
    int promise,
    int firstNudge,
    int farAway,
    double enough,
    double doubt,
    ZoneId zone) {}
