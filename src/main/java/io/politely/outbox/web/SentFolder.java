package io.politely.outbox.web;

import io.politely.mail.FolderRole;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailFolder;
import io.politely.outbox.OutgoingState;
import io.politely.outbox.Step;
import io.politely.web.Moments;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a mailbox keeps what was sent from it. That a mail is not there is worth knowing when it is
 * in doubt, and proves nothing: it may be filed later, or elsewhere, or nowhere.
 *
 * @param provenAt everything in it was known at this moment; of several such folders the oldest
 * @param filesItself whether the provider puts there what it takes
 */
record SentFolder(Instant provenAt, boolean filesItself) {

  /** Empty where there is none, or one was never read completely. */
  static Optional<SentFolder> of(MailAccount account, List<MailFolder> folders) {
    var sent = folders.stream().filter(folder -> folder.role() == FolderRole.SENT).toList();
    var proven = sent.stream().flatMap(folder -> folder.completeUpTo().stream()).toList();
    return proven.size() < sent.size()
        ? Optional.empty()
        : proven.stream()
            .min(Comparator.naturalOrder())
            .map(oldest -> new SentFolder(oldest, account.savesSentItself()));
  }

  /**
   * What to say of a mail in doubt of which no copy is known; "" where the folder was not read
   * since the last attempt was over.
   */
  String saysOf(List<Step> steps, Moments moments) {
    var attempted =
        steps.stream()
            .filter(step ->
                step.state() == OutgoingState.DISPATCHING || step.state() == OutgoingState.IN_DOUBT)
            .map(Step::at)
            .max(Comparator.naturalOrder());
    if (attempted.isEmpty() || !provenAt.isAfter(attempted.get())) {
      return "";
    }
    var said =
        "Sent was read completely after the attempt (%s), and does not have it."
            .formatted(moments.at(provenAt));
    return filesItself
        ? said
        : said + " A copy is filed there only once the server has taken a mail: this tells little.";
  }
}
