package io.politely.mailboxes;

import io.politely.mailboxes.Server.Security;

/**
 * Where a user allows Politely to read and send for them, without a password (RFC 6749, with PKCE
 * after RFC 7636 and a loopback redirect after RFC 8252).
 *
 * @param authorization where the user says yes
 * @param token where a code or a refresh token is exchanged
 * @param scope what is asked for
 * @param extra more parameters for the authorization, as a query, or ""
 * @param imap {@code host:port:security}; "" where the user has to say
 * @param help what the user has to do there first, or ""
 */
public record OAuthProvider(
    String id,
    String name,
    String authorization,
    String token,
    String scope,
    String extra,
    String imap,
    String smtp,
    boolean savesSent,
    String help) {

  /** The id of a provider that the user named. */
  public static final String OWN = "own";

  /** Where mail is read. */
  public Server imapServer() {
    return server(imap);
  }

  /** Where mail is sent. */
  public Server smtpServer() {
    return server(smtp);
  }

  /** A server as {@link #imap} has it. */
  static String written(Server server) {
    return "%s:%d:%s".formatted(server.host(), server.port(), server.security().word());
  }

  private static Server server(String text) {
    int port = text.lastIndexOf(':', text.lastIndexOf(':') - 1);
    int security = text.lastIndexOf(':');
    return new Server(
        text.substring(0, port),
        Integer.parseInt(text.substring(port + 1, security)),
        Security.of(text.substring(security + 1)));
  }
}
