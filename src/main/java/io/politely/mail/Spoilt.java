package io.politely.mail;

/**
 * Something that could not be stored as a message.
 *
 * @param contentHash of its bytes
 * @param place where it was found
 * @param reason a sentence the user may read
 * @param packed at most its first megabyte
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the worker to the store, never compared
record Spoilt(String contentHash, String place, String reason, byte[] packed) {}
