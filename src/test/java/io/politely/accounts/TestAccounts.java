package io.politely.accounts;

import io.politely.database.TestIds;
import io.politely.testing.TestWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/** The front door without Spring. */
public final class TestAccounts {

  private TestAccounts() {}

  public static Accounts of(TestWorkspace workspace) {
    return new Accounts(
        new AccountsStore(workspace.jdbc()),
        new Secrets(),
        new SessionSettings(Duration.ofDays(1), Duration.ofDays(1)),
        TestIds.shared(),
        _ -> {});
  }

  /** Keyed hashes with a key of their own. */
  public static KeyedHashes hashes() {
    try {
      var keys = Files.createTempDirectory("politely-keys").resolve("keys.json");
      return new KeyedHashes(new Vault(new VaultSettings(keys)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
