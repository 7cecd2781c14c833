package io.politely.cadence.web;

/**
 * What a language model would be sent, before it is.
 *
 * @param path of the follow-up
 * @param endpoint who would get it
 * @param model as the endpoint calls it
 * @param instructions the first of two messages
 * @param letter the other one
 * @param shown the hash of all that
 * @param item the value item that the letter brings, or ""
 */
public record RewritePage(
    String path,
    String person,
    String endpoint,
    String model,
    String instructions,
    String letter,
    String shown,
    String subject,
    String item) {}
