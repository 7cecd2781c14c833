package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Messages that have to go because they name somebody, and those that are not kept any more. */
@Repository
class MailErasureStore {

  private static final HexFormat HEX = HexFormat.of();

  private static final String RAW_AFTER =
      """
      select message_id, packed
        from mail.raw
       where workspace_id = :workspace
         and message_id > :after
       order by message_id
       limit :limit
      """;

  private static final String QUARANTINED_AFTER =
      """
      select content_hash, packed
        from mail.quarantined
       where workspace_id = :workspace
         and content_hash > :after
       order by content_hash
       limit :limit
      """;

  private static final String NAMED =
      """
      select count(*) as messages,
             count(*) filter (where not (array_remove(array[from_address], null) || to_addresses || cc_addresses
                                           <@ (:addresses || :own))) as with_others
        from mail.message
       where workspace_id = :workspace
         and message_id in (select thread.message_id
                              from mail.participant
                              join mail.thread
                                on thread.workspace_id = :workspace
                               and thread.conversation_id = participant.conversation_id
                             where participant.workspace_id = :workspace
                               and participant.address = any (:addresses))
         and (from_address = any (:addresses)
              or to_addresses && :addresses
              or cc_addresses && :addresses)
      """;

  private static final String HEADS =
      """
      select message_id, sent_at, from_address, subject
        from mail.message
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  /** Whoever threads these components at this moment is waited for; nobody begins meanwhile. */
  private static final String TAKE_MARKS =
      """
      delete from mail.stale_component
       where workspace_id = :workspace
         and component_id in (select component_id
                                from mail.thread
                               where workspace_id = :workspace
                                 and message_id = any (:messages))
      """;

  private static final String LOCK_WORKSPACE =
      """
      insert into mail.change_counter (workspace_id, last_number)
      values (:workspace, 0)
      on conflict (workspace_id) do update set last_number = mail.change_counter.last_number
      """;

  private static final String PLACES =
      """
      select thread.component_id, thread.conversation_id, message.content_hash
        from mail.message
        left join mail.thread
          on thread.workspace_id = :workspace
         and thread.message_id = message.message_id
       where message.workspace_id = :workspace
         and message.message_id = any (:messages)
      """;

  /** Each message with all that hangs on it, the message last. */
  private static final List<String> REMOVE =
      List.of(
          """
          delete from mail.suggested_join
           where workspace_id = :workspace
             and (message_id = any (:messages) or parent_message_id = any (:messages))
          """,
          """
          delete from mail.join_decision
           where workspace_id = :workspace
             and (message_id = any (:messages) or parent_message_id = any (:messages))
          """,
          """
          delete from mail.search_backlog
           where workspace_id = :workspace
             and message_id = any (:messages)
          """,
          """
          delete from mail.search
           where workspace_id = :workspace
             and message_id = any (:messages)
          """,
          """
          delete from mail.location
           where workspace_id = :workspace
             and message_id = any (:messages)
          """,
          """
          delete from mail.raw
           where workspace_id = :workspace
             and message_id = any (:messages)
          """,
          """
          delete from mail.thread
           where workspace_id = :workspace
             and message_id = any (:messages)
          """,
          """
          delete from mail.message
           where workspace_id = :workspace
             and message_id = any (:messages)
          """);

  /** What is left of a conversation is threaded again, and gets these then. */
  private static final List<String> EMPTY_CONVERSATIONS =
      List.of(
          """
          delete from mail.participant
           where workspace_id = :workspace
             and conversation_id = any (:conversations)
          """,
          """
          update mail.conversation
             set subject = ''
           where workspace_id = :workspace
             and conversation_id = any (:conversations)
          """,
          """
          delete from mail.conversation
           where workspace_id = :workspace
             and (conversation_id = any (:conversations) or merged_into = any (:conversations))
             and not exists (select 1
                               from mail.thread
                              where thread.workspace_id = :workspace
                                and thread.conversation_id = conversation.conversation_id)
          """);

  private static final List<String> EMPTY_COMPONENTS =
      List.of(
          """
          insert into mail.stale_component (workspace_id, component_id)
          select distinct workspace_id, component_id
            from mail.thread
           where workspace_id = :workspace
             and component_id = any (:components)
          """,
          """
          delete from mail.mention
           where workspace_id = :workspace
             and component_id = any (:components)
             and not exists (select 1
                               from mail.thread
                              where thread.workspace_id = :workspace
                                and thread.component_id = mention.component_id)
          """);

  private static final String REMOVE_QUARANTINED =
      """
      delete from mail.quarantined
       where workspace_id = :workspace
         and content_hash = any (:hashes)
      """;

  private static final String KEEP_OUT =
      """
      insert into mail.erased (workspace_id, content_key, erasure_id)
      values (?, ?, ?)
      on conflict (workspace_id, content_key) do nothing
      """;

  private static final String AMONG =
      """
      select content_key
        from mail.erased
       where workspace_id = :workspace
         and content_key = any (:keys)
      """;

  private static final String LET_IN =
      """
      delete from mail.erased
       where workspace_id = :workspace
         and erasure_id = :erasure
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  MailErasureStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * Where messages are.
   *
   * @param hashes their content hashes
   */
  record Places(Set<UUID> components, Set<ConversationId> conversations, Set<String> hashes) {}

