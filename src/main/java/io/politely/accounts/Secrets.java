package io.politely.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * New secrets, and the hashes that are kept instead of them.
 *
 * <p>Passwords: bcrypt with strength 12. It needs nothing beyond Spring Security, where argon2
 * would bring in a cryptography library of seven megabytes for the one password of a program that
 * listens on this machine; and it costs a guesser with graphics cards more than PBKDF2. The scheme
 * stands in front of the hash, so a later one can replace it at the next sign-in.
 */
@Component
public class Secrets {

  private static final int STRENGTH = 12;

  /**
   * In the place of a hash that is not there. Nobody knows a password with it: salt and hash are
   * made up. Computing one would take half a second of every start.
   */
  private static final String NOBODYS =
      "{bcrypt}$2a$" + STRENGTH + "$nobodyhasthispasswordO" + "b2x8mRkTq0fWc5Yd1LhVu7EjGs3Zpa4";

  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder passwords =
      new DelegatingPasswordEncoder(
          "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));

  /** A new token of a workspace, with a secret of 256 random bits. */
  public Token newToken(WorkspaceId workspace) {
    var secret = new byte[Token.SECRET_BYTES];
    random.nextBytes(secret);
    return Token.of(workspace, secret);
  }

  /** What is kept of a token. It has 256 random bits, so a plain hash cannot be guessed back. */
  public byte[] hash(Token token) {
    return sha256(token.secret());
  }

  /**
   * What a form sends back to prove that its page was opened with {@code token}, where there is no
   * session to tell it; another one for each {@code number}.
   */
  public String form(Token token, int number) {
    return HexFormat.of().formatHex(sha256("form %d %s".formatted(number, token.secret())));
  }

  byte[] hash(EmailAddress address) {
    return sha256(address.value());
  }

  String hashOf(String password) {
    return passwords.encode(password);
  }

  /** Takes as long whether or not there is a hash, so that time does not tell who has one. */
  boolean matches(String password, @Nullable String hash) {
    boolean same = passwords.matches(password, hash == null ? NOBODYS : hash);
    return same && hash != null;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
