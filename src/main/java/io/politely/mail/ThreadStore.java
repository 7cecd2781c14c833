package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.JudgementRules.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Components, threads and conversations: what threading reads and writes. */
@Repository
class ThreadStore {

  private static final String STALE_COMPONENTS =
      """
      select component_id, mark_id
        from mail.stale_component
       where workspace_id = :workspace
       order by component_id, mark_id
       limit :limit
         for update
      """;

  private static final String NO_LONGER_STALE =
      """
      delete from mail.stale_component as stale
       using unnest(:components, :marks) as seen (component_id, mark_id)
       where stale.workspace_id = :workspace
         and stale.component_id = seen.component_id
         and stale.mark_id = seen.mark_id
      """;

  private static final String MESSAGES =
      """
      select thread.message_id, thread.conversation_id, thread.parent_message_id, thread.joined_by,
             message.content_hash, message.sent_at, message.internet_id, message.in_reply_to,
             message.reference_ids, message.subject, message.from_address, message.to_addresses,
             message.cc_addresses, message.quoted_text <> '' or message.attribution <> '' as quotes
        from mail.thread
        join mail.message on message.workspace_id = thread.workspace_id
                         and message.message_id = thread.message_id
       where thread.workspace_id = :workspace
         and thread.component_id = any (:components)
      """;

  private static final String HINTS =
      """
      select location.message_id, location.thread_hint
        from mail.location
        join mail.thread on thread.workspace_id = location.workspace_id
                        and thread.message_id = location.message_id
       where location.workspace_id = :workspace
         and thread.component_id = any (:components)
         and location.thread_hint <> ''
      """;

