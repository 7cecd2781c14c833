package io.politely.accounts;

import io.politely.kernel.WorkspaceId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What proves somebody: the secret of a sign-in link or of a session, and its workspace in clear,
 * so that it is looked up under row-level security.
 *
 * @param secret 32 random bytes in base64url
 */
public record Token(WorkspaceId workspace, String secret) {

  static final int SECRET_BYTES = 32;
  private static final int WORKSPACE_BYTES = 16;

  /** The token in a link or cookie, or empty when the text is none. */
  public static Optional<Token> parse(String text) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length != WORKSPACE_BYTES + SECRET_BYTES) {
        return Optional.empty();
      }
      var workspace = new WorkspaceId(new UUID(number(bytes, 0), number(bytes, Long.BYTES)));
      return Optional.of(
          Token.of(workspace, Arrays.copyOfRange(bytes, WORKSPACE_BYTES, bytes.length)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  static Token of(WorkspaceId workspace, byte[] secret) {
    return new Token(workspace, base64(secret));
  }

  /** The whole token as one word of 64 letters, digits, {@code -} and {@code _}. */
  public String text() {
    var whole = Arrays.copyOf(bytesOf(workspace), WORKSPACE_BYTES + SECRET_BYTES);
    System.arraycopy(
        Base64.getUrlDecoder().decode(secret), 0, whole, WORKSPACE_BYTES, SECRET_BYTES);
    return base64(whole);
  }

  /** Not the secret: a token in a log would open the door. */
  @Override
  public String toString() {
    return "token of " + workspace;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytesOf(WorkspaceId workspace) {
    var bytes = new byte[WORKSPACE_BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      int shift = Long.SIZE - Byte.SIZE * (i + 1);
      bytes[i] = (byte) (workspace.value().getMostSignificantBits() >>> shift);
      bytes[Long.BYTES + i] = (byte) (workspace.value().getLeastSignificantBits() >>> shift);
    }
    return bytes;
  }

  private static long number(byte[] bytes, int from) {
    long number = 0;
    for (int i = from; i < from + Long.BYTES; i++) {
      number = (number << Byte.SIZE) | (bytes[i] & 0xff);
    }
    return number;
  }
}
