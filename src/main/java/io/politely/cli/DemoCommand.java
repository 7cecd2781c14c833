package io.politely.cli;

import io.politely.kernel.Edge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the application with the sample mailbox. */
@Edge
@Command(
    name = "demo",
    description = "Shows Politely with the mailbox of a made-up person; leaves nothing behind.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private @Nullable ApplicationOptions options;

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
                List.of(sample()),
                List.of(),
                Optional.empty(),
                DemoStory.ofSample(),
                Trial.Format.TEXT,
                true,
                port));
  }

  private static Path sample() {
    var sample = Sample.mailbox();
    if (!Files.isDirectory(sample)) {
      throw new CommandFailed(
          "The sample mailbox is not at %s: run this from the folder of Politely."
              .formatted(sample.toAbsolutePath()));
    }
    return sample;
  }
}
