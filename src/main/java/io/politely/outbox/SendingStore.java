package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccountId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The mails that leave, as nodes send them: claimed, past the gate, settled. Every change of a
 * state is one statement that compares and sets, and writes its step. Rows are locked in the order
 * of their ids, so that nobody waits in a circle.
 */
@Repository
class SendingStore {

  private static final String COME_DUE =
      """
      with found as (
          select mail_id
            from outbox.mail
           where workspace_id = :workspace
             and state = 'planned'
             and due_at <= clock_timestamp()
           order by mail_id
             for update skip locked),
      changed as (
          update outbox.mail m
             set state = 'due'
            from found
           where m.workspace_id = :workspace
             and m.mail_id = found.mail_id
          returning m.mail_id, m.token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'due', :node, 'Its time has come.', 0
        from changed
      """;

  private static final String HOLD_LATE =
      """
      with found as (
          select mail_id
            from outbox.mail
           where workspace_id = :workspace
             and state = 'due'
             and hold = ''
             and late_at < clock_timestamp()
           order by mail_id
             for update skip locked),
      changed as (
          update outbox.mail m
             set hold = :reason
            from found
           where m.workspace_id = :workspace
             and m.mail_id = found.mail_id
          returning m.mail_id, m.token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'due', :node, :reason, 0
        from changed
      """;

  private static final String DOUBT =
      """
      with found as (
          select mail_id
            from outbox.mail
           where workspace_id = :workspace
             and state = 'dispatching'
             and lease_until <= clock_timestamp()
           order by mail_id
             for update skip locked),
      changed as (
          update outbox.mail m
             set state = 'in-doubt', lease_until = null, problem = :reason
            from found
           where m.workspace_id = :workspace
             and m.mail_id = found.mail_id
          returning m.mail_id, m.token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'in-doubt', :node, :reason, token
        from changed
      """;

  /** Accounts with something to claim now or soon, and whether their mailbox is fresh. */
  private static final String READY =
      """
      select account_id,
             coalesce(mailboxes.proven_at(:workspace, account_id)
                          >= clock_timestamp() - :freshness * interval '1 millisecond', false) as is_fresh,
             mails
        from (select account_id,
                     count(*) filter (where (state = 'due' and due_at <= clock_timestamp())
                                         or (state = 'claimed' and lease_until <= clock_timestamp())) as mails
                from outbox.mail
               where workspace_id = :workspace
                 and state in ('planned', 'due', 'claimed')
                 and hold = ''
                 and due_at <= clock_timestamp() + :freshness * interval '1 millisecond'
               group by account_id) as of_account
       where exists (select 1
                       from outbox.fence f
                      where f.workspace_id = :workspace
                        and f.place = :place
                        and not f.fenced)
      """;

  private static final String CLAIM =
      """
      with ready as (
          select mail_id
            from outbox.mail
           where workspace_id = :workspace
             and account_id = :account
             and hold = ''
             and (   (state = 'due' and due_at <= clock_timestamp())
                  or (state = 'claimed' and lease_until <= clock_timestamp()))
             and exists (select 1
                           from outbox.fence f
                          where f.workspace_id = :workspace
                            and f.place = :place
                            and not f.fenced)
           order by due_at, mail_id
           limit :limit
             for update of mail skip locked),
      claimed as (
          update outbox.mail m
             set state = 'claimed',
                 token = nextval('outbox.token'),
                 node = :node,
                 lease_until = clock_timestamp() + :lease * interval '1 millisecond',
                 attempts = m.attempts + 1
            from ready
           where m.workspace_id = :workspace
             and m.mail_id = ready.mail_id
          returning m.mail_id, m.token, m.recipients, m.bytes, m.attempts),
      noted as (
          insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
          select :workspace, mail_id, clock_timestamp(), 'claimed', :node, 'Sending begins.', token
            from claimed)
      select mail_id, token, recipients, bytes, attempts
        from claimed
       order by token
      """;

