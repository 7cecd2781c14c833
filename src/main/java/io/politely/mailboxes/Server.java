package io.politely.mailboxes;

import java.util.Locale;

/**
 * Where a mail server is, and how to speak to it.
 *
 * @param host a name or an address, lower case
 * @param port 1 to 65,535
 */
public record Server(String host, int port, Security security) {

  public Server {
    host = host.strip().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || host.length() > 253 || !host.matches("[a-z0-9.:_-]+")) {
      throw new IllegalArgumentException("Enter the name of a server, like imap.example.org.");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("A port is a number from 1 to 65535.");
    }
  }

  /** How the connection is protected. */
  public enum Security {
    /** TLS from the first byte. */
    TLS,
    /** In clear until TLS begins; without it nothing secret is said. */
    STARTTLS,
    /** Not at all: only on this machine. */
    NONE;

    /** The word for it in tables and forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a word stands for; throws {@link IllegalArgumentException} where it is none. */
    public static Security of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
