package io.politely.privacy;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.StopId;
import io.politely.people.PersonId;
import io.politely.privacy.Erasure.Done;
import io.politely.privacy.Erasure.Pending;
import io.politely.privacy.Erasure.Removed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is to be erased, and that somebody was. */
@Repository
class ErasureStore {

  private static final String ADD =
      """
      insert into privacy.erasure
             (workspace_id, erasure_id, person_id, asked_by, asked_at, due_at, stop_id, by_rule, messages, mails, drafts)
      values (:workspace, :erasure, :person, :by, :now, :due, :stop, :rule, 0, 0, 0)
          on conflict (workspace_id, person_id) where kept_at is null and done_at is null do nothing
      """;

  private static final String PENDING_OF =
      """
      select erasure_id, person_id, asked_at, due_at, stop_id, by_rule
        from privacy.erasure
       where workspace_id = :workspace
         and kept_at is null
         and done_at is null
         and people.current_person(workspace_id, person_id) = people.current_person(workspace_id, :person)
       order by due_at
       limit 1
      """;

  private static final String PENDING =
      """
      select erasure_id, person_id, asked_at, due_at, stop_id, by_rule
        from privacy.erasure
       where workspace_id = :workspace
         and kept_at is null
         and done_at is null
       order by due_at, erasure_id
      """;

  private static final String DONE =
      """
      select erasure_id, done_at, messages, mails, drafts
        from privacy.erasure
       where workspace_id = :workspace
         and done_at is not null
       order by done_at desc, erasure_id
       limit :limit
      """;

  private static final String KEEP =
      """
      update privacy.erasure
         set kept_at = :now
       where workspace_id = :workspace
         and erasure_id = :erasure
         and kept_at is null
         and done_at is null
      returning erasure_id, person_id, asked_at, due_at, stop_id, by_rule
      """;

  /** Holds the row: nobody keeps them while they are erased, nobody erases them twice at once. */
  private static final String LOCK =
      """
      select erasure_id, person_id, asked_at, due_at, stop_id, by_rule
        from privacy.erasure
       where workspace_id = :workspace
         and erasure_id = :erasure
         and kept_at is null
         and done_at is null
         for update
      """;

  private static final String LAST_KEPT =
      """
        select people.current_person(workspace_id, person_id) as person, max(kept_at) as kept_at
          from privacy.erasure
         where workspace_id = :workspace
           and kept_at is not null
      group by 1
      """;

  private static final String RETENTION =
      """
      select months, set_by
        from privacy.retention
       where workspace_id = :workspace
      """;

  private static final String SET_RETENTION =
      """
      insert into privacy.retention (workspace_id, months, set_by, set_at)
      values (:workspace, :months, :by, :now)
          on conflict (workspace_id) do update
         set months = excluded.months, set_by = excluded.set_by, set_at = excluded.set_at
      """;

  private static final String REMOVE_RETENTION =
      """
      delete from privacy.retention
       where workspace_id = :workspace
      """;

  private static final String COUNT =
      """
      update privacy.erasure
         set messages = messages + :messages, mails = mails + :mails, drafts = drafts + :drafts
       where workspace_id = :workspace
         and erasure_id = :erasure
      """;

  private static final String FINISH =
      """
      update privacy.erasure
         set done_at = :now, person_id = null, stop_id = null
       where workspace_id = :workspace
         and erasure_id = :erasure
         and kept_at is null
         and done_at is null
      """;

  private final JdbcClient jdbc;

  ErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nothing happens where they are to be erased already. */
  void add(WorkspaceId workspace, Pending erasure, UUID by) {
    var stop = erasure.stop();
    jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("erasure", erasure.id().value())
        .param("person", erasure.person().value())
        .param("by", by)
        .param("now", Timestamp.from(erasure.asked()))
        .param("due", Timestamp.from(erasure.due()))
        .param("stop", stop == null ? null : stop.value())
        .param("rule", erasure.byRule())
        .update();
  }

  Optional<Pending> pendingOf(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(PENDING_OF)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query(ErasureStore::pending)
        .optional();
  }

  /** The next due first. */
  List<Pending> pending(WorkspaceId workspace) {
    return jdbc.sql(PENDING)
        .param("workspace", workspace.value())
        .query(ErasureStore::pending)
        .list();
  }

  /** The last done first. */
  List<Done> done(WorkspaceId workspace, int limit) {
    return jdbc.sql(DONE)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query((rs, _) ->
            new Done(
                new ErasureId(rs.getObject("erasure_id", UUID.class)),
                rs.getTimestamp("done_at").toInstant(),
                new Removed(rs.getLong("messages"), rs.getLong("mails"), rs.getLong("drafts"))))
        .list();
  }

  /** What was asked for; empty where there is nothing to take back. */
  Optional<Pending> keep(WorkspaceId workspace, ErasureId erasure, Instant now) {
    return jdbc.sql(KEEP)
        .param("workspace", workspace.value())
        .param("erasure", erasure.value())
        .param("now", Timestamp.from(now))
        .query(ErasureStore::pending)
        .optional();
  }

  /** When people were last kept who were to be erased. */
  Map<PersonId, Instant> lastKept(WorkspaceId workspace) {
    var kept = new HashMap<PersonId, Instant>();
    jdbc.sql(LAST_KEPT)
        .param("workspace", workspace.value())
        .query(rs -> {
          kept.put(
              new PersonId(rs.getObject("person", UUID.class)),
              rs.getTimestamp("kept_at").toInstant());
        });
    return Map.copyOf(kept);
  }

  Optional<Retention> retention(WorkspaceId workspace) {
    return jdbc.sql(RETENTION)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Retention(rs.getInt("months"), new MemberId(rs.getObject("set_by", UUID.class))))
        .optional();
  }

  void retain(WorkspaceId workspace, Retention rule, Instant now) {
    jdbc.sql(SET_RETENTION)
        .param("workspace", workspace.value())
        .param("months", rule.months())
        .param("by", rule.by().value())
        .param("now", Timestamp.from(now))
        .update();
  }

  void removeRetention(WorkspaceId workspace) {
    jdbc.sql(REMOVE_RETENTION).param("workspace", workspace.value()).update();
  }

  Optional<Pending> lock(WorkspaceId workspace, ErasureId erasure) {
    return jdbc.sql(LOCK)
        .param("workspace", workspace.value())
        .param("erasure", erasure.value())
        .query(ErasureStore::pending)
        .optional();
  }

  void count(WorkspaceId workspace, ErasureId erasure, Removed removed) {
    jdbc.sql(COUNT)
        .param("workspace", workspace.value())
        .param("erasure", erasure.value())
        .param("messages", removed.messages())
        .param("mails", removed.mails())
        .param("drafts", removed.drafts())
        .update();
  }

  void finish(WorkspaceId workspace, ErasureId erasure, Instant now) {
    jdbc.sql(FINISH)
        .param("workspace", workspace.value())
        .param("erasure", erasure.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Pending pending(ResultSet rs, int number) throws SQLException {
    var stop = rs.getObject("stop_id", UUID.class);
    return new Pending(
        new ErasureId(rs.getObject("erasure_id", UUID.class)),
        new PersonId(rs.getObject("person_id", UUID.class)),
        rs.getTimestamp("asked_at").toInstant(),
        rs.getTimestamp("due_at").toInstant(),
        stop == null ? null : new StopId(stop),
        rs.getBoolean("by_rule"));
  }
}
