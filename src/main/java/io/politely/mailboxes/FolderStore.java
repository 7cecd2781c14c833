package io.politely.mailboxes;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.FolderRole;
import io.politely.mail.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Folders of mailboxes, what was proven of them, and which copies lie there. */
@Repository
class FolderStore {

  private static final int ROWS_AT_ONCE = 128;
  private static final HexFormat HEX = HexFormat.of();

  private static final String MEET =
      """
      insert into mailboxes.folder (
                  workspace_id, account_id, folder_id, name, role, uid_validity, highest_modseq,
                  server_count, uid_next, problem)
      values (?, ?, ?, ?, ?, 0, 0, 0, 0, '')
      on conflict (workspace_id, account_id, name) do update
             set role = excluded.role, gone_at = null
           where folder.role <> excluded.role
              or folder.gone_at is not null
      """;

  private static final String ALL =
      """
      select folder_id, name, role, uid_validity, uid_next, server_count, highest_modseq, proven_at,
             proven_digest, problem
        from mailboxes.folder
       where workspace_id = :workspace
         and account_id = :account
         and gone_at is null
       order by name
      """;

  private static final String GONE =
      """
      update mailboxes.folder
         set gone_at = clock_timestamp(), uid_validity = 0, uid_next = 0, proven_at = null,
             proven_digest = null, problem = ''
       where workspace_id = :workspace
         and folder_id = :folder
      """;

  private static final String BEGIN_ANEW =
      """
      update mailboxes.folder
         set uid_validity = :validity, uid_next = 0, highest_modseq = 0, proven_at = null,
             proven_digest = null
       where workspace_id = :workspace
         and folder_id = :folder
      """;

  private static final String FORGET_COPIES =
      """
      delete from mailboxes.copy
       where workspace_id = :workspace
         and folder_id = :folder
      """;

  private static final String VALIDITY =
      """
      select uid_validity
        from mailboxes.folder
       where workspace_id = :workspace
         and folder_id = :folder
         for share
      """;

  private static final String FILE =
      """
      insert into mailboxes.copy (workspace_id, folder_id, uid, message_id)
      select :workspace, :folder, filed.uid, filed.message_id
        from unnest(:uids, :messages) as filed (uid, message_id)
      on conflict (workspace_id, folder_id, uid) do update
             set message_id = excluded.message_id
      """;

  private static final String VANISHED =
      """
      delete from mailboxes.copy
       where workspace_id = :workspace
         and folder_id = :folder
         and uid = any (:uids)
      """;

  private static final String UIDS =
      """
      select uid
        from mailboxes.copy
       where workspace_id = :workspace
         and folder_id = :folder
       order by uid
      """;

  private static final String PROVE =
      """
      update mailboxes.folder
         set proven_at = greatest(
                 proven_at, clock_timestamp() - :milliseconds * interval '1 millisecond'),
             proven_digest = :digest, uid_next = :next, server_count = :count,
             highest_modseq = :modseq, problem = ''
       where workspace_id = :workspace
         and folder_id = :folder
         and uid_validity = :validity
      """;

  private static final String STILL_PROVEN =
      """
      update mailboxes.folder
         set proven_at = greatest(
                 proven_at, clock_timestamp() - :milliseconds * interval '1 millisecond')
       where workspace_id = :workspace
         and folder_id = any (:folders)
         and proven_digest is not null
         and problem = ''
      """;

  private static final String PROVEN =
      """
      update mailboxes.account
         set proven_at = greatest(
                 proven_at, clock_timestamp() - :milliseconds * interval '1 millisecond')
       where workspace_id = :workspace
         and account_id = :account
      """;

  private static final String PROBLEM =
      """
      update mailboxes.folder
         set problem = :problem
       where workspace_id = :workspace
         and folder_id = :folder
         and problem <> :problem
      """;

  private static final String COPIES =
      """
      select count(*)
        from mailboxes.copy c
        join mailboxes.folder f
          on f.workspace_id = c.workspace_id
         and f.folder_id = c.folder_id
       where c.workspace_id = :workspace
         and f.account_id = :account
      """;

  private static final String PROVEN_AT =
      """
      select mailboxes.proven_at(workspace_id, account_id)
        from mailboxes.account
       where workspace_id = :workspace
         and account_id = :account
      """;

