package io.politely.mail;

import io.politely.kernel.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds messages that bring a calendar, in the order in which they were stored. */
@Repository
class CalendarPartStore {

  private static final String STORED =
      """
      select message_id, stored_at, from_address,
             attachments::text ~* 'text/calendar|application/ics|[.]ics"'
               and not exists (
                   select 1
                     from mail.location
                    where location.workspace_id = message.workspace_id
                      and location.message_id = message.message_id
                      and location.role in ('junk', 'drafts')) as has_calendar
        from mail.message
       where workspace_id = :workspace
         and stored_at > :after
       order by stored_at, message_id
       limit :limit
      """;

  private final JdbcClient jdbc;

  CalendarPartStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message.
   *
   * @param from null where it has no usable sender
   */
  record Stored(MessageId id, Instant storedAt, @Nullable String from, boolean hasCalendar) {}

  List<Stored> stored(WorkspaceId workspace, Instant after, int limit) {
    return jdbc.sql(STORED)
        .param("workspace", workspace.value())
        .param("after", Timestamp.from(after))
        .param("limit", limit)
        .query((rs, _) ->
            new Stored(
                new MessageId(rs.getObject("message_id", UUID.class)),
                rs.getTimestamp("stored_at").toInstant(),
                rs.getString("from_address"),
                rs.getBoolean("has_calendar")))
        .list();
  }
}
