package io.politely.outbox;

import io.politely.kernel.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Where a database may send. */
@Repository
class FenceStore {

  /** Which database this is; another one after a restore, a copy or a promotion. */
  private static final String DATABASE =
      "select s.system_identifier || '|' || c.timeline_id || '|' || current_database()"
          + " from pg_control_system() s, pg_control_checkpoint() c";

  private static final String FENCE =
      """
      select place, fenced, reason
        from outbox.fence
       where workspace_id = :workspace
      """;

  private static final String ARRIVE =
      """
      insert into outbox.fence (workspace_id, place, fenced, reason, changed_at)
      values (:workspace, :place, false, '', clock_timestamp())
          on conflict (workspace_id) do nothing
      """;

  private static final String CLOSE =
      """
      update outbox.fence
         set fenced = true, reason = :reason, changed_at = clock_timestamp()
       where workspace_id = :workspace
         and not fenced
      """;

  private static final String CONFIRM =
      """
      update outbox.fence
         set fenced = false, place = :place, reason = '', changed_at = clock_timestamp()
       where workspace_id = :workspace
      """;

  /** Dots in the journal that this database knows nothing of: it is older than what was sent. */
  private static final String UNKNOWN =
      """
      select j.token
        from unnest(:mails, :tokens) as j (mail_id, token)
       where not exists (select 1
                           from outbox.step s
                          where s.workspace_id = :workspace
                            and s.mail_id = j.mail_id
                            and s.token = j.token
                            and s.state = 'dispatching')
      """;

  private static final String DOUBT =
      """
      with unknown as (
          update outbox.mail
             set state = 'in-doubt', lease_until = null, hold = '', problem = :reason
           where workspace_id = :workspace
             and mail_id = any (:mails)
             and state in ('planned', 'due', 'claimed', 'dispatching')
          returning mail_id)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'in-doubt', :node, :reason, 0
        from unknown
      """;

  private static final String NEWEST_TOKEN =
      """
      select coalesce(max(token), 0)
        from outbox.mail
       where workspace_id = :workspace
      """;

  private static final String SKIP_TOKENS =
      "select setval('outbox.token', greatest(nextval('outbox.token'), :token))";

  private final JdbcClient jdbc;

  FenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The identity of the database. */
  String database() {
    return jdbc.sql(DATABASE).query(String.class).single();
  }

  Optional<Fence> fence(WorkspaceId workspace) {
    return jdbc.sql(FENCE)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Fence(rs.getString("place"), rs.getBoolean("fenced"), rs.getString("reason")))
        .optional();
  }

  void arrive(WorkspaceId workspace, String place) {
    jdbc.sql(ARRIVE).param("workspace", workspace.value()).param("place", place).update();
  }

  void close(WorkspaceId workspace, String reason) {
    jdbc.sql(CLOSE).param("workspace", workspace.value()).param("reason", reason).update();
  }

  void confirm(WorkspaceId workspace, String place) {
    jdbc.sql(CONFIRM).param("workspace", workspace.value()).param("place", place).update();
  }

  /** Those dots that no step of this database tells of. */
  List<Dot> unknown(WorkspaceId workspace, List<Dot> dots) {
    var tokens =
        jdbc.sql(UNKNOWN)
            .param("workspace", workspace.value())
            .param("mails", mails(dots))
            .param("tokens", new SqlArrayValue("bigint", dots.stream().map(Dot::token).toArray()))
            .query(Long.class)
            .list();
    return dots.stream().filter(dot -> tokens.contains(dot.token())).toList();
  }

  void doubt(WorkspaceId workspace, List<Dot> dots, String node, String reason) {
    jdbc.sql(DOUBT)
        .param("workspace", workspace.value())
        .param("mails", mails(dots))
        .param("node", node)
        .param("reason", reason)
        .update();
  }

  /** The highest token that any mail was claimed with. */
  long newestToken(WorkspaceId workspace) {
    return jdbc.sql(NEWEST_TOKEN).param("workspace", workspace.value()).query(Long.class).single();
  }

  /** Tokens go on behind one that was used already. */
  void skipTokens(long token) {
    jdbc.sql(SKIP_TOKENS).param("token", token).query(Long.class).single();
  }

  private static SqlArrayValue mails(List<Dot> dots) {
    return new SqlArrayValue("uuid", dots.stream().map(dot -> dot.id().value()).toArray());
  }
}
