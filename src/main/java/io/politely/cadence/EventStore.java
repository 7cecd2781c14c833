package io.politely.cadence;

import io.politely.cadence.AnniversaryRules.Span;
import io.politely.cadence.NewsFinder.Letter;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import io.politely.reading.Intent;
import io.politely.wording.ValueKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What passed in mail, by address, and up to which change of a conversation that is known. */
@Repository
class EventStore {

  private static final String LOCK_CURSOR =
      """
      insert into cadence.cursor (workspace_id, change_number)
      values (:workspace, 0)
          on conflict (workspace_id) do update
         set change_number = cadence.cursor.change_number
      returning change_number
      """;

  private static final String SET_CURSOR =
      """
      update cadence.cursor
         set change_number = :change_number
       where workspace_id = :workspace
      """;

  private static final String REMOVE =
      """
      delete from cadence.event
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
      returning address
      """;

  private static final String REMOVE_ALL =
      """
      delete from cadence.event
       where workspace_id = :workspace
      """;

  private static final String REMOVE_OF =
      """
      delete from cadence.event
       where workspace_id = :workspace
         and address = any (:addresses)
      """;

  private static final String ADD =
      """
      insert into cadence.event
             (workspace_id, message_id, address, conversation_id, internet_id, at, ours, kind, ask_minutes, value,
              intent, not_before, promise_due)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (workspace_id, message_id, address) do nothing
      """;

  /** Also what others wrote in the conversations in which these were approached. */
  private static final String HISTORIES =
      """
      select message_id, address, conversation_id, internet_id, at, ours, kind, ask_minutes, value, intent, not_before,
             promise_due
        from cadence.event
       where workspace_id = :workspace
         and address = any (:addresses)
         and at > :since
       union
      select message_id, address, conversation_id, internet_id, at, ours, kind, ask_minutes, value, intent, not_before,
             promise_due
        from cadence.event
       where workspace_id = :workspace
         and not ours
         and at > :since
         and conversation_id in (select conversation_id
                                   from cadence.event
                                  where workspace_id = :workspace
                                    and ours
                                    and at > :since
                                    and address = any (:addresses))
      """;

  private static final String LETTERS_FROM =
      """
      select letter.message_id, letter.address, letter.at
        from unnest(:addresses) as asked (address)
       cross join lateral (select event.message_id, event.address, event.at
                             from cadence.event
                            where event.workspace_id = :workspace
                              and event.address = asked.address
                              and event.kind = 'reply'
                            order by event.at desc
                            limit :most) as letter
      """;

  private static final String DURING =
      """
      select event.message_id, event.address, event.conversation_id, event.internet_id, event.at, event.ours,
             event.kind, event.ask_minutes, event.value, event.intent, event.not_before, event.promise_due
        from cadence.event
        join unnest(:begins, :ends) as span (begins, ends)
          on event.at >= span.begins
         and event.at < span.ends
       where event.workspace_id = :workspace
         and event.address = any (:addresses)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  EventStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  long lockCursor(WorkspaceId workspace) {
    return jdbc.sql(LOCK_CURSOR).param("workspace", workspace.value()).query(Long.class).single();
  }

  void setCursor(WorkspaceId workspace, long changeNumber) {
    jdbc.sql(SET_CURSOR)
        .param("workspace", workspace.value())
        .param("change_number", changeNumber)
        .update();
  }

  /**
   * Puts what conversations say now in the place of what they said; answers whom that was about.
   */
  List<String> replace(
      WorkspaceId workspace, Collection<ConversationId> conversations, List<Event> events) {
    var former =
        jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param(
                "conversations",
                new SqlArrayValue(
                    "uuid", conversations.stream().map(ConversationId::value).toArray()))
            .query(String.class)
            .list();
    batches.batchUpdate(
        ADD,
        events,
        500,
        (statement, event) -> {
          statement.setObject(1, workspace.value());
          statement.setObject(2, event.message().value());
          statement.setString(3, event.address());
          statement.setObject(4, event.conversation().value());
          statement.setString(5, event.internetId());
          statement.setTimestamp(6, Timestamp.from(event.at()));
          statement.setBoolean(7, event.ours());
          statement.setString(8, event.kind());
          statement.setObject(9, event.askMinutes());
          statement.setString(10, event.value().name());
          statement.setString(11, event.intent() == null ? null : event.intent().name());
          statement.setObject(12, event.notBefore());
          statement.setObject(13, event.promiseDue());
        });
    return former;
  }

  void removeAll(WorkspaceId workspace) {
    jdbc.sql(REMOVE_ALL).param("workspace", workspace.value()).update();
  }

  void removeOf(WorkspaceId workspace, Collection<String> addresses) {
    jdbc.sql(REMOVE_OF)
        .param("workspace", workspace.value())
        .param("addresses", new SqlArrayValue("text", addresses.toArray()))
        .update();
  }

  List<Event> histories(WorkspaceId workspace, Collection<String> addresses, Instant since) {
    return jdbc.sql(HISTORIES)
        .param("workspace", workspace.value())
        .param("addresses", new SqlArrayValue("text", addresses.toArray()))
        .param("since", Timestamp.from(since))
        .query((rs, _) -> event(rs))
        .list();
  }

  /** The newest letters from each of these addresses, in no order. */
  List<Letter> lettersFrom(WorkspaceId workspace, Collection<String> addresses, int most) {
    return jdbc.sql(LETTERS_FROM)
        .param("workspace", workspace.value())
        .param("addresses", new SqlArrayValue("text", addresses.toArray()))
        .param("most", most)
        .query((rs, _) ->
            new Letter(
                new MessageId(rs.getObject("message_id", UUID.class)),
                rs.getString("address"),
                rs.getTimestamp("at").toInstant()))
        .list();
  }

  /** What passed between us and these addresses at some times. */
  List<Event> during(WorkspaceId workspace, Collection<String> addresses, List<Span> spans) {
    return jdbc.sql(DURING)
        .param("workspace", workspace.value())
        .param("addresses", new SqlArrayValue("text", addresses.toArray()))
        .param("begins", moments(spans, Span::begins))
        .param("ends", moments(spans, Span::ends))
        .query((rs, _) -> event(rs))
        .list();
  }

  private static SqlArrayValue moments(List<Span> spans, Function<Span, Instant> which) {
    return new SqlArrayValue(
        "timestamptz", spans.stream().map(which).map(Timestamp::from).toArray());
  }

  private static Event event(ResultSet rs) throws SQLException {
    var intent = rs.getString("intent");
    return new Event(
        new MessageId(rs.getObject("message_id", UUID.class)),
        rs.getString("address"),
        new ConversationId(rs.getObject("conversation_id", UUID.class)),
        rs.getString("internet_id"),
        rs.getTimestamp("at").toInstant(),
        rs.getBoolean("ours"),
        rs.getString("kind"),
        rs.getObject("ask_minutes", Integer.class),
        ValueKind.valueOf(rs.getString("value")),
        intent == null ? null : Intent.valueOf(intent),
        day(rs, "not_before"),
        day(rs, "promise_due"));
  }

  private static @Nullable LocalDate day(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, LocalDate.class);
  }
}
