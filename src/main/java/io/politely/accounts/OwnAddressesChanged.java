package io.politely.accounts;

import io.politely.kernel.WorkspaceId;

/** A nudge after commit: which messages are ours must be asked again. */
public record OwnAddressesChanged(WorkspaceId workspace) {}
