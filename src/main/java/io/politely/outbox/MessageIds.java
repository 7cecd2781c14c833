package io.politely.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.Vault;
import io.politely.kernel.WorkspaceId;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The Message-IDs of what we send: 128 random bits and a tag over them that only this installation
 * can compute, so that a forged reference to a mail of ours is known as one.
 */
@Component
public class MessageIds {

  private static final int RANDOM_BYTES = 16;
  private static final Pattern OURS = Pattern.compile("([\\w-]{22})\\.([\\w-]+)@.*");
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final Vault vault;

  MessageIds(Vault vault) {
    this.vault = vault;
  }

  /** A new one, without the brackets. */
  public String next(WorkspaceId workspace, String domain) {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    var unique = ENCODER.encodeToString(bytes);
    return unique
        + "."
        + ENCODER.encodeToString(vault.sign(signed(workspace, unique)))
        + "@"
        + domain;
  }

  /** Whether it was made here for this workspace. */
  public boolean isOurs(WorkspaceId workspace, String internetId) {
    var parts = OURS.matcher(internetId);
    if (!parts.matches()) {
      return false;
    }
    try {
      return vault.isSigned(
          signed(workspace, parts.group(1)), Base64.getUrlDecoder().decode(parts.group(2)));
    } catch (IllegalArgumentException e) {
      return false; // not even the right alphabet
    }
  }

  private static byte[] signed(WorkspaceId workspace, String unique) {
    return (workspace + "|" + unique).getBytes(UTF_8);
  }
}
