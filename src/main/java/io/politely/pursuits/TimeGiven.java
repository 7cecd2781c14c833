package io.politely.pursuits;

import io.politely.people.PersonId;
import java.time.Instant;

/**
 * Time that somebody spent.
 *
 * @param byUs ours, which makes a debt of theirs; else theirs, which makes one of ours
 */
public record TimeGiven(
    TimeId id, PersonId person, boolean byUs, TimeKind kind, Instant givenAt, String note) {}
