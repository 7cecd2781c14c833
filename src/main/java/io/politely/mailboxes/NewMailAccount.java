package io.politely.mailboxes;

import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;

/**
 * What a user tells about a mailbox on a server.
 *
 * @param secret the password; for OAuth 2 what the provider handed out, as JSON
 */
public record NewMailAccount(
    EmailAddress address,
    String displayName,
    Server imap,
    Server smtp,
    String login,
    Authentication authentication,
    String secret,
    boolean savesSentItself) {

  @Override
  public String toString() {
    return "the mailbox of " + address;
  }
}
