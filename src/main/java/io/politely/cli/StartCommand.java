package io.politely.cli;

import io.politely.kernel.Edge;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the application for daily use. */
@Edge
@Command(
    name = "start",
    description = "Runs Politely for daily use; Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class StartCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private @Nullable ApplicationOptions options;

  @Option(
      names = "--port",
      defaultValue = "7878",
      description = "Serve the pages on this port, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public void run() {
    if (spec == null || options == null) {
      throw new IllegalStateException("Only picocli makes commands");
    }
    try (var application =
        RunningApplication.open(
            options.application(),
            options.database(),
            OptionalInt.of(port),
            Map.of("politely.sync.enabled", true, "politely.outbox.enabled", true))) {
      var link = FirstWorkspace.of(application).signInLink(application);
      spec.commandLine()
          .getOut()
          .printf(
              "Politely is ready at %s (Ctrl-C stops it).%nSign in with %s (once, within an"
                  + " hour).%n",
              application.address(), link);
      Browser.open(link);
      application.await();
    }
  }
}
