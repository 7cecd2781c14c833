package io.politely.mailboxes;

import java.time.Instant;

/** A sentence on the reading of a mailbox. */
public record SyncLogEntry(Instant at, String sentence) {}
