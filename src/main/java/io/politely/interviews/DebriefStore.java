package io.politely.interviews;

import io.politely.calendar.MeetingId;
import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.TimeId;
import io.politely.touches.TouchId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What was told after meetings, and the concerns that were kept from it. */
@Repository
class DebriefStore {

  private static final String OPEN =
      """
      insert into interviews.debrief (workspace_id, meeting_id, ended_at, opened_at, way, words, condition)
      values (:workspace, :meeting, :ended, :now, 'typed', '', '')
          on conflict (workspace_id, meeting_id) do nothing
      """;

  /** One of which nothing was told, and which nobody removed. */
  private static final String WITHDRAW =
      """
      delete from interviews.debrief
       where workspace_id = :workspace
         and meeting_id = :meeting
         and told_at is null
         and words = ''
         and removed_at is null
      """;

  private static final String UNTOLD =
      """
      select meeting_id
        from interviews.debrief
       where workspace_id = :workspace
         and done_at is null
         and removed_at is null
         and told_at is null
         and words = ''
      """;

  private static final String OF =
      """
      select meeting_id, ended_at, opened_at, way, words, told_at, done_at, commitment, condition, touch_id, client_asked_at
        from interviews.debrief
       where workspace_id = :workspace
         and meeting_id = any (:meetings)
         and removed_at is null
       order by ended_at desc, meeting_id
      """;

  private static final String NEWEST =
      """
      select meeting_id, ended_at, opened_at, way, words, told_at, done_at, commitment, condition, touch_id, client_asked_at
        from interviews.debrief
       where workspace_id = :workspace
         and removed_at is null
       order by ended_at desc, meeting_id
       limit :limit
      """;

  private static final String STILL_OPEN =
      """
      select meeting_id, ended_at, opened_at, way, words, told_at, done_at, commitment, condition, touch_id, client_asked_at
        from interviews.debrief
       where workspace_id = :workspace
         and done_at is null
         and removed_at is null
       order by ended_at desc, meeting_id
       limit :limit
      """;

  private static final String ANSWERS =
      """
      select meeting_id, question, about, words, skipped, answered_at
        from interviews.answer
       where workspace_id = :workspace
         and meeting_id = any (:meetings)
       order by meeting_id, answered_at, question, about
      """;

  private static final String ANSWER =
      """
      insert into interviews.answer (workspace_id, meeting_id, question, about, words, skipped, answered_at)
      values (:workspace, :meeting, :question, :about, :words, :skipped, :now)
          on conflict (workspace_id, meeting_id, question, about) do update
         set words = excluded.words,
             skipped = excluded.skipped,
             answered_at = excluded.answered_at
      """;

  private static final String UNANSWER =
      """
      delete from interviews.answer
       where workspace_id = :workspace
         and meeting_id = :meeting
         and question = :question
         and about = :about
      """;

  private static final String TOLD =
      """
      update interviews.debrief
         set told_at = coalesce(told_at, :now)
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String SETTLE =
      """
      update interviews.debrief
         set commitment = :commitment,
             condition = :condition,
             done_at = case when :done then coalesce(done_at, :now) end
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String SET_WORDS =
      """
      update interviews.debrief
         set words = :words,
             way = 'phone',
             told_at = coalesce(told_at, :now)
       where workspace_id = :workspace
         and meeting_id = :meeting
         and removed_at is null
      """;

  private static final String SET_TOUCH =
      """
      update interviews.debrief
         set touch_id = :touch
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String SET_CLIENT_ASKED =
      """
      update interviews.debrief
         set client_asked_at = :now
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String REMOVE =
      """
      update interviews.debrief
         set removed_at = :now
       where workspace_id = :workspace
         and meeting_id = :meeting
         and removed_at is null
      """;

  private static final String BRING_BACK =
      """
      update interviews.debrief
         set removed_at = null
       where workspace_id = :workspace
         and meeting_id = :meeting
         and removed_at is not null
      """;

  private static final String GIVE =
      """
      insert into interviews.given (workspace_id, meeting_id, time_id)
      values (:workspace, :meeting, :time)
          on conflict (workspace_id, meeting_id, time_id) do nothing
      """;

