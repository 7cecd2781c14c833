package io.politely.outbox;

/**
 * Whether a database may send.
 *
 * @param place where it was last allowed to, as a hash
 * @param isClosed whether nothing leaves until a person confirms
 * @param reason why, one sentence, or ""
 */
public record Fence(String place, boolean isClosed, String reason) {}
