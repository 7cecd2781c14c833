package io.politely.cadence;

import io.politely.accounts.MemberId;
import io.politely.cadence.FollowUp.Ended;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.Situation.Closure;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Cadence and what comes next with each, read through whoever a person is now. */
@Repository
class FollowUpStore {

  private static final String ADD =
      """
      insert into cadence.follow_up
             (workspace_id, follow_up_id, person_id, situation, pursuit_id, conversation_id, started_at, created_at,
              created_by, fact, fact_source, relevance, promised, not_before, every_days)
      values (:workspace, :follow_up, :person, :situation, :pursuit, :conversation, :started_at, :now,
              :by, :fact, :fact_source, :relevance, :promised, :not_before, :every)
          on conflict (workspace_id, person_id, situation, pursuit_id) where ended_at is null do nothing
      """;

  private static final String COLUMNS_OF_ONE =
      """
      select follow_up.follow_up_id, shown.current_id as person, follow_up.situation, follow_up.pursuit_id,
             follow_up.conversation_id, follow_up.started_at, follow_up.fact, follow_up.fact_source, follow_up.relevance,
             follow_up.not_before, follow_up.promised, follow_up.connector_asked, follow_up.closed, follow_up.ended_at,
             follow_up.ended_as, follow_up.ended_why, follow_up.every_days
        from cadence.follow_up
        join people.shown(:workspace) as shown
          on shown.person_id = follow_up.person_id
       where follow_up.workspace_id = :workspace
         and follow_up.follow_up_id = any (:follow_ups)
      """;

  private static final String OF_PERSONS =
      """
      select follow_up.follow_up_id, shown.current_id as person, follow_up.situation, follow_up.pursuit_id,
             follow_up.conversation_id, follow_up.started_at, follow_up.fact, follow_up.fact_source, follow_up.relevance,
             follow_up.not_before, follow_up.promised, follow_up.connector_asked, follow_up.closed, follow_up.ended_at,
             follow_up.ended_as, follow_up.ended_why, follow_up.every_days
        from cadence.follow_up
        join people.shown(:workspace) as shown
          on shown.person_id = follow_up.person_id
       where follow_up.workspace_id = :workspace
         and follow_up.person_id = any (array(select former.person_id
                                                from people.shown(:workspace) as former
                                               where former.current_id = any (:persons)))
       order by follow_up.ended_at is not null, follow_up.created_at desc, follow_up.follow_up_id
      """;

  private static final String OPEN_AFTER =
      """
      select follow_up.follow_up_id, shown.current_id as person, follow_up.situation, follow_up.pursuit_id,
             follow_up.conversation_id, follow_up.started_at, follow_up.fact, follow_up.fact_source, follow_up.relevance,
             follow_up.not_before, follow_up.promised, follow_up.connector_asked, follow_up.closed, follow_up.ended_at,
             follow_up.ended_as, follow_up.ended_why, follow_up.every_days
        from cadence.follow_up
        join people.shown(:workspace) as shown
          on shown.person_id = follow_up.person_id
       where follow_up.workspace_id = :workspace
         and follow_up.ended_at is null
         and follow_up.follow_up_id > :after
       order by follow_up.follow_up_id
       limit :limit
      """;

  private static final String COUNT_OPEN =
      """
      select count(*)
        from cadence.follow_up
       where workspace_id = :workspace
         and ended_at is null
      """;

  private static final String OPEN_WITH =
      """
      select follow_up.follow_up_id, shown.current_id as person, follow_up.situation, follow_up.pursuit_id,
             follow_up.conversation_id, follow_up.started_at, follow_up.fact, follow_up.fact_source, follow_up.relevance,
             follow_up.not_before, follow_up.promised, follow_up.connector_asked, follow_up.closed, follow_up.ended_at,
             follow_up.ended_as, follow_up.ended_why, follow_up.every_days
        from cadence.follow_up
        join people.shown(:workspace) as shown
          on shown.person_id = follow_up.person_id
       where follow_up.workspace_id = :workspace
         and follow_up.ended_at is null
         and follow_up.person_id = any (array(select former.person_id
                                                from people.shown(:workspace) as former
                                               where former.current_id = any (:persons)))
       order by follow_up.follow_up_id
      """;

