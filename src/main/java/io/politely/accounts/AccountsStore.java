package io.politely.accounts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.politely.accounts.LinkRules.Link;
import io.politely.accounts.SessionRules.Session;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of accounts. */
@Repository
class AccountsStore {

  private static final String WORKSPACES =
      """
        select workspace_id
          from accounts.workspace_pointer
      order by workspace_id
      """;

  private static final String WORKSPACES_OF =
      """
        select workspace_id
          from accounts.sign_in_pointer
         where address_hash = :address
      order by workspace_id
      """;

  private static final String OPEN =
      """
      insert into accounts.workspace (workspace_id, name, created_at)
           values (:workspace, :name, :now)
      """;

  private static final String POINT_TO =
      """
      insert into accounts.workspace_pointer (workspace_id)
           values (:workspace)
      """;

  private static final String POINT_FROM_ADDRESS =
      """
      insert into accounts.sign_in_pointer (address_hash, workspace_id)
           values (:address, :workspace)
      """;

  private static final String ADD_MEMBER =
      """
      insert into accounts.member (workspace_id, member_id, address, name, role, zone, created_at)
           values (:workspace, :member, :address, :name, 'owner', :zone, :now)
      """;

  private static final String MEMBERS =
      """
        select member_id, name, address, zone, password_hash is not null as has_password
          from accounts.member
         where workspace_id = :workspace
      order by created_at, member_id
      """;

  private static final String IS_OWNER =
      """
      select exists (select
                       from accounts.member
                      where workspace_id = :workspace
                        and member_id = :member
                        and role = 'owner')
      """;

  private static final String CHANGE =
      """
      update accounts.member
         set name = :name,
             zone = :zone
       where workspace_id = :workspace
         and member_id = :member
      """;

  private static final String SET_PASSWORD =
      """
      update accounts.member
         set password_hash = :hash
       where workspace_id = :workspace
         and member_id = :member
      """;

  private static final String CREDENTIALS_BY_ADDRESS =
      """
      select member_id, address, password_hash
        from accounts.member
       where workspace_id = :workspace
         and address = :address
      """;

  private static final String CREDENTIALS_BY_MEMBER =
      """
      select member_id, address, password_hash
        from accounts.member
       where workspace_id = :workspace
         and member_id = :member
      """;

  private static final String OWN_ADDRESSES =
      """
      select address
        from accounts.own_address
       where workspace_id = :workspace
      """;

  private static final String ADD_OWN_ADDRESS =
      """
      insert into accounts.own_address (workspace_id, address, added_at)
           values (:workspace, :address, :now)
      on conflict (workspace_id, address) do nothing
      """;

  private static final String REMOVE_OWN_ADDRESS =
      """
      delete from accounts.own_address
       where workspace_id = :workspace
         and address = :address
      """;

  private static final String ADD_LINK =
      """
      insert into accounts.sign_in_link (workspace_id, token_hash, member_id, expires_at)
           values (:workspace, :token, :member, :expires)
      """;

  private static final String LINK =
      """
      select member_id, expires_at, used_at
        from accounts.sign_in_link
       where workspace_id = :workspace
         and token_hash = :token
      """;

  private static final String USE_LINK =
      """
      update accounts.sign_in_link
         set used_at = :now
       where workspace_id = :workspace
         and token_hash = :token
         and used_at is null
      """;

  private static final String REMOVE_STALE_LINKS =
      """
      delete from accounts.sign_in_link
       where workspace_id = :workspace
         and expires_at < :before
      """;

  private static final String BEGIN =
      """
      insert into accounts.session (workspace_id, token_hash, member_id, created_at, seen_at)
           values (:workspace, :token, :member, :now, :now)
      """;

  private static final String SESSION =
      """
      select m.member_id, m.name, m.address, m.zone, s.created_at, s.seen_at
        from accounts.session s
        join accounts.member m
          on m.workspace_id = s.workspace_id
         and m.member_id = s.member_id
       where s.workspace_id = :workspace
         and s.token_hash = :token
      """;

  private static final String NOTE =
      """
      update accounts.session
         set seen_at = :now
       where workspace_id = :workspace
         and token_hash = :token
      """;

  private static final String END =
      """
      delete from accounts.session
       where workspace_id = :workspace
         and token_hash = :token
      """;

  private static final String END_ALL =
      """
      delete from accounts.session
       where workspace_id = :workspace
         and member_id = :member
      """;

  private static final String REMOVE_STALE_SESSIONS =
      """
      delete from accounts.session
       where workspace_id = :workspace
         and (seen_at < :idle or created_at < :longest)
      """;

  private final JdbcClient jdbc;

  AccountsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<WorkspaceId> workspaces() {
    return jdbc.sql(WORKSPACES).query(UUID.class).list().stream().map(WorkspaceId::new).toList();
  }

  List<WorkspaceId> workspacesOf(byte[] addressHash) {
    return jdbc.sql(WORKSPACES_OF).param("address", addressHash).query(UUID.class).list().stream()
        .map(WorkspaceId::new)
        .toList();
  }

  void open(WorkspaceId workspace, String name, Instant now) {
    in(OPEN, workspace).param("name", name).param("now", Timestamp.from(now)).update();
    in(POINT_TO, workspace).update();
  }

  boolean isOwner(WorkspaceId workspace, MemberId member) {
    return jdbc.sql(IS_OWNER)
        .param("workspace", workspace.value())
        .param("member", member.value())
        .query(Boolean.class)
        .single();
  }

