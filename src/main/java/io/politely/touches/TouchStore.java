package io.politely.touches;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.DecisionId;
import io.politely.mail.ConversationId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.touches.NewTouch.NewPromise;
import io.politely.touches.Touch.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Touches and the promises made in them, read through whoever a person is now. */
@Repository
class TouchStore {

  private static final String ADD =
      """
      insert into touches.touch
             (workspace_id, touch_id, ways, happened_at, words, pursuit_id, logged_at, logged_by, replaces)
      values (:workspace, :touch, :ways, :at, :words, :pursuit, :now, :by, :replaces)
      """;

  private static final String ADD_PARTICIPANT =
      """
      insert into touches.participant (workspace_id, touch_id, person_id, called)
      values (:workspace, :touch, :person, :called)
      """;

  private static final String ADD_PROMISE =
      """
      insert into touches.promise (workspace_id, promise_id, touch_id, by_us, person_id, words, due)
      values (:workspace, :promise, :touch, :by_us, :person, :words, :due)
      """;

  private static final String SET_ANSWER =
      """
      insert into touches.answer (workspace_id, touch_id, conversation_id, decision_id)
      values (:workspace, :touch, :conversation, :decision)
          on conflict (workspace_id, touch_id, conversation_id) do update
         set decision_id = excluded.decision_id
      """;

  private static final String ANSWERS =
      """
      select conversation_id, decision_id
        from touches.answer
       where workspace_id = :workspace
         and touch_id = :touch
       order by conversation_id
      """;

  private static final String TOUCH =
      """
      select touch.touch_id, touch.ways, touch.happened_at, touch.words, touch.pursuit_id,
             array(select distinct person.current_id
                     from touches.participant
                     join people.shown(:workspace) as person
                       on person.person_id = participant.person_id
                    where participant.workspace_id = :workspace
                      and participant.touch_id = touch.touch_id) as persons
        from touches.touch
       where touch.workspace_id = :workspace
         and touch.touch_id = :touch
         and touch.removed_at is null
      """;

  /** The second half of the join is what the index of merged people serves. */
  private static final String OF_PERSONS =
      """
      select touch.touch_id, touch.ways, touch.happened_at, touch.words, touch.pursuit_id,
             array(select distinct person.current_id
                     from touches.participant
                     join people.shown(:workspace) as person
                       on person.person_id = participant.person_id
                    where participant.workspace_id = :workspace
                      and participant.touch_id = touch.touch_id) as persons
        from touches.touch
       where touch.workspace_id = :workspace
         and touch.removed_at is null
         and touch.touch_id in (select participant.touch_id
                                  from people.shown(:workspace) as met
                                  join touches.participant
                                    on participant.workspace_id = :workspace
                                   and participant.person_id = met.person_id
                                 where met.person_id = any (:persons)
                                    or (met.current_id = any (:persons) and met.current_id <> met.person_id))
       order by touch.happened_at desc, touch.touch_id desc
       limit :limit
      """;

  /** A note is no contact. */
  private static final String LAST_CONTACTS =
      """
      select met.current_id, max(touch.happened_at) as last_at
        from people.shown(:workspace) as met
        join touches.participant
          on participant.workspace_id = :workspace
         and participant.person_id = met.person_id
        join touches.touch
          on touch.workspace_id = :workspace
         and touch.touch_id = participant.touch_id
         and touch.removed_at is null
         and not touch.ways <@ '{note:us,note:them}'
       where met.person_id = any (:persons)
          or (met.current_id = any (:persons) and met.current_id <> met.person_id)
       group by met.current_id
      """;

  private static final String NEWEST =
      """
      select touch.touch_id, touch.ways, touch.happened_at, touch.words, touch.pursuit_id,
             array(select distinct person.current_id
                     from touches.participant
                     join people.shown(:workspace) as person
                       on person.person_id = participant.person_id
                    where participant.workspace_id = :workspace
                      and participant.touch_id = touch.touch_id) as persons
        from touches.touch
       where touch.workspace_id = :workspace
         and touch.removed_at is null
       order by touch.happened_at desc, touch.touch_id desc
       limit :limit
      """;

  private static final String OF_PURSUIT =
      """
      select touch.touch_id, touch.ways, touch.happened_at, touch.words, touch.pursuit_id,
             array(select distinct person.current_id
                     from touches.participant
                     join people.shown(:workspace) as person
                       on person.person_id = participant.person_id
                    where participant.workspace_id = :workspace
                      and participant.touch_id = touch.touch_id) as persons
        from touches.touch
       where touch.workspace_id = :workspace
         and touch.pursuit_id = :pursuit
         and touch.removed_at is null
       order by touch.happened_at desc, touch.touch_id desc
       limit :limit
      """;

