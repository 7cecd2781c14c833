package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccountId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
 * The mails that leave. Every change of a state is one statement that compares and sets, and writes
 * its step. Rows are locked in the order of their ids, so that nobody waits in a circle.
 */
@Repository
class OutboxStore {

  private static final String ADD =
      """
      with added as (
          insert into outbox.mail
                 (workspace_id, mail_id, account_id, state, internet_id, recipients, to_addresses,
                  cc_addresses, bcc_addresses, subject, body, conversation_id, answers_id, thread_ids,
                  bytes, bytes_hash, known_at, approved_by, approved_at, due_at, late_at, hold,
                  attempts, token, node, problem, copy_state)
          values (:workspace, :mail, :account, 'planned', :internet_id, :recipients, :to, :cc, :bcc,
                  :subject, :body, :conversation, :answers, :thread_ids, :bytes, sha256(:bytes),
                  :known_at, :approved_by, clock_timestamp(), :due_at, :late_at, '', 0, 0, '', '', 'none')
          returning mail_id)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'planned', :by, :reason, 0
        from added
      """;

  private static final String WITHDRAW =
      """
      with withdrawn as (
          update outbox.mail
             set state = 'cancelled', lease_until = null, hold = ''
           where workspace_id = :workspace
             and mail_id = :mail
             and state in ('planned', 'due', 'claimed')
          returning mail_id, token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'cancelled', :by, :reason, token
        from withdrawn
      """;

  /** Locks each row that a gate may want at this moment; the later one sees what the other did. */
  private static final String WITHDRAW_TO_ADDRESSES =
      """
      with open as (
          select mail_id
            from outbox.mail
           where workspace_id = :workspace
             and state in ('planned', 'due', 'claimed')
             and people.with_mailboxes(recipients) && :addresses
           order by mail_id
             for update),
      withdrawn as (
          update outbox.mail m
             set state = 'cancelled', lease_until = null, hold = ''
            from open
           where m.workspace_id = :workspace
             and m.mail_id = open.mail_id
          returning m.mail_id, m.token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'cancelled', :by, :reason, token
        from withdrawn
      """;

  private static final String WITHDRAW_TO_DOMAIN =
      """
      with open as (
          select mail_id
            from outbox.mail
           where workspace_id = :workspace
             and state in ('planned', 'due', 'claimed')
             and exists (select 1
                           from unnest(recipients) as r (address)
                          where r.address like '%@' || :domain
                             or r.address like '%.' || :domain)
           order by mail_id
             for update),
      withdrawn as (
          update outbox.mail m
             set state = 'cancelled', lease_until = null, hold = ''
            from open
           where m.workspace_id = :workspace
             and m.mail_id = open.mail_id
          returning m.mail_id, m.token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'cancelled', :by, :reason, token
        from withdrawn
      """;

  private static final String BEING_SENT_TO_ADDRESSES =
      """
      select count(*)
        from outbox.mail
       where workspace_id = :workspace
         and state in ('dispatching', 'in-doubt')
         and people.with_mailboxes(recipients) && :addresses
      """;

