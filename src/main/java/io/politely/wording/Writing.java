package io.politely.wording;

import java.time.ZonedDateTime;

/**
 * What somebody is about to send.
 *
 * @param subject as it will stand in the letter, "Re:" included
 * @param body without quotations
 * @param writtenAt when it would reach its reader, in the reader's zone
 */
public record Writing(String subject, String body, ZonedDateTime writtenAt) {}
