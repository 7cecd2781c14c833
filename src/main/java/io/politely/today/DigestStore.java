package io.politely.today;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.OutgoingId;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants digests, and which were planned. */
@Repository
class DigestStore {

  private static final String CHOOSE =
      """
      insert into today.digest_choice (workspace_id, member_id, hour, workdays_only, server, chosen_at)
      values (:workspace, :member, :hour, :workdays_only, :server, :chosen_at)
          on conflict (workspace_id, member_id) do update
         set hour = excluded.hour,
             workdays_only = excluded.workdays_only,
             server = excluded.server,
             chosen_at = excluded.chosen_at
      """;

  private static final String FORGET =
      """
      delete from today.digest_choice
       where workspace_id = :workspace
         and member_id = :member
      """;

  private static final String CHOICE =
      """
      select hour, workdays_only, server, chosen_at
        from today.digest_choice
       where workspace_id = :workspace
         and member_id = :member
      """;

  private static final String MEMBERS =
      """
      select member_id
        from today.digest_choice
       where workspace_id = :workspace
       order by member_id
      """;

  private static final String CLAIM =
      """
      insert into today.digest (workspace_id, member_id, day, planned_at, late_at)
      values (:workspace, :member, :day, :now, :late_at)
          on conflict (workspace_id, member_id, day) do nothing
      """;

  private static final String NOTE =
      """
      update today.digest
         set outgoing_id = :mail
       where workspace_id = :workspace
         and member_id = :member
         and day = :day
      """;

  private static final String LATE =
      """
      select outgoing_id
        from today.digest
       where workspace_id = :workspace
         and outgoing_id is not null
         and late_at <= :now
         and late_at > :since
      """;

  private final JdbcClient jdbc;

  DigestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void choose(WorkspaceId workspace, MemberId member, DigestChoice choice) {
    jdbc.sql(CHOOSE)
        .param("workspace", workspace.value())
        .param("member", member.value())
        .param("hour", choice.hour())
        .param("workdays_only", choice.workdaysOnly())
        .param("server", choice.server())
        .param("chosen_at", Timestamp.from(choice.chosenAt()))
        .update();
  }

  void forget(WorkspaceId workspace, MemberId member) {
    jdbc.sql(FORGET).param("workspace", workspace.value()).param("member", member.value()).update();
  }

  Optional<DigestChoice> choice(WorkspaceId workspace, MemberId member) {
    return jdbc.sql(CHOICE)
        .param("workspace", workspace.value())
        .param("member", member.value())
        .query((rs, _) ->
            new DigestChoice(
                rs.getInt("hour"),
                rs.getBoolean("workdays_only"),
                rs.getString("server"),
                rs.getTimestamp("chosen_at").toInstant()))
        .optional();
  }

  List<MemberId> members(WorkspaceId workspace) {
    return jdbc.sql(MEMBERS)
        .param("workspace", workspace.value())
        .query((rs, _) -> new MemberId(rs.getObject("member_id", UUID.class)))
        .list();
  }

  /** False where somebody plans, or planned, the digest of that day. */
  boolean claim(
      WorkspaceId workspace, MemberId member, LocalDate day, Instant now, Instant lateAt) {
    return jdbc.sql(CLAIM)
            .param("workspace", workspace.value())
            .param("member", member.value())
            .param("day", Date.valueOf(day))
            .param("now", Timestamp.from(now))
            .param("late_at", Timestamp.from(lateAt))
            .update()
        == 1;
  }

  /** Notes which mail a digest is. */
  void note(WorkspaceId workspace, MemberId member, LocalDate day, OutgoingId mail) {
    int noted =
        jdbc.sql(NOTE)
            .param("workspace", workspace.value())
            .param("member", member.value())
            .param("day", Date.valueOf(day))
            .param("mail", mail.value())
            .update();
    if (noted != 1) {
      throw new IllegalStateException("The digest that was planned is not there");
    }
  }

  /** Digests whose time passed after a moment. */
  List<OutgoingId> late(WorkspaceId workspace, Instant since, Instant now) {
    return jdbc.sql(LATE)
        .param("workspace", workspace.value())
        .param("since", Timestamp.from(since))
        .param("now", Timestamp.from(now))
        .query((rs, _) -> new OutgoingId(rs.getObject("outgoing_id", UUID.class)))
        .list();
  }
}
