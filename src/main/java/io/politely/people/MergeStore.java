package io.politely.people;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.MergeRules.Pair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Merges, and who is kept apart. */
@Repository
class MergeStore {

  private static final String ADD =
      """
      insert into people.merge
             (workspace_id, merge_id, kept_person_id, merged_person_id, merged_by, merged_at)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String SHOW_AS =
      """
      update people.person
         set current_id = ?
       where workspace_id = ?
         and (person_id = ? or (current_id = ? and current_id <> person_id))
      """;

  private static final String EDGE =
      """
      select kept_person_id, merged_person_id, undone_at
        from people.merge
       where workspace_id = :workspace
         and merge_id = :merge
      """;

  private static final String UNDO =
      """
      update people.merge
         set undone_at = :now
       where workspace_id = :workspace
         and merge_id = :merge
         and undone_at is null
      """;

  /** Whoever hangs below a person by merges in force, the person included. */
  private static final String SHOW_AS_ITSELF =
      """
      with recursive part (person_id) as (
          select cast(:person as uuid)
          union
          select merge.merged_person_id
            from part
            join people.merge
              on merge.workspace_id = :workspace
             and merge.kept_person_id = part.person_id
             and merge.undone_at is null)
      update people.person
         set current_id = :person
       where workspace_id = :workspace
         and person_id in (select part.person_id from part)
      """;

  private static final String IN_FORCE =
      """
      select merge.merge_id, merge.merged_person_id, person.name, merge.merged_at
        from people.person
        join people.merge
          on merge.workspace_id = :workspace
         and merge.merged_person_id = person.person_id
         and merge.undone_at is null
       where person.workspace_id = :workspace
         and person.current_id = :person
         and person.current_id <> person.person_id
       order by merge.merged_at, merge.merge_id
      """;

  private static final String MAILBOXES =
      """
      select mailbox
        from people.person
       where workspace_id = :workspace
         and (person_id = :person or (current_id = :person and current_id <> person_id))
       order by mailbox
      """;

  private static final String KEEP_APART =
      """
      insert into people.kept_apart (workspace_id, mailbox_a, mailbox_b, decided_at)
      values (?, ?, ?, ?)
      on conflict (workspace_id, mailbox_a, mailbox_b) do nothing
      """;

  private static final String NO_LONGER_APART =
      """
      delete from people.kept_apart
       where workspace_id = ?
         and mailbox_a = ?
         and mailbox_b = ?
      """;

  private static final String APART =
      """
      select mailbox_a, mailbox_b
        from people.kept_apart
       where workspace_id = :workspace
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  MergeStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** A merge to be made of two whom the user sees. */
  record NewMerge(MergeId id, PersonId kept, PersonId merged) {}

  /** What a merge joined. */
  record Edge(PersonId kept, PersonId merged, boolean inForce) {}

  /** Makes one person after the other, with all who were merged into them, part of another. */
  void add(WorkspaceId workspace, List<NewMerge> merges, UUID by, Instant now) {
    batch.batchUpdate(
        ADD,
        merges.stream()
            .map(it ->
                new Object[] {
                  workspace.value(),
                  it.id().value(),
                  it.kept().value(),
                  it.merged().value(),
                  by,
                  Timestamp.from(now)
                })
            .toList());
    batch.batchUpdate(
        SHOW_AS,
        merges.stream()
            .map(it ->
                new Object[] {
                  it.kept().value(), workspace.value(), it.merged().value(), it.merged().value()
                })
            .toList());
  }

  Optional<Edge> edge(WorkspaceId workspace, MergeId merge) {
    return jdbc.sql(EDGE)
        .param("workspace", workspace.value())
        .param("merge", merge.value())
        .query((rs, _) ->
            new Edge(
                person(rs, "kept_person_id"),
                person(rs, "merged_person_id"),
                rs.getTimestamp("undone_at") == null))
        .optional();
  }

  /** Takes a merge out, and lets whoever it merged stand for themselves. */
  void undo(WorkspaceId workspace, MergeId merge, PersonId merged, Instant now) {
    jdbc.sql(UNDO)
        .param("workspace", workspace.value())
        .param("merge", merge.value())
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(SHOW_AS_ITSELF)
        .param("workspace", workspace.value())
        .param("person", merged.value())
        .update();
  }

  /** The merges that make up a person, the oldest first. */
  List<Merge> inForce(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(IN_FORCE)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query((rs, _) ->
            new Merge(
                new MergeId(rs.getObject("merge_id", UUID.class)),
                person(rs, "merged_person_id"),
                rs.getString("name"),
                rs.getTimestamp("merged_at").toInstant()))
        .list();
  }

  /** All mailboxes of whom the user sees as one person. */
  List<EmailAddress> mailboxes(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(MAILBOXES)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query((rs, _) -> new EmailAddress(rs.getString("mailbox")))
        .list();
  }

  void keepApart(WorkspaceId workspace, Collection<Pair> pairs, Instant now) {
    batch.batchUpdate(
        KEEP_APART,
        pairs.stream()
            .map(pair ->
                new Object[] {
                  workspace.value(),
                  pair.lesser().value(),
                  pair.greater().value(),
                  Timestamp.from(now)
                })
            .toList());
  }

  void noLongerApart(WorkspaceId workspace, Collection<Pair> pairs) {
    batch.batchUpdate(
        NO_LONGER_APART,
        pairs.stream()
            .map(pair ->
                new Object[] {workspace.value(), pair.lesser().value(), pair.greater().value()})
            .toList());
  }

  Set<Pair> apart(WorkspaceId workspace) {
    var pairs = new HashSet<Pair>();
    jdbc.sql(APART)
        .param("workspace", workspace.value())
        .query(rs -> {
          pairs.add(
              Pair.of(
                  new EmailAddress(rs.getString("mailbox_a")),
                  new EmailAddress(rs.getString("mailbox_b"))));
        });
    return pairs;
  }

  private static PersonId person(ResultSet rs, String column) throws SQLException {
    return new PersonId(rs.getObject(column, UUID.class));
  }
}
