package io.politely.patience;

import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What was learned, in numbers. */
@Repository
class PatienceStore {

  private static final String SAVE_LESSON =
      """
      insert into patience.lesson as lesson
             (workspace_id, learned_at, letters, answered, at_send, later, usual, own_habits)
      values (:workspace, :at, :letters, :answered, :at_send, :later, :usual, :own_habits)
          on conflict (workspace_id) do update
         set learned_at = excluded.learned_at,
             letters = excluded.letters,
             answered = excluded.answered,
             at_send = excluded.at_send,
             later = excluded.later,
             usual = excluded.usual,
             own_habits = excluded.own_habits
      """;

  private static final String LESSON =
      """
      select learned_at, letters, answered, at_send, later, usual, own_habits
        from patience.lesson
       where workspace_id = :workspace
      """;

  private static final String FORGET_ALL =
      """
      delete from patience.habit
       where workspace_id = :workspace
      """;

  private static final String FORGET =
      """
      delete from patience.habit
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String ADD =
      """
      insert into patience.habit (workspace_id, person_id, asked, answered, habits, from_us)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String OF_PERSONS =
      """
      select person_id, habits, from_us
        from patience.habit
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  PatienceStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  void save(WorkspaceId workspace, Learned learned) {
    var lessons = learned.lessons();
    jdbc.sql(SAVE_LESSON)
        .param("workspace", workspace.value())
        .param("at", Timestamp.from(learned.at()))
        .param("letters", lessons.letters())
        .param("answered", lessons.answered())
        .param("at_send", array(lessons.atSend().weights()))
        .param("later", array(lessons.later().weights()))
        .param("usual", array(learned.usual().numbers()))
        .param("own_habits", array(learned.us().numbers()))
        .update();
  }

  Optional<Learned> learned(WorkspaceId workspace) {
    return jdbc.sql(LESSON)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Learned(
                rs.getTimestamp("learned_at").toInstant(),
                new Lessons(
                    new Hazard(numbers(rs, "at_send")),
                    new Hazard(numbers(rs, "later")),
                    rs.getLong("letters"),
                    rs.getLong("answered")),
                Averages.read(numbers(rs, "usual")),
                Habits.read(Acquaintances.US, numbers(rs, "own_habits"))))
        .optional();
  }

  void replace(WorkspaceId workspace, List<Acquaintance> people) {
    jdbc.sql(FORGET_ALL).param("workspace", workspace.value()).update();
    batch.batchUpdate(
        ADD,
        people.stream()
            .map(it ->
                new Object[] {
                  workspace.value(),
                  it.person().value(),
                  (int) it.fromUs().rate.asked,
                  (int) it.fromUs().rate.answered,
                  array(it.habits().numbers()),
                  array(numbers(it.fromUs()))
                })
            .toList());
  }

  /**
   * What is known of some persons.
   *
   * @param number by which each is called
   */
  List<Acquaintance> of(
      WorkspaceId workspace, Collection<PersonId> persons, ToIntFunction<PersonId> number) {
    return jdbc.sql(OF_PERSONS)
        .param("workspace", workspace.value())
        .param("persons", ids(persons))
        .query((rs, _) -> {
          var person = new PersonId(rs.getObject("person_id", UUID.class));
          return new Acquaintance(
              person,
              Habits.read(number.applyAsInt(person), numbers(rs, "habits")),
              Between.read(numbers(rs, "from_us"), 0));
        })
        .list();
  }

  void forget(WorkspaceId workspace, Collection<PersonId> persons) {
    jdbc.sql(FORGET).param("workspace", workspace.value()).param("persons", ids(persons)).update();
  }

  private static double[] numbers(Between between) {
    var numbers = new double[Between.NUMBERS];
    between.write(numbers, 0);
    return numbers;
  }

  private static double[] numbers(ResultSet rs, String column) throws SQLException {
    Array array = rs.getArray(column);
    return Arrays.stream((Double[]) array.getArray()).mapToDouble(Double::doubleValue).toArray();
  }

  private static SqlArrayValue array(double[] numbers) {
    return new SqlArrayValue("float8", Arrays.stream(numbers).boxed().toArray());
  }

  private static SqlArrayValue ids(Collection<PersonId> persons) {
    return new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray());
  }
}
