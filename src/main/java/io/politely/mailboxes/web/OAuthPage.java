package io.politely.mailboxes.web;

import java.util.List;

/**
 * The page that connects a mailbox without a password.
 *
 * @param redirect the address to come back to, which the provider has to know
 * @param mailbox the address, and the servers where the user has to name them
 * @param going where the user says yes; "" before
 * @param goingTo the provider's name
 */
public record OAuthPage(
    List<Choice> choices,
    String redirect,
    MailboxForm mailbox,
    OAuthForm form,
    String going,
    String goingTo,
    List<String> problems) {

  public OAuthPage {
    choices = List.copyOf(choices);
    problems = List.copyOf(problems);
  }

  /** A provider to choose. */
  public record Choice(String id, String name, String help, boolean isChosen) {}
}
