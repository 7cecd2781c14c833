package io.politely.outbox;

/**
 * What went from the outbox because somebody was erased.
 *
 * @param mails whose content is gone; only that they left, or did not, is known of them
 */
public record ErasedLetters(int mails, int drafts) {}
