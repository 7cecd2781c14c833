package io.politely.accounts;

import io.politely.database.TestIds;
import io.politely.testing.TestWorkspace;
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
}
