package io.politely.contacts;

/**
 * The level that a job title tells.
 *
 * @param level its word: {@code vp}
 * @param said as a reader is told: "Vice president"
 * @param evidence the words of the title that tell it
 */
public record Seniority(String level, String said, String evidence) {}
