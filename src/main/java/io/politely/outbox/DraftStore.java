package io.politely.outbox;

import io.politely.accounts.MemberId;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What is being written. */
@Repository
class DraftStore {

  private static final String NOW =
      """
      select clock_timestamp()
        from (select cast(:workspace as uuid) as workspace_id) as w
      """;

  /** A change forgets how the message looked, so that nobody approves what is not written. */
  private static final String SAVE =
      """
      insert into outbox.draft as d
             (workspace_id, draft_id, written_by, account_id, to_line, cc_line, bcc_line, subject, body,
              answers_id, is_quoting, leaving, leaving_at, begun_at, saved_at, known_at, internet_id)
      values (:workspace, :draft, :by, :account, :to, :cc, :bcc, :subject, :body, :answers, :is_quoting,
              :leaving, :leaving_at, :now, :now, :known_at, '')
          on conflict (workspace_id, draft_id) do update
             set account_id = excluded.account_id, to_line = excluded.to_line,
                 cc_line = excluded.cc_line, bcc_line = excluded.bcc_line,
                 subject = excluded.subject, body = excluded.body, answers_id = excluded.answers_id,
                 is_quoting = excluded.is_quoting, leaving = excluded.leaving,
                 leaving_at = excluded.leaving_at, saved_at = excluded.saved_at,
                 known_at = greatest(d.known_at, excluded.known_at), discarded_at = null,
                 internet_id = '', bytes = null, due_at = null
      """;

  private static final String ONE =
      """
      select draft_id, account_id, to_line, cc_line, bcc_line, subject, body, answers_id, is_quoting,
             leaving, leaving_at, begun_at, saved_at, discarded_at
        from outbox.draft
       where workspace_id = :workspace
         and draft_id = :draft
      """;

  /** Holds the row: two windows do not send one draft twice. */
  private static final String LOCK =
      """
      select draft_id
        from outbox.draft
       where workspace_id = :workspace
         and draft_id = :draft
         for update
      """;

  private static final String ALL =
      """
      select draft_id, account_id, to_line, cc_line, bcc_line, subject, left(body, :beginning) as body,
             answers_id, is_quoting, leaving, leaving_at, begun_at, saved_at, discarded_at
        from outbox.draft
       where workspace_id = :workspace
         and discarded_at is null
       order by saved_at desc, draft_id
       limit :limit
      """;

  private static final String DISCARD =
      """
      update outbox.draft
         set discarded_at = :now
       where workspace_id = :workspace
         and draft_id = :draft
         and discarded_at is null
      """;

  private static final String TAKE_BACK =
      """
      update outbox.draft
         set discarded_at = null
       where workspace_id = :workspace
         and draft_id = :draft
         and discarded_at is not null
      """;

  private static final String FORGET_DISCARDED =
      """
      delete from outbox.draft
       where workspace_id = :workspace
         and discarded_at < :before
      """;

  private static final String REMOVE =
      """
      delete from outbox.draft
       where workspace_id = :workspace
         and draft_id = :draft
      """;

  private static final String PREPARE =
      """
      update outbox.draft
         set internet_id = :internet_id, bytes = :bytes, due_at = :due_at
       where workspace_id = :workspace
         and draft_id = :draft
      """;

  private static final String PREPARED =
      """
      select internet_id, bytes, due_at
        from outbox.draft
       where workspace_id = :workspace
         and draft_id = :draft
         and bytes is not null
         and discarded_at is null
      """;

  /** Whether what the gate would hold it for has come since it was last written at. */
  private static final String HAS_NEWS =
      """
      select mail.has_news(workspace_id, known_at,
                           people.possible_addresses(workspace_id, people.with_mailboxes(:recipients)),
                           :thread_ids, answers_id, :own)
        from outbox.draft
       where workspace_id = :workspace
         and draft_id = :draft
      """;

