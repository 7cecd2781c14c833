package io.politely.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageId;
import io.politely.mail.MessageTexts;
import io.politely.outbox.OutboxErasureStore.DraftTexts;
import io.politely.outbox.OutboxErasureStore.MailTexts;
import io.politely.people.Mentions;
import io.politely.people.Traces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes somebody out of what leaves, left, or is written. */
@Component
class OutgoingErasure {

  private static final int ROWS_AT_ONCE = 100;
  private static final UUID BEGINNING = new UUID(0, 0);

  private final OutboxErasureStore store;

  OutgoingErasure(OutboxErasureStore store) {
    this.store = store;
  }

  boolean isBeingSent(WorkspaceId workspace, Collection<EmailAddress> recipients) {
    return store.isBeingSent(workspace, recipients);
  }

  ErasedLetters erase(WorkspaceId workspace, Traces traces, Collection<MessageId> messages) {
    var mentions = new Mentions(traces);
    var mails = mailsNaming(workspace, mentions);
    var drafts = draftsNaming(workspace, mentions);
    store.empty(workspace, mails);
    store.remove(workspace, drafts);
    store.noLongerAnswer(workspace, messages);
    store.removeStops(workspace, traces);
    for (var stop : store.stops(workspace)) {
      if (mentions.isIn(stop.reason())) {
        store.setReason(workspace, stop.id(), mentions.removedFrom(stop.reason()));
      }
    }
    return new ErasedLetters(mails.size(), drafts.size());
  }

  private Collection<UUID> mailsNaming(WorkspaceId workspace, Mentions mentions) {
    var naming = new ArrayList<UUID>();
    var last = BEGINNING;
    while (true) {
      var some = store.mailsAfter(workspace, last, ROWS_AT_ONCE);
      if (some.isEmpty()) {
        return naming;
      }
      last = some.getLast().id();
      some.stream().filter(mail -> isNamed(mail, mentions)).map(MailTexts::id).forEach(naming::add);
    }
  }

  private static boolean isNamed(MailTexts mail, Mentions mentions) {
    return mentions.isIn(mail.texts()) || isNamed(mail.bytes(), mentions);
  }

  private Collection<UUID> draftsNaming(WorkspaceId workspace, Mentions mentions) {
    var naming = new ArrayList<UUID>();
    for (var draft : store.drafts(workspace)) {
      if (isNamed(workspace, draft, mentions)) {
        naming.add(draft.id());
      }
    }
    return naming;
  }

  private boolean isNamed(WorkspaceId workspace, DraftTexts draft, Mentions mentions) {
    return mentions.isIn(draft.texts())
        || isNamed(store.bytesOfDraft(workspace, draft.id()).orElse(null), mentions)
        || store.files(workspace, draft.id()).stream()
            .anyMatch(file ->
                mentions.isIn(file.name())
                    || mentions.isIn(new String(file.content(), UTF_8))
                    || isNamed(file.content(), mentions));
  }

  private static boolean isNamed(byte @Nullable [] bytes, Mentions mentions) {
    return Optional.ofNullable(bytes).map(it -> MessageTexts.isNamedIn(it, mentions)).orElse(false);
  }
}