  private static final String PROMISES_OF_PERSON =
      """
      select promise.promise_id, promise.touch_id, promise.by_us, asked.current_id, promise.words,
             promise.due, promise.ended_at
        from people.shown(:workspace) as asked
        join people.shown(:workspace) as met
          on met.person_id = asked.current_id
          or (met.current_id = asked.current_id and met.current_id <> met.person_id)
        join touches.promise
          on promise.workspace_id = :workspace
         and promise.person_id = met.person_id
         and promise.ended_as is distinct from 'dropped'
        join touches.touch
          on touch.workspace_id = :workspace
         and touch.touch_id = promise.touch_id
         and touch.removed_at is null
       where asked.person_id = :person
       order by promise.ended_at is not null, promise.due, promise.promise_id
       limit :limit
      """;

  private static final String PROMISES_OF_TOUCH =
      """
      select promise.promise_id, promise.touch_id, promise.by_us, person.current_id, promise.words,
             promise.due, promise.ended_at
        from touches.promise
        join people.shown(:workspace) as person
          on person.person_id = promise.person_id
       where promise.workspace_id = :workspace
         and promise.touch_id = :touch
         and promise.ended_as is distinct from 'dropped'
       order by promise.promise_id
      """;

  private static final String OPEN_PROMISES =
      """
      select promise.promise_id, promise.touch_id, promise.by_us, person.current_id, promise.words,
             promise.due, promise.ended_at
        from touches.promise
        join touches.touch
          on touch.workspace_id = :workspace
         and touch.touch_id = promise.touch_id
         and touch.removed_at is null
        join people.shown(:workspace) as person
          on person.person_id = promise.person_id
       where promise.workspace_id = :workspace
         and promise.ended_at is null
         and (promise.by_us or promise.due < :now)
       order by promise.due, promise.promise_id
       limit :limit
      """;

  private static final String END_PROMISE =
      """
      update touches.promise
         set ended_at = :now, ended_as = :as
       where workspace_id = :workspace
         and promise_id = :promise
         and ended_at is null
      """;

  private static final String REOPEN_PROMISE =
      """
      update touches.promise
         set ended_at = null, ended_as = null
       where workspace_id = :workspace
         and promise_id = :promise
         and ended_at is not null
      """;

  private static final String REMOVE =
      """
      update touches.touch
         set removed_at = :now
       where workspace_id = :workspace
         and touch_id = :touch
         and removed_at is null
      """;

  private static final String BRING_BACK =
      """
      update touches.touch
         set removed_at = null
       where workspace_id = :workspace
         and touch_id = :touch
         and removed_at is not null
      """;

  private static final String REPLACED_BY =
      """
      select replaces
        from touches.touch
       where workspace_id = :workspace
         and touch_id = :touch
         and replaces is not null
      """;

  private final JdbcClient jdbc;

  TouchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(
      WorkspaceId workspace,
      TouchId id,
      NewTouch fresh,
      @Nullable TouchId replaces,
      MemberId by,
      Instant now) {
    jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("touch", id.value())
        .param(
            "ways",
            new SqlArrayValue("text", fresh.ways().stream().map(TouchStore::text).toArray()))
        .param("at", Timestamp.from(fresh.at()))
        .param("words", fresh.words())
        .param("pursuit", fresh.about() == null ? null : fresh.about().value())
        .param("now", Timestamp.from(now))
        .param("by", by.value())
        .param("replaces", replaces == null ? null : replaces.value())
        .update();
    fresh
        .persons()
        .forEach((person, called) ->
            jdbc.sql(ADD_PARTICIPANT)
                .param("workspace", workspace.value())
                .param("touch", id.value())
                .param("person", person.value())
                .param("called", called)
                .update());
  }

  void add(WorkspaceId workspace, TouchId touch, TouchPromiseId id, NewPromise promise) {
    jdbc.sql(ADD_PROMISE)
        .param("workspace", workspace.value())
        .param("promise", id.value())
        .param("touch", touch.value())
        .param("by_us", promise.byUs())
        .param("person", promise.person().value())
        .param("words", promise.words())
        .param("due", Timestamp.from(promise.due()))
        .update();
  }

  void answers(
      WorkspaceId workspace, TouchId touch, ConversationId conversation, DecisionId decision) {
    jdbc.sql(SET_ANSWER)
        .param("workspace", workspace.value())
        .param("touch", touch.value())
        .param("conversation", conversation.value())
        .param("decision", decision.value())
        .update();
  }

  /** The conversations that it answers, with the decision that says so. */
  record Answer(ConversationId conversation, DecisionId decision) {}

  List<Answer> answers(WorkspaceId workspace, TouchId touch) {
    return jdbc.sql(ANSWERS)
        .param("workspace", workspace.value())
        .param("touch", touch.value())
        .query((rs, _) ->
            new Answer(
                new ConversationId(rs.getObject("conversation_id", UUID.class)),
                new DecisionId(rs.getObject("decision_id", UUID.class))))
        .list();
  }