  private static final String GIVEN =
      """
      select time_id
        from interviews.given
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String ADD_CONCERN =
      """
      insert into interviews.concern
             (workspace_id, concern_id, pursuit_id, meeting_id, about_id, words, folded, answer, noted_at)
      values (:workspace, :concern, :pursuit, :meeting, :about, :words, :folded, :answer, :now)
          on conflict (workspace_id, coalesce(pursuit_id, meeting_id),
                       coalesce(about_id, '00000000-0000-0000-0000-000000000000'), folded) do update
         set answer = excluded.answer,
             removed_at = null
      """;

  private static final String CONCERNS =
      """
      select concern_id, pursuit_id, meeting_id, about_id, words, answer
        from interviews.concern
       where workspace_id = :workspace
         and coalesce(pursuit_id, meeting_id) = :of
         and about_id is not distinct from :about
         and removed_at is null
       order by noted_at, concern_id
      """;

  private static final String REMOVE_CONCERN =
      """
      update interviews.concern
         set removed_at = :now
       where workspace_id = :workspace
         and concern_id = :concern
         and removed_at is null
      """;

  private static final String BRING_CONCERN_BACK =
      """
      update interviews.concern
         set removed_at = null
       where workspace_id = :workspace
         and concern_id = :concern
         and removed_at is not null
      """;

  private final JdbcClient jdbc;

  DebriefStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens one, unless it was opened before; whether this call did. */
  boolean open(WorkspaceId workspace, MeetingId meeting, Instant endedAt, Instant now) {
    return of(OPEN, workspace, meeting)
            .param("ended", Timestamp.from(endedAt))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Forgets one of which nothing was told: its meeting has not ended after all. */
  boolean withdraw(WorkspaceId workspace, MeetingId meeting) {
    return of(WITHDRAW, workspace, meeting).update() == 1;
  }

  List<MeetingId> untold(WorkspaceId workspace) {
    return jdbc.sql(UNTOLD)
        .param("workspace", workspace.value())
        .query((rs, _) -> new MeetingId(rs.getObject("meeting_id", UUID.class)))
        .list();
  }

  Optional<Debrief> one(WorkspaceId workspace, MeetingId meeting) {
    return of(workspace, List.of(meeting)).stream().findFirst();
  }

  List<Debrief> of(WorkspaceId workspace, Collection<MeetingId> meetings) {
    return meetings.isEmpty()
        ? List.of()
        : answered(
            workspace,
            jdbc.sql(OF)
                .param("workspace", workspace.value())
                .param("meetings", values(meetings))
                .query((rs, _) -> row(rs))
                .list());
  }

  List<Debrief> newest(WorkspaceId workspace, int limit) {
    return answered(
        workspace,
        jdbc.sql(NEWEST)
            .param("workspace", workspace.value())
            .param("limit", limit)
            .query((rs, _) -> row(rs))
            .list());
  }

  List<Debrief> stillOpen(WorkspaceId workspace, int limit) {
    return answered(
        workspace,
        jdbc.sql(STILL_OPEN)
            .param("workspace", workspace.value())
            .param("limit", limit)
            .query((rs, _) -> row(rs))
            .list());
  }

  private List<Debrief> answered(WorkspaceId workspace, List<Debrief> alone) {
    if (alone.isEmpty()) {
      return alone;
    }
    var answers = new HashMap<MeetingId, List<DebriefAnswer>>();
    jdbc.sql(ANSWERS)
        .param("workspace", workspace.value())
        .param("meetings", values(alone.stream().map(Debrief::meeting).toList()))
        .query(rs -> {
          answers
              .computeIfAbsent(
                  new MeetingId(rs.getObject("meeting_id", UUID.class)), _ -> new ArrayList<>())
              .add(
                  new DebriefAnswer(
                      rs.getString("question"),
                      rs.getString("about"),
                      rs.getString("words"),
                      rs.getBoolean("skipped"),
                      rs.getTimestamp("answered_at").toInstant()));
        });
    return alone.stream()
        .map(it -> with(it, answers.getOrDefault(it.meeting(), List.of())))
        .toList();
  }

  private static Debrief with(Debrief it, List<DebriefAnswer> answers) {
    return new Debrief(
        it.meeting(),
        it.endedAt(),
        it.openedAt(),
        it.way(),
        it.words(),
        it.toldAt(),
        it.doneAt(),
        it.promise(),
        it.condition(),
        it.loggedAs(),
        it.clientAskedAt(),
        answers);
  }

  void answer(WorkspaceId workspace, MeetingId meeting, DebriefAnswer answer) {
    of(ANSWER, workspace, meeting)
        .param("question", answer.question())
        .param("about", answer.about())
        .param("words", answer.words())
        .param("skipped", answer.isSkipped())
        .param("now", Timestamp.from(answer.at()))
        .update();
    of(TOLD, workspace, meeting).param("now", Timestamp.from(answer.at())).update();
  }

  void unanswer(WorkspaceId workspace, MeetingId meeting, String question, String about) {
    of(UNANSWER, workspace, meeting).param("question", question).param("about", about).update();
  }

  void settle(
      WorkspaceId workspace,
      MeetingId meeting,
      Optional<Commitment> commitment,
      String condition,
      boolean done,
      Instant now) {
    of(SETTLE, workspace, meeting)
        .param("commitment", commitment.map(Commitment::word).orElse(null), Types.VARCHAR)
        .param("condition", condition)
        .param("done", done)
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean setWords(WorkspaceId workspace, MeetingId meeting, String words, Instant now) {
    return of(SET_WORDS, workspace, meeting)
            .param("words", words)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void setTouch(WorkspaceId workspace, MeetingId meeting, TouchId touch) {
    of(SET_TOUCH, workspace, meeting).param("touch", touch.value()).update();
  }

  void setClientAsked(WorkspaceId workspace, MeetingId meeting, Instant now) {
    of(SET_CLIENT_ASKED, workspace, meeting).param("now", Timestamp.from(now)).update();
  }

  boolean remove(WorkspaceId workspace, MeetingId meeting, Instant now) {
    return of(REMOVE, workspace, meeting).param("now", Timestamp.from(now)).update() == 1;
  }

  boolean bringBack(WorkspaceId workspace, MeetingId meeting) {
    return of(BRING_BACK, workspace, meeting).update() == 1;
  }

  void give(WorkspaceId workspace, MeetingId meeting, TimeId time) {
    of(GIVE, workspace, meeting).param("time", time.value()).update();
  }

  List<TimeId> given(WorkspaceId workspace, MeetingId meeting) {
    return of(GIVEN, workspace, meeting)
        .query((rs, _) -> new TimeId(rs.getObject("time_id", UUID.class)))
        .list();
  }

  void add(WorkspaceId workspace, Concern concern, Instant now) {
    var pursuit = concern.of();
    var meeting = concern.from();
    var about = concern.about();
    jdbc.sql(ADD_CONCERN)
        .param("workspace", workspace.value())
        .param("concern", concern.id())
        .param("pursuit", pursuit == null ? null : pursuit.value(), Types.OTHER)
        .param("meeting", meeting == null ? null : meeting.value(), Types.OTHER)
        .param("about", about == null ? null : about.value(), Types.OTHER)
        .param("words", concern.words())
        .param("folded", QuestionWords.folded(concern.words()))
        .param("answer", concern.answer())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Those of what a meeting is for, else of itself; in a search, of its candidate alone. */
  List<Concern> concerns(WorkspaceId workspace, Interview interview) {
    var whom = interview.about();
    return jdbc.sql(CONCERNS)
        .param("workspace", workspace.value())
        .param("of", interview.pursuit().map(PursuitId::value).orElse(interview.meeting().value()))
        .param("about", whom == null ? null : whom.value(), Types.OTHER)
        .query((rs, _) -> {
          var pursuit = rs.getObject("pursuit_id", UUID.class);
          var meeting = rs.getObject("meeting_id", UUID.class);
          var about = rs.getObject("about_id", UUID.class);
          return new Concern(
              rs.getObject("concern_id", UUID.class),
              pursuit == null ? null : new PursuitId(pursuit),
              meeting == null ? null : new MeetingId(meeting),
              about == null ? null : new PersonId(about),
              rs.getString("words"),
              rs.getString("answer"));
        })
        .list();
  }

  boolean removeConcern(WorkspaceId workspace, UUID concern, Instant now) {
    return jdbc.sql(REMOVE_CONCERN)
            .param("workspace", workspace.value())
            .param("concern", concern)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean bringConcernBack(WorkspaceId workspace, UUID concern) {
    return jdbc.sql(BRING_CONCERN_BACK)
            .param("workspace", workspace.value())
            .param("concern", concern)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec of(String statement, WorkspaceId workspace, MeetingId meeting) {
    return jdbc.sql(statement)
        .param("workspace", workspace.value())
        .param("meeting", meeting.value());
  }

  private static Debrief row(ResultSet rs) throws SQLException {
    var commitment = rs.getString("commitment");
    var touch = rs.getObject("touch_id", UUID.class);
    return new Debrief(
        new MeetingId(rs.getObject("meeting_id", UUID.class)),
        rs.getTimestamp("ended_at").toInstant(),
        rs.getTimestamp("opened_at").toInstant(),
        rs.getString("way").equals("phone") ? Debrief.Way.PHONE : Debrief.Way.TYPED,
        rs.getString("words"),
        moment(rs, "told_at"),
        moment(rs, "done_at"),
        commitment == null ? null : Commitment.of(commitment).orElse(null),
        rs.getString("condition"),
        touch == null ? null : new TouchId(touch),
        moment(rs, "client_asked_at"),
        List.of());
  }

  private static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
    var at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static SqlArrayValue values(Collection<MeetingId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(MeetingId::value).toArray(Object[]::new));
  }
}