  /**
   * The gate: run between the body and the final dot, and committed before the dot leaves. Whatever
   * may forbid the mail is asked here, in the statement that lets it go.
   *
   * <p>Rows are found by nothing but their keys, and locked, before anything is asked of them: a
   * state that the planner takes for rare would make it read all rows in that state. What is asked
   * is asked of the row as it was locked.
   */
  private static final String GATE =
      """
      with asked as materialized (
          select a.mail_id, a.token, a.recipients, a.bytes_hash
            from unnest(:mails, :tokens, :recipients, :hashes) as a (mail_id, token, recipients, bytes_hash)),
      locked as materialized (
          select m.mail_id, m.token, m.state, m.lease_until, m.hold, m.late_at, m.account_id, m.recipients,
                 m.bytes_hash, m.known_at, m.thread_ids, m.answers_id
            from asked
            join outbox.mail m on m.mail_id = asked.mail_id
           where m.workspace_id = :workspace
           order by m.mail_id
             for update of m),
      approved as materialized (
          select l.mail_id, l.account_id, l.recipients, l.known_at, l.thread_ids, l.answers_id
            from locked l
            join asked on asked.mail_id = l.mail_id and asked.token = l.token
           where l.state = 'claimed'
             and l.lease_until > clock_timestamp()
             and l.hold = ''
             and l.late_at >= clock_timestamp()
             and array_to_string(l.recipients, ' ') = asked.recipients
             and encode(l.bytes_hash, 'hex') = asked.bytes_hash
             and exists (select 1
                           from outbox.fence f
                          where f.workspace_id = :workspace
                            and f.place = :place
                            and not f.fenced)),
      fresh as materialized (
          select account_id
            from (select distinct account_id from approved) as accounts
           where mailboxes.proven_at(:workspace, account_id)
                     >= clock_timestamp() - :freshness * interval '1 millisecond'),
      fit as materialized (
          select a.mail_id
            from approved a
            join fresh on fresh.account_id = a.account_id
           where outbox.stop_against(:workspace, a.recipients) is null
             and not mail.has_news(:workspace, a.known_at,
                                   people.possible_addresses(:workspace,
                                                             people.with_mailboxes(a.recipients)),
                                   a.thread_ids, a.answers_id, :own)),
      opened as (
          update outbox.mail m
             set state = 'dispatching',
                 lease_until = clock_timestamp() + :lease * interval '1 millisecond'
            from fit
           where m.workspace_id = :workspace
             and m.mail_id = fit.mail_id
          returning m.mail_id, m.token),
      noted as (
          insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
          select :workspace, mail_id, clock_timestamp(), 'dispatching', :node, 'The gate opened.', token
            from opened)
      select token
        from opened
      """;

  private static final String FACTS =
      """
      select m.state,
             m.token = :token and coalesce(m.lease_until > clock_timestamp(), false) as is_ours,
             array_to_string(m.recipients, ' ') = :recipients
                 and encode(m.bytes_hash, 'hex') = :hash as is_as_approved,
             not exists (select 1
                           from outbox.fence f
                          where f.workspace_id = :workspace
                            and f.place = :place
                            and not f.fenced) as is_fenced,
             (select d.reason
                from outbox.do_not_contact d
               where d.workspace_id = :workspace
                 and d.stop_id = outbox.stop_against(m.workspace_id, m.recipients)) as stop_reason,
             mailboxes.proven_at(m.workspace_id, m.account_id) as proven_at,
             coalesce(mailboxes.proven_at(m.workspace_id, m.account_id)
                          >= clock_timestamp() - :freshness * interval '1 millisecond', false) as is_fresh,
             mail.has_news(m.workspace_id, m.known_at,
                           people.possible_addresses(m.workspace_id, people.with_mailboxes(m.recipients)),
                           m.thread_ids, m.answers_id, :own) as has_news,
             m.late_at < clock_timestamp() as is_late
        from outbox.mail m
       where m.workspace_id = :workspace
         and m.mail_id = :mail
      """;

