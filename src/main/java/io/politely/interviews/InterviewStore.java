package io.politely.interviews;

import io.politely.calendar.MeetingId;
import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What meetings are to us. */
@Repository
class InterviewStore {

  private static final String CURSOR =
      """
      insert into interviews.cursor (workspace_id, change_number)
      values (:workspace, 0)
          on conflict (workspace_id) do update
         set change_number = cursor.change_number
      returning change_number
      """;

  private static final String SET_CURSOR =
      """
      update interviews.cursor
         set change_number = :change
       where workspace_id = :workspace
      """;

  private static final String KEEP =
      """
      insert into interviews.interview (workspace_id, meeting_id, pursuit_id, kind, seat, about_id, reason, told, linked_at)
      values (:workspace, :meeting, :pursuit, :kind, :seat, :about, :reason, :told, :now)
          on conflict (workspace_id, meeting_id) do update
         set pursuit_id = excluded.pursuit_id,
             kind = excluded.kind,
             seat = excluded.seat,
             about_id = excluded.about_id,
             reason = excluded.reason,
             told = excluded.told,
             linked_at = excluded.linked_at
       where (excluded.told or not interview.told)
         and (interview.pursuit_id, interview.kind, interview.seat, interview.about_id, interview.reason, interview.told)
             is distinct from
             (excluded.pursuit_id, excluded.kind, excluded.seat, excluded.about_id, excluded.reason, excluded.told)
      """;

  private static final String DISBELIEVE =
      """
      update interviews.interview
         set told = false
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String OF =
      """
      select meeting_id, pursuit_id, kind, seat, about_id, reason, told
        from interviews.interview
       where workspace_id = :workspace
         and meeting_id = any (:meetings)
      """;

  private static final String OF_PURSUIT =
      """
      select meeting_id, pursuit_id, kind, seat, about_id, reason, told
        from interviews.interview
       where workspace_id = :workspace
         and pursuit_id = :pursuit
      """;

  private static final String ADDED =
      """
      select meeting_id, person_id
        from interviews.participant
       where workspace_id = :workspace
         and meeting_id = any (:meetings)
       order by meeting_id, person_id
      """;

  private static final String ADD =
      """
      insert into interviews.participant (workspace_id, meeting_id, person_id)
      values (:workspace, :meeting, :person)
          on conflict (workspace_id, meeting_id, person_id) do nothing
      """;

  private static final String ADD_FOUND =
      """
      insert into interviews.participant (workspace_id, meeting_id, person_id)
      select workspace_id, meeting_id, :person
        from interviews.interview
       where workspace_id = :workspace
         and meeting_id = :meeting
         and not told
          on conflict (workspace_id, meeting_id, person_id) do nothing
      """;

  private static final String REMOVE_ADDED =
      """
      delete from interviews.participant
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String FORGET_ADDED =
      """
      delete from interviews.participant
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String FORGET_ABOUT =
      """
      update interviews.interview
         set about_id = null
       where workspace_id = :workspace
         and about_id = any (:persons)
      """;

  private static final String REASONS =
      """
      select meeting_id, reason
        from interviews.interview
       where workspace_id = :workspace
      """;

  private static final String REWRITE =
      """
      update interviews.interview
         set reason = :reason
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private final JdbcClient jdbc;

  InterviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Up to which change of a meeting all are linked; locks it until the commit. */
  long lockCursor(WorkspaceId workspace) {
    return jdbc.sql(CURSOR).param("workspace", workspace.value()).query(Long.class).single();
  }

  void setCursor(WorkspaceId workspace, long change) {
    jdbc.sql(SET_CURSOR).param("workspace", workspace.value()).param("change", change).update();
  }

  /** Keeps what a meeting is. What the user said is replaced by what the user says alone. */
  void keep(WorkspaceId workspace, Interview interview, Instant now) {
    jdbc.sql(KEEP)
        .param("workspace", workspace.value())
        .param("meeting", interview.meeting().value())
        .param("pursuit", interview.pursuit().map(PursuitId::value).orElse(null), Types.OTHER)
        .param("kind", interview.kind().word())
        .param("seat", interview.seat().word())
        .param("about", interview.candidate().map(PersonId::value).orElse(null), Types.OTHER)
        .param("reason", interview.reason())
        .param("told", interview.isTold())
        .param("now", Timestamp.from(now))
        .update();
    if (interview.isTold()) {
      jdbc.sql(REMOVE_ADDED)
          .param("workspace", workspace.value())
          .param("meeting", interview.meeting().value())
          .update();
    }
    for (var person : interview.added()) {
      add(interview.isTold() ? ADD : ADD_FOUND, workspace, interview.meeting(), person);
    }
  }

