package io.politely.mail;

import io.politely.kernel.WorkspaceId;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How messages are joined, as lines without ids. */
@Repository
class MailDigestStore {

  /** A conversation is named by the least of its messages, and one that waits by itself. */
  private static final String MESSAGES =
      """
      select encode(message.content_hash, 'hex') || ' | '
             || coalesce(encode(parent.content_hash, 'hex'), '') || ' | '
             || thread.joined_by || ' | '
             || coalesce(lying.roles, '') || ' | '
             || min(encode(message.content_hash, 'hex'))
                  over (partition by coalesce(thread.conversation_id, thread.message_id)) as line
        from mail.thread
        join mail.message
          on message.workspace_id = :workspace
         and message.message_id = thread.message_id
        left join mail.message as parent
          on parent.workspace_id = :workspace
         and parent.message_id = thread.parent_message_id
        left join (select message_id, string_agg(distinct role, ' ' order by role) as roles
                     from mail.location
                    where workspace_id = :workspace
                    group by message_id) as lying
          on lying.message_id = thread.message_id
       where thread.workspace_id = :workspace
      """;

  private static final String SUGGESTED_JOINS =
      """
      select encode(message.content_hash, 'hex') || ' | ' || encode(parent.content_hash, 'hex')
             || ' | ' || suggested.confidence || ' | ' || suggested.reason as line
        from mail.suggested_join as suggested
        join mail.message
          on message.workspace_id = :workspace
         and message.message_id = suggested.message_id
        join mail.message as parent
          on parent.workspace_id = :workspace
         and parent.message_id = suggested.parent_message_id
       where suggested.workspace_id = :workspace
      """;

  private static final int ROWS_AT_ONCE = 1000;

  private final JdbcClient jdbc;

  MailDigestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void lines(WorkspaceId workspace, Consumer<String> lines) {
    lines(workspace, MESSAGES, line -> lines.accept("message | " + line));
    lines(workspace, SUGGESTED_JOINS, line -> lines.accept("suggested join | " + line));
  }

  private void lines(WorkspaceId workspace, String sql, Consumer<String> lines) {
    jdbc.sql(sql)
        .param("workspace", workspace.value())
        .withFetchSize(ROWS_AT_ONCE)
        .query(rs -> {
          lines.accept(rs.getString("line"));
        });
  }
}
