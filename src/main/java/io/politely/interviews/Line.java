package io.politely.interviews;

import io.politely.interviews.BriefGuide.Scope;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that the user wrote into a brief.
 *
 * @param subject the meeting, the person or the pursuit that it is about; the workspace where it is
 *     the user's own
 * @param source where it is known from, or ""
 * @param former what stood there before, or ""
 */
public record Line(
    Scope scope,
    UUID subject,
    String key,
    String words,
    String source,
    String former,
    Instant writtenAt) {}
