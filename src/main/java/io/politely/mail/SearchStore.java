package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
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

/** The full-text index: filled from its backlog, asked by words, people, folder, time and move. */
@Repository
class SearchStore {

  private static final String BACKLOG =
      """
      select message_id
        from mail.search_backlog
       where workspace_id = :workspace
       limit :limit
         for update skip locked
      """;

  private static final String BACKLOG_SIZE =
      """
      select count(*)
        from mail.search_backlog
       where workspace_id = :workspace
      """;

  /**
   * Weights tell where a word stands: A subject, B writer, C text, D recipients. Addresses are cut
   * into their words, so that {@code from:ada} finds ada.lovelace@example.org.
   */
  private static final String INDEX =
      """
      insert into mail.search (workspace_id, message_id, sent_at, words)
      select workspace_id, message_id, sent_at,
             setweight(to_tsvector('simple', subject), 'A')
             || setweight(to_tsvector('simple',
                  from_name || ' ' || translate(coalesce(from_address, ''), '@.+-_', '     ')), 'B')
             || setweight(to_tsvector('simple', left(newest_text, 100000)), 'C')
             || setweight(to_tsvector('simple',
                  translate(array_to_string(to_addresses || cc_addresses, ' '), '@.+-_', '     ')), 'D')
        from mail.message
       where workspace_id = :workspace
         and message_id = any (:messages)
          on conflict (workspace_id, message_id) do update
         set words = excluded.words
      """;

