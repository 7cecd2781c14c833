package io.politely.calendar;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Sources of events, and what each tells. */
@Repository
class SourceStore {

  private static final String SOURCES =
      """
      select source.source_id, kind, name, address, login, mark, read_at, problem, problem_since, left_out,
             disconnected_at,
             (select count(distinct uid)
                from calendar.event
               where event.workspace_id = source.workspace_id
                 and event.source_id = source.source_id) as events
        from calendar.source
       where source.workspace_id = :workspace
       order by kind, name, source_id
      """;

  private static final String ADD_SOURCE =
      """
      insert into calendar.source (workspace_id, source_id, kind, name, address, login, secret, mark, problem, left_out)
      values (:workspace, :source, :kind, :name, :address, :login, :secret, '', '', '')
          on conflict (workspace_id, kind, address) do nothing
      """;

  private static final String SOURCE_AT =
      """
      select source_id
        from calendar.source
       where workspace_id = :workspace
         and kind = :kind
         and address = :address
      """;

  private static final String RECONNECT =
      """
      update calendar.source
         set name = :name,
             login = :login,
             secret = :secret,
             disconnected_at = null
       where workspace_id = :workspace
         and source_id = :source
      """;

  private static final String SECRET =
      """
      select secret
        from calendar.source
       where workspace_id = :workspace
         and source_id = :source
         and secret is not null
      """;

  private static final String SECRETS =
      """
      select source_id, secret
        from calendar.source
       where workspace_id = :workspace
         and secret is not null
      """;

  private static final String SET_SECRET =
      """
      update calendar.source
         set secret = :secret
       where workspace_id = :workspace
         and source_id = :source
      """;

  private static final String WAS_READ =
      """
      update calendar.source
         set read_at = :now,
             mark = :mark,
             left_out = :left_out,
             problem = '',
             problem_since = null
       where workspace_id = :workspace
         and source_id = :source
      """;

  private static final String HAS_PROBLEM =
      """
      update calendar.source
         set problem = :problem,
             problem_since = coalesce(problem_since, :now)
       where workspace_id = :workspace
         and source_id = :source
      """;

  private static final String DISCONNECT =
      """
      update calendar.source
         set disconnected_at = :now
       where workspace_id = :workspace
         and source_id = :source
         and disconnected_at is null
      """;

  private static final String CONNECT_AGAIN =
      """
      update calendar.source
         set disconnected_at = null
       where workspace_id = :workspace
         and source_id = :source
         and disconnected_at is not null
      """;

  private static final String OF_SOURCE =
      """
      select source_id, uid, changes, sequence, stamp, timing, repeats, title, place, words, people, cancelled, private,
             href, etag
        from calendar.event
       where workspace_id = :workspace
         and source_id = :source
      """;

  private static final String OF_UIDS =
      """
      select event.source_id, uid, changes, sequence, stamp, timing, repeats, title, place, words, people, cancelled,
             private, href, etag
        from calendar.event
        join calendar.source
          on source.workspace_id = event.workspace_id
         and source.source_id = event.source_id
       where event.workspace_id = :workspace
         and source.workspace_id = :workspace
         and uid = any (:uids)
         and source.disconnected_at is null
       order by uid, changes, event.source_id
      """;

  private static final String UIDS =
      """
      select distinct uid
        from calendar.event
       where workspace_id = :workspace
         and source_id = :source
      """;

  private static final String REPEATING =
      """
      select distinct uid
        from calendar.event
       where workspace_id = :workspace
         and repeats
      """;

  private static final String KEEP =
      """
      insert into calendar.event
             (workspace_id, source_id, uid, changes, sequence, stamp, timing, repeats, title, place, words, people,
              cancelled, private, href, etag)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (workspace_id, source_id, uid, changes) do update
         set sequence = excluded.sequence,
             stamp = excluded.stamp,
             timing = excluded.timing,
             repeats = excluded.repeats,
             title = excluded.title,
             place = excluded.place,
             words = excluded.words,
             people = excluded.people,
             cancelled = excluded.cancelled,
             private = excluded.private,
             href = excluded.href,
             etag = excluded.etag
      """;

  private static final String FORGET =
      """
      delete from calendar.event
       where workspace_id = ?
         and source_id = ?
         and uid = ?
         and changes = ?
      """;

  private static final String ANSWERS =
      """
      select uid, changes, address, answer, stamp
        from calendar.answer
       where workspace_id = :workspace
         and uid = any (:uids)
      """;

  private static final String KEEP_ANSWER =
      """
      insert into calendar.answer (workspace_id, uid, changes, address, answer, stamp)
      values (:workspace, :uid, :changes, :address, :answer, :stamp)
          on conflict (workspace_id, uid, changes, address) do update
         set answer = excluded.answer,
             stamp = excluded.stamp
       where answer.stamp < excluded.stamp
      """;

