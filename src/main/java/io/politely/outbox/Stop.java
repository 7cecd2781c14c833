package io.politely.outbox;

import io.politely.mail.MessageId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom nothing is sent to, in the whole workspace.
 *
 * @param value an address, the id of a person, or a domain with all below it
 * @param reason a sentence, with the words that said so
 * @param message the message that said so, or null
 */
public record Stop(
    StopId id,
    Scope scope,
    String value,
    Source source,
    String reason,
    @Nullable MessageId message,
    Instant since) {

  /** How far it reaches. */
  public enum Scope {
    ADDRESS,
    /** All addresses of a person, also those that are found later. */
    PERSON,
    /** A domain and all below it: a company's. */
    DOMAIN;

    /** The word for it in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Scope of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** Who said so. */
  public enum Source {
    USER,
    /** They asked for it. */
    STOP,
    /** They marked a mail of ours as unwanted. */
    COMPLAINT,
    /** Nobody has this address. */
    BOUNCE;

    /** The word for it in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** The value as it is compared; throws {@link IllegalArgumentException} where it is none. */
  static String normalized(Scope scope, String value) {
    var folded = value.strip().toLowerCase(Locale.ROOT);
    boolean fits =
        switch (scope) {
          case ADDRESS -> folded.matches("[^\\s@]+@[^\\s@]+");
          case PERSON -> folded.matches("[0-9a-f-]{36}");
          case DOMAIN -> folded.matches("[^\\s@%_\\\\]+\\.[^\\s@%_\\\\]+");
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "Name an address, a person or a domain that nothing is sent to.");
    }
    return folded;
  }
}
