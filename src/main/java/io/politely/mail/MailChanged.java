package io.politely.mail;

import io.politely.kernel.WorkspaceId;

/**
 * A nudge after commit: conversations of this workspace changed. Losing one costs time, never data.
 */
public record MailChanged(WorkspaceId workspace) {}
