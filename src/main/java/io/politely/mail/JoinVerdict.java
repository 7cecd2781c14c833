package io.politely.mail;

/**
 * What the user said of two messages.
 *
 * @param message the later one
 * @param parent the one that it answers, or does not
 * @param together whether they belong to one conversation
 */
record JoinVerdict(MessageId message, MessageId parent, boolean together) {}