  /** The beginning is enough to recognise what is quoted. */
  private static final String TEXTS =
      """
      select message_id, from_name, left(newest_text, 20000) as newest, attribution,
             left(quoted_text, 2000) as quoted
        from mail.message
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  private static final String VERDICTS =
      """
      select decision.message_id, decision.parent_message_id, decision.verdict
        from mail.join_decision as decision
        join mail.thread on thread.workspace_id = decision.workspace_id
                        and thread.message_id = decision.message_id
       where decision.workspace_id = :workspace
         and thread.component_id = any (:components)
         and decision.undone_at is null
       order by decision.decided_at, decision.decision_id
      """;

  private static final String SIZES =
      """
      select conversation_id, message_count
        from mail.conversation
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
      """;

  private static final String TAKE_NUMBERS =
      """
      insert into mail.change_counter as counter (workspace_id, last_number)
      values (:workspace, :taken)
      on conflict (workspace_id) do update set last_number = counter.last_number + :taken
      returning last_number
      """;

  private static final String SAVE_CONVERSATION =
      """
      insert into mail.conversation (workspace_id, conversation_id, subject, first_at, last_at,
                                     message_count, change_number)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, conversation_id) do update
         set subject = excluded.subject,
             first_at = excluded.first_at,
             last_at = excluded.last_at,
             message_count = excluded.message_count,
             change_number = excluded.change_number,
             merged_into = null
      """;

  private static final String EMPTY_CONVERSATION =
      """
      update mail.conversation
         set message_count = 0, merged_into = ?, change_number = ?
       where workspace_id = ?
         and conversation_id = ?
      """;

  private static final String PLACE_MESSAGES =
      """
      update mail.thread
         set conversation_id = placed.conversation_id,
             parent_message_id = placed.parent_message_id,
             joined_by = placed.joined_by,
             confidence = placed.confidence
        from unnest(:messages, :conversations, :parents, :joinedBy, :confidences)
               as placed (message_id, conversation_id, parent_message_id, joined_by, confidence)
       where thread.workspace_id = :workspace
         and thread.message_id = placed.message_id
      """;

  private static final String FORGET_PARTICIPANTS =
      """
      delete from mail.participant
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
      """;

  private static final String ADD_PARTICIPANT =
      """
      insert into mail.participant (workspace_id, address, conversation_id, wrote, received, last_at)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String FORGET_SUGGESTIONS =
      """
      delete from mail.suggested_join
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  private static final String ADD_SUGGESTION =
      """
      insert into mail.suggested_join (workspace_id, message_id, parent_message_id, confidence, reason)
      values (?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  ThreadStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * The messages of some components as they are placed now.
   *
   * @param quoting those without reply headers that quote something
   */
  record Loaded(List<Threadable> messages, Map<MessageId, Place> places, Set<MessageId> quoting) {}

  /** Where a message is. */
  record Place(
      @Nullable ConversationId conversation, @Nullable MessageId parent, JoinedBy joinedBy) {}

  /** A conversation to be written, with its new change number. */
  record Saved(ConversationId id, String subject, Threaded.Group group, long changeNumber) {}

  /** A conversation that has no messages any more. */
  record Emptied(ConversationId id, ConversationId mergedInto, long changeNumber) {}

  /**
   * Says that something came into a component, or was decided there.
   *
   * @param component may be part of another by now, and have no messages
   */
  record Stale(UUID component, UUID mark) {}

  /** What says that components are to be threaded again; locked until the transaction ends. */
  List<Stale> stale(WorkspaceId workspace, int limit) {
    return jdbc.sql(STALE_COMPONENTS)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query((rs, _) ->
            new Stale(
                rs.getObject("component_id", UUID.class), rs.getObject("mark_id", UUID.class)))
        .list();
  }

  /** Forgets these, and nothing that was said since. */
  void noLongerStale(WorkspaceId workspace, List<Stale> stale) {
    jdbc.sql(NO_LONGER_STALE)
        .param("workspace", workspace.value())
        .param("components", uuids(stale, Stale::component))
        .param("marks", uuids(stale, Stale::mark))
        .update();
  }

  Loaded load(WorkspaceId workspace, List<UUID> components) {
    var hints = hints(workspace, components);
    var messages = new ArrayList<Threadable>();
    var places = new HashMap<MessageId, Place>();
    var quoting = new HashSet<MessageId>();
    jdbc.sql(MESSAGES)
        .param("workspace", workspace.value())
        .param("components", uuids(components, Function.identity()))
        .query(rs -> {
          var message = threadable(rs, hints);
          messages.add(message);
          places.put(message.id(), place(rs));
          if (rs.getBoolean("quotes")) {
            quoting.add(message.id());
          }
        });
    return new Loaded(messages, places, quoting);
  }

  Map<MessageId, Texts> texts(WorkspaceId workspace, Set<MessageId> messages) {
    var texts = new HashMap<MessageId, Texts>();
    if (messages.isEmpty()) {
      return texts;
    }
    jdbc.sql(TEXTS)
        .param("workspace", workspace.value())
        .param("messages", uuids(messages, MessageId::value))
        .query(rs -> {
          texts.put(
              messageId(rs, "message_id"),
              new Texts(
                  rs.getString("from_name"),
                  rs.getString("newest"),
                  rs.getString("attribution"),
                  rs.getString("quoted")));
        });
    return texts;
  }

  List<JoinVerdict> verdicts(WorkspaceId workspace, List<UUID> components) {
    return jdbc.sql(VERDICTS)
        .param("workspace", workspace.value())
        .param("components", uuids(components, Function.identity()))
        .query((rs, row) ->
            new JoinVerdict(
                messageId(rs, "message_id"),
                messageId(rs, "parent_message_id"),
                rs.getString("verdict").equals("join")))
        .list();
  }

  Map<ConversationId, Integer> sizes(WorkspaceId workspace, Set<ConversationId> conversations) {
    var sizes = new HashMap<ConversationId, Integer>();
    if (conversations.isEmpty()) {
      return sizes;
    }
    jdbc.sql(SIZES)
        .param("workspace", workspace.value())
        .param("conversations", uuids(conversations, ConversationId::value))
        .query(rs -> {
          sizes.put(
              new ConversationId(rs.getObject("conversation_id", UUID.class)),
              rs.getInt("message_count"));
        });
    return sizes;
  }

  /** Takes so many change numbers; returns the first. Holds the workspace's lock from here on. */
  long takeChangeNumbers(WorkspaceId workspace, int count) {
    long last =
        jdbc.sql(TAKE_NUMBERS)
            .param("workspace", workspace.value())
            .param("taken", count)
            .query(Long.class)
            .single();
    return last - count + 1;
  }

  void save(WorkspaceId workspace, List<Saved> conversations, List<Emptied> emptied) {
    batch.batchUpdate(
        SAVE_CONVERSATION,
        conversations.stream()
            .map(saved ->
                new Object[] {
                  workspace.value(),
                  saved.id().value(),
                  saved.subject(),
                  Timestamp.from(saved.group().first().sentAt()),
                  Timestamp.from(saved.group().last().sentAt()),
                  saved.group().members().size(),
                  saved.changeNumber()
                })
            .toList());
    batch.batchUpdate(
        EMPTY_CONVERSATION,
        emptied.stream()
            .map(empty ->
                new Object[] {
                  empty.mergedInto().value(),
                  empty.changeNumber(),
                  workspace.value(),
                  empty.id().value()
                })
            .toList());
    place(workspace, conversations);
  }

  private void place(WorkspaceId workspace, List<Saved> conversations) {
    record Placed(ConversationId conversation, Threaded.Member member) {}
    var placed =
        conversations.stream()
            .flatMap(saved ->
                saved.group().members().stream().map(member -> new Placed(saved.id(), member)))
            .toList();
    if (placed.isEmpty()) {
      return;
    }
    jdbc.sql(PLACE_MESSAGES)
        .param("workspace", workspace.value())
        .param("messages", uuids(placed, row -> row.member().message().id().value()))
        .param("conversations", uuids(placed, row -> row.conversation().value()))
        .param("parents", uuids(placed, row -> value(row.member().parent())))
        .param(
            "joinedBy",
            new SqlArrayValue(
                "text", placed.stream().map(row -> sql(row.member().joinedBy())).toArray()))
        .param(
            "confidences",
            new SqlArrayValue(
                "float4", placed.stream().map(row -> (float) row.member().confidence()).toArray()))
        .update();
  }

  /** Replaces who takes part in these conversations; {@code emptied} ones lose everybody. */
  void saveParticipants(WorkspaceId workspace, List<Saved> conversations, List<Emptied> emptied) {
    var all = new HashSet<UUID>();
    conversations.forEach(saved -> all.add(saved.id().value()));
    emptied.forEach(empty -> all.add(empty.id().value()));
    jdbc.sql(FORGET_PARTICIPANTS)
        .param("workspace", workspace.value())
        .param("conversations", uuids(all, Function.identity()))
        .update();
    batch.batchUpdate(
        ADD_PARTICIPANT,
        conversations.stream()
            .flatMap(saved ->
                Participant.of(saved.group()).stream()
                    .map(participant ->
                        new Object[] {
                          workspace.value(),
                          participant.address().value(),
                          saved.id().value(),
                          participant.wrote(),
                          participant.received(),
                          Timestamp.from(participant.lastAt())
                        }))
            .toList());
  }

  void saveSuggestions(
      WorkspaceId workspace,
      Collection<Threadable> considered,
      List<Threaded.Suggestion> suggestions) {
    jdbc.sql(FORGET_SUGGESTIONS)
        .param("workspace", workspace.value())
        .param("messages", uuids(considered, message -> message.id().value()))
        .update();
    batch.batchUpdate(
        ADD_SUGGESTION,
        suggestions.stream()
            .map(suggestion ->
                new Object[] {
                  workspace.value(),
                  suggestion.message().value(),
                  suggestion.parent().value(),
                  (float) suggestion.confidence(),
                  suggestion.reason()
                })
            .toList());
  }

  private Map<MessageId, Set<String>> hints(WorkspaceId workspace, List<UUID> components) {
    var hints = new HashMap<MessageId, Set<String>>();
    jdbc.sql(HINTS)
        .param("workspace", workspace.value())
        .param("components", uuids(components, Function.identity()))
        .query(rs -> {
          hints
              .computeIfAbsent(messageId(rs, "message_id"), any -> new HashSet<>())
              .add(rs.getString("thread_hint"));
        });
    return hints;
  }

  private static Threadable threadable(ResultSet rs, Map<MessageId, Set<String>> hints)
      throws SQLException {
    var id = messageId(rs, "message_id");
    return new Threadable(
        id,
        HexFormat.of().formatHex(rs.getBytes("content_hash")),
        rs.getTimestamp("sent_at").toInstant(),
        rs.getString("internet_id"),
        texts(rs, "in_reply_to"),
        texts(rs, "reference_ids"),
        rs.getString("subject"),
        Optional.ofNullable(rs.getString("from_address")).map(EmailAddress::new).orElse(null),
        texts(rs, "to_addresses").stream().map(EmailAddress::new).toList(),
        texts(rs, "cc_addresses").stream().map(EmailAddress::new).toList(),
        hints.getOrDefault(id, Set.of()),
        conversationId(rs));
  }

  private static Place place(ResultSet rs) throws SQLException {
    @Nullable UUID parent = rs.getObject("parent_message_id", UUID.class);
    return new Place(
        conversationId(rs),
        parent == null ? null : new MessageId(parent),
        JoinedBy.valueOf(rs.getString("joined_by").toUpperCase(Locale.ROOT)));
  }

  private static @Nullable ConversationId conversationId(ResultSet rs) throws SQLException {
    @Nullable UUID id = rs.getObject("conversation_id", UUID.class);
    return id == null ? null : new ConversationId(id);
  }

  private static MessageId messageId(ResultSet rs, String column) throws SQLException {
    return new MessageId(rs.getObject(column, UUID.class));
  }

  private static List<String> texts(ResultSet rs, String column) throws SQLException {
    return Arrays.asList((String[]) rs.getArray(column).getArray());
  }

  private static String sql(JoinedBy joinedBy) {
    return joinedBy.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable UUID value(@Nullable MessageId id) {
    return id == null ? null : id.value();
  }

  private static <T> SqlArrayValue uuids(
      Collection<T> rows, Function<T, ? extends @Nullable UUID> id) {
    return new SqlArrayValue("uuid", rows.stream().map(id).toArray());
  }
}
