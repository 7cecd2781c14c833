package io.politely.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.kernel.WorkspaceId;
import org.springframework.stereotype.Component;

/**
 * Hashes that only this installation can compute: of two things it can be told whether they are the
 * same, but not, by trying, what was hashed. The key is not in the database.
 */
@Component
public class KeyedHashes {

  private final Vault vault;

  KeyedHashes(Vault vault) {
    this.vault = vault;
  }

  /**
   * The hash of something.
   *
   * @param purpose what is hashed: the table that keeps it; another one gives another hash
   */
  public byte[] of(WorkspaceId workspace, String purpose, String value) {
    return vault.sign("%s|%s|%s".formatted(purpose, workspace.value(), value).getBytes(UTF_8));
  }
}
