package io.politely.ledger;

import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Decision.Verdict;
import io.politely.mail.MessageId;
import io.politely.people.Mentions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What the user decided: never changed, only taken back. */
@Repository
class DecisionStore {

  private static final String ADD =
      """
      insert into ledger.decision
             (workspace_id, decision_id, message_id, verdict, until, note, decided_by, decided_at,
              said, said_confidence, said_by_reading)
      values (:workspace, :decision, :message, :verdict, :until, :note, :decided_by, :decided_at,
              :said, :said_confidence, :said_by_reading)
      """;

  private static final String TAKE_BACK =
      """
      update ledger.decision
         set undone_at = coalesce(undone_at, :now)
       where workspace_id = :workspace
         and decision_id = :decision
      returning message_id
      """;

  private static final String IN_FORCE =
      """
      select decision_id, message_id, verdict, until, note, decided_by, decided_at,
             said, said_confidence, said_by_reading
        from ledger.decision
       where workspace_id = :workspace
         and message_id = any (:messages)
         and undone_at is null
       order by decided_at, decision_id
      """;

  private static final String NEWEST =
      """
      select decision_id, message_id, verdict, until, note, decided_by, decided_at,
             said, said_confidence, said_by_reading
        from ledger.decision
       where workspace_id = :workspace
         and undone_at is null
       order by decided_at desc, decision_id desc
       limit :limit
      """;

  private static final String REMOVE =
      """
      delete from ledger.decision
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  private static final String NOTES =
      """
      select decision_id, message_id, note
        from ledger.decision
       where workspace_id = :workspace
         and note <> ''
      """;

  private static final String SET_NOTE =
      """
      update ledger.decision
         set note = :note
       where workspace_id = :workspace
         and decision_id = :decision
      """;

  private final JdbcClient jdbc;

  DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, Decision decision) {
    var until = decision.until();
    var said = decision.before();
    jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("decision", decision.id())
        .param("message", decision.message().value())
        .param("verdict", decision.verdict().word())
        .param("until", until == null ? null : Timestamp.from(until))
        .param("note", decision.note())
        .param("decided_by", decision.decidedBy())
        .param("decided_at", Timestamp.from(decision.decidedAt()))
        .param("said", said == null ? null : said.label())
        .param("said_confidence", said == null ? null : said.confidence())
        .param("said_by_reading", said == null ? null : said.reading())
        .update();
  }

  /** Takes a decision back, once; the message it hangs on, or empty where there is no such one. */
  Optional<MessageId> takeBack(WorkspaceId workspace, DecisionId decision, Instant now) {
    return jdbc.sql(TAKE_BACK)
        .param("workspace", workspace.value())
        .param("decision", decision.value())
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .optional()
        .map(MessageId::new);
  }

  /** Decisions in force that hang on these messages, oldest first. */
  List<Decision> inForce(WorkspaceId workspace, Collection<MessageId> messages) {
    return jdbc.sql(IN_FORCE)
        .param("workspace", workspace.value())
        .param(
            "messages",
            new SqlArrayValue("uuid", messages.stream().map(MessageId::value).toArray()))
        .query(DecisionStore::decision)
        .list();
  }

  /** Decisions in force, the newest first. */
  List<Decision> newest(WorkspaceId workspace, int limit) {
    return jdbc.sql(NEWEST)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query(DecisionStore::decision)
        .list();
  }

  /** Removes what hangs on messages that are gone. */
  void remove(WorkspaceId workspace, Collection<MessageId> messages) {
    jdbc.sql(REMOVE)
        .param("workspace", workspace.value())
        .param(
            "messages",
            new SqlArrayValue("uuid", messages.stream().map(MessageId::value).toArray()))
        .update();
  }

  /** Takes somebody out of the notes; the messages on which those that named them hang. */
  List<MessageId> removeFromNotes(WorkspaceId workspace, Mentions mentions) {
    record Noted(UUID decision, MessageId message, String note) {}
    var naming =
        jdbc
            .sql(NOTES)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Noted(
                    rs.getObject("decision_id", UUID.class),
                    new MessageId(rs.getObject("message_id", UUID.class)),
                    rs.getString("note")))
            .list()
            .stream()
            .filter(noted -> mentions.isIn(noted.note()))
            .toList();
    naming.forEach(noted ->
        jdbc.sql(SET_NOTE)
            .param("workspace", workspace.value())
            .param("decision", noted.decision())
            .param("note", mentions.removedFrom(noted.note()))
            .update());
    return naming.stream().map(Noted::message).toList();
  }

  private static Decision decision(ResultSet rs, int number) throws SQLException {
    var until = rs.getTimestamp("until");
    var said = rs.getString("said");
    return new Decision(
        rs.getObject("decision_id", UUID.class),
        new MessageId(rs.getObject("message_id", UUID.class)),
        Verdict.of(rs.getString("verdict")).orElseThrow(),
        until == null ? null : until.toInstant(),
        rs.getString("note"),
        rs.getObject("decided_by", UUID.class),
        rs.getTimestamp("decided_at").toInstant(),
        said == null
            ? null
            : new Said(said, rs.getDouble("said_confidence"), rs.getInt("said_by_reading")));
  }
}