  /** A token that is not the row's any more changes nothing; an answer may come after the doubt. */
  private static final String SETTLE =
      """
      with said as materialized (
          select s.mail_id, s.token, s.state, s.hold, s.problem, s.reason, s.pause, s.copy_state
            from unnest(:mails, :tokens, :states, :holds, :problems, :reasons, :pauses, :copies)
                     as s (mail_id, token, state, hold, problem, reason, pause, copy_state)),
      locked as materialized (
          select m.mail_id, m.token, m.state
            from said
            join outbox.mail m on m.mail_id = said.mail_id
           where m.workspace_id = :workspace
           order by m.mail_id
             for update of m),
      found as materialized (
          select mail_id, token
            from locked
           where state in ('claimed', 'dispatching', 'in-doubt')),
      settled as (
          update outbox.mail m
             set state = said.state,
                 lease_until = null,
                 hold = said.hold,
                 problem = said.problem,
                 due_at = case when said.state = 'due'
                               then clock_timestamp() + said.pause * interval '1 millisecond'
                               else m.due_at end,
                 sent_at = case when said.state = 'sent' then clock_timestamp() end,
                 copy_state = said.copy_state
            from found
            join said on said.mail_id = found.mail_id and said.token = found.token
           where m.workspace_id = :workspace
             and m.mail_id = found.mail_id
          returning m.mail_id, m.state, said.reason, m.token),
      noted as (
          insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
          select :workspace, mail_id, clock_timestamp(), state, :node, reason, token
            from settled)
      select token
        from settled
      """;

  /** Copies that this node has to file; those of a node that is gone, after a while too. */
  private static final String WAITING_COPIES =
      """
      select mail_id, account_id, internet_id, bytes
        from outbox.mail
       where workspace_id = :workspace
         and copy_state = 'waiting'
         and (node = :node or sent_at < clock_timestamp() - interval '2 minutes')
       order by sent_at
       limit :limit
      """;

  private static final String COPY_IS_THERE =
      """
      update outbox.mail
         set copy_state = 'there'
       where workspace_id = :workspace
         and mail_id = :mail
         and copy_state = 'waiting'
      """;

  /** In doubt, and named by a message that reached us since: accepted then, whoever wrote it. */
  private static final String FIND_EVIDENCE =
      """
      with found as (
          select m.mail_id, mail.evidence_of(m.workspace_id, m.approved_at, m.internet_id) as evidence
            from outbox.mail m
           where m.workspace_id = :workspace
             and m.state = 'in-doubt'),
      resolved as (
          update outbox.mail m
             set state = 'sent', sent_at = clock_timestamp(), problem = ''
            from found
           where m.workspace_id = :workspace
             and m.mail_id = found.mail_id
             and m.state = 'in-doubt'
             and found.evidence is not null
          returning m.mail_id, m.token, found.evidence)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'sent', :node, evidence, token
        from resolved
      """;

  private final JdbcClient jdbc;

  SendingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What time alone changes: mails come due, are late, or are in doubt since their lease ended. */
  void passTime(WorkspaceId workspace, String node, String late, String doubt) {
    jdbc.sql(COME_DUE).param("workspace", workspace.value()).param("node", node).update();
    jdbc.sql(HOLD_LATE)
        .param("workspace", workspace.value())
        .param("node", node)
        .param("reason", late)
        .update();
    jdbc.sql(DOUBT)
        .param("workspace", workspace.value())
        .param("node", node)
        .param("reason", doubt)
        .update();
  }

  /** An account from which mail is due; 0 mails: some will be within the time of freshness. */
  record Ready(MailAccountId account, boolean isFresh, int mails) {}

  List<Ready> ready(WorkspaceId workspace, String place, Duration freshness) {
    return jdbc.sql(READY)
        .param("workspace", workspace.value())
        .param("place", place)
        .param("freshness", freshness.toMillis())
        .query((rs, _) ->
            new Ready(
                new MailAccountId(rs.getObject("account_id", UUID.class)),
                rs.getBoolean("is_fresh"),
                rs.getInt("mails")))
        .list();
  }

  List<Claimed> claim(
      WorkspaceId workspace,
      MailAccountId account,
      String place,
      String node,
      Duration lease,
      int limit) {
    return jdbc.sql(CLAIM)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("place", place)
        .param("node", node)
        .param("lease", lease.toMillis())
        .param("limit", limit)
        .query((rs, _) ->
            new Claimed(
                workspace,
                new OutgoingId(rs.getObject("mail_id", UUID.class)),
                account,
                rs.getLong("token"),
                texts(rs.getArray("recipients")),
                LetterBytes.of(rs.getBytes("bytes")),
                rs.getInt("attempts")))
        .list();
  }