  private static final String PEOPLE_PLANNED =
      """
      select distinct shown.current_id
        from cadence.follow_up
        join people.shown(:workspace) as shown
          on shown.person_id = follow_up.person_id
       where follow_up.workspace_id = :workspace
         and follow_up.ended_at is null
      """;

  private static final String PLANNED_AMONG =
      """
      select distinct shown.current_id
        from cadence.follow_up
        join people.shown(:workspace) as shown
          on shown.person_id = follow_up.person_id
       where follow_up.workspace_id = :workspace
         and follow_up.ended_at is null
         and follow_up.person_id = any (array(select former.person_id
                                                from people.shown(:workspace) as former
                                               where former.current_id = any (:persons)))
      """;

  private static final String END =
      """
      update cadence.follow_up
         set ended_at = :now,
             ended_as = :how,
             ended_why = :why
       where workspace_id = :workspace
         and follow_up_id = :follow_up
         and ended_at is null
      """;

  private static final String REOPEN =
      """
      update cadence.follow_up as ended
         set ended_at = null,
             ended_as = null,
             ended_why = ''
       where ended.workspace_id = :workspace
         and ended.follow_up_id = :follow_up
         and ended.ended_at is not null
         and not exists (select 1
                           from cadence.follow_up as other
                          where other.workspace_id = ended.workspace_id
                            and other.person_id = ended.person_id
                            and other.situation = ended.situation
                            and other.pursuit_id is not distinct from ended.pursuit_id
                            and other.ended_at is null)
      """;

  private static final String SET_OFF =
      """
      update cadence.follow_up
         set not_before = :day
       where workspace_id = :workspace
         and follow_up_id = :follow_up
         and ended_at is null
      """;

  private static final String SET_PROMISED =
      """
      update cadence.follow_up
         set promised = :day
       where workspace_id = :workspace
         and follow_up_id = :follow_up
         and ended_at is null
      """;

  private static final String SET_EVERY =
      """
      update cadence.follow_up
         set every_days = :every
       where workspace_id = :workspace
         and follow_up_id = :follow_up
         and ended_at is null
      """;

  private static final String SET_RESEARCH =
      """
      update cadence.follow_up
         set fact = :fact,
             fact_source = :fact_source,
             relevance = :relevance
       where workspace_id = :workspace
         and follow_up_id = :follow_up
         and ended_at is null
      """;

  private static final String SET_CONNECTOR_ASKED =
      """
      update cadence.follow_up
         set connector_asked = :asked
       where workspace_id = :workspace
         and follow_up_id = :follow_up
         and ended_at is null
      """;

  private static final String SET_CLOSED =
      """
      update cadence.follow_up
         set closed = true
       where workspace_id = :workspace
         and follow_up_id = :follow_up
      """;

  private static final String PUT_NEXT =
      """
      insert into cadence.next
             (workspace_id, follow_up_id, kind, number, most, channel, earliest, best, ask_minutes, needs_value, pushed,
              pushes, ended_as, reason, planned_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (workspace_id, follow_up_id) do update
         set kind = excluded.kind,
             number = excluded.number,
             most = excluded.most,
             channel = excluded.channel,
             earliest = excluded.earliest,
             best = excluded.best,
             ask_minutes = excluded.ask_minutes,
             needs_value = excluded.needs_value,
             pushed = excluded.pushed,
             pushes = excluded.pushes,
             ended_as = excluded.ended_as,
             reason = excluded.reason,
             planned_at = excluded.planned_at
      """;

  private static final String NEXT_OF =
      """
      select follow_up_id, kind, number, most, channel, earliest, best, ask_minutes, needs_value, pushed, pushes,
             ended_as, reason
        from cadence.next
       where workspace_id = :workspace
         and follow_up_id = any (:follow_ups)
      """;

  /** Each kind by itself, so that the index gives the first of many in their order. */
  private static final String DUE =
      """
      select due.follow_up_id
        from unnest(:kinds) as wanted (kind)
       cross join lateral (select next.follow_up_id, next.earliest
                             from cadence.next
                             join cadence.follow_up
                               on follow_up.workspace_id = next.workspace_id
                              and follow_up.follow_up_id = next.follow_up_id
                            where next.workspace_id = :workspace
                              and next.kind = wanted.kind
                              and next.earliest <= :until
                              and follow_up.ended_at is null
                            order by next.earliest, next.follow_up_id
                            limit :limit) as due
       order by due.earliest, due.follow_up_id
       limit :limit
      """;

