package io.politely.interviews;

/**
 * A question that may be asked in a meeting.
 *
 * @param times how often it was asked where that counts
 * @param reason why it may be asked, a sentence that names no candidate
 */
public record LikelyQuestion(String words, int times, String reason) {}