  /** The copies stay, as those of messages that are not kept: the server still has them. */
  private static final String ERASED =
      """
      update mailboxes.copy
         set message_id = null
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  FolderStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** Adds folders, or notes what they are for; those that were gone are back. */
  void meet(WorkspaceId workspace, MailAccountId account, List<NewFolder> folders) {
    batch.batchUpdate(
        MEET,
        folders,
        ROWS_AT_ONCE,
        (row, folder) -> {
          row.setObject(1, workspace.value());
          row.setObject(2, account.value());
          row.setObject(3, folder.id().value());
          row.setString(4, folder.name());
          row.setString(5, folder.role().name().toLowerCase(Locale.ROOT));
        });
  }

  /** A folder that may be new. */
  record NewFolder(FolderId id, String name, FolderRole role) {}

  /** Those that the server has. */
  List<MailFolder> all(WorkspaceId workspace, MailAccountId account) {
    return jdbc.sql(ALL)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .query(FolderStore::folder)
        .list();
  }

  void gone(WorkspaceId workspace, FolderId folder) {
    forgetCopies(workspace, folder);
    jdbc.sql(GONE).param("workspace", workspace.value()).param("folder", folder.value()).update();
  }

  void beginAnew(WorkspaceId workspace, FolderId folder, long uidValidity) {
    jdbc.sql(BEGIN_ANEW)
        .param("workspace", workspace.value())
        .param("folder", folder.value())
        .param("validity", uidValidity)
        .update();
    forgetCopies(workspace, folder);
  }

  /** False where UIDs mean something else meanwhile: then nothing was written. */
  boolean file(WorkspaceId workspace, FolderId folder, long uidValidity, List<Copy> copies) {
    var now =
        jdbc.sql(VALIDITY)
            .param("workspace", workspace.value())
            .param("folder", folder.value())
            .query(Long.class)
            .optional();
    if (now.isEmpty() || now.get() != uidValidity) {
      return false;
    }
    jdbc.sql(FILE)
        .param("workspace", workspace.value())
        .param("folder", folder.value())
        .param("uids", new SqlArrayValue("bigint", copies.stream().map(Copy::uid).toArray()))
        .param(
            "messages",
            new SqlArrayValue("uuid", copies.stream().map(copy -> value(copy.message())).toArray()))
        .update();
    return true;
  }

  void vanished(WorkspaceId workspace, FolderId folder, long... uids) {
    jdbc.sql(VANISHED)
        .param("workspace", workspace.value())
        .param("folder", folder.value())
        .param("uids", new SqlArrayValue("bigint", boxed(uids)))
        .update();
  }

  /** Ascending. */
  long[] uids(WorkspaceId workspace, FolderId folder) {
    return jdbc
        .sql(UIDS)
        .param("workspace", workspace.value())
        .param("folder", folder.value())
        .query(Long.class)
        .list()
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  /** False where UIDs mean something else meanwhile. */
  boolean prove(
      WorkspaceId workspace, FolderId folder, FolderMark mark, String digest, Duration ago) {
    return jdbc.sql(PROVE)
            .param("workspace", workspace.value())
            .param("folder", folder.value())
            .param("milliseconds", (double) ago.toMillis() + 1)
            .param("digest", HEX.parseHex(digest))
            .param("validity", mark.uidValidity())
            .param("next", mark.uidNext())
            .param("count", mark.count())
            .param("modseq", mark.modseq())
            .update()
        == 1;
  }

  void stillProven(WorkspaceId workspace, Collection<FolderId> folders, Duration ago) {
    jdbc.sql(STILL_PROVEN)
        .param("workspace", workspace.value())
        .param(
            "folders", new SqlArrayValue("uuid", folders.stream().map(FolderId::value).toArray()))
        .param("milliseconds", (double) ago.toMillis() + 1)
        .update();
  }

  /** Everything in all folders of the account was known that long ago. */
  void proven(WorkspaceId workspace, MailAccountId account, Duration ago) {
    jdbc.sql(PROVEN)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("milliseconds", (double) ago.toMillis() + 1)
        .update();
  }

  /** Whether that is new. */
  boolean problem(WorkspaceId workspace, FolderId folder, String problem) {
    return jdbc.sql(PROBLEM)
            .param("workspace", workspace.value())
            .param("folder", folder.value())
            .param("problem", problem)
            .update()
        == 1;
  }

  void erased(WorkspaceId workspace, Collection<MessageId> messages) {
    jdbc.sql(ERASED)
        .param("workspace", workspace.value())
        .param(
            "messages",
            new SqlArrayValue("uuid", messages.stream().map(MessageId::value).toArray()))
        .update();
  }

  long copies(WorkspaceId workspace, MailAccountId account) {
    return jdbc.sql(COPIES)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .query(Long.class)
        .single();
  }

  /** As the outbox asks it. */
  Optional<Instant> provenAt(WorkspaceId workspace, MailAccountId account) {
    return jdbc.sql(PROVEN_AT)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .query((rs, _) -> Optional.ofNullable(instant(rs.getTimestamp(1))))
        .optional()
        .flatMap(proven -> proven);
  }

  private void forgetCopies(WorkspaceId workspace, FolderId folder) {
    jdbc.sql(FORGET_COPIES)
        .param("workspace", workspace.value())
        .param("folder", folder.value())
        .update();
  }

  private static @Nullable UUID value(@Nullable MessageId message) {
    return message == null ? null : message.value();
  }

  private static Object[] boxed(long... uids) {
    var boxed = new Object[uids.length];
    for (int i = 0; i < uids.length; i++) {
      boxed[i] = uids[i];
    }
    return boxed;
  }

  private static MailFolder folder(ResultSet rs, int number) throws SQLException {
    var digest = rs.getBytes("proven_digest");
    return new MailFolder(
        new FolderId(rs.getObject("folder_id", UUID.class)),
        rs.getString("name"),
        FolderRole.valueOf(rs.getString("role").toUpperCase(Locale.ROOT)),
        new FolderMark(
            rs.getLong("uid_validity"),
            rs.getLong("uid_next"),
            rs.getLong("server_count"),
            rs.getLong("highest_modseq")),
        instant(rs.getTimestamp("proven_at")),
        digest == null ? null : HEX.formatHex(digest),
        rs.getString("problem"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
