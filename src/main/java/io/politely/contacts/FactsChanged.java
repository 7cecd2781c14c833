package io.politely.contacts;

import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;

/** A nudge: a member said something of somebody, or took it back. */
public record FactsChanged(WorkspaceId workspace, PersonId person) {}
