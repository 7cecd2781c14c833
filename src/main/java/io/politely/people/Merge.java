package io.politely.people;

import java.time.Instant;

/**
 * A merge that is in force.
 *
 * @param merged who is part of somebody else since then
 * @param name what they are called by themselves
 */
public record Merge(MergeId id, PersonId merged, String name, Instant at) {}
