package io.politely.mailboxes;

import io.politely.kernel.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the reading of mailboxes has to say. */
@Repository
class SyncLogStore {

  private static final int KEPT = 300;

  private static final String ADD =
      """
      insert into mailboxes.log (workspace_id, entry_id, account_id, at, sentence)
      select a.workspace_id, :entry, a.account_id, :now, :sentence
        from mailboxes.account a
       where a.workspace_id = :workspace
         and a.account_id = :account
      """;

  private static final String FORGET_OLD =
      """
      delete from mailboxes.log
       where workspace_id = :workspace
         and account_id = :account
         and entry_id in (select l.entry_id
                            from mailboxes.log l
                           where l.workspace_id = :workspace
                             and l.account_id = :account
                           order by l.at desc, l.entry_id desc
                          offset :kept)
      """;

  private static final String NEWEST =
      """
      select at, sentence
        from mailboxes.log
       where workspace_id = :workspace
         and account_id = :account
       order by at desc, entry_id desc
       limit :limit
      """;

  private final JdbcClient jdbc;

  SyncLogStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, MailAccountId account, UUID entry, String sentence, Instant now) {
    jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("entry", entry)
        .param("sentence", sentence)
        .param("now", Timestamp.from(now))
        .update();
    jdbc.sql(FORGET_OLD)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("kept", KEPT)
        .update();
  }

  List<SyncLogEntry> newest(WorkspaceId workspace, MailAccountId account, int limit) {
    return jdbc.sql(NEWEST)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("limit", limit)
        .query((rs, _) ->
            new SyncLogEntry(rs.getTimestamp("at").toInstant(), rs.getString("sentence")))
        .list();
  }
}
