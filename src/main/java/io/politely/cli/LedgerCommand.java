package io.politely.cli;

import io.politely.accounts.Accounts;
import io.politely.kernel.Edge;
import io.politely.ledger.Ledger;
import io.politely.ledger.LedgerCatchUp;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after the ledger itself. */
@Edge
@Command(
    name = "ledger",
    description = "Looks after the ledger.",
    subcommands = {LedgerCommand.Rebuild.class, LedgerCommand.Digest.class},
    mixinStandardHelpOptions = true)
final class LedgerCommand {

  /** Derives everything again. */
  @Edge
  @Command(
      name = "rebuild",
      description = "Derives every move, promise and debt again from messages and decisions.",
      mixinStandardHelpOptions = true)
  static final class Rebuild implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Override
    public void run() {
      eachWorkspace(spec, options, true);
    }
  }

  /** Tells the hash of the derived state. */
  @Edge
  @Command(
      name = "digest",
      description = "Prints a hash of everything derived: equal for equal mail and decisions.",
      mixinStandardHelpOptions = true)
  static final class Digest implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Override
    public void run() {
      eachWorkspace(spec, options, false);
    }
  }

  private static void eachWorkspace(
      @Nullable CommandSpec spec, @Nullable ApplicationOptions options, boolean rebuild) {
    if (spec == null || options == null) {
      throw new IllegalStateException("Only picocli makes commands");
    }
    try (var application = RunningApplication.open(options, OptionalInt.empty())) {
      var ledger = application.bean(Ledger.class);
      for (var workspace : application.bean(Accounts.class).workspaces()) {
        if (rebuild) {
          ledger.rebuild(workspace);
        }
        application.bean(LedgerCatchUp.class).catchUp(workspace);
        spec.commandLine().getOut().printf("%s  %s%n", ledger.digest(workspace), workspace);
      }
    }
  }
}