  /** Somebody comes too. */
  void add(WorkspaceId workspace, MeetingId meeting, PersonId person) {
    add(ADD, workspace, meeting, person);
  }

  private void add(String sql, WorkspaceId workspace, MeetingId meeting, PersonId person) {
    jdbc.sql(sql)
        .param("workspace", workspace.value())
        .param("meeting", meeting.value())
        .param("person", person.value())
        .update();
  }

  /** Keeps what was found out, in the place of what the user said. */
  void believe(WorkspaceId workspace, Interview found, Instant now) {
    jdbc.sql(DISBELIEVE)
        .param("workspace", workspace.value())
        .param("meeting", found.meeting().value())
        .update();
    keep(workspace, found, now);
  }

  Map<MeetingId, Interview> of(WorkspaceId workspace, Collection<MeetingId> meetings) {
    if (meetings.isEmpty()) {
      return Map.of();
    }
    return found(
        workspace,
        jdbc.sql(OF)
            .param("workspace", workspace.value())
            .param(
                "meetings",
                new SqlArrayValue(
                    "uuid", meetings.stream().map(MeetingId::value).toArray(Object[]::new))));
  }

  Map<MeetingId, Interview> ofPursuit(WorkspaceId workspace, PursuitId pursuit) {
    return found(
        workspace,
        jdbc.sql(OF_PURSUIT)
            .param("workspace", workspace.value())
            .param("pursuit", pursuit.value()));
  }

  private Map<MeetingId, Interview> found(
      WorkspaceId workspace, JdbcClient.StatementSpec statement) {
    var alone =
        statement
            .query((rs, _) -> {
              var pursuit = rs.getObject("pursuit_id", UUID.class);
              var about = rs.getObject("about_id", UUID.class);
              return new Interview(
                  new MeetingId(rs.getObject("meeting_id", UUID.class)),
                  pursuit == null ? null : new PursuitId(pursuit),
                  InterviewKind.of(rs.getString("kind")).orElse(InterviewKind.OTHER),
                  Seat.of(rs.getString("seat")).orElse(Seat.SEEKER),
                  about == null ? null : new PersonId(about),
                  rs.getString("reason"),
                  rs.getBoolean("told"),
                  List.of());
            })
            .list();
    var added = added(workspace, alone);
    var found = new LinkedHashMap<MeetingId, Interview>();
    for (var one : alone) {
      found.put(
          one.meeting(),
          new Interview(
              one.meeting(),
              one.aim(),
              one.kind(),
              one.seat(),
              one.about(),
              one.reason(),
              one.isTold(),
              added.getOrDefault(one.meeting(), List.of())));
    }
    return found;
  }

  private Map<MeetingId, List<PersonId>> added(WorkspaceId workspace, List<Interview> of) {
    var added = new HashMap<MeetingId, List<PersonId>>();
    if (!of.isEmpty()) {
      jdbc.sql(ADDED)
          .param("workspace", workspace.value())
          .param(
              "meetings",
              new SqlArrayValue(
                  "uuid", of.stream().map(it -> it.meeting().value()).toArray(Object[]::new)))
          .query(rs -> {
            added
                .computeIfAbsent(
                    new MeetingId(rs.getObject("meeting_id", UUID.class)), _ -> new ArrayList<>())
                .add(new PersonId(rs.getObject("person_id", UUID.class)));
          });
    }
    return added;
  }

  /** Takes these out of every meeting. */
  void erase(WorkspaceId workspace, Collection<PersonId> persons) {
    var ids =
        new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray(Object[]::new));
    for (var statement : List.of(FORGET_ADDED, FORGET_ABOUT)) {
      jdbc.sql(statement).param("workspace", workspace.value()).param("persons", ids).update();
    }
  }

  /** Takes somebody out of reasons. */
  void rewrite(WorkspaceId workspace, UnaryOperator<String> without) {
    record Written(UUID id, String reason) {}
    var all =
        jdbc.sql(REASONS)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Written(rs.getObject("meeting_id", UUID.class), rs.getString("reason")))
            .list();
    for (var one : all) {
      var reason = without.apply(one.reason());
      if (!reason.equals(one.reason())) {
        jdbc.sql(REWRITE)
            .param("workspace", workspace.value())
            .param("meeting", one.id())
            .param("reason", reason)
            .update();
      }
    }
  }
}
