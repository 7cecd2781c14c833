package io.politely.pursuits;

import io.politely.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a pursuit, or to one person in it.
 *
 * @param person whom it is about; null: the pursuit
 * @param what state, stage, joined, left, time, outcome, told, status-page, answered or nurture
 * @param by a member's id, or what acted
 * @param why a sentence, or ""
 */
public record Step(
    Instant at,
    @Nullable PersonId person,
    String what,
    String before,
    String after,
    String by,
    String why) {}
