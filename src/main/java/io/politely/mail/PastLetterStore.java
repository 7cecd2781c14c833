package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.reading.Kind;
import io.politely.reading.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All letters in the order of time, with what each of them answers. */
@Repository
class PastLetterStore {

  private static final int ROWS_AT_ONCE = 500;

  /** Enough to tell what kind of letter it is and whom it names. */
  private static final int BEGINNING = 4_000;

  private static final String ALL =
      """
      select message.message_id, thread.parent_message_id, message.sent_at, message.from_address,
             message.to_addresses, message.cc_addresses, message.subject, message.kind,
             left(message.newest_text, :longest) as newest_text, message.signals,
             message.attachments <> '[]' as attached
        from mail.thread
        join mail.message
          on message.workspace_id = :workspace
         and message.message_id = thread.message_id
       where thread.workspace_id = :workspace
         and thread.conversation_id is not null
       order by thread.sent_at, message.message_id
      """;

  private static final String IN_CONVERSATION =
      """
      select message.message_id, thread.parent_message_id, message.sent_at, message.from_address,
             message.to_addresses, message.cc_addresses, message.subject, message.kind,
             left(message.newest_text, :longest) as newest_text, message.signals,
             message.attachments <> '[]' as attached
        from mail.thread as wanted
        join mail.thread
          on thread.workspace_id = :workspace
         and thread.conversation_id = wanted.conversation_id
        join mail.message
          on message.workspace_id = :workspace
         and message.message_id = thread.message_id
       where wanted.workspace_id = :workspace
         and wanted.message_id = :message
       order by thread.sent_at, message.message_id
      """;

  private final JdbcClient jdbc;
  private final SignalsJson signals;

  PastLetterStore(JdbcClient jdbc, SignalsJson signals) {
    this.jdbc = jdbc;
    this.signals = signals;
  }

  void forEach(WorkspaceId workspace, Consumer<PastLetter> action) {
    jdbc.sql(ALL)
        .param("workspace", workspace.value())
        .param("longest", BEGINNING)
        .withFetchSize(ROWS_AT_ONCE)
        .query(rs -> {
          action.accept(letter(rs, 0));
        });
  }

  List<PastLetter> around(WorkspaceId workspace, MessageId message) {
    return jdbc.sql(IN_CONVERSATION)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .param("longest", BEGINNING)
        .query(this::letter)
        .list();
  }

  private PastLetter letter(ResultSet rs, int row) throws SQLException {
    return new PastLetter(
        new MessageId(rs.getObject("message_id", UUID.class)),
        Optional.ofNullable(rs.getObject("parent_message_id", UUID.class))
            .map(MessageId::new)
            .orElse(null),
        rs.getTimestamp("sent_at").toInstant(),
        Optional.ofNullable(rs.getString("from_address")).map(EmailAddress::new).orElse(null),
        addresses(rs, "to_addresses"),
        addresses(rs, "cc_addresses"),
        rs.getString("subject"),
        new Reading(
            Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
            rs.getString("newest_text"),
            signals.read(rs.getString("signals"))),
        rs.getBoolean("attached"));
  }

  private static List<EmailAddress> addresses(ResultSet rs, String column) throws SQLException {
    return Arrays.stream((String[]) rs.getArray(column).getArray()).map(EmailAddress::new).toList();
  }
}
