package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageId;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What has to go from the outbox when somebody is erased. */
@Repository
class OutboxErasureStore {

  private static final String IS_BEING_SENT =
      """
      select exists (select 1
                       from outbox.mail
                      where workspace_id = :workspace
                        and state = 'dispatching'
                        and people.with_mailboxes(recipients) && :addresses)
      """;

  private static final String MAILS_AFTER =
      """
      select mail_id,
             concat_ws(' ', subject, body, problem, hold, array_to_string(recipients, ' '),
                       array_to_string(to_addresses, ' '), array_to_string(cc_addresses, ' '),
                       array_to_string(bcc_addresses, ' ')) as texts,
             bytes
        from outbox.mail
       where workspace_id = :workspace
         and mail_id > :after
         and recipients <> '{}'
       order by mail_id
       limit :limit
      """;

  private static final String LOCK =
      """
      select mail_id
        from outbox.mail
       where workspace_id = :workspace
         and mail_id = any (:mails)
       order by mail_id
         for update
      """;

  /**
   * That it left stays, and under which Message-ID: nothing is sent twice, and a database that was
   * put back is known by it. What may have arrived is not sent again.
   */
  private static final String EMPTY =
      """
      with emptied as (
          update outbox.mail
             set state = case when state in ('planned', 'due', 'claimed') then 'cancelled'
                              when state = 'in-doubt' then 'failed'
                              else state end,
                 lease_until = null,
                 hold = '',
                 recipients = '{}',
                 to_addresses = '{}',
                 cc_addresses = '{}',
                 bcc_addresses = '{}',
                 subject = '',
                 body = '',
                 conversation_id = null,
                 answers_id = null,
                 thread_ids = '{}',
                 bytes = '',
                 bytes_hash = sha256(''),
                 problem = '',
                 copy_state = case when copy_state = 'waiting' then 'none' else copy_state end
           where workspace_id = :workspace
             and mail_id = any (:mails)
             and state <> 'dispatching'
          returning mail_id, state, token)
      insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
      select :workspace, mail_id, clock_timestamp(), state, 'an erasure', 'Erased with somebody whom it named.', token
        from emptied
      """;

  private static final String EMPTY_STEPS =
      """
      update outbox.step
         set reason = ''
       where workspace_id = :workspace
         and mail_id = any (:mails)
      """;

  private static final String NO_LONGER_ANSWER =
      """
      update outbox.mail
         set answers_id = null
       where workspace_id = :workspace
         and answers_id = any (:messages)
      """;

  private static final String DRAFTS_NO_LONGER_ANSWER =
      """
      update outbox.draft
         set answers_id = null, is_quoting = false, internet_id = '', bytes = null, due_at = null
       where workspace_id = :workspace
         and answers_id = any (:messages)
      """;

