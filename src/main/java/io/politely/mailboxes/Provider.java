package io.politely.mailboxes;

import io.politely.mailboxes.Server.Security;
import java.util.List;

/**
 * A provider whose servers are known.
 *
 * @param domains behind the @ of its addresses
 * @param mx the ends of the names of its mail exchangers, for domains of its customers
 * @param password how it lets programs in: "own" (the usual one), "app" (one made for programs),
 *     "oauth2" (no password at all)
 * @param savesSent whether it files what is sent by SMTP in Sent itself
 * @param help what its users have to do first
 */
public record Provider(
    String name,
    List<String> domains,
    List<String> mx,
    String imap,
    String smtp,
    String password,
    boolean savesSent,
    String help) {

  public Provider {
    domains = List.copyOf(domains);
    mx = List.copyOf(mx);
  }

  /** Where mail is read. */
  public Server imapServer() {
    return server(imap);
  }

  /** Where mail is sent. */
  public Server smtpServer() {
    return server(smtp);
  }

  /** Whether its users are at this domain. */
  boolean serves(String domain) {
    return domains.contains(domain);
  }

  /** Whether a mail exchanger is one of its. */
  boolean exchangesAt(String host) {
    return mx.stream().anyMatch(end -> host.equals(end) || host.endsWith("." + end));
  }

  /** {@code imap.example.org:993:tls}. */
  private static Server server(String text) {
    var parts = text.split(":", -1);
    return new Server(parts[0], Integer.parseInt(parts[1]), Security.of(parts[2]));
  }
}