  /** A mail that was withdrawn is a draft again, under its own id. */
  private static final String GIVE_BACK =
      """
      insert into outbox.draft
             (workspace_id, draft_id, written_by, account_id, to_line, cc_line, bcc_line, subject, body,
              answers_id, is_quoting, leaving, leaving_at, begun_at, saved_at, known_at, internet_id)
      select workspace_id, mail_id, approved_by, account_id, array_to_string(to_addresses, ', '),
             array_to_string(cc_addresses, ', '), array_to_string(bcc_addresses, ', '), subject, body,
             answers_id, :is_quoting, :leaving, :leaving_at, approved_at, :now, known_at, ''
        from outbox.mail
       where workspace_id = :workspace
         and mail_id = :draft
      """;

  private static final String FILES =
      """
      select file_id, name, type, length(content) as bytes
        from outbox.draft_file
       where workspace_id = :workspace
         and draft_id = :draft
       order by file_id
      """;

  private static final String ENCLOSURES =
      """
      select name, type, content
        from outbox.draft_file
       where workspace_id = :workspace
         and draft_id = :draft
       order by file_id
      """;

  private static final String ATTACH =
      """
      insert into outbox.draft_file (workspace_id, draft_id, file_id, name, type, content)
      values (:workspace, :draft, :file, :name, :type, :content)
      """;

  private static final String DETACH =
      """
      delete from outbox.draft_file
       where workspace_id = :workspace
         and draft_id = :draft
         and file_id = :file
      """;

  private final JdbcClient jdbc;

  DraftStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By the clock that says when messages reached us. */
  Instant now(WorkspaceId workspace) {
    return jdbc.sql(NOW)
        .param("workspace", workspace.value())
        .query(Timestamp.class)
        .single()
        .toInstant();
  }

