package io.politely.interviews;

import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What has to go from debriefs and from the bank of questions when somebody is erased. */
@Repository
class DebriefErasureStore {

  /** The words of a question that the erased alone told; how often it was asked stays. */
  private static final String BLANK_QUESTIONS =
      """
      update interviews.question
         set words = '',
             folded = 'erased ' || question_id
       where workspace_id = :workspace
         and words <> ''
         and exists (select 1
                       from interviews.asked
                      where asked.workspace_id = :workspace
                        and asked.question_id = question.question_id
                        and asked.meeting_id in (select meeting_id
                                                   from interviews.interview
                                                  where workspace_id = :workspace
                                                    and about_id = any (:persons)))
         and not exists (select 1
                           from interviews.asked
                          where asked.workspace_id = :workspace
                            and asked.question_id = question.question_id
                            and (asked.meeting_id is null
                              or asked.meeting_id not in (select meeting_id
                                                            from interviews.interview
                                                           where workspace_id = :workspace
                                                             and about_id = any (:persons))))
      """;

  private static final String PART_FROM_MEETING =
      """
      update interviews.asked
         set meeting_id = null
       where workspace_id = :workspace
         and meeting_id in (select meeting_id
                              from interviews.interview
                             where workspace_id = :workspace
                               and about_id = any (:persons))
      """;

