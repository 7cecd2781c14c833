package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.reading.Kind;
import io.politely.reading.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Conversations with their messages, as other modules read them. */
@Repository
class ConversationStore {

  private static final String CHANGED =
      """
      select conversation_id, change_number, subject
        from mail.conversation
       where workspace_id = :workspace
         and change_number > :after
       order by change_number
       limit :limit
      """;

  private static final String BY_ID =
      """
      select conversation_id, change_number, subject
        from mail.conversation
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
      """;

  private static final String MERGED_INTO =
      """
      select merged_into
        from mail.conversation
       where workspace_id = :workspace
         and conversation_id = :conversation
         and merged_into is not null
      """;

  private static final String MESSAGES =
      """
      select thread.conversation_id, message.message_id, message.content_hash, message.internet_id,
             message.sent_at, message.from_address, message.from_name, message.to_addresses,
             message.cc_addresses, message.subject, message.list_id, message.kind,
             left(message.newest_text, :longest) as newest_text, message.signals
        from mail.thread
        join mail.message on message.workspace_id = thread.workspace_id
                         and message.message_id = thread.message_id
       where thread.workspace_id = :workspace
         and thread.conversation_id = any (:conversations)
      """;

  private static final String FOLDERS =
      """
      select location.message_id, location.role
        from mail.thread
        join mail.location on location.workspace_id = thread.workspace_id
                          and location.message_id = thread.message_id
       where thread.workspace_id = :workspace
         and thread.conversation_id = any (:conversations)
      """;

  private static final String CONVERSATIONS_OF =
      """
      select message_id, conversation_id
        from mail.thread
       where workspace_id = :workspace
         and message_id = any (:messages)
         and conversation_id is not null
      """;

  private static final Comparator<StoredMessage> BY_TIME =
      Comparator.comparing(StoredMessage::sentAt).thenComparing(StoredMessage::contentHash);

  private final JdbcClient jdbc;
  private final SignalsJson signals;

  ConversationStore(JdbcClient jdbc, SignalsJson signals) {
    this.jdbc = jdbc;
    this.signals = signals;
  }

  private record Head(ConversationId id, long changeNumber, String subject) {}

  /** Conversations past a change number, in its order; texts cut at {@code longest} characters. */
  List<Conversation> changed(WorkspaceId workspace, long after, int limit, int longest) {
    var heads =
        jdbc.sql(CHANGED)
            .param("workspace", workspace.value())
            .param("after", after)
            .param("limit", limit)
            .query((rs, row) -> head(rs))
            .list();
    return withMessages(workspace, heads, longest);
  }

  /** The conversations with these ids that exist in the workspace. */
  List<Conversation> conversations(
      WorkspaceId workspace, Collection<ConversationId> ids, int longest) {
    var heads =
        jdbc.sql(BY_ID)
            .param("workspace", workspace.value())
            .param("conversations", uuids(ids))
            .query((rs, row) -> head(rs))
            .list();
    return withMessages(workspace, heads, longest);
  }

  Optional<ConversationId> mergedInto(WorkspaceId workspace, ConversationId conversation) {
    return jdbc.sql(MERGED_INTO)
        .param("workspace", workspace.value())
        .param("conversation", conversation.value())
        .query(UUID.class)
        .optional()
        .map(ConversationId::new);
  }

  Map<MessageId, ConversationId> conversationsOf(
      WorkspaceId workspace, Collection<MessageId> messages) {
    var found = new HashMap<MessageId, ConversationId>();
    jdbc.sql(CONVERSATIONS_OF)
        .param("workspace", workspace.value())
        .param(
            "messages",
            new SqlArrayValue("uuid", messages.stream().map(MessageId::value).toArray()))
        .query(rs -> {
          found.put(
              new MessageId(rs.getObject("message_id", UUID.class)),
              new ConversationId(rs.getObject("conversation_id", UUID.class)));
        });
    return found;
  }

  private List<Conversation> withMessages(WorkspaceId workspace, List<Head> heads, int longest) {
    if (heads.isEmpty()) {
      return List.of();
    }
    var ids = uuids(heads.stream().map(Head::id).toList());
    var folders = folders(workspace, ids);
    var messages = new HashMap<UUID, List<StoredMessage>>();
    jdbc.sql(MESSAGES)
        .param("workspace", workspace.value())
        .param("conversations", ids)
        .param("longest", longest)
        .query(rs -> {
          messages
              .computeIfAbsent(
                  rs.getObject("conversation_id", UUID.class), any -> new ArrayList<>())
              .add(message(rs, folders));
        });
    return heads.stream()
        .map(head ->
            new Conversation(
                head.id(),
                head.changeNumber(),
                head.subject(),
                messages.getOrDefault(head.id().value(), List.of()).stream()
                    .sorted(BY_TIME)
                    .toList()))
        .toList();
  }

  private Map<UUID, Set<FolderRole>> folders(WorkspaceId workspace, SqlArrayValue conversations) {
    var folders = new HashMap<UUID, Set<FolderRole>>();
    jdbc.sql(FOLDERS)
        .param("workspace", workspace.value())
        .param("conversations", conversations)
        .query(rs -> {
          folders
              .computeIfAbsent(
                  rs.getObject("message_id", UUID.class), any -> EnumSet.noneOf(FolderRole.class))
              .add(FolderRole.valueOf(rs.getString("role").toUpperCase(Locale.ROOT)));
        });
    return folders;
  }

  private StoredMessage message(ResultSet rs, Map<UUID, Set<FolderRole>> folders)
      throws SQLException {
    var id = rs.getObject("message_id", UUID.class);
    return new StoredMessage(
        new MessageId(id),
        HexFormat.of().formatHex(rs.getBytes("content_hash")),
        rs.getString("internet_id"),
        rs.getTimestamp("sent_at").toInstant(),
        Optional.ofNullable(rs.getString("from_address")).map(EmailAddress::new).orElse(null),
        rs.getString("from_name"),
        addresses(rs, "to_addresses"),
        addresses(rs, "cc_addresses"),
        rs.getString("subject"),
        folders.getOrDefault(id, Set.of()),
        rs.getString("list_id"),
        new Reading(
            Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
            rs.getString("newest_text"),
            signals.read(rs.getString("signals"))));
  }

  private static Head head(ResultSet rs) throws SQLException {
    return new Head(
        new ConversationId(rs.getObject("conversation_id", UUID.class)),
        rs.getLong("change_number"),
        rs.getString("subject"));
  }

  private static List<EmailAddress> addresses(ResultSet rs, String column) throws SQLException {
    return Arrays.stream((String[]) rs.getArray(column).getArray()).map(EmailAddress::new).toList();
  }

  private static SqlArrayValue uuids(Collection<ConversationId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(ConversationId::value).toArray());
  }
}
