package io.politely.mailboxes;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import java.util.Locale;

/**
 * A mailbox on a server: where Politely reads, and what it sends from. Its secret is not in here;
 * see {@link Credentials}.
 *
 * @param displayName beside the address in From, or ""
 * @param savesSentItself whether the provider files what is sent by SMTP in its Sent folder
 * @param problem why it needs attention, one sentence; "" while all is well
 */
public record MailAccount(
    MailAccountId id,
    EmailAddress address,
    String displayName,
    Server imap,
    Server smtp,
    String login,
    Authentication authentication,
    String signature,
    boolean savesSentItself,
    State state,
    String problem,
    Instant createdAt) {

  /** How it lets us in. */
  public enum Authentication {
    PASSWORD,
    OAUTH2;

    /** The word for it in tables and forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is read and sent from. */
  public enum State {
    ACTIVE,
    /** By the user. */
    PAUSED,
    /** It does not let us in, or does not do what it should; everything else goes on. */
    NEEDS_ATTENTION;

    /** The word for it in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
