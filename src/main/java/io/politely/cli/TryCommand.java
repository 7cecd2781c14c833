package io.politely.cli;

import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads mailboxes, prints Today, serves the pages: a first look that leaves nothing behind. */
@Edge
@Command(
    name = "try",
    description = {
      "Reads mailboxes and shows whose move it is with everybody in them.",
      "Reads mbox files, maildirs and folders of .eml, also as .gz or .zip. What it makes of them"
          + " is thrown away at the end, unless --data says where to keep it."
    },
    mixinStandardHelpOptions = true)
final class TryCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private @Nullable ApplicationOptions options;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "What to read.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--me",
      paramLabel = "ADDRESS",
      split = ",",
      description = "Your own addresses; guessed from the mail when not given.")
  private List<String> me = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "Show it as it was at this moment, like 2026-03-05T09:00:00Z.")
  private @Nullable String asOf;

  @Option(names = "--no-serve", description = "Print, and end.")
  private boolean noServe;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print (default: ${DEFAULT-VALUE}).")
  private Trial.Format format = Trial.Format.TEXT;

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "Serve the pages on this port (default: any free one).")
  private int port;

  @Override
  public void run() {
    if (spec == null || options == null) {
      throw new IllegalStateException("Only picocli makes commands");
    }
    new Trial(options, spec.commandLine().getOut(), spec.commandLine().getErr())
        .run(
            new Trial.Wish(
                paths,
                me.stream().map(TryCommand::address).toList(),
                Optional.ofNullable(asOf).map(TryCommand::instant),
                Optional.empty(),
                format,
                !noServe,
                port));
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(() ->
            new CommandFailed(
                "--me takes e-mail addresses like ada@example.org, and “%s” is none."
                    .formatted(text)));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new CommandFailed(
          "--as-of takes a moment like 2026-03-05T09:00:00Z, and “%s” is none.".formatted(text));
    }
  }
}
