package io.politely.cli;

import io.politely.cli.ApplicationOptions.Database;
import io.politely.database.Door;
import io.politely.database.EmbeddedDatabase;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a link that signs the owner in: for whoever has no password, or forgot it. */
@Edge
@Command(
    name = "link",
    description = "Prints a link that signs you in, once, within an hour.",
    mixinStandardHelpOptions = true)
final class LinkCommand implements Runnable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Spec private @Nullable CommandSpec spec;
  @Mixin private @Nullable ApplicationOptions options;

  @Option(
      names = "--port",
      defaultValue = "7878",
      description =
          "Where Politely will serve, if it does not run now (default: ${DEFAULT-VALUE}).")
  private int port;

  @Override
  public void run() {
    if (spec == null || options == null) {
      throw new IllegalStateException("Only picocli makes commands");
    }
    var out = spec.commandLine().getOut();
    var running = door(options.database()).flatMap(LinkCommand::ask);
    if (running.isPresent()) {
      out.println(running.get());
      return;
    }
    try (var application = RunningApplication.open(options, OptionalInt.empty())) {
      var path = FirstWorkspace.of(application).signInPath(application);
      out.println(URI.create("http://127.0.0.1:" + port + "/").resolve(path));
    }
    if (options.database() instanceof Database.Embedded) {
      spec.commandLine().getErr().println("Politely does not run: start it, then open the link.");
    }
  }

  private static Optional<Door> door(Database database) {
    return switch (database) {
      case Database.Embedded(var directory) -> EmbeddedDatabase.door(directory);
      case Database.External _ -> Optional.empty();
    };
  }

  /** Asks the process that holds the data; empty where it is gone and left its door behind. */
  private static Optional<URI> ask(Door door) {
    var request =
        HttpRequest.newBuilder(door.address().resolve("/sign-in-links"))
            .timeout(PATIENCE)
            .header("X-Politely-Key", door.key())
            .POST(BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 201
          ? Optional.of(door.address().resolve(answer.body().strip()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailed("Stopped before there was a link.");
    }
  }
}
