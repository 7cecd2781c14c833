package io.politely.pursuits;

import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a module above this one has planned with the people of a pursuit. */
public interface BesidePursuit {

  /**
   * What comes next with one of them.
   *
   * @param what is planned, or that nothing is
   * @param why a sentence
   * @param look the suffix of its chip, or "" where nothing is planned
   * @param at when, or null where that is not known
   * @param path where it is shown, or begun
   * @param isPlanned whether anything goes on with them for it
   */
  record Line(
      PersonId person,
      String what,
      String why,
      String look,
      @Nullable Instant at,
      String path,
      boolean isPlanned) {}

  /** One line or more for each of them, in a fixed number of statements. */
  List<Line> lines(
      WorkspaceId workspace, Pursuit pursuit, Collection<PersonId> persons, Instant now);
}
