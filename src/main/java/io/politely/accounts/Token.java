package io.politely.accounts;

import io.politely.kernel.WorkspaceId;
import java.nio.ByteBuffer;
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
      var workspace = ByteBuffer.wrap(bytes);
      var secret = Arrays.copyOfRange(bytes, WORKSPACE_BYTES, bytes.length);
      return Optional.of(
          new Token(
              new WorkspaceId(new UUID(workspace.getLong(), workspace.getLong())), base64(secret)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  static Token of(WorkspaceId workspace, byte[] secret) {
    return new Token(workspace, base64(secret));
  }

  /** The whole token as one word of 64 letters, digits, {@code -} and {@code _}. */
  public String text() {
    var secretBytes = Base64.getUrlDecoder().decode(secret);
    var whole =
        ByteBuffer.allocate(WORKSPACE_BYTES + SECRET_BYTES)
            .putLong(workspace.value().getMostSignificantBits())
            .putLong(workspace.value().getLeastSignificantBits())
            .put(secretBytes);
    return base64(whole.array());
  }

  /** Not the secret: a token in a log would open the door. */
  @Override
  public String toString() {
    return "token of " + workspace;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
