package io.politely.privacy;

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
import java.util.List;
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
             (workspace_id, erasure_id, person_id, asked_by, asked_at, due_at, stop_id, messages, mails, drafts)
      values (:workspace, :erasure, :person, :by, :now, :due, :stop, 0, 0, 0)
          on conflict (workspace_id, person_id) where kept_at is null and done_at is null do nothing
      """;

  private static final String PENDING_OF =
      """
      select erasure_id, person_id, asked_at, due_at, stop_id
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
      select erasure_id, person_id, asked_at, due_at, stop_id
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
      returning erasure_id, person_id, asked_at, due_at, stop_id
      """;

  /** Holds the row: nobody keeps them while they are erased, nobody erases them twice at once. */
  private static final String LOCK =
      """
      select erasure_id, person_id, asked_at, due_at, stop_id
        from privacy.erasure
       where workspace_id = :workspace
         and erasure_id = :erasure
         and kept_at is null
         and done_at is null
         for update
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
        stop == null ? null : new StopId(stop));
  }
}
