package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.kernel.WorkspaceId;
import io.politely.reading.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Lists of conversations, and who takes part in them. */
@Repository
class ParticipantStore {

  private static final String NEWEST =
      """
      select conversation_id, subject, last_at, message_count
        from mail.conversation
       where workspace_id = :workspace
         and last_at <= :last_at
         and (last_at < :last_at or conversation_id > :conversation)
         and merged_into is null
       order by last_at desc, conversation_id
       limit :limit
      """;

  private static final String WITH =
      """
      select conversation_id, subject, last_at, message_count
        from mail.conversation
       where workspace_id = :workspace
         and conversation_id in (select conversation_id
                                   from mail.participant
                                  where workspace_id = :workspace
                                    and address = any (:addresses))
       order by last_at desc, conversation_id
       limit :limit
      """;

  private static final String LAST_CONTACTS =
      """
      select address, max(last_at) as last_at
        from mail.participant
       where workspace_id = :workspace
         and address = any (:addresses)
       group by address
      """;

  /**
   * The newest so many messages are in the newest so many conversations: each of these has a
   * message that is newer than all of the others.
   */
  private static final String EXCHANGES =
      """
      select message.message_id, thread.conversation_id, message.sent_at, message.from_address,
             coalesce(message.from_address = any (:addresses), false) as by_them, message.subject,
             message.kind
        from (select conversation_id, max(last_at) as last_at
                from mail.participant
               where workspace_id = :workspace
                 and address = any (:addresses)
                 and last_at >= :since
               group by conversation_id
               order by max(last_at) desc
               limit :limit) as shared
        join mail.thread
          on thread.workspace_id = :workspace
         and thread.conversation_id = shared.conversation_id
         and thread.sent_at >= :since
        join mail.message
          on message.workspace_id = :workspace
         and message.message_id = thread.message_id
       where message.from_address = any (:addresses)
          or message.to_addresses && :addresses
          or message.cc_addresses && :addresses
       order by message.sent_at desc, message.message_id
       limit :limit
      """;

  private final JdbcClient jdbc;

  ParticipantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<ConversationSummary> newest(WorkspaceId workspace, ConversationCursor after, int limit) {
    // One more than fits tells whether there is a next page.
    var found =
        jdbc.sql(NEWEST)
            .param("workspace", workspace.value())
            .param("last_at", Timestamp.from(after.lastAt()))
            .param("conversation", after.conversation())
            .param("limit", limit + 1)
            .query(ParticipantStore::summary)
            .list();
    var fitting = found.subList(0, Math.min(found.size(), limit));
    var next =
        found.size() > limit && limit > 0
            ? Optional.of(
                new ConversationCursor(fitting.getLast().lastAt(), fitting.getLast().id().value())
                    .text())
            : Optional.<String>empty();
    return new Page<>(fitting, next);
  }

  /** Conversations that any of these addresses is in, the newest first. */
  List<ConversationSummary> with(
      WorkspaceId workspace, Collection<EmailAddress> addresses, int limit) {
    return jdbc.sql(WITH)
        .param("workspace", workspace.value())
        .param("addresses", texts(addresses))
        .param("limit", limit)
        .query(ParticipantStore::summary)
        .list();
  }

  Map<EmailAddress, Instant> lastContacts(
      WorkspaceId workspace, Collection<EmailAddress> addresses) {
    var contacts = new HashMap<EmailAddress, Instant>();
    jdbc.sql(LAST_CONTACTS)
        .param("workspace", workspace.value())
        .param(
            "addresses",
            new SqlArrayValue("text", addresses.stream().map(EmailAddress::value).toArray()))
        .query(rs -> {
          contacts.put(
              new EmailAddress(rs.getString("address")), rs.getTimestamp("last_at").toInstant());
        });
    return contacts;
  }

  /** Messages from and to these addresses, the newest first. */
  List<Exchange> exchanges(
      WorkspaceId workspace, Collection<EmailAddress> addresses, Instant since, int limit) {
    return jdbc.sql(EXCHANGES)
        .param("workspace", workspace.value())
        .param("addresses", texts(addresses))
        .param("since", Timestamp.from(since))
        .param("limit", limit)
        .query(ParticipantStore::exchange)
        .list();
  }

  private static ConversationSummary summary(ResultSet rs, int row) throws SQLException {
    return new ConversationSummary(
        new ConversationId(rs.getObject("conversation_id", UUID.class)),
        rs.getString("subject"),
        rs.getTimestamp("last_at").toInstant(),
        rs.getInt("message_count"));
  }

  private static Exchange exchange(ResultSet rs, int row) throws SQLException {
    return new Exchange(
        new MessageId(rs.getObject("message_id", UUID.class)),
        new ConversationId(rs.getObject("conversation_id", UUID.class)),
        rs.getTimestamp("sent_at").toInstant(),
        rs.getBoolean("by_them"),
        Optional.ofNullable(rs.getString("from_address")).map(EmailAddress::new).orElse(null),
        rs.getString("subject"),
        Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)));
  }

  private static SqlArrayValue texts(Collection<EmailAddress> addresses) {
    return new SqlArrayValue("text", addresses.stream().map(EmailAddress::value).toArray());
  }
}
