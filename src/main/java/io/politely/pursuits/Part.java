package io.politely.pursuits;

import io.politely.people.PersonId;
import java.time.Instant;

/**
 * Somebody in a pursuit.
 *
 * @param person whom the user sees, also after a merge
 * @param stage a candidate's own, as a word; "" for others
 */
public record Part(PersonId person, Role role, String stage, Instant joinedAt) {}
