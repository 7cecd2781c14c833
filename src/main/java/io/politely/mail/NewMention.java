package io.politely.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What connects a message to others: everything it names. Messages that name the same thing may
 * belong together.
 *
 * @param names its own id first, then the ids it refers to, its base subjects and its ticket,
 *     providers' thread ids
 */
record NewMention(MessageId message, Instant sentAt, List<String> names) {

  NewMention {
    names = List.copyOf(names);
  }

  /**
   * Of a message.
   *
   * @param bulk bulk mail mentions no subject: nobody answers it, and thousands may share one
   */
  static NewMention of(
      MessageId message,
      String contentHash,
      Instant sentAt,
      @Nullable String internetId,
      List<String> inReplyTo,
      List<String> references,
      String subject,
      boolean bulk,
      Set<String> hints) {
    var names = new ArrayList<String>();
    names.add(internetId == null ? "h:" + contentHash : "m:" + internetId);
    references.forEach(id -> names.add("m:" + id));
    inReplyTo.stream().limit(1).forEach(id -> names.add("m:" + id));
    var base = SubjectRules.base(subject);
    if (!bulk && !base.isEmpty()) {
      names.add("s:" + base);
    }
    var ticket = SubjectRules.ticket(subject);
    if (!ticket.isEmpty()) {
      names.add("t:" + ticket);
    }
    var former = SubjectRules.formerBase(subject);
    if (!former.isEmpty()) {
      names.add("s:" + former);
    }
    hints.forEach(hint -> names.add("p:" + hint));
    return new NewMention(message, sentAt, names);
  }
}
