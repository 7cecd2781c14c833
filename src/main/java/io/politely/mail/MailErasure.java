package io.politely.mail;

import io.politely.accounts.Accounts;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Removes messages that name somebody. A message goes whole: what stands in its bytes, packed,
 * encoded and signed, cannot be taken out of them, and half a message is no evidence.
 */
@Component
class MailErasure {

  private static final int MESSAGES_AT_ONCE = 200;
  private static final int SPOILT_AT_ONCE = 20;

  private final MailErasureStore store;
  private final LeftOut leftOut;
  private final Accounts accounts;

  MailErasure(MailErasureStore store, LeftOut leftOut, Accounts accounts) {
    this.store = store;
    this.leftOut = leftOut;
    this.accounts = accounts;
  }

  Mail.Naming naming(WorkspaceId workspace, Collection<EmailAddress> addresses) {
    return store.named(workspace, addresses, accounts.ownAddresses(workspace));
  }

  List<Mail.Head> heads(WorkspaceId workspace, Collection<MessageId> messages) {
    return store.heads(workspace, messages);
  }

  Optional<Mail.Looked> look(WorkspaceId workspace, Mentions mentions, MessageId after) {
    var naming = new HashSet<MessageId>();
    var last = after;
    for (var message : store.rawAfter(workspace, after, MESSAGES_AT_ONCE).entrySet()) {
      last = message.getKey();
      if (MessageTexts.isNamedIn(message.getValue(), mentions)) {
        naming.add(last);
      }
    }
    return last.equals(after) ? Optional.empty() : Optional.of(new Mail.Looked(naming, last));
  }

  Set<ConversationId> erase(
      WorkspaceId workspace, UUID erasure, Set<MessageId> messages, Mentions mentions) {
    var spoilt = spoilt(workspace, mentions);
    var places = store.remove(workspace, messages);
    store.removeQuarantined(workspace, spoilt);
    leftOut.keepOut(workspace, erasure, places.hashes());
    leftOut.keepOut(workspace, erasure, spoilt);
    return places.conversations();
  }

  void letIn(WorkspaceId workspace, UUID erasure) {
    store.letIn(workspace, erasure);
  }

  /** There is little of it, and each is at most a megabyte. */
  private Set<String> spoilt(WorkspaceId workspace, Mentions mentions) {
    var naming = new HashSet<String>();
    var last = "";
    while (true) {
      var some = store.quarantinedAfter(workspace, last, SPOILT_AT_ONCE);
      if (some.isEmpty()) {
        return naming;
      }
      for (var one : some.entrySet()) {
        last = one.getKey();
        if (MessageTexts.isNamedIn(one.getValue(), mentions)) {
          naming.add(last);
        }
      }
    }
  }
}
