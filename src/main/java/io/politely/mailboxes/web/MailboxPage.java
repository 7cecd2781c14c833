package io.politely.mailboxes.web;

import java.util.List;

/**
 * What the page of one mailbox shows.
 *
 * @param state a word: Reading, Paused, Needs attention
 * @param problem why it needs attention, or ""
 * @param proof how far it is known: "Complete up to 14:32", or what is missing
 * @param form how it is reached
 * @param formProblems what is wrong with what was entered
 */
public record MailboxPage(
    String path,
    String address,
    String state,
    String look,
    String problem,
    String proof,
    boolean isPaused,
    String name,
    String signature,
    MailboxForm form,
    List<String> formProblems,
    List<FolderLine> folders,
    List<LogLine> log) {

  public MailboxPage {
    formProblems = List.copyOf(formProblems);
    folders = List.copyOf(folders);
    log = List.copyOf(log);
  }

  /**
   * A folder on the server.
   *
   * @param proof "complete up to 14:32", or what is missing
   */
  public record FolderLine(String name, String count, String proof, boolean isProven) {}

  /** A sentence of the log. */
  public record LogLine(String at, String sentence) {}
}
