package io.politely.mailboxes;

import io.politely.accounts.Accounts;
import io.politely.accounts.KeepsSecrets;
import io.politely.accounts.Vault;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gives secrets a new key, while the program may be running. */
@Component
public class KeyRotation {

  private final Accounts accounts;
  private final List<KeepsSecrets> keepers;
  private final Vault vault;

  KeyRotation(Accounts accounts, List<KeepsSecrets> keepers, Vault vault) {
    this.accounts = accounts;
    this.keepers = List.copyOf(keepers);
    this.vault = vault;
  }

  /**
   * What became of secrets.
   *
   * @param resealed those that the new key protects now
   * @param closed those that no key opens: they have to be entered again
   */
  public record Rotated(int resealed, int closed) {}

  /**
   * Makes a new key and seals every secret with it. The key before stays until the next rotation:
   * another process may be sealing with it at this moment. What is older and needed by nothing is
   * dropped.
   */
  public Rotated rotate() {
    var workspaces = accounts.workspaces();
    vault.rotate(
        workspaces.stream()
            .flatMap(workspace ->
                keepers.stream().flatMap(keeper -> keeper.keysInUse(workspace).stream()))
            .collect(Collectors.toUnmodifiableSet()));
    int resealed = 0;
    int closed = 0;
    for (var workspace : workspaces) {
      for (var keeper : keepers) {
        var done = keeper.reseal(workspace);
        resealed += done.resealed();
        closed += done.closed();
      }
    }
    return new Rotated(resealed, closed);
  }
}
