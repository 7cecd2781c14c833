package io.politely.outbox;

import java.util.UUID;

/** A file that goes with a draft, without its content. */
public record DraftFile(UUID id, String name, String type, long bytes) {}