  /** The tokens of those that may go, once this is committed. */
  List<Long> open(
      WorkspaceId workspace,
      List<AtGate> asking,
      String place,
      String node,
      Duration freshness,
      Duration lease,
      Collection<EmailAddress> own) {
    return jdbc.sql(GATE)
        .param("workspace", workspace.value())
        .param("mails", array("uuid", asking, it -> it.id().value()))
        .param("tokens", array("bigint", asking, AtGate::token))
        .param("recipients", texts(asking, AtGate::recipients))
        .param("hashes", texts(asking, AtGate::hash))
        .param("place", place)
        .param("node", node)
        .param("freshness", freshness.toMillis())
        .param("lease", lease.toMillis())
        .param("own", addresses(own))
        .query(Long.class)
        .list();
  }

  Optional<GateFacts> facts(
      WorkspaceId workspace,
      AtGate asking,
      String place,
      Duration freshness,
      Collection<EmailAddress> own) {
    return jdbc.sql(FACTS)
        .param("workspace", workspace.value())
        .param("mail", asking.id().value())
        .param("token", asking.token())
        .param("recipients", asking.recipients())
        .param("hash", asking.hash())
        .param("place", place)
        .param("freshness", freshness.toMillis())
        .param("own", addresses(own))
        .query((rs, _) ->
            new GateFacts(
                OutgoingState.of(rs.getString("state")),
                rs.getBoolean("is_ours"),
                rs.getBoolean("is_as_approved"),
                rs.getBoolean("is_fenced"),
                rs.getString("stop_reason"),
                instant(rs, "proven_at"),
                rs.getBoolean("is_fresh"),
                rs.getBoolean("has_news"),
                rs.getBoolean("is_late")))
        .optional();
  }

  /** The tokens under which something was written. */
  List<Long> settle(WorkspaceId workspace, String node, List<Settlement> said) {
    return jdbc.sql(SETTLE)
        .param("workspace", workspace.value())
        .param("node", node)
        .param("mails", array("uuid", said, it -> it.id().value()))
        .param("tokens", array("bigint", said, Settlement::token))
        .param("states", texts(said, it -> it.state().word()))
        .param("holds", texts(said, Settlement::hold))
        .param("problems", texts(said, Settlement::problem))
        .param("reasons", texts(said, Settlement::reason))
        .param("pauses", array("bigint", said, it -> it.pause().toMillis()))
        .param("copies", texts(said, it -> it.wantsCopy() ? "waiting" : "none"))
        .query(Long.class)
        .list();
  }

  /** A mail that was sent and has no copy in Sent yet. */
  record WaitingCopy(OutgoingId id, MailAccountId account, String internetId, LetterBytes bytes) {}

  List<WaitingCopy> waitingCopies(WorkspaceId workspace, String node, int limit) {
    return jdbc.sql(WAITING_COPIES)
        .param("workspace", workspace.value())
        .param("node", node)
        .param("limit", limit)
        .query((rs, _) ->
            new WaitingCopy(
                new OutgoingId(rs.getObject("mail_id", UUID.class)),
                new MailAccountId(rs.getObject("account_id", UUID.class)),
                rs.getString("internet_id"),
                LetterBytes.of(rs.getBytes("bytes"))))
        .list();
  }

  void copyIsThere(WorkspaceId workspace, OutgoingId id) {
    jdbc.sql(COPY_IS_THERE)
        .param("workspace", workspace.value())
        .param("mail", id.value())
        .update();
  }

  int findEvidence(WorkspaceId workspace, String node) {
    return jdbc.sql(FIND_EVIDENCE)
        .param("workspace", workspace.value())
        .param("node", node)
        .update();
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    var stamp = rs.getTimestamp(column);
    return stamp == null ? null : stamp.toInstant();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static SqlArrayValue addresses(Collection<EmailAddress> addresses) {
    return texts(addresses, EmailAddress::value);
  }

  private static <T> SqlArrayValue texts(Collection<T> items, Function<T, String> text) {
    return array("text", items, text);
  }

  private static <T> SqlArrayValue array(String type, Collection<T> items, Function<T, ?> value) {
    return new SqlArrayValue(type, items.stream().map(value).toArray());
  }
}
