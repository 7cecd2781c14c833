package io.politely.mailboxes.web;

import java.util.List;

/**
 * The page that connects a mailbox: first the address, then the servers and the password.
 *
 * @param asksServers whether the servers are shown: found, or to be entered
 * @param found how they were found, or that they were not; ""
 * @param help what the user has to do at the provider first, or ""
 * @param byOAuth whether the provider lets nobody in by password
 */
public record ConnectPage(
    MailboxForm form,
    boolean asksServers,
    String found,
    String help,
    boolean byOAuth,
    List<String> problems) {

  public ConnectPage {
    problems = List.copyOf(problems);
  }

  static ConnectPage first(MailboxForm form, List<String> problems) {
    return new ConnectPage(form, false, "", "", false, problems);
  }
}
