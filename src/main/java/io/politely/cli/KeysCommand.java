package io.politely.cli;

import io.politely.kernel.Edge;
import io.politely.mailboxes.KeyRotation;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks after the keys that protect passwords and tokens. */
@Edge
@Command(
    name = "keys",
    description = "Looks after the keys that protect passwords and tokens of mailboxes.",
    subcommands = KeysCommand.Rotate.class,
    mixinStandardHelpOptions = true)
final class KeysCommand {

  /** Gives every secret a new key. */
  @Edge
  @Command(
      name = "rotate",
      description =
          "Makes a new key and seals every password and token with it; Politely may be running.",
      mixinStandardHelpOptions = true)
  static final class Rotate implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Override
    public void run() {
      if (spec == null || options == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      try (var application = RunningApplication.open(options, OptionalInt.empty())) {
        var rotated = application.bean(KeyRotation.class).rotate();
        var out = spec.commandLine().getOut();
        out.printf(
            "A new key protects the secrets of %d mailboxes. Keep a new copy of the keys.%n",
            rotated.resealed());
        if (rotated.closed() > 0) {
          throw new CommandFailed(
              "%d secrets open with no key that is there: enter those passwords again."
                  .formatted(rotated.closed()));
        }
      }
    }
  }
}
