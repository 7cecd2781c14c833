package io.politely.cadence;

import io.politely.accounts.KeepsSecrets.Resealed;
import io.politely.accounts.Vault;
import io.politely.kernel.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The language model with its key, sealed. Runs in the transactions of {@link Cadence}. */
@Component
class ModelKeys {

  private static final String PURPOSE = "cadence.model.sealed_key";

  private final ModelStore models;
  private final Vault vault;

  ModelKeys(ModelStore models, Vault vault) {
    this.models = models;
    this.vault = vault;
  }

  /** An empty key keeps the present one, but never for another endpoint. */
  void put(WorkspaceId workspace, LanguageModel model, String key, Instant now) {
    boolean isSame =
        models.model(workspace).filter(it -> it.endpoint().equals(model.endpoint())).isPresent();
    var kept = isSame ? models.sealedKey(workspace).orElse(null) : null;
    models.put(
        workspace,
        model,
        key.isEmpty() ? kept : vault.seal(workspace, PURPOSE, workspace.value(), key),
        now);
  }

  Optional<LanguageModel> model(WorkspaceId workspace) {
    return models.model(workspace);
  }

  void remove(WorkspaceId workspace) {
    models.remove(workspace);
  }

  boolean hasKey(WorkspaceId workspace) {
    return models.sealedKey(workspace).isPresent();
  }

  /** Empty where there is none, or none that opens. */
  Optional<String> key(WorkspaceId workspace) {
    return models.sealedKey(workspace).flatMap(sealed -> open(workspace, sealed));
  }

  Set<Integer> keysInUse(WorkspaceId workspace) {
    return models.sealedKey(workspace).map(vault::keyOf).map(Set::of).orElse(Set.of());
  }

  Resealed reseal(WorkspaceId workspace) {
    var sealed = models.sealedKey(workspace);
    if (sealed.isEmpty() || vault.isNewlySealed(sealed.get())) {
      return new Resealed(0, 0);
    }
    var key = open(workspace, sealed.get());
    key.ifPresent(
        it -> models.reseal(workspace, vault.seal(workspace, PURPOSE, workspace.value(), it)));
    return key.isPresent() ? new Resealed(1, 0) : new Resealed(0, 1);
  }

  private Optional<String> open(WorkspaceId workspace, byte[] sealed) {
    return vault.open(workspace, PURPOSE, workspace.value(), sealed);
  }
}
