package io.politely.mail;

import io.politely.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What pages show of messages beside what they say. */
@Repository
class MessageFactsStore {

  // A provider shows one copy under many labels: those have one thread id.
  private static final String OF_CONVERSATION =
      """
      select thread.message_id, thread.joined_by, thread.confidence, thread.parent_message_id,
             message.has_html, message.attachments,
             (select count(distinct case location.thread_hint
                                      when '' then location.folder
                                      else location.thread_hint
                                    end)
                from mail.location
               where location.workspace_id = thread.workspace_id
                 and location.message_id = thread.message_id) as copies
        from mail.thread
        join mail.message on message.workspace_id = thread.workspace_id
                         and message.message_id = thread.message_id
       where thread.workspace_id = :workspace
         and thread.conversation_id = :conversation
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  MessageFactsStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Map<MessageId, MessageFacts> ofConversation(WorkspaceId workspace, ConversationId conversation) {
    var facts = new HashMap<MessageId, MessageFacts>();
    jdbc.sql(OF_CONVERSATION)
        .param("workspace", workspace.value())
        .param("conversation", conversation.value())
        .query(rs -> {
          facts.put(new MessageId(rs.getObject("message_id", UUID.class)), facts(rs));
        });
    return facts;
  }

  private MessageFacts facts(ResultSet rs) throws SQLException {
    return new MessageFacts(
        JoinedBy.valueOf(rs.getString("joined_by").toUpperCase(Locale.ROOT)),
        rs.getFloat("confidence"),
        Optional.ofNullable(rs.getObject("parent_message_id", UUID.class))
            .map(MessageId::new)
            .orElse(null),
        rs.getBoolean("has_html"),
        attachments(rs.getString("attachments")),
        Math.max(1, rs.getInt("copies")));
  }

  private List<Attachment> attachments(String text) {
    return text.equals("[]") ? List.of() : json.readValue(text, new TypeReference<>() {});
  }
}
