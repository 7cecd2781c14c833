package io.politely.pursuits;

import io.politely.people.PersonId;
import java.time.Instant;

/**
 * Somebody who was a candidate, and is in nothing that goes on.
 *
 * @param ended when the last pursuit that they were in closed
 */
public record PastCandidate(PersonId person, Instant ended) {}
