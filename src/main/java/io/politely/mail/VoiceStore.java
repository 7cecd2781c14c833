package io.politely.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.reading.WrittenIn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What letters tell of their writers. */
@Repository
class VoiceStore {

  /** A letter with a film in it takes too long to unpack for the sake of its clock. */
  private static final int LARGEST = 500_000;

  private static final int LONGEST_HEADERS = 64_000;

  private static final Pattern DATE =
      Pattern.compile("(?im)^date:[ \\t]*([^\\r\\n]+(?:\\r?\\n[ \\t][^\\r\\n]+)*)");

  private static final String VOICES =
      """
      select raw.packed, message.newest_text
        from mail.message
        join mail.raw
          on raw.workspace_id = :workspace
         and raw.message_id = message.message_id
       where message.workspace_id = :workspace
         and message.message_id = any (:messages)
         and message.size_bytes < :largest
       order by message.sent_at desc, message.message_id
      """;

  private static final String FIRST_FROM =
      """
      select min(message.sent_at)
        from (select distinct conversation_id
                from mail.participant
               where workspace_id = :workspace
                 and address = any (:addresses)) as shared
        join mail.thread
          on thread.workspace_id = :workspace
         and thread.conversation_id = shared.conversation_id
        join mail.message
          on message.workspace_id = :workspace
         and message.message_id = thread.message_id
       where message.from_address = any (:addresses)
      """;

  private final JdbcClient jdbc;

  VoiceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Voice> voices(WorkspaceId workspace, Collection<MessageId> messages) {
    return jdbc.sql(VOICES)
        .param("workspace", workspace.value())
        .param(
            "messages",
            new SqlArrayValue("uuid", messages.stream().map(MessageId::value).toArray()))
        .param("largest", LARGEST)
        .query(VoiceStore::voice)
        .list();
  }

  Optional<Instant> firstFrom(WorkspaceId workspace, Collection<EmailAddress> addresses) {
    return jdbc.sql(FIRST_FROM)
        .param("workspace", workspace.value())
        .param(
            "addresses",
            new SqlArrayValue("text", addresses.stream().map(EmailAddress::value).toArray()))
        .query((rs, _) -> Optional.ofNullable(rs.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  private static Voice voice(ResultSet rs, int row) throws SQLException {
    return new Voice(
        offset(Packing.unpack(rs.getBytes("packed"))).orElse(null),
        WrittenIn.language(rs.getString("newest_text")).orElse(null));
  }

  private static Optional<ZoneOffset> offset(byte[] raw) {
    var head = new String(raw, 0, Math.min(raw.length, LONGEST_HEADERS), ISO_8859_1);
    int body = head.indexOf("\n\r\n") < 0 ? head.indexOf("\n\n") : head.indexOf("\n\r\n");
    var date = DATE.matcher(body < 0 ? head : head.substring(0, body + 1));
    return date.find()
        ? MailDates.parse(date.group(1)).map(written -> written.getOffset())
        : Optional.empty();
  }
}
