package io.politely.interviews;

import io.politely.calendar.MeetingId;
import io.politely.interviews.Brief.Practice;
import io.politely.interviews.BriefGuide.Scope;
import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What the user wrote into briefs, and practised. */
@Repository
class BriefStore {

  private static final String LINES =
      """
      select scope, subject_id, key, words, source, former, written_at
        from interviews.line
       where workspace_id = :workspace
         and subject_id = any (:subjects)
       order by scope, subject_id, key
      """;

  private static final String WRITE =
      """
      insert into interviews.line (workspace_id, scope, subject_id, key, words, source, former, written_at)
      values (:workspace, :scope, :subject, :key, :words, :source, '', :now)
          on conflict (workspace_id, scope, subject_id, key) do update
         set former = line.words,
             words = excluded.words,
             source = excluded.source,
             written_at = excluded.written_at
       where (line.words, line.source) <> (excluded.words, excluded.source)
      """;

  private static final String TAKE_BACK =
      """
      update interviews.line
         set words = former,
             former = words
       where workspace_id = :workspace
         and subject_id = any (:subjects)
         and written_at = :at
      """;

  private static final String PRACTICES =
      """
      select practice_id, question, seconds, verdict, practised_at
        from interviews.practice
       where workspace_id = :workspace
         and meeting_id = :meeting
       order by practised_at desc, practice_id
       limit 50
      """;

  private static final String PRACTISE =
      """
      insert into interviews.practice (workspace_id, practice_id, meeting_id, question, seconds, verdict, practised_at)
      values (:workspace, :practice, :meeting, :question, :seconds, :verdict, :now)
      """;

  private static final String UNPRACTISE =
      """
      delete from interviews.practice
       where workspace_id = :workspace
         and practice_id = :practice
      returning meeting_id
      """;

  private static final String FORGET =
      """
      delete from interviews.line
       where workspace_id = :workspace
         and scope = 'person'
         and subject_id = any (:persons)
      """;

  private static final String ALL_LINES =
      """
      select scope, subject_id, key, words, source, former, written_at
        from interviews.line
       where workspace_id = :workspace
      """;

  private static final String REWRITE =
      """
      update interviews.line
         set words = :words,
             source = :source,
             former = :former
       where workspace_id = :workspace
         and scope = :scope
         and subject_id = :subject
         and key = :key
      """;

  private static final String ALL_PRACTICES =
      """
      select practice_id, question, verdict
        from interviews.practice
       where workspace_id = :workspace
      """;

  private static final String REWRITE_PRACTICE =
      """
      update interviews.practice
         set question = :question,
             verdict = :verdict
       where workspace_id = :workspace
         and practice_id = :practice
      """;

  private final JdbcClient jdbc;

  BriefStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Line> lines(WorkspaceId workspace, Collection<UUID> subjects) {
    return jdbc.sql(LINES)
        .param("workspace", workspace.value())
        .param("subjects", new SqlArrayValue("uuid", subjects.toArray(Object[]::new)))
        .query((rs, _) -> line(rs))
        .list();
  }

  /** False where it stood there already. */
  boolean write(
      WorkspaceId workspace,
      Scope scope,
      UUID subject,
      String key,
      String words,
      String source,
      Instant now) {
    return jdbc.sql(WRITE)
            .param("workspace", workspace.value())
            .param("scope", scope.word())
            .param("subject", subject)
            .param("key", key)
            .param("words", words)
            .param("source", source)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Puts back what stood in lines of these before they were written at a moment. */
  int takeBack(WorkspaceId workspace, Collection<UUID> subjects, Instant at) {
    return jdbc.sql(TAKE_BACK)
        .param("workspace", workspace.value())
        .param("subjects", new SqlArrayValue("uuid", subjects.toArray(Object[]::new)))
        .param("at", Timestamp.from(at))
        .update();
  }

  List<Practice> practices(WorkspaceId workspace, MeetingId meeting) {
    return jdbc.sql(PRACTICES)
        .param("workspace", workspace.value())
        .param("meeting", meeting.value())
        .query((rs, _) ->
            new Practice(
                rs.getObject("practice_id", UUID.class),
                rs.getString("question"),
                rs.getInt("seconds"),
                rs.getString("verdict"),
                rs.getTimestamp("practised_at").toInstant()))
        .list();
  }

  void practise(WorkspaceId workspace, MeetingId meeting, Practice practice) {
    jdbc.sql(PRACTISE)
        .param("workspace", workspace.value())
        .param("practice", practice.id())
        .param("meeting", meeting.value())
        .param("question", practice.question())
        .param("seconds", practice.seconds())
        .param("verdict", practice.verdict())
        .param("now", Timestamp.from(practice.at()))
        .update();
  }

  Optional<MeetingId> unpractise(WorkspaceId workspace, UUID practice) {
    return jdbc.sql(UNPRACTISE)
        .param("workspace", workspace.value())
        .param("practice", practice)
        .query(UUID.class)
        .optional()
        .map(MeetingId::new);
  }

  /** Removes what was written about somebody. */
  void forget(WorkspaceId workspace, Collection<PersonId> persons) {
    jdbc.sql(FORGET)
        .param("workspace", workspace.value())
        .param(
            "persons",
            new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray(Object[]::new)))
        .update();
  }

  /** Takes somebody out of everything else that was written. */
  void rewrite(WorkspaceId workspace, UnaryOperator<String> without) {
    for (var line :
        jdbc.sql(ALL_LINES)
            .param("workspace", workspace.value())
            .query((rs, _) -> line(rs))
            .list()) {
      var words = without.apply(line.words());
      var source = without.apply(line.source());
      var former = without.apply(line.former());
      if (!words.equals(line.words())
          || !source.equals(line.source())
          || !former.equals(line.former())) {
        jdbc.sql(REWRITE)
            .param("workspace", workspace.value())
            .param("scope", line.scope().word())
            .param("subject", line.subject())
            .param("key", line.key())
            .param("words", words)
            .param("source", source)
            .param("former", former)
            .update();
      }
    }
    record Said(UUID id, String question, String verdict) {}
    for (var said :
        jdbc.sql(ALL_PRACTICES)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Said(
                    rs.getObject("practice_id", UUID.class),
                    rs.getString("question"),
                    rs.getString("verdict")))
            .list()) {
      var question = without.apply(said.question());
      var verdict = without.apply(said.verdict());
      if (!question.equals(said.question()) || !verdict.equals(said.verdict())) {
        jdbc.sql(REWRITE_PRACTICE)
            .param("workspace", workspace.value())
            .param("practice", said.id())
            .param("question", question)
            .param("verdict", verdict)
            .update();
      }
    }
  }

  private static Line line(ResultSet rs) throws SQLException {
    return new Line(
        Scope.of(rs.getString("scope")).orElseThrow(),
        rs.getObject("subject_id", UUID.class),
        rs.getString("key"),
        rs.getString("words"),
        rs.getString("source"),
        rs.getString("former"),
        rs.getTimestamp("written_at").toInstant());
  }
}
