package io.politely.patience;

import io.politely.people.PersonId;

/**
 * How somebody treats letters.
 *
 * @param fromUs what passed from us to them
 */
record Acquaintance(PersonId person, Habits habits, Between fromUs) {}
