package io.politely.mailboxes;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccount.State;
import io.politely.mailboxes.Server.Security;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts on servers. */
@Repository
class MailAccountStore {

  private static final String ADD =
      """
      insert into mailboxes.account
             (workspace_id, account_id, address, display_name, imap_host, imap_port, imap_security,
              smtp_host, smtp_port, smtp_security, login, authentication, secret, signature,
              saves_sent_itself, state, problem, created_at)
      values (:workspace, :account, :address, :display_name, :imap_host, :imap_port, :imap_security,
              :smtp_host, :smtp_port, :smtp_security, :login, :authentication, :secret, '',
              :saves_sent_itself, 'active', '', :now)
          on conflict (workspace_id, address) do nothing
      """;

  private static final String CHANGE =
      """
      update mailboxes.account
         set display_name = :display_name, imap_host = :imap_host, imap_port = :imap_port,
             imap_security = :imap_security, smtp_host = :smtp_host, smtp_port = :smtp_port,
             smtp_security = :smtp_security, login = :login, authentication = :authentication,
             secret = :secret, saves_sent_itself = :saves_sent_itself, state = 'active', problem = '',
             proven_at = case
                 when (imap_host, imap_port, login) = (:imap_host, :imap_port, :login)
                 then proven_at
             end
       where workspace_id = :workspace
         and account_id = :account
      """;

  private static final String ALL =
      """
        select account_id, address, display_name, imap_host, imap_port, imap_security, smtp_host,
               smtp_port, smtp_security, login, authentication, signature, saves_sent_itself, state,
               problem, created_at
          from mailboxes.account
         where workspace_id = :workspace
      order by created_at, account_id
      """;

  private static final String SECRET =
      """
      select secret
        from mailboxes.account
       where workspace_id = :workspace
         and account_id = :account
      """;

  /** Locked, so that nobody renews one meanwhile. */
  private static final String SECRETS =
      """
      select account_id, secret
        from mailboxes.account
       where workspace_id = :workspace
       order by account_id
         for update
      """;

  private static final String SET_SECRET =
      """
      update mailboxes.account
         set secret = :secret
       where workspace_id = :workspace
         and account_id = :account
      """;

  private static final String SET_SIGNATURE =
      """
      update mailboxes.account
         set display_name = :display_name, signature = :signature
       where workspace_id = :workspace
         and account_id = :account
      """;

  private static final String SET_STATE =
      """
      update mailboxes.account
         set state = :state, problem = :problem
       where workspace_id = :workspace
         and account_id = :account
         and (state, problem) is distinct from (:state, :problem)
      """;

  private static final String TAKE =
      """
      with free as (
          select account_id
            from mailboxes.account
           where workspace_id = :workspace
             and state = 'active'
             and (reader is null or reader = :reader or read_until < clock_timestamp())
           order by account_id
             for no key update)
      update mailboxes.account as account
         set reader = :reader,
             read_until = clock_timestamp() + :milliseconds * interval '1 millisecond'
        from free
       where account.workspace_id = :workspace
         and account.account_id = free.account_id
      returning account.account_id
      """;

  private static final String LEAVE =
      """
      update mailboxes.account
         set reader = null
       where workspace_id = :workspace
         and reader = :reader
      """;

  private static final String REMOVE =
      """
      delete from mailboxes.account
       where workspace_id = :workspace
         and account_id = :account
      """;

  private final JdbcClient jdbc;

  MailAccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where the workspace has an account of this address already. */
  boolean add(
      WorkspaceId workspace, MailAccountId id, NewMailAccount account, byte[] sealed, Instant now) {
    return described(jdbc.sql(ADD), workspace, id, account, sealed)
            .param("address", account.address().value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** False where the workspace has no such account. */
  boolean change(WorkspaceId workspace, MailAccountId id, NewMailAccount account, byte[] sealed) {
    return described(jdbc.sql(CHANGE), workspace, id, account, sealed).update() == 1;
  }

  private static JdbcClient.StatementSpec described(
      JdbcClient.StatementSpec statement,
      WorkspaceId workspace,
      MailAccountId id,
      NewMailAccount account,
      byte[] sealed) {
    return statement
        .param("workspace", workspace.value())
        .param("account", id.value())
        .param("display_name", account.displayName())
        .param("imap_host", account.imap().host())
        .param("imap_port", account.imap().port())
        .param("imap_security", account.imap().security().word())
        .param("smtp_host", account.smtp().host())
        .param("smtp_port", account.smtp().port())
        .param("smtp_security", account.smtp().security().word())
        .param("login", account.login())
        .param("authentication", account.authentication().word())
        .param("secret", sealed)
        .param("saves_sent_itself", account.savesSentItself());
  }

  List<MailAccount> all(WorkspaceId workspace) {
    return jdbc.sql(ALL)
        .param("workspace", workspace.value())
        .query(MailAccountStore::account)
        .list();
  }

  Optional<byte[]> secret(WorkspaceId workspace, MailAccountId id) {
    return jdbc.sql(SECRET)
        .param("workspace", workspace.value())
        .param("account", id.value())
        .query(byte[].class)
        .optional();
  }

  /** All secrets of a workspace, sealed. */
  Map<MailAccountId, byte[]> secrets(WorkspaceId workspace) {
    var secrets = new LinkedHashMap<MailAccountId, byte[]>();
    jdbc.sql(SECRETS)
        .param("workspace", workspace.value())
        .query(rs -> {
          secrets.put(
              new MailAccountId(rs.getObject("account_id", UUID.class)), rs.getBytes("secret"));
        });
    return secrets;
  }

  void setSecret(WorkspaceId workspace, MailAccountId id, byte[] sealed) {
    jdbc.sql(SET_SECRET)
        .param("workspace", workspace.value())
        .param("account", id.value())
        .param("secret", sealed)
        .update();
  }

  boolean setSignature(
      WorkspaceId workspace, MailAccountId id, String displayName, String signature) {
    return jdbc.sql(SET_SIGNATURE)
            .param("workspace", workspace.value())
            .param("account", id.value())
            .param("display_name", displayName)
            .param("signature", signature)
            .update()
        == 1;
  }

  /** Whether that changed something. */
  boolean setState(WorkspaceId workspace, MailAccountId id, State state, String problem) {
    return jdbc.sql(SET_STATE)
            .param("workspace", workspace.value())
            .param("account", id.value())
            .param("state", state.word())
            .param("problem", problem)
            .update()
        == 1;
  }

  /** Those that this reader has from now on, its own ones included. */
  Set<MailAccountId> take(WorkspaceId workspace, UUID reader, Duration lease) {
    return Set.copyOf(
        jdbc.sql(TAKE)
            .param("workspace", workspace.value())
            .param("reader", reader)
            .param("milliseconds", (double) lease.toMillis())
            .query((rs, _) -> new MailAccountId(rs.getObject("account_id", UUID.class)))
            .list());
  }

  void leave(WorkspaceId workspace, UUID reader) {
    jdbc.sql(LEAVE).param("workspace", workspace.value()).param("reader", reader).update();
  }

  boolean remove(WorkspaceId workspace, MailAccountId id) {
    return jdbc.sql(REMOVE)
            .param("workspace", workspace.value())
            .param("account", id.value())
            .update()
        == 1;
  }

  private static MailAccount account(ResultSet rs, int number) throws SQLException {
    return new MailAccount(
        new MailAccountId(rs.getObject("account_id", UUID.class)),
        new EmailAddress(rs.getString("address")),
        rs.getString("display_name"),
        server(rs, "imap"),
        server(rs, "smtp"),
        rs.getString("login"),
        Authentication.valueOf(rs.getString("authentication").toUpperCase(Locale.ROOT)),
        rs.getString("signature"),
        rs.getBoolean("saves_sent_itself"),
        State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
        rs.getString("problem"),
        rs.getTimestamp("created_at").toInstant());
  }

  private static Server server(ResultSet rs, String protocol) throws SQLException {
    return new Server(
        rs.getString(protocol + "_host"),
        rs.getInt(protocol + "_port"),
        Security.of(rs.getString(protocol + "_security")));
  }
}
