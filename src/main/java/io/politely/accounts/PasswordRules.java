package io.politely.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.EmailAddress;
import java.util.Locale;
import java.util.Optional;

/** Decides whether a password will do: long and not guessable at once; no rule about symbols. */
final class PasswordRules {

  private static final int SHORTEST = 12;

  /** bcrypt reads 72 bytes; what comes after would not count. */
  private static final int MOST_BYTES = 72;

  private PasswordRules() {}

  /** What is wrong with it, or empty. */
  static Optional<String> problem(String password, EmailAddress address) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("Use at least " + SHORTEST + " characters: a short sentence is fine.");
    }
    if (password.getBytes(UTF_8).length > MOST_BYTES) {
      return Optional.of("Use at most " + MOST_BYTES + " bytes: the rest would not count.");
    }
    if (password.codePoints().distinct().count() < 5
        || password.toLowerCase(Locale.ROOT).contains(address.value())) {
      return Optional.of("This would be guessed at once. Use a short sentence of your own.");
    }
    return Optional.empty();
  }
}
