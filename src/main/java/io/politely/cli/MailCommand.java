package io.politely.cli;

import io.politely.accounts.Accounts;
import io.politely.kernel.Edge;
import io.politely.mailboxes.Connecting;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after connected mailboxes. */
@Edge
@Command(
    name = "mail",
    description = "Looks after connected mailboxes.",
    subcommands = MailCommand.Check.class,
    mixinStandardHelpOptions = true)
final class MailCommand {

  /** Tries the servers of connected mailboxes. */
  @Edge
  @Command(
      name = "check",
      description = "Tries to sign in to the servers of connected mailboxes; changes nothing.",
      mixinStandardHelpOptions = true)
  static final class Check implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Parameters(
        arity = "0..1",
        paramLabel = "ADDRESS",
        description = "Only this mailbox (default: all).")
    private @Nullable String only;

    @Option(names = "--timeout", hidden = true, defaultValue = "5s")
    private String timeout = "5s";

    @Override
    public void run() {
      if (spec == null || options == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      var out = spec.commandLine().getOut();
      var settings =
          Map.<String, Object>of(
              "politely.sync.enabled", "false", "politely.sync.connect", timeout);
      int tried = 0;
      int failed = 0;
      try (var application =
          RunningApplication.open(
              options.application(), options.database(), OptionalInt.empty(), settings)) {
        for (var workspace : application.bean(Accounts.class).workspaces()) {
          for (var account : application.bean(Mailboxes.class).accounts(workspace)) {
            if (only == null || account.address().value().equalsIgnoreCase(only)) {
              tried++;
              var result =
                  application.bean(Connecting.class).check(workspace, account.id()).orElseThrow();
              failed += result.isWell() ? 0 : 1;
              print(account, result.sentences(), out);
            }
          }
        }
      }
      if (tried == 0) {
        throw new CommandFailed(
            only == null
                ? "No mailbox is connected yet: connect one on the page Mailboxes."
                : "%s is not connected.".formatted(only));
      }
      if (failed > 0) {
        throw new CommandFailed("%d of %d mailboxes need attention.".formatted(failed, tried));
      }
    }

    private static void print(MailAccount account, List<String> sentences, PrintWriter out) {
      if (sentences.isEmpty()) {
        out.printf("%s: both servers let Politely in.%n", account.address());
      }
      sentences.forEach(sentence -> out.printf("%s: %s%n", account.address(), sentence));
    }
  }
}