  /** The next messages as they came, by their ids; in the order of these. */
  Map<MessageId, byte[]> rawAfter(WorkspaceId workspace, MessageId after, int limit) {
    var found = new LinkedHashMap<MessageId, byte[]>();
    jdbc.sql(RAW_AFTER)
        .param("workspace", workspace.value())
        .param("after", after.value())
        .param("limit", limit)
        .query(rs -> {
          found.put(
              new MessageId(rs.getObject("message_id", UUID.class)),
              Packing.unpack(rs.getBytes("packed")));
        });
    return found;
  }

  /** The next of what was set aside, by content hash; in the order of these. */
  Map<String, byte[]> quarantinedAfter(WorkspaceId workspace, String after, int limit) {
    var found = new LinkedHashMap<String, byte[]>();
    jdbc.sql(QUARANTINED_AFTER)
        .param("workspace", workspace.value())
        .param("after", HEX.parseHex(after))
        .param("limit", limit)
        .query(rs -> {
          found.put(
              HEX.formatHex(rs.getBytes("content_hash")), Packing.unpack(rs.getBytes("packed")));
        });
    return found;
  }

  /** How many messages have one of these addresses in their header. */
  Mail.Naming named(
      WorkspaceId workspace, Collection<EmailAddress> addresses, Collection<EmailAddress> own) {
    return jdbc.sql(NAMED)
        .param("workspace", workspace.value())
        .param("addresses", texts(addresses))
        .param("own", texts(own))
        .query((rs, _) -> new Mail.Naming(rs.getLong("messages"), rs.getLong("with_others")))
        .single();
  }

  /** What messages are called by; in no order. */
  List<Mail.Head> heads(WorkspaceId workspace, Collection<MessageId> messages) {
    return jdbc.sql(HEADS)
        .param("workspace", workspace.value())
        .param("messages", ids(messages))
        .query((rs, _) ->
            new Mail.Head(
                new MessageId(rs.getObject("message_id", UUID.class)),
                rs.getTimestamp("sent_at").toInstant(),
                Optional.ofNullable(rs.getString("from_address")).orElse(""),
                rs.getString("subject")))
        .list();
  }

  /** Removes messages; what shared a conversation with them is to be threaded again. */
  Places remove(WorkspaceId workspace, Collection<MessageId> messages) {
    run(workspace, TAKE_MARKS, "messages", ids(messages));
    jdbc.sql(LOCK_WORKSPACE).param("workspace", workspace.value()).update();
    var places = places(workspace, messages);
    REMOVE.forEach(sql -> run(workspace, sql, "messages", ids(messages)));
    var conversations =
        new SqlArrayValue(
            "uuid", places.conversations().stream().map(ConversationId::value).toArray());
    EMPTY_CONVERSATIONS.forEach(sql -> run(workspace, sql, "conversations", conversations));
    var components = new SqlArrayValue("uuid", places.components().toArray());
    EMPTY_COMPONENTS.forEach(sql -> run(workspace, sql, "components", components));
    return places;
  }

  void removeQuarantined(WorkspaceId workspace, Collection<String> hashes) {
    run(
        workspace,
        REMOVE_QUARANTINED,
        "hashes",
        new SqlArrayValue(
            "bytea", (Object[]) hashes.stream().map(HEX::parseHex).toArray(byte[][]::new)));
  }

  void keepOut(WorkspaceId workspace, UUID erasure, Collection<byte[]> keys) {
    batch.batchUpdate(
        KEEP_OUT,
        keys.stream().map(key -> new Object[] {workspace.value(), key, erasure}).toList());
  }

  /** Those of these keys that are of something that is not kept. */
  List<byte[]> among(WorkspaceId workspace, Collection<byte[]> keys) {
    return jdbc.sql(AMONG)
        .param("workspace", workspace.value())
        .param("keys", new SqlArrayValue("bytea", (Object[]) keys.toArray(byte[][]::new)))
        .query(byte[].class)
        .list();
  }

  void letIn(WorkspaceId workspace, UUID erasure) {
    jdbc.sql(LET_IN).param("workspace", workspace.value()).param("erasure", erasure).update();
  }

  private Places places(WorkspaceId workspace, Collection<MessageId> messages) {
    var components = new HashSet<UUID>();
    var conversations = new HashSet<ConversationId>();
    var hashes = new HashSet<String>();
    jdbc.sql(PLACES)
        .param("workspace", workspace.value())
        .param("messages", ids(messages))
        .query(rs -> {
          hashes.add(HEX.formatHex(rs.getBytes("content_hash")));
          var component = rs.getObject("component_id", UUID.class);
          if (component != null) {
            components.add(component);
          }
          var conversation = rs.getObject("conversation_id", UUID.class);
          if (conversation != null) {
            conversations.add(new ConversationId(conversation));
          }
        });
    return new Places(components, conversations, hashes);
  }

  private void run(WorkspaceId workspace, String sql, String name, SqlArrayValue values) {
    jdbc.sql(sql).param("workspace", workspace.value()).param(name, values).update();
  }

  private static SqlArrayValue ids(Collection<MessageId> messages) {
    return new SqlArrayValue("uuid", messages.stream().map(MessageId::value).toArray());
  }

  private static SqlArrayValue texts(Collection<EmailAddress> addresses) {
    return new SqlArrayValue("text", addresses.stream().map(EmailAddress::value).toArray());
  }
}