  private static final String CURSOR =
      """
      select stored_at
        from calendar.cursor
       where workspace_id = :workspace
      """;

  private static final String SET_CURSOR =
      """
      insert into calendar.cursor (workspace_id, stored_at)
      values (:workspace, :stored)
          on conflict (workspace_id) do update
         set stored_at = excluded.stored_at
      """;

  private static final String FORGET_ANSWERS =
      """
      delete from calendar.answer
       where workspace_id = :workspace
         and address = any (:addresses)
      """;

  private static final String WRITTEN =
      """
      select source_id, uid, changes, sequence, stamp, timing, repeats, title, place, words, people, cancelled, private,
             href, etag
        from calendar.event
       where workspace_id = :workspace
         and (title <> '' or place <> '' or words <> '' or people <> '')
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  SourceStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** All sources, disconnected ones too. */
  List<CalendarSource> sources(WorkspaceId workspace) {
    return jdbc.sql(SOURCES)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new CalendarSource(
                source(rs),
                SourceKind.of(rs.getString("kind")),
                rs.getString("name"),
                rs.getString("address"),
                rs.getString("login"),
                rs.getString("mark"),
                moment(rs.getTimestamp("read_at")),
                rs.getString("problem"),
                moment(rs.getTimestamp("problem_since")),
                rs.getString("left_out").lines().toList(),
                rs.getTimestamp("disconnected_at") != null,
                rs.getInt("events")))
        .list();
  }

  private static @Nullable Instant moment(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** Adds a source, or connects the one that there is of this address; which one it is. */
  SourceId connect(
      WorkspaceId workspace,
      SourceId id,
      SourceKind kind,
      String name,
      String address,
      String login,
      byte @Nullable [] secret) {
    int added =
        jdbc.sql(ADD_SOURCE)
            .param("workspace", workspace.value())
            .param("source", id.value())
            .param("kind", kind.word())
            .param("name", name)
            .param("address", address)
            .param("login", login)
            .param("secret", secret)
            .update();
    if (added == 1) {
      return id;
    }
    var there = sourceAt(workspace, kind, address).orElseThrow();
    jdbc.sql(RECONNECT)
        .param("workspace", workspace.value())
        .param("source", there.value())
        .param("name", name)
        .param("login", login)
        .param("secret", secret)
        .update();
    return there;
  }

  Optional<SourceId> sourceAt(WorkspaceId workspace, SourceKind kind, String address) {
    return jdbc.sql(SOURCE_AT)
        .param("workspace", workspace.value())
        .param("kind", kind.word())
        .param("address", address)
        .query((rs, _) -> source(rs))
        .optional();
  }

  Optional<byte[]> secret(WorkspaceId workspace, SourceId id) {
    return jdbc.sql(SECRET)
        .param("workspace", workspace.value())
        .param("source", id.value())
        .query((rs, _) -> rs.getBytes("secret"))
        .optional();
  }

  /** What is sealed, and where. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Sealed(SourceId source, byte[] secret) {}

  List<Sealed> secrets(WorkspaceId workspace) {
    return jdbc.sql(SECRETS)
        .param("workspace", workspace.value())
        .query((rs, _) -> new Sealed(source(rs), rs.getBytes("secret")))
        .list();
  }

  void setSecret(WorkspaceId workspace, SourceId id, byte[] secret) {
    jdbc.sql(SET_SECRET)
        .param("workspace", workspace.value())
        .param("source", id.value())
        .param("secret", secret)
        .update();
  }

  void wasRead(WorkspaceId workspace, SourceId id, String mark, List<String> leftOut, Instant now) {
    jdbc.sql(WAS_READ)
        .param("workspace", workspace.value())
        .param("source", id.value())
        .param("mark", mark)
        .param("left_out", String.join("\n", leftOut))
        .param("now", Timestamp.from(now))
        .update();
  }

  void hasProblem(WorkspaceId workspace, SourceId id, String problem, Instant now) {
    jdbc.sql(HAS_PROBLEM)
        .param("workspace", workspace.value())
        .param("source", id.value())
        .param("problem", problem)
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean disconnect(WorkspaceId workspace, SourceId id, Instant now) {
    return jdbc.sql(DISCONNECT)
            .param("workspace", workspace.value())
            .param("source", id.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean connectAgain(WorkspaceId workspace, SourceId id) {
    return jdbc.sql(CONNECT_AGAIN)
            .param("workspace", workspace.value())
            .param("source", id.value())
            .update()
        == 1;
  }

  List<KnownEvent> ofSource(WorkspaceId workspace, SourceId source) {
    return jdbc.sql(OF_SOURCE)
        .param("workspace", workspace.value())
        .param("source", source.value())
        .query((rs, _) -> event(rs))
        .list();
  }

  /** What all sources that are connected tell of these. */
  List<KnownEvent> ofUids(WorkspaceId workspace, Collection<String> uids) {
    return jdbc.sql(OF_UIDS)
        .param("workspace", workspace.value())
        .param("uids", texts(uids))
        .query((rs, _) -> event(rs))
        .list();
  }

  List<String> uids(WorkspaceId workspace, SourceId source) {
    return jdbc.sql(UIDS)
        .param("workspace", workspace.value())
        .param("source", source.value())
        .query((rs, _) -> rs.getString("uid"))
        .list();
  }

  List<String> repeating(WorkspaceId workspace) {
    return jdbc.sql(REPEATING)
        .param("workspace", workspace.value())
        .query((rs, _) -> rs.getString("uid"))
        .list();
  }

  void keep(WorkspaceId workspace, Collection<KnownEvent> events) {
    batch.batchUpdate(
        KEEP,
        events.stream()
            .map(event ->
                new Object[] {
                  workspace.value(),
                  event.source().value(),
                  event.uid(),
                  event.changes(),
                  event.sequence(),
                  Timestamp.from(event.stamp()),
                  event.timing(),
                  event.repeats(),
                  event.title(),
                  event.place(),
                  event.words(),
                  event.people(),
                  event.isCancelled(),
                  event.isPrivate(),
                  event.href(),
                  event.etag()
                })
            .toList());
  }

  void forget(WorkspaceId workspace, Collection<KnownEvent> events) {
    batch.batchUpdate(
        FORGET,
        events.stream()
            .map(event ->
                new Object[] {
                  workspace.value(), event.source().value(), event.uid(), event.changes()
                })
            .toList());
  }

  /** What somebody answered by mail. */
  record Answered(
      String uid, String changes, EmailAddress address, Attendee.Answer answer, Instant stamp) {}

  List<Answered> answers(WorkspaceId workspace, Collection<String> uids) {
    return jdbc.sql(ANSWERS)
        .param("workspace", workspace.value())
        .param("uids", texts(uids))
        .query((rs, _) ->
            new Answered(
                rs.getString("uid"),
                rs.getString("changes"),
                new EmailAddress(rs.getString("address")),
                Attendee.Answer.of(rs.getString("answer")),
                rs.getTimestamp("stamp").toInstant()))
        .list();
  }

  /** Keeps an answer, unless a later one is known. */
  boolean keep(WorkspaceId workspace, Answered answered) {
    return jdbc.sql(KEEP_ANSWER)
            .param("workspace", workspace.value())
            .param("uid", answered.uid())
            .param("changes", answered.changes())
            .param("address", answered.address().value())
            .param("answer", answered.answer().word())
            .param("stamp", Timestamp.from(answered.stamp()))
            .update()
        == 1;
  }

  Optional<Instant> cursor(WorkspaceId workspace) {
    return jdbc.sql(CURSOR)
        .param("workspace", workspace.value())
        .query((rs, _) -> rs.getTimestamp("stored_at").toInstant())
        .optional();
  }

  void setCursor(WorkspaceId workspace, Instant storedAt) {
    jdbc.sql(SET_CURSOR)
        .param("workspace", workspace.value())
        .param("stored", Timestamp.from(storedAt))
        .update();
  }

  void forgetAnswers(WorkspaceId workspace, Collection<String> addresses) {
    jdbc.sql(FORGET_ANSWERS)
        .param("workspace", workspace.value())
        .param("addresses", texts(addresses))
        .update();
  }

  /** Everything in which somebody may be named. */
  List<KnownEvent> written(WorkspaceId workspace) {
    return jdbc.sql(WRITTEN)
        .param("workspace", workspace.value())
        .query((rs, _) -> event(rs))
        .list();
  }

  private static KnownEvent event(ResultSet rs) throws SQLException {
    return new KnownEvent(
        source(rs),
        rs.getString("uid"),
        rs.getString("changes"),
        rs.getInt("sequence"),
        rs.getTimestamp("stamp").toInstant(),
        rs.getString("timing"),
        rs.getBoolean("repeats"),
        rs.getString("title"),
        rs.getString("place"),
        rs.getString("words"),
        rs.getString("people"),
        rs.getBoolean("cancelled"),
        rs.getBoolean("private"),
        rs.getString("href"),
        rs.getString("etag"));
  }

  private static SourceId source(ResultSet rs) throws SQLException {
    return new SourceId(rs.getObject("source_id", UUID.class));
  }

  private static SqlArrayValue texts(Collection<String> some) {
    return new SqlArrayValue("text", some.toArray(Object[]::new));
  }
}
