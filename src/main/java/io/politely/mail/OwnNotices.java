package io.politely.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.Vault;
import io.politely.kernel.WorkspaceId;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What the program itself writes to a member, as the digest of the morning. It bears a mark that
 * only this installation can make, so that it is not read back as somebody's letter, and that no
 * letter of somebody else can pass for one.
 */
@Component
public class OwnNotices {

  /** The header with the mark. */
  public static final String HEADER = "X-Auto-Politely";

  private final Vault vault;

  OwnNotices(Vault vault) {
    this.vault = vault;
  }

  /** The mark of a notice. */
  public String mark(WorkspaceId workspace, String internetId) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(vault.sign(marked(workspace, internetId)));
  }

  /** Whether a message is one that was made here for this workspace. */
  boolean isOne(WorkspaceId workspace, ParsedMessage message) {
    var internetId = message.internetId();
    return internetId != null
        && message
            .letter()
            .header(HEADER)
            .filter(mark -> isMark(workspace, internetId, mark.strip()))
            .isPresent();
  }

  private boolean isMark(WorkspaceId workspace, String internetId, String mark) {
    try {
      return vault.isSigned(marked(workspace, internetId), Base64.getUrlDecoder().decode(mark));
    } catch (IllegalArgumentException e) {
      return false; // not even the right alphabet
    }
  }

  private static byte[] marked(WorkspaceId workspace, String internetId) {
    return "mail.notice|%s|%s".formatted(workspace, internetId).getBytes(UTF_8);
  }
}
