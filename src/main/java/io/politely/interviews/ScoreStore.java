package io.politely.interviews;

import io.politely.accounts.MemberId;
import io.politely.calendar.MeetingId;
import io.politely.interviews.Scorecard.Score;
import io.politely.interviews.Scorecard.Seen;
import io.politely.interviews.Scorecard.Sheet;
import io.politely.kernel.WorkspaceId;
import io.politely.pursuits.RequirementId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scorecards: what members saw of requirements. */
@Repository
class ScoreStore {

  private static final String SHEETS =
      """
      select member_id, handed_in_at
        from interviews.scorecard
       where workspace_id = :workspace
         and meeting_id = :meeting
       order by handed_in_at nulls last, member_id
      """;

  private static final String SCORES =
      """
      select member_id, requirement_id, seen, evidence
        from interviews.score
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String OPEN =
      """
      insert into interviews.scorecard (workspace_id, meeting_id, member_id, handed_in_at)
      values (:workspace, :meeting, :member, null)
          on conflict (workspace_id, meeting_id, member_id) do nothing
      """;

  /** What was handed in stays as it is. */
  private static final String SCORE =
      """
      insert into interviews.score (workspace_id, meeting_id, member_id, requirement_id, seen, evidence)
      select :workspace, :meeting, :member, :requirement, :seen, :evidence
       where exists (select from interviews.scorecard
                      where scorecard.workspace_id = :workspace
                        and scorecard.meeting_id = :meeting
                        and scorecard.member_id = :member
                        and scorecard.handed_in_at is null)
          on conflict (workspace_id, meeting_id, member_id, requirement_id) do update
         set seen = excluded.seen,
             evidence = excluded.evidence
      """;

  private static final String HAND_IN =
      """
      update interviews.scorecard
         set handed_in_at = :now
       where workspace_id = :workspace
         and meeting_id = :meeting
         and member_id = :member
         and handed_in_at is null
      """;

  private static final String ALL =
      """
      select meeting_id, member_id, requirement_id, evidence
        from interviews.score
       where workspace_id = :workspace
      """;

  private static final String REWRITE =
      """
      update interviews.score
         set evidence = :evidence
       where workspace_id = :workspace
         and meeting_id = :meeting
         and member_id = :member
         and requirement_id = :requirement
      """;

  private static final String FORGET_SCORES =
      """
      delete from interviews.score
       where workspace_id = :workspace
         and meeting_id in (select interview.meeting_id
                              from interviews.interview
                             where interview.workspace_id = :workspace
                               and interview.about_id = :person)
      """;

  private static final String FORGET_SHEETS =
      """
      delete from interviews.scorecard
       where workspace_id = :workspace
         and meeting_id in (select interview.meeting_id
                              from interviews.interview
                             where interview.workspace_id = :workspace
                               and interview.about_id = :person)
      """;

  private final JdbcClient jdbc;

  ScoreStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Sheet> sheets(WorkspaceId workspace, MeetingId meeting) {
    var scores = new HashMap<MemberId, Map<RequirementId, Score>>();
    jdbc.sql(SCORES)
        .param("workspace", workspace.value())
        .param("meeting", meeting.value())
        .query(rs -> {
          scores
              .computeIfAbsent(
                  new MemberId(rs.getObject("member_id", UUID.class)), _ -> new LinkedHashMap<>())
              .put(
                  new RequirementId(rs.getObject("requirement_id", UUID.class)),
                  new Score(Seen.of(rs.getString("seen")).orElseThrow(), rs.getString("evidence")));
        });
    var sheets = new ArrayList<Sheet>();
    jdbc.sql(SHEETS)
        .param("workspace", workspace.value())
        .param("meeting", meeting.value())
        .query(rs -> {
          var member = new MemberId(rs.getObject("member_id", UUID.class));
          var at = rs.getTimestamp("handed_in_at");
          sheets.add(
              new Sheet(
                  member,
                  scores.getOrDefault(member, Map.of()),
                  at == null ? null : at.toInstant()));
        });
    return sheets;
  }

  void score(
      WorkspaceId workspace, MeetingId meeting, MemberId member, Map<RequirementId, Score> scores) {
    jdbc.sql(OPEN)
        .param("workspace", workspace.value())
        .param("meeting", meeting.value())
        .param("member", member.value())
        .update();
    scores.forEach((requirement, score) ->
        jdbc.sql(SCORE)
            .param("workspace", workspace.value())
            .param("meeting", meeting.value())
            .param("member", member.value())
            .param("requirement", requirement.value())
            .param("seen", score.seen().word())
            .param("evidence", score.evidence())
            .update());
  }

  boolean handIn(WorkspaceId workspace, MeetingId meeting, MemberId member, Instant now) {
    return jdbc.sql(HAND_IN)
            .param("workspace", workspace.value())
            .param("meeting", meeting.value())
            .param("member", member.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Removes what was seen of somebody. To be called while it is known what was about them. */
  void forget(WorkspaceId workspace, UUID person) {
    for (var statement : List.of(FORGET_SCORES, FORGET_SHEETS)) {
      jdbc.sql(statement).param("workspace", workspace.value()).param("person", person).update();
    }
  }

  /** Takes somebody out of what was written of others. */
  void rewrite(WorkspaceId workspace, UnaryOperator<String> without) {
    record Written(UUID meeting, UUID member, UUID requirement, String evidence) {}
    for (var one :
        jdbc.sql(ALL)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Written(
                    rs.getObject("meeting_id", UUID.class),
                    rs.getObject("member_id", UUID.class),
                    rs.getObject("requirement_id", UUID.class),
                    rs.getString("evidence")))
            .list()) {
      var evidence = without.apply(one.evidence());
      if (!evidence.equals(one.evidence())) {
        jdbc.sql(REWRITE)
            .param("workspace", workspace.value())
            .param("meeting", one.meeting())
            .param("member", one.member())
            .param("requirement", one.requirement())
            .param("evidence", evidence)
            .update();
      }
    }
  }
}