  Optional<Touch> touch(WorkspaceId workspace, TouchId touch) {
    return jdbc.sql(TOUCH)
        .param("workspace", workspace.value())
        .param("touch", touch.value())
        .query(TouchStore::touch)
        .optional();
  }

  /** With any of these, the newest first. */
  List<Touch> of(WorkspaceId workspace, Collection<PersonId> persons, int limit) {
    return jdbc.sql(OF_PERSONS)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .param("limit", limit)
        .query(TouchStore::touch)
        .list();
  }

  Map<PersonId, Instant> lastContacts(WorkspaceId workspace, Collection<PersonId> persons) {
    var last = new HashMap<PersonId, Instant>();
    jdbc.sql(LAST_CONTACTS)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .query(rs -> {
          last.put(
              new PersonId(rs.getObject("current_id", UUID.class)),
              rs.getTimestamp("last_at").toInstant());
        });
    return last;
  }

  List<Touch> newest(WorkspaceId workspace, int limit) {
    return jdbc.sql(NEWEST)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query(TouchStore::touch)
        .list();
  }

  List<Touch> of(WorkspaceId workspace, PursuitId pursuit, int limit) {
    return jdbc.sql(OF_PURSUIT)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit.value())
        .param("limit", limit)
        .query(TouchStore::touch)
        .list();
  }

  List<TouchPromise> promises(WorkspaceId workspace, PersonId person, int limit) {
    return jdbc.sql(PROMISES_OF_PERSON)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("limit", limit)
        .query(TouchStore::promise)
        .list();
  }

  List<TouchPromise> promises(WorkspaceId workspace, TouchId touch) {
    return jdbc.sql(PROMISES_OF_TOUCH)
        .param("workspace", workspace.value())
        .param("touch", touch.value())
        .query(TouchStore::promise)
        .list();
  }

  List<TouchPromise> openPromises(WorkspaceId workspace, Instant now, int limit) {
    return jdbc.sql(OPEN_PROMISES)
        .param("workspace", workspace.value())
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query(TouchStore::promise)
        .list();
  }

  boolean end(WorkspaceId workspace, TouchPromiseId promise, String as, Instant now) {
    return jdbc.sql(END_PROMISE)
            .param("workspace", workspace.value())
            .param("promise", promise.value())
            .param("as", as)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean reopen(WorkspaceId workspace, TouchPromiseId promise) {
    return jdbc.sql(REOPEN_PROMISE)
            .param("workspace", workspace.value())
            .param("promise", promise.value())
            .update()
        == 1;
  }

  boolean remove(WorkspaceId workspace, TouchId touch, Instant now) {
    return jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param("touch", touch.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean bringBack(WorkspaceId workspace, TouchId touch) {
    return jdbc.sql(BRING_BACK)
            .param("workspace", workspace.value())
            .param("touch", touch.value())
            .update()
        == 1;
  }

  /** The touch of which this is the corrected form. */
  Optional<TouchId> replacedBy(WorkspaceId workspace, TouchId touch) {
    return jdbc.sql(REPLACED_BY)
        .param("workspace", workspace.value())
        .param("touch", touch.value())
        .query((rs, _) -> new TouchId(rs.getObject("replaces", UUID.class)))
        .optional();
  }

  private static String text(Way way) {
    return way.kind().word() + (way.byThem() ? ":them" : ":us");
  }

  private static Way way(String text) {
    int colon = text.indexOf(':');
    return new Way(
        TouchKind.of(text.substring(0, colon)).orElseThrow(),
        text.substring(colon + 1).equals("them"));
  }

  private static Touch touch(ResultSet rs, int row) throws SQLException {
    var pursuit = rs.getObject("pursuit_id", UUID.class);
    return new Touch(
        new TouchId(rs.getObject("touch_id", UUID.class)),
        Arrays.stream((String[]) rs.getArray("ways").getArray()).map(TouchStore::way).toList(),
        rs.getTimestamp("happened_at").toInstant(),
        Arrays.stream((UUID[]) rs.getArray("persons").getArray()).map(PersonId::new).toList(),
        rs.getString("words"),
        pursuit == null ? null : new PursuitId(pursuit));
  }

  private static TouchPromise promise(ResultSet rs, int row) throws SQLException {
    var ended = rs.getTimestamp("ended_at");
    return new TouchPromise(
        new TouchPromiseId(rs.getObject("promise_id", UUID.class)),
        new TouchId(rs.getObject("touch_id", UUID.class)),
        rs.getBoolean("by_us"),
        new PersonId(rs.getObject("current_id", UUID.class)),
        rs.getString("words"),
        rs.getTimestamp("due").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
