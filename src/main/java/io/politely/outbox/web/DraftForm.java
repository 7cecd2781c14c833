package io.politely.outbox.web;

import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccountId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Leaving;
import io.politely.web.Typed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The fields of the page on which a letter is written, as a browser sends them. */
record DraftForm(Map<String, String> fields) {

  DraftForm {
    fields = Map.copyOf(fields);
  }

  /** What was typed. */
  DraftText text() {
    var added = addition();
    return new DraftText(
        id("account").map(MailAccountId::new).orElse(null),
        field("to") + (added.startsWith("to:") ? joined("to", added) : ""),
        field("cc") + (added.startsWith("cc:") ? joined("cc", added) : ""),
        field("bcc") + (added.startsWith("bcc:") ? joined("bcc", added) : ""),
        field("subject"),
        field("body"),
        id("answers").map(MessageId::new).orElse(null),
        !field("quoting").isEmpty(),
        Leaving.of(field("leaving").toLowerCase(Locale.ROOT)),
        field("leavingAt"));
  }

  /** Which button was pressed: "preview", "find", or another one that only saves. */
  String then() {
    return field("then");
  }

  /** Whom the writer looks for, or "". */
  String find() {
    return field("find").strip();
  }

  /** Files that do not go with it any more. */
  List<UUID> detached() {
    return id("detach").stream().toList();
  }

  /**
   * What was before the writer's eyes when the page was made. Who does not say so has seen nothing:
   * then whatever came holds the letter.
   */
  static Instant known(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  Instant known() {
    return known(field("known"));
  }

  /** Somebody who was found and is to be added: "cc:grace@example.org", or "". */
  private String addition() {
    return field("add");
  }

  private String joined(String line, String added) {
    var before = field(line).strip();
    return (before.isEmpty() || before.endsWith(",") ? " " : ", ")
        + added.substring(line.length() + 1);
  }

  private Optional<UUID> id(String name) {
    return Typed.uuid(field(name));
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
