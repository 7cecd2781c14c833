package io.politely.mail;

import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Suggested joins and what the user said of them. */
@Repository
class JoinStore {

  private static final String SUGGESTED =
      """
      select message_id, parent_message_id, confidence, reason
        from mail.suggested_join
       where workspace_id = :workspace
       order by confidence desc, message_id
       limit :limit
      """;

  private static final String DECIDE =
      """
      insert into mail.join_decision (workspace_id, decision_id, message_id, parent_message_id,
                                      verdict, decided_at)
      values (:workspace, :decision, :message, :parent, :verdict, :now)
      """;

  private static final String UNDO =
      """
      update mail.join_decision
         set undone_at = :now
       where workspace_id = :workspace
         and decision_id = :decision
         and undone_at is null
      returning message_id
      """;

  private static final String COMPONENT =
      """
      select component_id
        from mail.thread
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  private static final String STALE =
      """
      insert into mail.stale_component (workspace_id, component_id)
      values (:workspace, :component)
      """;

  private final JdbcClient jdbc;
  private final MentionStore mentions;
  private final SearchStore search;
  private final NewIds ids;

  JoinStore(JdbcClient jdbc, MentionStore mentions, SearchStore search, NewIds ids) {
    this.jdbc = jdbc;
    this.mentions = mentions;
    this.search = search;
    this.ids = ids;
  }

  private record Row(UUID message, UUID parent, double confidence, String reason) {}

  List<SuggestedJoin> suggested(WorkspaceId workspace, int limit) {
    var rows =
        jdbc.sql(SUGGESTED)
            .param("workspace", workspace.value())
            .param("limit", limit)
            .query((rs, row) ->
                new Row(
                    rs.getObject("message_id", UUID.class),
                    rs.getObject("parent_message_id", UUID.class),
                    rs.getFloat("confidence"),
                    rs.getString("reason")))
            .list();
    var ends =
        search.messages(
            workspace,
            rows.stream().flatMap(row -> Stream.of(row.message(), row.parent())).toList());
    return rows.stream().flatMap(row -> suggestion(row, ends).stream()).toList();
  }

  /** Remembers a verdict and puts both messages into one component, which becomes stale. */
  Optional<UUID> decide(WorkspaceId workspace, JoinVerdict verdict, Instant now) {
    var message = verdict.message().value();
    var parent = verdict.parent().value();
    var components = components(workspace, message, parent);
    if (components.size() != 2 || message.equals(parent)) {
      return Optional.empty();
    }
    var decision = ids.next();
    jdbc.sql(DECIDE)
        .param("workspace", workspace.value())
        .param("decision", decision)
        .param("message", message)
        .param("parent", parent)
        .param("verdict", verdict.together() ? "join" : "apart")
        .param("now", Timestamp.from(now))
        .update();
    mentions.merge(workspace, components.getFirst(), components.getLast());
    components(workspace, message).forEach(component -> stale(workspace, component));
    return Optional.of(decision);
  }

  boolean undo(WorkspaceId workspace, UUID decision, Instant now) {
    var message =
        jdbc.sql(UNDO)
            .param("workspace", workspace.value())
            .param("decision", decision)
            .param("now", Timestamp.from(now))
            .query(UUID.class)
            .optional();
    message.ifPresent(
        id -> components(workspace, id).forEach(component -> stale(workspace, component)));
    return message.isPresent();
  }

  private List<UUID> components(WorkspaceId workspace, UUID... messages) {
    return jdbc.sql(COMPONENT)
        .param("workspace", workspace.value())
        .param("messages", new SqlArrayValue("uuid", (Object[]) messages))
        .query(UUID.class)
        .list();
  }

  private void stale(WorkspaceId workspace, UUID component) {
    jdbc.sql(STALE).param("workspace", workspace.value()).param("component", component).update();
  }

  private static Optional<SuggestedJoin> suggestion(Row row, Map<UUID, SearchHit> ends) {
    var later = ends.get(row.message());
    var earlier = ends.get(row.parent());
    return later == null || earlier == null
        ? Optional.empty()
        : Optional.of(new SuggestedJoin(later, earlier, row.confidence(), row.reason()));
  }
}
