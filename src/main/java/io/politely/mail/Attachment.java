package io.politely.mail;

/**
 * A part of a message that is not its text.
 *
 * @param name the file name it came with, or ""
 * @param type its media type, in lower case
 * @param bytes its decoded size
 */
public record Attachment(String name, String type, long bytes) {}
