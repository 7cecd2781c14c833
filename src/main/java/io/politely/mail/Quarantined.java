package io.politely.mail;

import java.time.Instant;

/**
 * Something in a mailbox that could not be stored as a message; nothing of it is lost.
 *
 * @param contentHash names it
 * @param place the file and the position in it
 * @param reason a sentence the user may read
 */
public record Quarantined(String contentHash, String place, String reason, Instant foundAt) {}
