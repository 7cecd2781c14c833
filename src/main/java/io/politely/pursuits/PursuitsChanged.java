package io.politely.pursuits;

import io.politely.kernel.WorkspaceId;

/** A nudge: pursuits were opened or described anew, or somebody joined one. */
public record PursuitsChanged(WorkspaceId workspace) {}
