package io.politely.interviews;

import io.politely.calendar.MeetingId;
import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The bank of questions that were asked in meetings. */
@Repository
class QuestionStore {

  private static final String KNOWN =
      """
      select question_id, folded
        from interviews.question
       where workspace_id = :workspace
         and words <> ''
       order by learned_at, question_id
      """;

  private static final String ADD =
      """
      insert into interviews.question (workspace_id, question_id, words, folded, learned_at)
      values (:workspace, :question, :words, :folded, :now)
          on conflict (workspace_id, folded) do update
         set removed_at = question.removed_at
      returning question_id
      """;

  private static final String ASKED =
      """
      insert into interviews.asked
             (workspace_id, question_id, asked_id, company, folded, person_id, kind, asked_on, meeting_id)
      values (:workspace, :question, :asked, :company, :folded, :person, :kind, :day, :meeting)
      """;

  private static final String FORGET_MEETING =
      """
      delete from interviews.asked
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  /** Nobody asks it any more: whoever told it changed the words. */
  private static final String FORGET_UNASKED =
      """
      delete from interviews.question
       where workspace_id = :workspace
         and removed_at is null
         and not exists (select 1
                           from interviews.asked
                          where asked.workspace_id = :workspace
                            and asked.question_id = question.question_id)
      """;

  private static final String ALL =
      """
      select question.question_id, question.words, asked.company, asked.person_id, asked.kind, asked.asked_on
        from interviews.question
        join interviews.asked
          on asked.workspace_id = question.workspace_id
         and asked.question_id = question.question_id
       where question.workspace_id = :workspace
         and asked.workspace_id = :workspace
         and question.words <> ''
         and question.removed_at is null
         and (:company = '' or asked.folded = :company)
         and (:kind = '' or asked.kind = :kind)
         and (:person::uuid is null or asked.person_id = :person)
         and position(:words in question.folded) > 0
       order by asked.asked_on desc, question.question_id, asked.asked_id
       limit :limit
      """;

  /** Of the company, or of somebody who will be there. */
  private static final String LIKELY =
      """
      select question.question_id, question.words, asked.company, asked.person_id, asked.kind, asked.asked_on
        from interviews.question
        join interviews.asked
          on asked.workspace_id = question.workspace_id
         and asked.question_id = question.question_id
       where question.workspace_id = :workspace
         and asked.workspace_id = :workspace
         and question.words <> ''
         and question.removed_at is null
         and (asked.folded = :company or asked.person_id = any (:persons))
       order by asked.asked_on desc, question.question_id, asked.asked_id
       limit :limit
      """;

  private static final String OF_MEETING =
      """
      select question.question_id, question.words, asked.company, asked.person_id, asked.kind, asked.asked_on
        from interviews.question
        join interviews.asked
          on asked.workspace_id = question.workspace_id
         and asked.question_id = question.question_id
       where question.workspace_id = :workspace
         and asked.workspace_id = :workspace
         and question.words <> ''
         and question.removed_at is null
         and asked.meeting_id = :meeting
       order by asked.asked_id
      """;

  private static final String COMPANIES =
      """
      select min(company) as company
        from interviews.asked
       where workspace_id = :workspace
         and company <> ''
       group by folded
       order by min(company)
       limit :limit
      """;

  private static final String REMOVE =
      """
      update interviews.question
         set removed_at = :now
       where workspace_id = :workspace
         and question_id = :question
         and removed_at is null
      """;

  private static final String BRING_BACK =
      """
      update interviews.question
         set removed_at = null
       where workspace_id = :workspace
         and question_id = :question
         and removed_at is not null
      """;

  private final JdbcClient jdbc;

  QuestionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A question by its folded words. */
  record Folded(UUID id, String folded) {}

  /** One time that a question was asked. */
  record Row(
      UUID question,
      String words,
      String company,
      @Nullable PersonId by,
      String kind,
      LocalDate on) {}

  List<Folded> known(WorkspaceId workspace) {
    return jdbc.sql(KNOWN)
        .param("workspace", workspace.value())
        .query(
            (rs, _) -> new Folded(rs.getObject("question_id", UUID.class), rs.getString("folded")))
        .list();
  }

  /** Adds a question, or finds the one of the same words. */
  UUID add(WorkspaceId workspace, UUID id, String words, Instant now) {
    return jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("question", id)
        .param("words", words)
        .param("folded", QuestionWords.folded(words))
        .param("now", Timestamp.from(now))
        .query((rs, _) -> rs.getObject("question_id", UUID.class))
        .single();
  }

  void asked(
      WorkspaceId workspace,
      UUID id,
      UUID question,
      String company,
      @Nullable PersonId by,
      InterviewKind kind,
      LocalDate on,
      MeetingId meeting) {
    jdbc.sql(ASKED)
        .param("workspace", workspace.value())
        .param("question", question)
        .param("asked", id)
        .param("company", company)
        .param("folded", QuestionWords.folded(company))
        .param("person", by == null ? null : by.value(), Types.OTHER)
        .param("kind", kind.word())
        .param("day", Date.valueOf(on))
        .param("meeting", meeting.value())
        .update();
  }

  void forget(WorkspaceId workspace, MeetingId meeting) {
    jdbc.sql(FORGET_MEETING)
        .param("workspace", workspace.value())
        .param("meeting", meeting.value())
        .update();
  }

  void forgetUnasked(WorkspaceId workspace) {
    jdbc.sql(FORGET_UNASKED).param("workspace", workspace.value()).update();
  }

  List<Row> find(
      WorkspaceId workspace,
      String company,
      String kind,
      @Nullable PersonId person,
      String words,
      int limit) {
    return jdbc.sql(ALL)
        .param("workspace", workspace.value())
        .param("company", QuestionWords.folded(company))
        .param("kind", kind)
        .param("person", person == null ? null : person.value(), Types.OTHER)
        .param("words", QuestionWords.folded(words))
        .param("limit", limit)
        .query((rs, _) -> row(rs))
        .list();
  }

  List<Row> likely(WorkspaceId workspace, String company, Collection<PersonId> persons, int limit) {
    return jdbc.sql(LIKELY)
        .param("workspace", workspace.value())
        .param("company", QuestionWords.folded(company))
        .param(
            "persons",
            new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray(Object[]::new)))
        .param("limit", limit)
        .query((rs, _) -> row(rs))
        .list();
  }

  List<Row> of(WorkspaceId workspace, MeetingId meeting) {
    return jdbc.sql(OF_MEETING)
        .param("workspace", workspace.value())
        .param("meeting", meeting.value())
        .query((rs, _) -> row(rs))
        .list();
  }

  List<String> companies(WorkspaceId workspace, int limit) {
    return jdbc.sql(COMPANIES)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query((rs, _) -> rs.getString("company"))
        .list();
  }

  boolean remove(WorkspaceId workspace, UUID question, Instant now) {
    return jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param("question", question)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean bringBack(WorkspaceId workspace, UUID question) {
    return jdbc.sql(BRING_BACK)
            .param("workspace", workspace.value())
            .param("question", question)
            .update()
        == 1;
  }

  private static Row row(ResultSet rs) throws SQLException {
    var person = rs.getObject("person_id", UUID.class);
    return new Row(
        rs.getObject("question_id", UUID.class),
        rs.getString("words"),
        rs.getString("company"),
        person == null ? null : new PersonId(person),
        rs.getString("kind"),
        rs.getObject("asked_on", LocalDate.class));
  }
}