  private static final String DONE =
      """
      delete from mail.search_backlog
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  /**
   * How frequent a word is nobody knows before. A frequent one is found among the newest messages
   * at once; only where they hold too few is the index of words asked, for everything that matches.
   * "Materialized" keeps the planner, which takes every word for a frequent one, from reading the
   * whole workspace by time instead.
   */
  private static final String BY_WORDS =
      """
      with recent as materialized (
               select newest.message_id, newest.sent_at
                 from (select search.message_id, search.sent_at, search.words
                         from mail.search
                        where search.workspace_id = :workspace
                          and (cast(:after as timestamptz) is null or search.sent_at >= :after)
                          and (cast(:before as timestamptz) is null or search.sent_at < :before)
                        order by search.sent_at desc, search.message_id
                        limit :looked_at) as newest
                 join mail.thread on thread.workspace_id = :workspace
                                 and thread.message_id = newest.message_id
                where newest.words @@ to_tsquery('simple', :words)
                  and (cast(:folder as text) is null or exists (
                        select 1
                          from mail.location
                         where location.workspace_id = :workspace
                           and location.message_id = newest.message_id
                           and (location.role = :folder
                                or lower(location.folder) like :folder || '%')))
                  and thread.conversation_id is not null
                order by newest.sent_at desc, newest.message_id
                limit :limit),
           matching as materialized (
               select search.message_id, search.sent_at
                 from mail.search
                where search.workspace_id = :workspace
                  and search.words @@ to_tsquery('simple', :words)
                  and (cast(:after as timestamptz) is null or search.sent_at >= :after)
                  and (cast(:before as timestamptz) is null or search.sent_at < :before)
                  and (select count(*) from recent) < :limit),
           found as (
               select recent.message_id
                 from recent
                union
              (select matching.message_id
                 from matching
                 join mail.thread on thread.workspace_id = :workspace
                                 and thread.message_id = matching.message_id
                where (cast(:folder as text) is null or exists (
                        select 1
                          from mail.location
                         where location.workspace_id = :workspace
                           and location.message_id = matching.message_id
                           and (location.role = :folder
                                or lower(location.folder) like :folder || '%')))
                  and thread.conversation_id is not null
                order by matching.sent_at desc, matching.message_id
                limit :limit))
      select message.message_id, thread.conversation_id, message.subject, message.from_address,
             message.from_name, message.sent_at, left(message.newest_text, 2000) as text
        from found
        join mail.message on message.workspace_id = :workspace
                         and message.message_id = found.message_id
        join mail.thread on thread.workspace_id = :workspace
                        and thread.message_id = found.message_id
       order by message.sent_at desc, message.message_id
       limit :limit
      """;

  private static final String NEWEST =
      """
      select message.message_id, thread.conversation_id, message.subject, message.from_address,
             message.from_name, message.sent_at, left(message.newest_text, 2000) as text
        from mail.search
        join mail.message on message.workspace_id = search.workspace_id
                         and message.message_id = search.message_id
        join mail.thread on thread.workspace_id = search.workspace_id
                        and thread.message_id = search.message_id
       where search.workspace_id = :workspace
         and (cast(:after as timestamptz) is null or search.sent_at >= :after)
         and (cast(:before as timestamptz) is null or search.sent_at < :before)
         and (cast(:folder as text) is null or exists (
               select 1
                 from mail.location
                where location.workspace_id = search.workspace_id
                  and location.message_id = search.message_id
                  and (location.role = :folder or lower(location.folder) like :folder || '%')))
         and thread.conversation_id is not null
       order by search.sent_at desc, search.message_id
       limit :limit
      """;

  /** Reads the messages of the conversations, and no others. */
  private static final String AMONG =
      """
      select message.message_id, found.conversation_id, message.subject, message.from_address,
             message.from_name, message.sent_at, left(message.newest_text, 2000) as text
        from (select search.message_id, thread.conversation_id
                from mail.thread
                join mail.search on search.workspace_id = :workspace
                                and search.message_id = thread.message_id
               where thread.workspace_id = :workspace
                 and thread.conversation_id = any (:conversations)
                 and (cast(:words as text) is null
                      or search.words @@ to_tsquery('simple', :words))
                 and (cast(:after as timestamptz) is null or search.sent_at >= :after)
                 and (cast(:before as timestamptz) is null or search.sent_at < :before)
                 and (cast(:folder as text) is null or exists (
                       select 1
                         from mail.location
                        where location.workspace_id = :workspace
                          and location.message_id = thread.message_id
                          and (location.role = :folder
                               or lower(location.folder) like :folder || '%')))
               order by search.sent_at desc, search.message_id
               limit :limit) as found
        join mail.message on message.workspace_id = :workspace
                         and message.message_id = found.message_id
       order by message.sent_at desc, message.message_id
      """;

  private static final String MESSAGES =
      """
      select message.message_id, thread.conversation_id, message.subject, message.from_address,
             message.from_name, message.sent_at, left(message.newest_text, 2000) as text
        from mail.message
        join mail.thread on thread.workspace_id = message.workspace_id
                        and thread.message_id = message.message_id
       where message.workspace_id = :workspace
         and message.message_id = any (:messages)
         and thread.conversation_id is not null
      """;

  /** Read in a few milliseconds; a word in one message out of a hundred fills a page from it. */
  private static final int RECENT = 5_000;

  private final JdbcClient jdbc;

  SearchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Indexes some messages of the backlog, inside the caller's transaction; how many it were. */
  int index(WorkspaceId workspace, int limit) {
    var messages =
        jdbc.sql(BACKLOG)
            .param("workspace", workspace.value())
            .param("limit", limit)
            .query(UUID.class)
            .list();
    if (messages.isEmpty()) {
      return 0;
    }
    for (var sql : List.of(INDEX, DONE)) {
      jdbc.sql(sql)
          .param("workspace", workspace.value())
          .param("messages", new SqlArrayValue("uuid", messages.toArray()))
          .update();
    }
    return messages.size();
  }

  long backlog(WorkspaceId workspace) {
    return jdbc.sql(BACKLOG_SIZE).param("workspace", workspace.value()).query(Long.class).single();
  }

  /**
   * The newest messages that match.
   *
   * @param conversations only in these; null: in all
   */
  List<SearchHit> find(
      WorkspaceId workspace,
      SearchQuery query,
      @Nullable Collection<ConversationId> conversations,
      int limit) {
    return statement(tsquery(query), conversations)
        .param("workspace", workspace.value())
        .param("after", timestamp(query.after()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("before", timestamp(query.before()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("folder", query.folder(), Types.VARCHAR)
        .param("limit", limit)
        .query((rs, row) -> hit(rs))
        .list();
  }

  private JdbcClient.StatementSpec statement(
      String words, @Nullable Collection<ConversationId> conversations) {
    if (conversations != null) {
      return jdbc.sql(AMONG)
          .param("conversations", uuids(conversations))
          .param("words", words.isEmpty() ? null : words, Types.VARCHAR);
    }
    return words.isEmpty()
        ? jdbc.sql(NEWEST)
        : jdbc.sql(BY_WORDS).param("words", words).param("looked_at", RECENT);
  }

  /** Messages as hits, by id; those that are not threaded yet are left out. */
  Map<UUID, SearchHit> messages(WorkspaceId workspace, Collection<UUID> ids) {
    var found = new HashMap<UUID, SearchHit>();
    jdbc.sql(MESSAGES)
        .param("workspace", workspace.value())
        .param("messages", new SqlArrayValue("uuid", ids.toArray()))
        .query(rs -> {
          var hit = hit(rs);
          found.put(hit.message().value(), hit);
        });
    return found;
  }

  /** Each word as the beginning of one: {@code 'offer':* & 'ada':*B}. Words hold no marks. */
  private static String tsquery(SearchQuery query) {
    var terms = new ArrayList<String>();
    query.words().forEach(word -> terms.add("'" + word + "':*"));
    query.from().forEach(word -> terms.add("'" + word + "':*B"));
    query.to().forEach(word -> terms.add("'" + word + "':*D"));
    return String.join(" & ", terms);
  }

  private static SearchHit hit(ResultSet rs) throws SQLException {
    return new SearchHit(
        new MessageId(rs.getObject("message_id", UUID.class)),
        new ConversationId(rs.getObject("conversation_id", UUID.class)),
        rs.getString("subject"),
        Optional.ofNullable(rs.getString("from_address")).map(EmailAddress::new).orElse(null),
        rs.getString("from_name"),
        rs.getTimestamp("sent_at").toInstant(),
        rs.getString("text"));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static SqlArrayValue uuids(Collection<ConversationId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(ConversationId::value).toArray());
  }
}