  private static final String COUNT_DUE =
      """
      select count(*)
        from cadence.next
        join cadence.follow_up
          on follow_up.workspace_id = next.workspace_id
         and follow_up.follow_up_id = next.follow_up_id
       where next.workspace_id = :workspace
         and next.kind = any (:kinds)
         and next.earliest <= :until
         and follow_up.ended_at is null
      """;

  private static final String ENDED =
      """
      select follow_up_id
        from cadence.follow_up
       where workspace_id = :workspace
         and ended_at is not null
       order by ended_at desc, follow_up_id
       limit :limit
      """;

  private static final FollowUpId FIRST = new FollowUpId(new UUID(0, 0));

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  FollowUpStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** False where one of its kind goes on. */
  boolean add(
      WorkspaceId workspace,
      FollowUpId id,
      NewFollowUp fresh,
      Instant startedAt,
      MemberId by,
      Instant now) {
    var pursuit = fresh.pursuit();
    var conversation = fresh.conversation();
    return jdbc.sql(ADD)
            .param("workspace", workspace.value())
            .param("follow_up", id.value())
            .param("person", fresh.person().value())
            .param("situation", fresh.situation())
            .param("pursuit", pursuit == null ? null : pursuit.value(), Types.OTHER)
            .param("conversation", conversation == null ? null : conversation.value(), Types.OTHER)
            .param("started_at", Timestamp.from(startedAt))
            .param("now", Timestamp.from(now))
            .param("by", by.value())
            .param("fact", fresh.research().fact())
            .param("fact_source", fresh.research().source())
            .param("relevance", fresh.research().relevance())
            .param("promised", fresh.promised(), Types.DATE)
            .param("not_before", fresh.notBefore(), Types.DATE)
            .param("every", fresh.every(), Types.INTEGER)
            .update()
        == 1;
  }

  Optional<FollowUp> one(WorkspaceId workspace, FollowUpId id) {
    return all(workspace, List.of(id)).stream().findFirst();
  }

  List<FollowUp> all(WorkspaceId workspace, Collection<FollowUpId> ids) {
    return jdbc.sql(COLUMNS_OF_ONE)
        .param("workspace", workspace.value())
        .param("follow_ups", values(ids))
        .query((rs, _) -> followUp(rs))
        .list();
  }

  /** Those that go on first, then the newest. */
  List<FollowUp> of(WorkspaceId workspace, Collection<PersonId> persons) {
    return jdbc.sql(OF_PERSONS)
        .param("workspace", workspace.value())
        .param("persons", persons(persons))
        .query((rs, _) -> followUp(rs))
        .list();
  }

  List<FollowUp> openWith(WorkspaceId workspace, Collection<PersonId> persons) {
    return jdbc.sql(OPEN_WITH)
        .param("workspace", workspace.value())
        .param("persons", persons(persons))
        .query((rs, _) -> followUp(rs))
        .list();
  }

  long countOpen(WorkspaceId workspace) {
    return jdbc.sql(COUNT_OPEN).param("workspace", workspace.value()).query(Long.class).single();
  }

  /** Those that go on, in the order of their ids; {@code after} empty: from the beginning. */
  List<FollowUp> openAfter(WorkspaceId workspace, Optional<FollowUpId> after, int limit) {
    return jdbc.sql(OPEN_AFTER)
        .param("workspace", workspace.value())
        .param("after", after.orElse(FIRST).value())
        .param("limit", limit)
        .query((rs, _) -> followUp(rs))
        .list();
  }

  /** Which of these are followed up with. */
  Set<PersonId> plannedAmong(WorkspaceId workspace, Collection<PersonId> persons) {
    return jdbc.sql(PLANNED_AMONG)
        .param("workspace", workspace.value())
        .param("persons", persons(persons))
        .query((rs, _) -> new PersonId(rs.getObject("current_id", UUID.class)))
        .set();
  }

  List<PersonId> peoplePlanned(WorkspaceId workspace) {
    return jdbc.sql(PEOPLE_PLANNED)
        .param("workspace", workspace.value())
        .query((rs, _) -> new PersonId(rs.getObject(1, UUID.class)))
        .list();
  }