  private static final String PART_FROM_INTERVIEWER =
      """
      update interviews.asked
         set person_id = null
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String REMOVE_CONCERNS =
      """
      delete from interviews.concern
       where workspace_id = :workspace
         and (about_id = any (:persons)
              or meeting_id in (select meeting_id
                                  from interviews.interview
                                 where workspace_id = :workspace
                                   and about_id = any (:persons)))
      """;

  private static final String REMOVE_DEBRIEFS =
      """
      delete from interviews.debrief
       where workspace_id = :workspace
         and meeting_id in (select meeting_id
                              from interviews.interview
                             where workspace_id = :workspace
                               and about_id = any (:persons))
      """;

  private static final String REMOVE_ABOUT =
      """
      delete from interviews.answer
       where workspace_id = :workspace
         and about = any (:names)
      """;

  private static final String DEBRIEFS =
      """
      select meeting_id, words, condition
        from interviews.debrief
       where workspace_id = :workspace
         and (words <> '' or condition <> '')
      """;

  private static final String SET_DEBRIEF =
      """
      update interviews.debrief
         set words = :words,
             condition = :condition
       where workspace_id = :workspace
         and meeting_id = :id
      """;

  private static final String ANSWERS =
      """
      select meeting_id, question, about, words
        from interviews.answer
       where workspace_id = :workspace
      """;

  private static final String REMOVE_ANSWER =
      """
      delete from interviews.answer
       where workspace_id = :workspace
         and meeting_id = :id
         and question = :question
         and about = :about
      """;

  private static final String SET_ANSWER =
      """
      update interviews.answer
         set words = :words
       where workspace_id = :workspace
         and meeting_id = :id
         and question = :question
         and about = :about
      """;

  private static final String CONCERNS =
      """
      select concern_id, words, answer
        from interviews.concern
       where workspace_id = :workspace
      """;

  private static final String SET_CONCERN =
      """
      update interviews.concern
         set words = :words,
             folded = 'erased ' || concern_id,
             answer = :answer
       where workspace_id = :workspace
         and concern_id = :id
      """;

  private static final String QUESTIONS =
      """
      select question_id, words
        from interviews.question
       where workspace_id = :workspace
         and words <> ''
      """;

  private static final String BLANK_QUESTION =
      """
      update interviews.question
         set words = '',
             folded = 'erased ' || question_id
       where workspace_id = :workspace
         and question_id = :id
      """;

  /** Who works for themselves has a company of their name. */
  private static final String COMPANIES =
      """
      select asked_id, company
        from interviews.asked
       where workspace_id = :workspace
         and company <> ''
      """;

  private static final String BLANK_COMPANY =
      """
      update interviews.asked
         set company = '',
             folded = ''
       where workspace_id = :workspace
         and asked_id = :id
      """;

  private final JdbcClient jdbc;

  DebriefErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Told(UUID id, String question, String about, String words, String more) {}

  /** Removes what somebody told, and takes them out of what others told. */
  void erase(WorkspaceId workspace, Traces traces, Mentions mentions) {
    for (var statement :
        List.of(
            BLANK_QUESTIONS,
            PART_FROM_MEETING,
            PART_FROM_INTERVIEWER,
            REMOVE_CONCERNS,
            REMOVE_DEBRIEFS)) {
      jdbc.sql(statement)
          .param("workspace", workspace.value())
          .param("persons", persons(traces.persons()))
          .update();
    }
    jdbc.sql(REMOVE_ABOUT)
        .param("workspace", workspace.value())
        .param(
            "names",
            new SqlArrayValue(
                "text", traces.persons().stream().map(PersonId::toString).toArray(Object[]::new)))
        .update();
    debriefs(workspace, mentions::removedFrom);
    answers(workspace, traces, mentions);
    concerns(workspace, mentions::removedFrom);
    blank(workspace, QUESTIONS, BLANK_QUESTION, mentions);
    blank(workspace, COMPANIES, BLANK_COMPANY, mentions);
  }

  private void debriefs(WorkspaceId workspace, UnaryOperator<String> without) {
    var all =
        jdbc.sql(DEBRIEFS)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Told(
                    rs.getObject("meeting_id", UUID.class),
                    "",
                    "",
                    rs.getString("words"),
                    rs.getString("condition")))
            .list();
    for (var one : all) {
      var words = without.apply(one.words());
      var condition = without.apply(one.more());
      if (!words.equals(one.words()) || !condition.equals(one.more())) {
        jdbc.sql(SET_DEBRIEF)
            .param("workspace", workspace.value())
            .param("id", one.id())
            .param("words", words)
            .param("condition", condition)
            .update();
      }
    }
  }

  /** Whoever was met stands there by id, or by a typed name; then answers about them go. */
  private void answers(WorkspaceId workspace, Traces traces, Mentions mentions) {
    var gone = traces.persons().stream().map(PersonId::toString).toList();
    var all =
        jdbc.sql(ANSWERS)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Told(
                    rs.getObject("meeting_id", UUID.class),
                    rs.getString("question"),
                    rs.getString("about"),
                    rs.getString("words"),
                    ""))
            .list();
    for (var one : all) {
      var words =
          String.join("\n", one.words().lines().filter(it -> !gone.contains(it.strip())).toList());
      var kept = mentions.removedFrom(words);
      if (mentions.isIn(one.about())) {
        of(REMOVE_ANSWER, workspace, one).update();
      } else if (!kept.equals(one.words())) {
        of(SET_ANSWER, workspace, one).param("words", kept).update();
      }
    }
  }

  private JdbcClient.StatementSpec of(String statement, WorkspaceId workspace, Told told) {
    return jdbc.sql(statement)
        .param("workspace", workspace.value())
        .param("id", told.id())
        .param("question", told.question())
        .param("about", told.about());
  }

  private void concerns(WorkspaceId workspace, UnaryOperator<String> without) {
    var all =
        jdbc.sql(CONCERNS)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Told(
                    rs.getObject("concern_id", UUID.class),
                    "",
                    "",
                    rs.getString("words"),
                    rs.getString("answer")))
            .list();
    for (var one : all) {
      var words = without.apply(one.words());
      var answer = without.apply(one.more());
      if (!words.equals(one.words()) || !answer.equals(one.more())) {
        jdbc.sql(SET_CONCERN)
            .param("workspace", workspace.value())
            .param("id", one.id())
            .param("words", words)
            .param("answer", answer)
            .update();
      }
    }
  }

  private record Named(UUID id, String words) {}

  private void blank(WorkspaceId workspace, String all, String blank, Mentions mentions) {
    var named =
        jdbc.sql(all)
            .param("workspace", workspace.value())
            .query((rs, _) -> new Named(rs.getObject(1, UUID.class), rs.getString(2)))
            .list();
    for (var one : named) {
      if (mentions.isIn(one.words())) {
        jdbc.sql(blank).param("workspace", workspace.value()).param("id", one.id()).update();
      }
    }
  }

  private static SqlArrayValue persons(Collection<PersonId> persons) {
    return new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray(Object[]::new));
  }
}
