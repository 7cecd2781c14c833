package io.politely.cadence;

import io.politely.accounts.MemberId;
import io.politely.cadence.News.Origin;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.OutgoingId;
import io.politely.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** News of people, read through whoever they are now. */
@Repository
class NewsStore {

  /** What was found before is not found again, also where the user removed it. */
  private static final String ADD =
      """
      insert into cadence.news
             (workspace_id, news_id, person_id, words, source, origin, noted_at, noted_by, until)
      values (:workspace, :news, :person, :words, :source, :origin, :now, :by, :until)
          on conflict (workspace_id, news_id) do nothing
      """;

  private static final String REMOVE =
      """
      update cadence.news
         set removed_at = :now
       where workspace_id = :workspace
         and news_id = :news
         and removed_at is null
      """;

  private static final String BRING_BACK =
      """
      update cadence.news
         set removed_at = null
       where workspace_id = :workspace
         and news_id = :news
         and removed_at is not null
      """;

  private static final String UNSAID =
      """
      select news.news_id, shown.current_id as person, news.words, news.source, news.origin, news.noted_at, news.until
        from cadence.news
        join people.shown(:workspace) as shown
          on shown.person_id = news.person_id
       where news.workspace_id = :workspace
         and news.person_id = any (array(select former.person_id
                                           from people.shown(:workspace) as former
                                          where former.current_id = any (:persons)))
         and news.removed_at is null
         and news.used_at is null
         and (news.until is null or news.until >= :today)
       order by news.noted_at desc, news.news_id
      """;

  /** Also what was said, removed, or is none any more. */
  private static final String EVERY_OF =
      """
      select news.news_id, shown.current_id as person, news.words, news.source, news.origin, news.noted_at, news.until
        from cadence.news
        join people.shown(:workspace) as shown
          on shown.person_id = news.person_id
       where news.workspace_id = :workspace
         and shown.current_id = :person
       order by news.noted_at, news.news_id
      """;

  private static final String USE =
      """
      update cadence.news
         set used_at = :now,
             outgoing_id = :outgoing
       where workspace_id = :workspace
         and news_id = any (:news)
      """;

  /** By mails that never left. */
  private static final String UNUSE =
      """
      update cadence.news
         set used_at = null,
             outgoing_id = null
       where workspace_id = :workspace
         and outgoing_id = any (:outgoing)
      """;

  private static final String EVERY =
      """
      select news_id, person_id as person, words, source, origin, noted_at, until
        from cadence.news
       where workspace_id = :workspace
      """;

  private static final String REWRITE =
      """
      update cadence.news
         set words = :words,
             source = :source
       where workspace_id = :workspace
         and news_id = :news
      """;

  private static final String ERASE =
      """
      delete from cadence.news
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private final JdbcClient jdbc;

  NewsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds what is not there yet; {@code by} is null for what the program found. */
  boolean add(WorkspaceId workspace, News news, @Nullable MemberId by) {
    return jdbc.sql(ADD)
            .param("workspace", workspace.value())
            .param("news", news.id())
            .param("person", news.person().value())
            .param("words", news.words())
            .param("source", news.source())
            .param("origin", news.origin().word())
            .param("now", Timestamp.from(news.notedAt()))
            .param("by", by == null ? null : by.value())
            .param("until", news.until())
            .update()
        == 1;
  }

  boolean remove(WorkspaceId workspace, UUID news, Instant now) {
    return jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param("news", news)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean bringBack(WorkspaceId workspace, UUID news) {
    return jdbc.sql(BRING_BACK).param("workspace", workspace.value()).param("news", news).update()
        == 1;
  }

  /** What no letter said yet and is still a reason, the newest first. */
  List<News> unsaid(WorkspaceId workspace, Collection<PersonId> persons, LocalDate today) {
    return jdbc.sql(UNSAID)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .param("today", today)
        .query((rs, _) -> news(rs))
        .list();
  }

  List<News> everyOf(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(EVERY_OF)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query((rs, _) -> news(rs))
        .list();
  }

  void use(WorkspaceId workspace, Collection<UUID> news, OutgoingId outgoing, Instant now) {
    jdbc.sql(USE)
        .param("workspace", workspace.value())
        .param("news", new SqlArrayValue("uuid", news.toArray()))
        .param("outgoing", outgoing.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  void neverUsed(WorkspaceId workspace, Collection<OutgoingId> outgoing) {
    jdbc.sql(UNUSE)
        .param("workspace", workspace.value())
        .param(
            "outgoing",
            new SqlArrayValue("uuid", outgoing.stream().map(OutgoingId::value).toArray()))
        .update();
  }

  /** Takes somebody out of what was written about others. */
  void forget(WorkspaceId workspace, UnaryOperator<String> without) {
    for (var news :
        jdbc.sql(EVERY).param("workspace", workspace.value()).query((rs, _) -> news(rs)).list()) {
      var words = without.apply(news.words());
      var source = without.apply(news.source());
      if (!words.equals(news.words()) || !source.equals(news.source())) {
        jdbc.sql(REWRITE)
            .param("workspace", workspace.value())
            .param("news", news.id())
            .param("words", words.isBlank() ? "(erased)" : words)
            .param("source", source)
            .update();
      }
    }
  }

  void erase(WorkspaceId workspace, Collection<PersonId> persons) {
    jdbc.sql(ERASE)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .update();
  }

  private static News news(ResultSet rs) throws SQLException {
    return new News(
        rs.getObject("news_id", UUID.class),
        new PersonId(rs.getObject("person", UUID.class)),
        rs.getString("words"),
        rs.getString("source"),
        Origin.of(rs.getString("origin")),
        rs.getTimestamp("noted_at").toInstant(),
        rs.getObject("until", LocalDate.class));
  }
}
