package io.politely.people;

import io.politely.kernel.WorkspaceId;
import java.util.Collection;
import java.util.Set;

/**
 * What somebody is part of beside the files that named them. Modules above say so here, and whoever
 * takes such a file back asks all of them: who is involved in something stays.
 */
public interface Involvement {

  /** Those of these rows of people that are part of something. */
  Set<PersonId> involved(WorkspaceId workspace, Collection<PersonId> persons);
}
