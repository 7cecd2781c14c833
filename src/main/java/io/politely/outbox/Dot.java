package io.politely.outbox;

import io.politely.kernel.WorkspaceId;

/** A final dot that left, or was about to. */
record Dot(WorkspaceId workspace, OutgoingId id, long token) {}
