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
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The mails that leave, as people see them: planned, withdrawn, decided about, listed. Every change
 * of a state is one statement that compares and sets, and writes its step. Rows are locked in the
 * order of their ids, so that nobody waits in a circle.
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

  /** Only what nobody began to send, and only to a later moment. */
  private static final String POSTPONE =
      """
      with postponed as (
          update outbox.mail
             set due_at = :due_at,
                 late_at = late_at + (cast(:due_at as timestamptz) - due_at)
           where workspace_id = :workspace
             and mail_id = :mail
             and state = 'planned'
             and due_at < :due_at
          returning mail_id, token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), 'planned', :by, :reason, token
        from postponed
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

  private static final String NOTE_DRAFT =
      """
      update outbox.mail
         set draft_id = :draft
       where workspace_id = :workspace
         and mail_id = :mail
      """;

  private static final String OF_DRAFTS =
      """
      select draft_id, internet_id
        from outbox.mail
       where workspace_id = :workspace
         and draft_id = any (:drafts)
       order by approved_at
      """;

  private static final String STATES =
      """
      select mail_id, state
        from outbox.mail
       where workspace_id = :workspace
         and mail_id = any (:mails)
      """;

  private static final String BY_INTERNET_ID =
      """
      select mail_id, account_id, state, internet_id, to_addresses, cc_addresses, bcc_addresses, subject,
             body, conversation_id, answers_id, approved_at, due_at, late_at, hold, attempts, problem,
             sent_at, copy_state
        from outbox.mail
       where workspace_id = :workspace
         and internet_id = any (:internet_ids)
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
         and recipients <> '{}'
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

  void add(WorkspaceId workspace, OutgoingId id, Approved mail, String why) {
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
        .param("reason", why)
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

  boolean postpone(WorkspaceId workspace, OutgoingId id, Instant dueAt, String by, String reason) {
    return jdbc.sql(POSTPONE)
            .param("workspace", workspace.value())
            .param("mail", id.value())
            .param("due_at", Timestamp.from(dueAt))
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

  /** Notes which draft a mail was. */
  void noteDraft(WorkspaceId workspace, OutgoingId id, DraftId draft) {
    jdbc.sql(NOTE_DRAFT)
        .param("workspace", workspace.value())
        .param("mail", id.value())
        .param("draft", draft.value())
        .update();
  }

  /** The Message-IDs of what these drafts became. */
  Map<DraftId, String> internetIdsOf(WorkspaceId workspace, Collection<DraftId> drafts) {
    var found = new HashMap<DraftId, String>();
    jdbc.sql(OF_DRAFTS)
        .param("workspace", workspace.value())
        .param("drafts", new SqlArrayValue("uuid", drafts.stream().map(DraftId::value).toArray()))
        .query(rs -> {
          found.put(new DraftId(rs.getObject("draft_id", UUID.class)), rs.getString("internet_id"));
        });
    return Map.copyOf(found);
  }

  /** Those with these Message-IDs, in no order. */
  Map<OutgoingId, OutgoingState> states(WorkspaceId workspace, Collection<OutgoingId> ids) {
    var states = new HashMap<OutgoingId, OutgoingState>();
    jdbc.sql(STATES)
        .param("workspace", workspace.value())
        .param("mails", new SqlArrayValue("uuid", ids.stream().map(OutgoingId::value).toArray()))
        .query(rs -> {
          states.put(
              new OutgoingId(rs.getObject("mail_id", UUID.class)),
              OutgoingState.of(rs.getString("state")));
        });
    return states;
  }

  List<OutgoingMail> byInternetIds(WorkspaceId workspace, Collection<String> internetIds) {
    return jdbc.sql(BY_INTERNET_ID)
        .param("workspace", workspace.value())
        .param("internet_ids", new SqlArrayValue("text", internetIds.toArray()))
        .query(OutboxStore::mail)
        .list();
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
