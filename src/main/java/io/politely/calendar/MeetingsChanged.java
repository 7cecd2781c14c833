package io.politely.calendar;

import io.politely.kernel.WorkspaceId;

/** A nudge: meetings of a workspace changed; which ones, tells {@link Calendar#changed}. */
public record MeetingsChanged(WorkspaceId workspace) {}