  boolean end(WorkspaceId workspace, FollowUpId id, Next.End how, String why, Instant now) {
    return jdbc.sql(END)
            .param("workspace", workspace.value())
            .param("follow_up", id.value())
            .param("how", how.word())
            .param("why", why)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean reopen(WorkspaceId workspace, FollowUpId id) {
    return jdbc.sql(REOPEN)
            .param("workspace", workspace.value())
            .param("follow_up", id.value())
            .update()
        == 1;
  }

  boolean setOff(WorkspaceId workspace, FollowUpId id, @Nullable LocalDate day) {
    return setDay(SET_OFF, workspace, id, day);
  }

  boolean setPromised(WorkspaceId workspace, FollowUpId id, @Nullable LocalDate day) {
    return setDay(SET_PROMISED, workspace, id, day);
  }

  boolean setEvery(WorkspaceId workspace, FollowUpId id, @Nullable Integer every) {
    return jdbc.sql(SET_EVERY)
            .param("workspace", workspace.value())
            .param("follow_up", id.value())
            .param("every", every, Types.INTEGER)
            .update()
        == 1;
  }

  private boolean setDay(
      String statement, WorkspaceId workspace, FollowUpId id, @Nullable LocalDate day) {
    return jdbc.sql(statement)
            .param("workspace", workspace.value())
            .param("follow_up", id.value())
            .param("day", day, Types.DATE)
            .update()
        == 1;
  }

  boolean setResearch(WorkspaceId workspace, FollowUpId id, Research research) {
    return jdbc.sql(SET_RESEARCH)
            .param("workspace", workspace.value())
            .param("follow_up", id.value())
            .param("fact", research.fact())
            .param("fact_source", research.source())
            .param("relevance", research.relevance())
            .update()
        == 1;
  }

  boolean setConnectorAsked(WorkspaceId workspace, FollowUpId id, boolean asked) {
    return jdbc.sql(SET_CONNECTOR_ASKED)
            .param("workspace", workspace.value())
            .param("follow_up", id.value())
            .param("asked", asked)
            .update()
        == 1;
  }

  void setClosed(WorkspaceId workspace, FollowUpId id) {
    jdbc.sql(SET_CLOSED)
        .param("workspace", workspace.value())
        .param("follow_up", id.value())
        .update();
  }

  void putNext(WorkspaceId workspace, List<Planned> planned, Instant now) {
    batches.batchUpdate(
        PUT_NEXT,
        planned,
        500,
        (statement, one) -> {
          var row = Row.of(one.next());
          statement.setObject(1, workspace.value());
          statement.setObject(2, one.followUp().id().value());
          statement.setString(3, row.kind());
          statement.setInt(4, row.number());
          statement.setInt(5, row.most());
          statement.setString(6, row.channel());
          statement.setTimestamp(7, Timestamp.from(row.earliest()));
          statement.setTimestamp(8, Timestamp.from(row.best()));
          statement.setInt(9, row.askMinutes());
          statement.setBoolean(10, row.needsValue());
          statement.setDouble(11, row.pushed());
          statement.setDouble(12, row.pushes());
          statement.setString(13, row.end());
          statement.setString(14, one.next().reason());
          statement.setTimestamp(15, Timestamp.from(now));
        });
  }

  List<NextOf> next(WorkspaceId workspace, Collection<FollowUpId> followUps) {
    return jdbc.sql(NEXT_OF)
        .param("workspace", workspace.value())
        .param("follow_ups", values(followUps))
        .query((rs, _) ->
            new NextOf(new FollowUpId(rs.getObject("follow_up_id", UUID.class)), next(rs)))
        .list();
  }

  /** Of which something is to be done by a moment, the longest due first. */
  List<FollowUpId> due(WorkspaceId workspace, Collection<String> kinds, Instant until, int limit) {
    return jdbc.sql(DUE)
        .param("workspace", workspace.value())
        .param("kinds", new SqlArrayValue("text", kinds.toArray()))
        .param("until", Timestamp.from(until))
        .param("limit", limit)
        .query((rs, _) -> new FollowUpId(rs.getObject("follow_up_id", UUID.class)))
        .list();
  }

  /** What ended, the newest first. */
  List<FollowUpId> ended(WorkspaceId workspace, int limit) {
    return jdbc.sql(ENDED)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query((rs, _) -> new FollowUpId(rs.getObject("follow_up_id", UUID.class)))
        .list();
  }

  long countDue(WorkspaceId workspace, Collection<String> kinds, Instant until) {
    return jdbc.sql(COUNT_DUE)
        .param("workspace", workspace.value())
        .param("kinds", new SqlArrayValue("text", kinds.toArray()))
        .param("until", Timestamp.from(until))
        .query(Long.class)
        .single();
  }

  /** What comes next with a cadence, as it was planned last. */
  record NextOf(FollowUpId followUp, Next next) {}

  /** A plan as the columns of its table. */
  private record Row(
      String kind,
      int number,
      int most,
      String channel,
      Instant earliest,
      Instant best,
      int askMinutes,
      boolean needsValue,
      double pushed,
      double pushes,
      String end) {

    static Row of(Next next) {
      return switch (next) {
        case Next.Touch it ->
            new Row(
                "touch",
                it.number(),
                it.of(),
                it.channel().word(),
                it.earliest(),
                it.best(),
                it.askMinutes(),
                it.needsValue(),
                it.before().value(),
                it.after().value(),
                "");
        case Next.Close it ->
            new Row(
                "close",
                0,
                0,
                it.how().name().toLowerCase(Locale.ROOT),
                it.earliest(),
                it.best(),
                0,
                false,
                0,
                it.after().value(),
                "");
        case Next.AskConnector it -> bare("connector", it.until(), "");
        case Next.Wait it -> bare("wait", it.until(), "");
        case Next.Answer it -> bare("answer", it.since(), "");
        case Next.FixAddress _ -> bare("address", Instant.EPOCH, "");
        case Next.Over it -> bare("over", Instant.EPOCH, it.end().word());
      };
    }

    private static Row bare(String kind, Instant at, String end) {
      return new Row(kind, 0, 0, "", at, at, 0, false, 0, 0, end);
    }
  }

  private static Next next(ResultSet rs) throws SQLException {
    var reason = rs.getString("reason");
    var earliest = rs.getTimestamp("earliest").toInstant();
    var best = rs.getTimestamp("best").toInstant();
    var pushes = new Pushiness(rs.getDouble("pushes"), List.of());
    return switch (rs.getString("kind")) {
      case "touch" ->
          new Next.Touch(
              rs.getInt("number"),
              rs.getInt("most"),
              Channel.of(rs.getString("channel")).orElseThrow(),
              earliest,
              best,
              rs.getInt("ask_minutes"),
              rs.getBoolean("needs_value"),
              new Pushiness(rs.getDouble("pushed"), List.of()),
              pushes,
              reason);
      case "close" ->
          new Next.Close(
              earliest, best, Closure.of(rs.getString("channel")).orElseThrow(), pushes, reason);
      case "connector" -> new Next.AskConnector(earliest, reason);
      case "wait" -> new Next.Wait(earliest, reason);
      case "answer" -> new Next.Answer(earliest, reason);
      case "address" -> new Next.FixAddress(reason);
      default -> new Next.Over(end(rs.getString("ended_as")), reason);
    };
  }

  private static Next.End end(String word) {
    return Arrays.stream(Next.End.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static FollowUp followUp(ResultSet rs) throws SQLException {
    var pursuit = rs.getObject("pursuit_id", UUID.class);
    var conversation = rs.getObject("conversation_id", UUID.class);
    var ended = rs.getTimestamp("ended_at");
    return new FollowUp(
        new FollowUpId(rs.getObject("follow_up_id", UUID.class)),
        new PersonId(rs.getObject("person", UUID.class)),
        rs.getString("situation"),
        pursuit == null ? null : new PursuitId(pursuit),
        conversation == null ? null : new ConversationId(conversation),
        rs.getTimestamp("started_at").toInstant(),
        new Research(rs.getString("fact"), rs.getString("fact_source"), rs.getString("relevance")),
        rs.getObject("not_before", LocalDate.class),
        rs.getObject("promised", LocalDate.class),
        rs.getBoolean("connector_asked"),
        rs.getBoolean("closed"),
        ended == null
            ? null
            : new Ended(
                end(rs.getString("ended_as")), rs.getString("ended_why"), ended.toInstant()),
        rs.getObject("every_days", Integer.class));
  }

  private static SqlArrayValue values(Collection<FollowUpId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(FollowUpId::value).toArray());
  }

  private static SqlArrayValue persons(Collection<PersonId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(PersonId::value).toArray());
  }
}
