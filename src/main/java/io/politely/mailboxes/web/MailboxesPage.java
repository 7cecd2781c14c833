package io.politely.mailboxes.web;

import java.util.List;

/** What the list of mailboxes shows. */
public record MailboxesPage(List<Row> rows) {

  public MailboxesPage {
    rows = List.copyOf(rows);
  }

  /**
   * One mailbox.
   *
   * @param state a word
   * @param detail how far it is known, or why it needs attention
   */
  public record Row(String link, String address, String state, String look, String detail) {}
}
