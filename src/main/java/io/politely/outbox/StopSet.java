package io.politely.outbox;

import io.politely.kernel.WorkspaceId;

/**
 * A nudge: somebody, an address or a domain is written to no more.
 *
 * @param value the id of a person, an address or a domain
 */
public record StopSet(WorkspaceId workspace, Stop.Scope scope, String value) {}
