package io.politely.testing;

import io.politely.database.TestIds;
import io.politely.kernel.EmailAddress;
import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Mail as the import leaves it behind: threaded messages of two people, put in by hand. */
public final class MailArchive {

  private final TestWorkspace workspace;
  private long changes;

  public MailArchive(TestWorkspace workspace) {
    this.workspace = workspace;
  }

  public void ownAddress(EmailAddress address) {
    workspace.run(() ->
        workspace
            .jdbc()
            .sql(
                """
                insert into accounts.own_address (workspace_id, address, added_at)
                values (:workspace, :address, :now)
                """)
            .param("workspace", workspace.id().value())
            .param("address", address.value())
            .param("now", Timestamp.from(Instant.EPOCH))
            .update());
  }

  public ConversationId conversation(String subject) {
    var id = TestIds.shared().next();
    workspace.run(() ->
        workspace
            .jdbc()
            .sql(
                """
                insert into mail.conversation
                       (workspace_id, conversation_id, subject, first_at, last_at, message_count,
                        change_number)
                values (:workspace, :conversation, :subject, :now, :now, 0, :change)
                """)
            .param("workspace", workspace.id().value())
            .param("conversation", id)
            .param("subject", subject)
            .param("now", Timestamp.from(Instant.EPOCH))
            .param("change", ++changes)
            .update());
    return new ConversationId(id);
  }

  /** A message written by hand. */
  public MessageId message(
      ConversationId conversation,
      EmailAddress from,
      EmailAddress to,
      Instant at,
      String text,
      String signals) {
    var id = TestIds.shared().next();
    workspace.run(() -> {
      insert(id, from, to, at, text, signals);
      place(id, conversation, at);
      count(conversation, at);
      takesPart(from, conversation, at);
      takesPart(to, conversation, at);
      touch(conversation);
    });
    return new MessageId(id);
  }

  /** Everything of one conversation becomes part of another. */
  public void merge(ConversationId gone, ConversationId into) {
    workspace.run(() -> {
      update(
          """
          update mail.thread set conversation_id = :into
           where workspace_id = :workspace and conversation_id = :gone
          """,
          gone,
          into);
      update(
          """
          update mail.conversation set merged_into = :into
           where workspace_id = :workspace and conversation_id = :gone
          """,
          gone,
          into);
      touch(into);
      touch(gone);
    });
  }

  private void update(String sql, ConversationId gone, ConversationId into) {
    workspace
        .jdbc()
        .sql(sql)
        .param("workspace", workspace.id().value())
        .param("gone", gone.value())
        .param("into", into.value())
        .update();
  }

  private void insert(
      UUID id, EmailAddress from, EmailAddress to, Instant at, String text, String signals) {
    workspace
        .jdbc()
        .sql(
            """
            insert into mail.message
                   (workspace_id, message_id, content_hash, internet_id, in_reply_to, reference_ids,
                    subject, sent_at, sent_at_source, from_address, from_name, to_addresses,
                    cc_addresses, list_id, kind, newest_text, attribution, quoted_text, signals, has_html,
                    attachments, size_bytes, reading_version)
            values (:workspace, :message, :hash, null, '{}', '{}', 'Engines', :at, 'date', :from, '',
                    array[:to], '{}', null, 'human', :text, '', '', cast(:signals as jsonb), false, '[]', 1,
                    1)
            """)
        .param("workspace", workspace.id().value())
        .param("message", id)
        .param("hash", sha256(from + " " + to + " " + at + " " + text))
        .param("at", Timestamp.from(at))
        .param("from", from.value())
        .param("to", to.value())
        .param("text", text)
        .param("signals", signals)
        .update();
  }

  private void place(UUID id, ConversationId conversation, Instant at) {
    workspace
        .jdbc()
        .sql(
            """
            insert into mail.thread
                   (workspace_id, message_id, component_id, conversation_id, joined_by, confidence,
                    sent_at)
            values (:workspace, :message, :conversation, :conversation, 'headers', 1, :at)
            """)
        .param("workspace", workspace.id().value())
        .param("message", id)
        .param("conversation", conversation.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  private void count(ConversationId conversation, Instant at) {
    workspace
        .jdbc()
        .sql(
            """
            update mail.conversation
               set message_count = message_count + 1, last_at = greatest(last_at, :at)
             where workspace_id = :workspace and conversation_id = :conversation
            """)
        .param("workspace", workspace.id().value())
        .param("conversation", conversation.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  private void takesPart(EmailAddress address, ConversationId conversation, Instant at) {
    workspace
        .jdbc()
        .sql(
            """
            insert into mail.participant as known
                   (workspace_id, address, conversation_id, wrote, received, last_at)
            values (:workspace, :address, :conversation, 1, 0, :at)
            on conflict (workspace_id, address, conversation_id) do update
               set last_at = greatest(known.last_at, excluded.last_at)
            """)
        .param("workspace", workspace.id().value())
        .param("address", address.value())
        .param("conversation", conversation.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  private void touch(ConversationId conversation) {
    workspace
        .jdbc()
        .sql(
            """
            update mail.conversation set change_number = :change
             where workspace_id = :workspace and conversation_id = :conversation
            """)
        .param("workspace", workspace.id().value())
        .param("conversation", conversation.value())
        .param("change", ++changes)
        .update();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
