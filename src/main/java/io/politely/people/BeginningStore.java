package io.politely.people;

import io.politely.kernel.WorkspaceId;
import io.politely.people.PeopleStore.Row;
import io.politely.people.PersonRules.Described;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The letters by which people are found, kept in step with their names. */
@Repository
class BeginningStore {

  private static final String REMOVE =
      """
      delete from people.beginning
       where workspace_id = ?
         and beginning = ?
         and person_id = ?
      """;

  /** Of somebody new: there is nothing that it could conflict with, and asking takes time. */
  private static final String ADD_FIRST =
      """
      insert into people.beginning (workspace_id, beginning, person_id)
      values (?, ?, ?)
      """;

  private static final String ADD =
      """
      insert into people.beginning (workspace_id, beginning, person_id)
      values (?, ?, ?)
      on conflict (workspace_id, beginning, person_id) do nothing
      """;

  private final JdbcTemplate batch;

  BeginningStore(JdbcTemplate batch) {
    this.batch = batch;
  }

  /** Follows the change of names: from what rows were saved with to what is saved now. */
  void save(WorkspaceId workspace, Map<Row, Described> persons) {
    List<Object[]> removed = new ArrayList<>();
    List<Object[]> first = new ArrayList<>();
    List<Object[]> added = new ArrayList<>();
    persons.forEach((row, described) -> {
      if (row.sortName().equals(described.sortName())) {
        return;
      }
      var before = row.beginnings(row.sortName());
      var now = row.beginnings(described.sortName());
      before.stream()
          .filter(beginning -> !now.contains(beginning))
          .forEach(gone -> removed.add(new Object[] {workspace.value(), gone, row.person()}));
      now.stream()
          .filter(beginning -> !before.contains(beginning))
          .map(fresh -> new Object[] {workspace.value(), fresh, row.person()})
          .forEach((row.sortName().isEmpty() ? first : added)::add);
    });
    batch.batchUpdate(REMOVE, removed);
    batch.batchUpdate(ADD_FIRST, first);
    batch.batchUpdate(ADD, added);
  }
}
