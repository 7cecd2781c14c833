package io.politely.touches;

import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What has to go from touches when somebody is erased. */
@Repository
class TouchErasureStore {

  /** In a touch with others they were called so: a first name, which is looked for nowhere else. */
  private static final String CALLED =
      """
      select touch_id, called
        from touches.participant
       where workspace_id = :workspace
         and person_id = any (:persons)
         and called <> ''
      """;

  private static final String REMOVE_PROMISES =
      """
      delete from touches.promise
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String REMOVE_PARTICIPANTS =
      """
      delete from touches.participant
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String UNLINK_EMPTY =
      """
      update touches.touch
         set replaces = null
       where workspace_id = :workspace
         and replaces in (select emptied.touch_id
                            from touches.touch as emptied
                           where emptied.workspace_id = :workspace
                             and not exists (select 1
                                               from touches.participant
                                              where participant.workspace_id = :workspace
                                                and participant.touch_id = emptied.touch_id))
      """;

  private static final String REMOVE_EMPTY_ANSWERS =
      """
      delete from touches.answer
       where workspace_id = :workspace
         and touch_id not in (select touch_id
                                from touches.participant
                               where workspace_id = :workspace)
      """;

  private static final String REMOVE_EMPTY_PROMISES =
      """
      delete from touches.promise
       where workspace_id = :workspace
         and touch_id not in (select touch_id
                                from touches.participant
                               where workspace_id = :workspace)
      """;

  private static final String REMOVE_EMPTY =
      """
      delete from touches.touch
       where workspace_id = :workspace
         and touch_id not in (select touch_id
                                from touches.participant
                               where workspace_id = :workspace)
      """;

  private static final String TOUCHES =
      """
      select touch_id, words
        from touches.touch
       where workspace_id = :workspace
      """;

  private static final String SET_TOUCH =
      """
      update touches.touch
         set words = :words
       where workspace_id = :workspace
         and touch_id = :id
      """;

  private static final String PROMISES =
      """
      select promise_id, touch_id, words
        from touches.promise
       where workspace_id = :workspace
      """;

  private static final String SET_PROMISE =
      """
      update touches.promise
         set words = :words
       where workspace_id = :workspace
         and promise_id = :id
      """;

  private static final String PARTICIPANTS =
      """
      select touch_id, person_id, called
        from touches.participant
       where workspace_id = :workspace
         and called <> ''
      """;

  private static final String SET_PARTICIPANT =
      """
      update touches.participant
         set called = ''
       where workspace_id = :workspace
         and touch_id = :touch
         and person_id = :person
      """;

  private final JdbcClient jdbc;

  TouchErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Called(UUID touch, String words) {}

  private record Written(UUID id, UUID touch, String words) {}

  /** What was with them alone goes; from what was with others too they are taken out. */
  void erase(WorkspaceId workspace, Traces traces, Mentions mentions) {
    var persons =
        new SqlArrayValue("uuid", traces.persons().stream().map(PersonId::value).toArray());
    var called =
        jdbc.sql(CALLED)
            .param("workspace", workspace.value())
            .param("persons", persons)
            .query(
                (rs, _) -> new Called(rs.getObject("touch_id", UUID.class), rs.getString("called")))
            .list();
    for (var statement : List.of(REMOVE_PROMISES, REMOVE_PARTICIPANTS)) {
      jdbc.sql(statement).param("workspace", workspace.value()).param("persons", persons).update();
    }
    for (var statement :
        List.of(UNLINK_EMPTY, REMOVE_EMPTY_ANSWERS, REMOVE_EMPTY_PROMISES, REMOVE_EMPTY)) {
      jdbc.sql(statement).param("workspace", workspace.value()).update();
    }
    clean(
        workspace,
        SET_TOUCH,
        jdbc.sql(TOUCHES)
            .param("workspace", workspace.value())
            .query((rs, _) -> {
              var touch = rs.getObject("touch_id", UUID.class);
              return new Written(touch, touch, rs.getString("words"));
            })
            .list(),
        called,
        mentions);
    clean(
        workspace,
        SET_PROMISE,
        jdbc.sql(PROMISES)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Written(
                    rs.getObject("promise_id", UUID.class),
                    rs.getObject("touch_id", UUID.class),
                    rs.getString("words")))
            .list(),
        called,
        mentions);
    forgetNames(workspace, mentions);
  }

  private void clean(
      WorkspaceId workspace,
      String statement,
      List<Written> written,
      List<Called> called,
      Mentions mentions) {
    for (var one : written) {
      var words = mentions.removedFrom(one.words());
      for (var name : called) {
        if (name.touch().equals(one.touch())) {
          words = without(words, name.words());
        }
      }
      if (!words.equals(one.words())) {
        jdbc.sql(statement)
            .param("workspace", workspace.value())
            .param("id", one.id())
            .param("words", words)
            .update();
      }
    }
  }

  private static String without(String words, String name) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(words)
        .replaceAll(Mentions.INSTEAD);
  }

  private void forgetNames(WorkspaceId workspace, Mentions mentions) {
    record Named(UUID touch, UUID person, String called) {}
    jdbc
        .sql(PARTICIPANTS)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Named(
                rs.getObject("touch_id", UUID.class),
                rs.getObject("person_id", UUID.class),
                rs.getString("called")))
        .list()
        .stream()
        .filter(it -> mentions.isIn(it.called()))
        .forEach(it ->
            jdbc.sql(SET_PARTICIPANT)
                .param("workspace", workspace.value())
                .param("touch", it.touch())
                .param("person", it.person())
                .update());
  }
}
