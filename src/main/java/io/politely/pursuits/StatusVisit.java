package io.politely.pursuits;

/**
 * A status page that was opened.
 *
 * @param form what the form on it must send back; good for one answer
 */
public record StatusVisit(StatusLink link, String form) {}