  void save(
      WorkspaceId workspace,
      DraftId id,
      DraftText text,
      MemberId by,
      Instant knownAt,
      Instant now) {
    var account = text.account();
    var answers = text.answers();
    jdbc.sql(SAVE)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .param("by", by.value())
        .param("account", account == null ? null : account.value())
        .param("to", text.to())
        .param("cc", text.cc())
        .param("bcc", text.bcc())
        .param("subject", text.subject())
        .param("body", text.body())
        .param("answers", answers == null ? null : answers.value())
        .param("is_quoting", text.isQuoting())
        .param("leaving", text.leaving().word())
        .param("leaving_at", text.leavingAt())
        .param("known_at", Timestamp.from(knownAt))
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Draft> one(WorkspaceId workspace, DraftId id) {
    var files = files(workspace, id);
    return jdbc.sql(ONE)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .query((rs, _) -> draft(rs, files))
        .optional();
  }

  /** Whether there is such a draft; it is ours until the transaction ends. */
  boolean lock(WorkspaceId workspace, DraftId id) {
    return jdbc.sql(LOCK)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /** The newest, with the beginnings of their texts and without their files. */
  List<Draft> all(WorkspaceId workspace, int beginning, int limit) {
    return jdbc.sql(ALL)
        .param("workspace", workspace.value())
        .param("beginning", beginning)
        .param("limit", limit)
        .query((rs, _) -> draft(rs, List.of()))
        .list();
  }

  boolean discard(WorkspaceId workspace, DraftId id, Instant now) {
    return jdbc.sql(DISCARD)
            .param("workspace", workspace.value())
            .param("draft", id.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean takeBack(WorkspaceId workspace, DraftId id) {
    return jdbc.sql(TAKE_BACK)
            .param("workspace", workspace.value())
            .param("draft", id.value())
            .update()
        == 1;
  }

  void forgetDiscarded(WorkspaceId workspace, Instant before) {
    jdbc.sql(FORGET_DISCARDED)
        .param("workspace", workspace.value())
        .param("before", Timestamp.from(before))
        .update();
  }

  void remove(WorkspaceId workspace, DraftId id) {
    jdbc.sql(REMOVE).param("workspace", workspace.value()).param("draft", id.value()).update();
  }

  void prepare(
      WorkspaceId workspace, DraftId id, String internetId, byte[] bytes, @Nullable Instant dueAt) {
    jdbc.sql(PREPARE)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .param("internet_id", internetId)
        .param("bytes", bytes)
        .param("due_at", dueAt == null ? null : Timestamp.from(dueAt))
        .update();
  }

  /** A message that was looked at. */
  record Message(String internetId, LetterBytes bytes, @Nullable Instant dueAt) {}

  Optional<Message> prepared(WorkspaceId workspace, DraftId id) {
    return jdbc.sql(PREPARED)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .query((rs, _) -> {
          var due = rs.getTimestamp("due_at");
          return new Message(
              rs.getString("internet_id"),
              LetterBytes.of(rs.getBytes("bytes")),
              due == null ? null : due.toInstant());
        })
        .optional();
  }

  boolean hasNews(
      WorkspaceId workspace,
      DraftId id,
      List<EmailAddress> recipients,
      List<String> threadIds,
      Collection<EmailAddress> own) {
    return jdbc.sql(HAS_NEWS)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .param("recipients", texts(recipients.stream().map(EmailAddress::value)))
        .param("thread_ids", texts(threadIds.stream()))
        .param("own", texts(own.stream().map(EmailAddress::value)))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void giveBack(
      WorkspaceId workspace,
      DraftId id,
      boolean isQuoting,
      Leaving leaving,
      String leavingAt,
      Instant now) {
    jdbc.sql(GIVE_BACK)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .param("is_quoting", isQuoting)
        .param("leaving", leaving.word())
        .param("leaving_at", leavingAt)
        .param("now", Timestamp.from(now))
        .update();
  }

  List<DraftFile> files(WorkspaceId workspace, DraftId id) {
    return jdbc.sql(FILES)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .query((rs, _) ->
            new DraftFile(
                rs.getObject("file_id", UUID.class),
                rs.getString("name"),
                rs.getString("type"),
                rs.getLong("bytes")))
        .list();
  }

  List<Enclosure> enclosures(WorkspaceId workspace, DraftId id) {
    return jdbc.sql(ENCLOSURES)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .query((rs, _) ->
            new Enclosure(rs.getString("name"), rs.getString("type"), rs.getBytes("content")))
        .list();
  }

  void attach(WorkspaceId workspace, DraftId id, UUID file, Enclosure enclosure) {
    jdbc.sql(ATTACH)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .param("file", file)
        .param("name", enclosure.name())
        .param("type", enclosure.type())
        .param("content", enclosure.content())
        .update();
  }

  void detach(WorkspaceId workspace, DraftId id, UUID file) {
    jdbc.sql(DETACH)
        .param("workspace", workspace.value())
        .param("draft", id.value())
        .param("file", file)
        .update();
  }

  private static SqlArrayValue texts(Stream<String> texts) {
    return new SqlArrayValue("text", texts.toArray());
  }

  private static Draft draft(ResultSet rs, List<DraftFile> files) throws SQLException {
    var account = rs.getObject("account_id", UUID.class);
    var answers = rs.getObject("answers_id", UUID.class);
    return new Draft(
        new DraftId(rs.getObject("draft_id", UUID.class)),
        new DraftText(
            account == null ? null : new MailAccountId(account),
            rs.getString("to_line"),
            rs.getString("cc_line"),
            rs.getString("bcc_line"),
            rs.getString("subject"),
            rs.getString("body"),
            answers == null ? null : new MessageId(answers),
            rs.getBoolean("is_quoting"),
            Leaving.of(rs.getString("leaving")),
            rs.getString("leaving_at")),
        rs.getTimestamp("begun_at").toInstant(),
        rs.getTimestamp("saved_at").toInstant(),
        files,
        rs.getTimestamp("discarded_at") != null);
  }
}
