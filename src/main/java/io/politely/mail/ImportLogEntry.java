package io.politely.mail;

import java.time.Instant;

/** A sentence in the log of an import. */
public record ImportLogEntry(Instant at, String sentence) {}
