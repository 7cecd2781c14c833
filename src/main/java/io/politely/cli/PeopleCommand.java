package io.politely.cli;

import io.politely.accounts.Accounts;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.privacy.Asked.Accepted;
import io.politely.privacy.Asked.Refused;
import io.politely.privacy.Erasing;
import io.politely.privacy.PersonExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the people who are known. */
@Edge
@Command(
    name = "people",
    description = "Looks after the people who are known.",
    subcommands = {PeopleCommand.Export.class, PeopleCommand.Erase.class},
    mixinStandardHelpOptions = true)
final class PeopleCommand {

  /** Writes down what is held about somebody. */
  @Edge
  @Command(
      name = "export",
      description =
          "Writes everything that is held about the person behind an address into a ZIP file, with"
              + " every message that names them.",
      mixinStandardHelpOptions = true)
  static final class Export implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Parameters(index = "0", paramLabel = "ADDRESS", description = "One of their addresses.")
    private String address = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file to write; a new one.")
    private @Nullable Path file;

    @Override
    public void run() {
      if (spec == null || options == null || file == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      var wanted = parsed(address);
      try (var application = RunningApplication.open(options, OptionalInt.empty())) {
        for (var workspace : application.bean(Accounts.class).workspaces()) {
          var known = application.bean(People.class).whoAre(workspace, List.of(wanted)).get(wanted);
          if (known != null) {
            try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
              application.bean(PersonExport.class).write(workspace, known.person(), out);
            } catch (IOException e) {
              throw new CommandFailed("%s cannot be written: %s".formatted(file, e.getMessage()));
            }
            spec.commandLine().getOut().printf("It is in %s.%n", file);
            return;
          }
        }
      }
      throw new CommandFailed("Nobody is known by %s.".formatted(wanted));
    }
  }

  /** Erases somebody. */
  @Edge
  @Command(
      name = "erase",
      description =
          "Erases the person behind an address, with every message that names them, after a day in"
              + " which their page can keep them.",
      mixinStandardHelpOptions = true)
  static final class Erase implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Parameters(paramLabel = "ADDRESS", description = "One of their addresses.")
    private String address = "";

    @Option(names = "--now", description = "At once: this cannot be taken back.")
    private boolean now;

    @Override
    public void run() {
      if (spec == null || options == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      var wanted = parsed(address);
      int found = 0;
      try (var application = RunningApplication.open(options, OptionalInt.empty())) {
        for (var workspace : application.bean(Accounts.class).workspaces()) {
          var known = application.bean(People.class).whoAre(workspace, List.of(wanted)).get(wanted);
          if (known != null) {
            found++;
            var by = application.bean(Accounts.class).members(workspace).getFirst().id();
            var erasing = application.bean(Erasing.class);
            var delay = now ? Duration.ZERO : erasing.delay();
            switch (erasing.ask(workspace, known.person(), by, delay)) {
              case Accepted(var pending) -> {
                if (now && !erasing.erase(workspace, pending.id())) {
                  throw new CommandFailed("A mail to them is on its way: try again in a minute.");
                }
                spec.commandLine()
                    .getOut()
                    .println(
                        now
                            ? "They are erased."
                            : "They are erased in %d hours; until then their page can keep them."
                                .formatted(delay.toHours()));
              }
              case Refused(var reason) -> throw new CommandFailed(reason);
            }
          }
        }
      }
      if (found == 0) {
        throw new CommandFailed("Nobody is known by %s.".formatted(wanted));
      }
    }
  }

  private static EmailAddress parsed(String address) {
    return EmailAddress.parse(address)
        .orElseThrow(() -> new CommandFailed("“%s” is no address.".formatted(address)));
  }
}
