package io.politely.cadence;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses under which calendars read what is due. */
@Repository
class FeedStore {

  private static final String PUT =
      """
      insert into cadence.feed (workspace_id, member_id, token_hash, made_at)
      values (:workspace, :member, :token_hash, :now)
          on conflict (workspace_id, member_id) do update
         set token_hash = excluded.token_hash,
             made_at = excluded.made_at
      """;

  private static final String REMOVE =
      """
      delete from cadence.feed
       where workspace_id = :workspace
         and member_id = :member
      """;

  private static final String MADE =
      """
      select made_at
        from cadence.feed
       where workspace_id = :workspace
         and member_id = :member
      """;

  private static final String WHOSE =
      """
      select member_id
        from cadence.feed
       where workspace_id = :workspace
         and token_hash = :token_hash
      """;

  private final JdbcClient jdbc;

  FeedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the place of the former one, if there was one. */
  void put(WorkspaceId workspace, MemberId member, byte[] tokenHash, Instant now) {
    jdbc.sql(PUT)
        .param("workspace", workspace.value())
        .param("member", member.value())
        .param("token_hash", tokenHash)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** False where there is none. */
  boolean remove(WorkspaceId workspace, MemberId member) {
    return jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param("member", member.value())
            .update()
        == 1;
  }

  Optional<Instant> madeAt(WorkspaceId workspace, MemberId member) {
    return jdbc.sql(MADE)
        .param("workspace", workspace.value())
        .param("member", member.value())
        .query((rs, _) -> rs.getTimestamp("made_at").toInstant())
        .optional();
  }

  Optional<MemberId> whose(WorkspaceId workspace, byte[] tokenHash) {
    return jdbc.sql(WHOSE)
        .param("workspace", workspace.value())
        .param("token_hash", tokenHash)
        .query((rs, _) -> new MemberId(rs.getObject("member_id", UUID.class)))
        .optional();
  }
}
