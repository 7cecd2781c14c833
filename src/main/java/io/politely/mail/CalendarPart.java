package io.politely.mail;

import io.politely.kernel.EmailAddress;

/**
 * A part of a message that is a calendar: an invitation, an answer to one, a file.
 *
 * @param from who sent the message
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record CalendarPart(MessageId message, EmailAddress from, byte[] file) {}