  private static final String STOPS_NO_LONGER_BY =
      """
      update outbox.do_not_contact
         set message_id = null
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  private static final String DRAFTS =
      """
      select draft_id, concat_ws(' ', to_line, cc_line, bcc_line, subject, body) as texts
        from outbox.draft
       where workspace_id = :workspace
       order by draft_id
      """;

  private static final String BYTES_OF_DRAFT =
      """
      select bytes
        from outbox.draft
       where workspace_id = :workspace
         and draft_id = :draft
         and bytes is not null
      """;

  private static final String FILES =
      """
      select name, content
        from outbox.draft_file
       where workspace_id = :workspace
         and draft_id = :draft
      """;

  private static final String REMOVE_DRAFTS =
      """
      delete from outbox.draft
       where workspace_id = :workspace
         and draft_id = any (:drafts)
      """;

  private static final String REMOVE_STOPS =
      """
      delete from outbox.do_not_contact
       where workspace_id = :workspace
         and (   (scope = 'person' and value = any (:persons))
              or (scope = 'address' and people.with_mailboxes(array[value]) && :addresses))
      """;

  private static final String STOPS =
      """
      select stop_id, reason
        from outbox.do_not_contact
       where workspace_id = :workspace
      """;

  private static final String SET_REASON =
      """
      update outbox.do_not_contact
         set reason = :reason
       where workspace_id = :workspace
         and stop_id = :stop
      """;

  private final JdbcClient jdbc;

  OutboxErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that a mail says. */
  @SuppressWarnings("ArrayRecordComponent") // looked through at once, never compared
  record MailTexts(UUID id, String texts, byte[] bytes) {}

  /** What was typed. */
  record DraftTexts(UUID id, String texts) {}

  /** A file that goes with a draft. */
  @SuppressWarnings("ArrayRecordComponent") // looked through at once, never compared
  record FileContent(String name, byte[] content) {}

  /** Why nothing is sent to somebody. */
  record StopReason(UUID id, String reason) {}

  boolean isBeingSent(WorkspaceId workspace, Collection<EmailAddress> recipients) {
    return jdbc.sql(IS_BEING_SENT)
        .param("workspace", workspace.value())
        .param("addresses", texts(recipients))
        .query(Boolean.class)
        .single();
  }

  List<MailTexts> mailsAfter(WorkspaceId workspace, UUID after, int limit) {
    return jdbc.sql(MAILS_AFTER)
        .param("workspace", workspace.value())
        .param("after", after)
        .param("limit", limit)
        .query((rs, _) ->
            new MailTexts(
                rs.getObject("mail_id", UUID.class), rs.getString("texts"), rs.getBytes("bytes")))
        .list();
  }

  /** Leaves nothing of these mails but what became of them. */
  void empty(WorkspaceId workspace, Collection<UUID> mails) {
    jdbc.sql(LOCK)
        .param("workspace", workspace.value())
        .param("mails", uuids(mails))
        .query(UUID.class)
        .list();
    jdbc.sql(EMPTY_STEPS)
        .param("workspace", workspace.value())
        .param("mails", uuids(mails))
        .update();
    int emptied =
        jdbc.sql(EMPTY).param("workspace", workspace.value()).param("mails", uuids(mails)).update();
    if (emptied != mails.size()) {
      throw new ConcurrencyFailureException("A mail to somebody is being sent at this moment");
    }
  }

  /** What refers to these messages does so no more. */
  void noLongerAnswer(WorkspaceId workspace, Collection<MessageId> messages) {
    var gone = uuids(messages.stream().map(MessageId::value).toList());
    for (var sql : List.of(NO_LONGER_ANSWER, DRAFTS_NO_LONGER_ANSWER, STOPS_NO_LONGER_BY)) {
      jdbc.sql(sql).param("workspace", workspace.value()).param("messages", gone).update();
    }
  }

  List<DraftTexts> drafts(WorkspaceId workspace) {
    return jdbc.sql(DRAFTS)
        .param("workspace", workspace.value())
        .query(
            (rs, _) -> new DraftTexts(rs.getObject("draft_id", UUID.class), rs.getString("texts")))
        .list();
  }

  Optional<byte[]> bytesOfDraft(WorkspaceId workspace, UUID draft) {
    return jdbc.sql(BYTES_OF_DRAFT)
        .param("workspace", workspace.value())
        .param("draft", draft)
        .query(byte[].class)
        .optional();
  }

  List<FileContent> files(WorkspaceId workspace, UUID draft) {
    return jdbc.sql(FILES)
        .param("workspace", workspace.value())
        .param("draft", draft)
        .query((rs, _) -> new FileContent(rs.getString("name"), rs.getBytes("content")))
        .list();
  }

  void remove(WorkspaceId workspace, Collection<UUID> drafts) {
    jdbc.sql(REMOVE_DRAFTS)
        .param("workspace", workspace.value())
        .param("drafts", uuids(drafts))
        .update();
  }

  void removeStops(WorkspaceId workspace, Traces traces) {
    jdbc.sql(REMOVE_STOPS)
        .param("workspace", workspace.value())
        .param(
            "persons",
            new SqlArrayValue("text", traces.persons().stream().map(PersonId::toString).toArray()))
        .param("addresses", texts(traces.addresses()))
        .update();
  }

  List<StopReason> stops(WorkspaceId workspace) {
    return jdbc.sql(STOPS)
        .param("workspace", workspace.value())
        .query(
            (rs, _) -> new StopReason(rs.getObject("stop_id", UUID.class), rs.getString("reason")))
        .list();
  }

  void setReason(WorkspaceId workspace, UUID stop, String reason) {
    jdbc.sql(SET_REASON)
        .param("workspace", workspace.value())
        .param("stop", stop)
        .param("reason", reason)
        .update();
  }

  private static SqlArrayValue texts(Collection<EmailAddress> addresses) {
    return new SqlArrayValue(
        "text",
        addresses.stream()
            .flatMap(address -> Stream.of(address, address.withoutTag()))
            .map(EmailAddress::value)
            .distinct()
            .toArray());
  }

  private static SqlArrayValue uuids(Collection<UUID> ids) {
    return new SqlArrayValue("uuid", ids.toArray());
  }
}
