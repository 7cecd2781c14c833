package io.politely.cli;

import io.politely.kernel.Edge;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * One more process that sends what the database of another one holds; it ends when it is killed.
 * The campaign against sending twice runs two of them.
 */
@Edge
@Command(name = "outbox-node", hidden = true)
final class OutboxNodeCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;
  @Mixin private @Nullable ApplicationOptions options;

  @Override
  public void run() {
    if (spec == null || options == null) {
      throw new IllegalStateException("Only picocli makes commands");
    }
    try (var application =
        RunningApplication.open(
            options.application(),
            options.database(),
            OptionalInt.of(0),
            Map.of("politely.outbox.enabled", true))) {
      spec.commandLine().getOut().println("ready");
      application.await();
    }
  }
}