  void addOwner(WorkspaceId workspace, Member owner, byte[] addressHash, Instant now) {
    in(ADD_MEMBER, workspace)
        .param("member", owner.id().value())
        .param("address", owner.address().value())
        .param("name", owner.name())
        .param("zone", owner.zone().getId())
        .param("now", Timestamp.from(now))
        .update();
    in(POINT_FROM_ADDRESS, workspace).param("address", addressHash).update();
  }

  /** The pointers to a workspace that is here with its members. */
  void pointTo(WorkspaceId workspace, List<byte[]> addressHashes) {
    in(POINT_TO, workspace).update();
    addressHashes.forEach(
        address -> in(POINT_FROM_ADDRESS, workspace).param("address", address).update());
  }

  List<Member> members(WorkspaceId workspace) {
    return in(MEMBERS, workspace).query((row, _) -> member(row)).list();
  }

  void change(WorkspaceId workspace, MemberId member, String name, ZoneId zone) {
    one(
        in(CHANGE, workspace)
            .param("member", member.value())
            .param("name", name)
            .param("zone", zone.getId())
            .update());
  }

  void setPassword(WorkspaceId workspace, MemberId member, String hash) {
    one(in(SET_PASSWORD, workspace).param("member", member.value()).param("hash", hash).update());
  }

  Optional<Credentials> credentials(WorkspaceId workspace, EmailAddress address) {
    return in(CREDENTIALS_BY_ADDRESS, workspace)
        .param("address", address.value())
        .query((row, _) -> credentials(row))
        .optional();
  }

  Credentials credentials(WorkspaceId workspace, MemberId member) {
    return in(CREDENTIALS_BY_MEMBER, workspace)
        .param("member", member.value())
        .query((row, _) -> credentials(row))
        .single();
  }

  Set<EmailAddress> ownAddresses(WorkspaceId workspace) {
    return in(OWN_ADDRESSES, workspace).query(String.class).list().stream()
        .map(EmailAddress::new)
        .collect(toUnmodifiableSet());
  }

  boolean addOwnAddress(WorkspaceId workspace, EmailAddress address, Instant now) {
    return in(ADD_OWN_ADDRESS, workspace)
            .param("address", address.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean removeOwnAddress(WorkspaceId workspace, EmailAddress address) {
    return in(REMOVE_OWN_ADDRESS, workspace).param("address", address.value()).update() == 1;
  }

  void addLink(WorkspaceId workspace, byte[] tokenHash, MemberId member, Instant expires) {
    in(ADD_LINK, workspace)
        .param("token", tokenHash)
        .param("member", member.value())
        .param("expires", Timestamp.from(expires))
        .update();
  }

  Optional<Link> link(WorkspaceId workspace, byte[] tokenHash) {
    return in(LINK, workspace)
        .param("token", tokenHash)
        .query((row, _) ->
            new Link(
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("used_at"))))
        .optional();
  }

  /** Answers whether it was unused until now. */
  boolean useLink(WorkspaceId workspace, byte[] tokenHash, Instant now) {
    return in(USE_LINK, workspace)
            .param("token", tokenHash)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void removeStaleLinks(WorkspaceId workspace, Instant before) {
    in(REMOVE_STALE_LINKS, workspace).param("before", Timestamp.from(before)).update();
  }

  void begin(WorkspaceId workspace, byte[] tokenHash, MemberId member, Instant now) {
    in(BEGIN, workspace)
        .param("token", tokenHash)
        .param("member", member.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Session> session(WorkspaceId workspace, byte[] tokenHash) {
    return in(SESSION, workspace)
        .param("token", tokenHash)
        .query((row, _) -> session(workspace, row))
        .optional();
  }

  void note(WorkspaceId workspace, byte[] tokenHash, Instant now) {
    in(NOTE, workspace).param("token", tokenHash).param("now", Timestamp.from(now)).update();
  }

  void end(WorkspaceId workspace, byte[] tokenHash) {
    in(END, workspace).param("token", tokenHash).update();
  }

  void endAll(WorkspaceId workspace, MemberId member) {
    in(END_ALL, workspace).param("member", member.value()).update();
  }

  void removeStaleSessions(WorkspaceId workspace, Instant idleSince, Instant createdBefore) {
    in(REMOVE_STALE_SESSIONS, workspace)
        .param("idle", Timestamp.from(idleSince))
        .param("longest", Timestamp.from(createdBefore))
        .update();
  }

  private JdbcClient.StatementSpec in(String sql, WorkspaceId workspace) {
    return jdbc.sql(sql).param("workspace", workspace.value());
  }

  private static void one(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("Expected to change one member, changed " + rows);
    }
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        new MemberId(row.getObject("member_id", UUID.class)),
        row.getString("name"),
        new EmailAddress(row.getString("address")),
        ZoneId.of(row.getString("zone")),
        row.getBoolean("has_password"));
  }

  private static Credentials credentials(ResultSet row) throws SQLException {
    return new Credentials(
        new MemberId(row.getObject("member_id", UUID.class)),
        new EmailAddress(row.getString("address")),
        row.getString("password_hash"));
  }

  private static Session session(WorkspaceId workspace, ResultSet row) throws SQLException {
    var who =
        new SignedIn(
            workspace,
            new MemberId(row.getObject("member_id", UUID.class)),
            row.getString("name"),
            new EmailAddress(row.getString("address")),
            ZoneId.of(row.getString("zone")));
    return new Session(
        who, row.getTimestamp("created_at").toInstant(), row.getTimestamp("seen_at").toInstant());
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  /** What a password is checked against; no hash: signs in by link only. */
  record Credentials(MemberId member, EmailAddress address, @Nullable String passwordHash) {}
}