  private static final String BEING_SENT_TO_DOMAIN =
      """
      select count(*)
        from outbox.mail
       where workspace_id = :workspace
         and state in ('dispatching', 'in-doubt')
         and exists (select 1
                       from unnest(recipients) as r (address)
                      where r.address like '%@' || :domain
                         or r.address like '%.' || :domain)
      """;

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
   */
  private static final String GATE =
      """
      with asked as (
          select a.mail_id, a.token, a.recipients, a.bytes_hash
            from unnest(:mails, :tokens, :recipients, :hashes) as a (mail_id, token, recipients, bytes_hash)),
      fit as (
          select m.mail_id
            from outbox.mail m
            join asked on asked.mail_id = m.mail_id and asked.token = m.token
           where m.workspace_id = :workspace
             and m.state = 'claimed'
             and m.lease_until > clock_timestamp()
             and m.hold = ''
             and m.late_at >= clock_timestamp()
             and array_to_string(m.recipients, ' ') = asked.recipients
             and encode(m.bytes_hash, 'hex') = asked.bytes_hash
             and exists (select 1
                           from outbox.fence f
                          where f.workspace_id = :workspace
                            and f.place = :place
                            and not f.fenced)
             and outbox.stop_against(m.workspace_id, m.recipients) is null
             and mailboxes.proven_at(m.workspace_id, m.account_id)
                     >= clock_timestamp() - :freshness * interval '1 millisecond'
             and not mail.has_news(m.workspace_id, m.known_at,
                                   people.possible_addresses(m.workspace_id,
                                                             people.with_mailboxes(m.recipients)),
                                   m.thread_ids, m.answers_id, :own)
           order by m.mail_id
             for update of m),
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
      with said as (
          select s.mail_id, s.token, s.state, s.hold, s.problem, s.reason, s.pause, s.copy_state
            from unnest(:mails, :tokens, :states, :holds, :problems, :reasons, :pauses, :copies)
                     as s (mail_id, token, state, hold, problem, reason, pause, copy_state)),
      found as (
          select m.mail_id
            from outbox.mail m
            join said on said.mail_id = m.mail_id and said.token = m.token
           where m.workspace_id = :workspace
             and m.state in ('claimed', 'dispatching', 'in-doubt')
           order by m.mail_id
             for update of m),
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
            join said on said.mail_id = found.mail_id
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

  private static final String RESOLVE =
      """
      with resolved as (
          update outbox.mail
             set state = :state,
                 sent_at = case when :state = 'sent' then clock_timestamp() end,
                 problem = :problem
           where workspace_id = :workspace
             and mail_id = :mail
             and state = 'in-doubt'
          returning mail_id, token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), :state, :by, :reason, token
        from resolved
      """;

  private static final String RELEASE =
      """
      with released as (
          update outbox.mail
             set hold = '',
                 problem = '',
                 known_at = :known_at,
                 due_at = greatest(due_at, :due_at),
                 late_at = :late_at
           where workspace_id = :workspace
             and mail_id = :mail
             and state in ('planned', 'due')
             and hold <> ''
          returning mail_id, state)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), state, :by, :reason, 0
        from released
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

  private static final String ONE =
      """
      select mail_id, account_id, state, internet_id, to_addresses, cc_addresses, bcc_addresses, subject,
             body, conversation_id, answers_id, approved_at, due_at, late_at, hold, attempts, problem,
             sent_at, copy_state
        from outbox.mail
       where workspace_id = :workspace
         and mail_id = :mail
      """;

  private static final String OPEN =
      """
      select mail_id, account_id, state, internet_id, to_addresses, cc_addresses, bcc_addresses, subject,
             body, conversation_id, answers_id, approved_at, due_at, late_at, hold, attempts, problem,
             sent_at, copy_state
        from outbox.mail
       where workspace_id = :workspace
         and state in ('planned', 'due', 'claimed', 'dispatching', 'in-doubt')
       order by due_at, mail_id
       limit :limit
      """;

  private static final String IN_DOUBT =
      """
      select mail_id, account_id, state, internet_id, to_addresses, cc_addresses, bcc_addresses, subject,
             body, conversation_id, answers_id, approved_at, due_at, late_at, hold, attempts, problem,
             sent_at, copy_state
        from outbox.mail
       where workspace_id = :workspace
         and state = 'in-doubt'
       order by due_at, mail_id
      """;

  private static final String NEWEST =
      """
      select mail_id, account_id, state, internet_id, to_addresses, cc_addresses, bcc_addresses, subject,
             body, conversation_id, answers_id, approved_at, due_at, late_at, hold, attempts, problem,
             sent_at, copy_state
        from outbox.mail
       where workspace_id = :workspace
         and (approved_at, mail_id) < (:before, :mail)
       order by approved_at desc, mail_id desc
       limit :limit
      """;

  private static final String BYTES =
      """
      select bytes
        from outbox.mail
       where workspace_id = :workspace
         and mail_id = :mail
      """;

  private static final String STEPS =
      """
      select at, state, by, reason
        from outbox.step
       where workspace_id = :workspace
         and mail_id = :mail
       order by position
      """;

  private final JdbcClient jdbc;

  OutboxStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, OutgoingId id, Approved mail) {
    var conversation = mail.conversation();
    var answers = mail.answers();
    jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("mail", id.value())
        .param("account", mail.account().value())
        .param("internet_id", mail.internetId())
        .param("recipients", addresses(mail.recipients()))
        .param("to", addresses(mail.to()))
        .param("cc", addresses(mail.cc()))
        .param("bcc", addresses(mail.bcc()))
        .param("subject", mail.subject())
        .param("body", mail.body())
        .param("conversation", conversation == null ? null : conversation.value())
        .param("answers", answers == null ? null : answers.value())
        .param("thread_ids", texts(mail.threadIds(), Function.identity()))
        .param("bytes", mail.bytes().toArray())
        .param("known_at", Timestamp.from(mail.knownAt()))
        .param("approved_by", mail.approvedBy().value())
        .param("due_at", Timestamp.from(mail.dueAt()))
        .param("late_at", Timestamp.from(mail.lateAt()))
        .param("by", mail.approvedBy().toString())
        .param("reason", "Approved by a person.")
        .update();
  }

  boolean withdraw(WorkspaceId workspace, OutgoingId id, String by, String reason) {
    return jdbc.sql(WITHDRAW)
            .param("workspace", workspace.value())
            .param("mail", id.value())
            .param("by", by)
            .param("reason", reason)
            .update()
        == 1;
  }

  int withdrawTo(WorkspaceId workspace, Collection<String> addresses, String by, String reason) {
    return jdbc.sql(WITHDRAW_TO_ADDRESSES)
        .param("workspace", workspace.value())
        .param("addresses", texts(addresses, Function.identity()))
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  int withdrawToDomain(WorkspaceId workspace, String domain, String by, String reason) {
    return jdbc.sql(WITHDRAW_TO_DOMAIN)
        .param("workspace", workspace.value())
        .param("domain", domain)
        .param("by", by)
        .param("reason", reason)
        .update();
  }

  int beingSentTo(WorkspaceId workspace, Collection<String> addresses) {
    return jdbc.sql(BEING_SENT_TO_ADDRESSES)
        .param("workspace", workspace.value())
        .param("addresses", texts(addresses, Function.identity()))
        .query(Integer.class)
        .single();
  }

  int beingSentToDomain(WorkspaceId workspace, String domain) {
    return jdbc.sql(BEING_SENT_TO_DOMAIN)
        .param("workspace", workspace.value())
        .param("domain", domain)
        .query(Integer.class)
        .single();
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

  /** Who asks at the gate, and what it is about to send. */
  record AtGate(OutgoingId id, long token, String recipients, String hash) {}

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

  boolean resolve(
      WorkspaceId workspace, OutgoingId id, OutgoingState state, String by, String reason) {
    return jdbc.sql(RESOLVE)
            .param("workspace", workspace.value())
            .param("mail", id.value())
            .param("state", state.word())
            .param("by", by)
            .param("reason", reason)
            .param("problem", state == OutgoingState.SENT ? "" : reason)
            .update()
        == 1;
  }

  int findEvidence(WorkspaceId workspace, String node) {
    return jdbc.sql(FIND_EVIDENCE)
        .param("workspace", workspace.value())
        .param("node", node)
        .update();
  }

  boolean release(
      WorkspaceId workspace,
      OutgoingId id,
      String by,
      Instant knownAt,
      Instant dueAt,
      Instant lateAt) {
    return jdbc.sql(RELEASE)
            .param("workspace", workspace.value())
            .param("mail", id.value())
            .param("by", by)
            .param("reason", "A person looked at it again.")
            .param("known_at", Timestamp.from(knownAt))
            .param("due_at", Timestamp.from(dueAt))
            .param("late_at", Timestamp.from(lateAt))
            .update()
        == 1;
  }

  Optional<OutgoingMail> one(WorkspaceId workspace, OutgoingId id) {
    return jdbc.sql(ONE)
        .param("workspace", workspace.value())
        .param("mail", id.value())
        .query(OutboxStore::mail)
        .optional();
  }

  /** Those that are not final, the next due first. */
  List<OutgoingMail> open(WorkspaceId workspace, int limit) {
    return jdbc.sql(OPEN)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query(OutboxStore::mail)
        .list();
  }

  List<OutgoingMail> inDoubt(WorkspaceId workspace) {
    return jdbc.sql(IN_DOUBT).param("workspace", workspace.value()).query(OutboxStore::mail).list();
  }

  List<OutgoingMail> newest(WorkspaceId workspace, Instant before, UUID id, int limit) {
    return jdbc.sql(NEWEST)
        .param("workspace", workspace.value())
        .param("before", Timestamp.from(before))
        .param("mail", id)
        .param("limit", limit)
        .query(OutboxStore::mail)
        .list();
  }

  Optional<LetterBytes> bytes(WorkspaceId workspace, OutgoingId id) {
    return jdbc.sql(BYTES)
        .param("workspace", workspace.value())
        .param("mail", id.value())
        .query((rs, _) -> LetterBytes.of(rs.getBytes("bytes")))
        .optional();
  }

  List<Step> steps(WorkspaceId workspace, OutgoingId id) {
    return jdbc.sql(STEPS)
        .param("workspace", workspace.value())
        .param("mail", id.value())
        .query((rs, _) ->
            new Step(
                rs.getTimestamp("at").toInstant(),
                OutgoingState.of(rs.getString("state")),
                rs.getString("by"),
                rs.getString("reason")))
        .list();
  }

  private static OutgoingMail mail(ResultSet rs, int number) throws SQLException {
    var conversation = rs.getObject("conversation_id", UUID.class);
    var answers = rs.getObject("answers_id", UUID.class);
    return new OutgoingMail(
        new OutgoingId(rs.getObject("mail_id", UUID.class)),
        new MailAccountId(rs.getObject("account_id", UUID.class)),
        OutgoingState.of(rs.getString("state")),
        rs.getString("internet_id"),
        addresses(rs.getArray("to_addresses")),
        addresses(rs.getArray("cc_addresses")),
        addresses(rs.getArray("bcc_addresses")),
        rs.getString("subject"),
        rs.getString("body"),
        conversation == null ? null : new ConversationId(conversation),
        answers == null ? null : new MessageId(answers),
        rs.getTimestamp("approved_at").toInstant(),
        rs.getTimestamp("due_at").toInstant(),
        rs.getTimestamp("late_at").toInstant(),
        rs.getString("hold"),
        rs.getInt("attempts"),
        rs.getString("problem"),
        instant(rs, "sent_at"),
        rs.getString("copy_state"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    var stamp = rs.getTimestamp(column);
    return stamp == null ? null : stamp.toInstant();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static List<EmailAddress> addresses(Array array) throws SQLException {
    return texts(array).stream().map(EmailAddress::new).toList();
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
