package io.politely.accounts;

import io.politely.kernel.WorkspaceId;
import java.util.Set;

/** A module with secrets that the {@link Vault} sealed: asked when that gets a new key. */
public interface KeepsSecrets {

  /**
   * What became of secrets.
   *
   * @param resealed those that the newest key protects now
   * @param closed those that no key opens
   */
  record Resealed(int resealed, int closed) {}

  /** The keys that secrets of a workspace are sealed with. */
  Set<Integer> keysInUse(WorkspaceId workspace);

  /** Seals every secret of a workspace with the newest key. What does not open stays as it is. */
  Resealed reseal(WorkspaceId workspace);
}
