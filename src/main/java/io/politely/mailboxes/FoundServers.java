package io.politely.mailboxes;

/**
 * Servers that may be those of an address.
 *
 * @param how how they were found, a sentence
 * @param help what the user has to do first, or ""
 * @param login the user name where it is told, else ""
 * @param password "own", "app" or "oauth2", see {@link Provider}
 */
public record FoundServers(
    Server imap,
    Server smtp,
    String login,
    String how,
    String help,
    String password,
    boolean savesSent) {

  static FoundServers of(Provider provider, String how) {
    return new FoundServers(
        provider.imapServer(),
        provider.smtpServer(),
        "",
        how,
        provider.help(),
        provider.password(),
        provider.savesSent());
  }
}
