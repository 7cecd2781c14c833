package io.politely.cli;

import io.politely.database.DatabaseUnavailable;
import io.politely.kernel.Edge;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The root of the command line, and the one place that turns failures into sentences. */
@Edge
@Command(
    name = "politely",
    description = "Keeps people from being ghosted, and from ghosting others.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = PolitelyVersion.class,
    subcommands = {
      TryCommand.class,
      StartCommand.class,
      DemoCommand.class,
      LinkCommand.class,
      DoctorCommand.class,
      LedgerCommand.class,
      ReadingCommand.class,
      WordingCommand.class,
      MailCommand.class,
      ContactsCommand.class,
      KeysCommand.class,
      PeopleCommand.class,
      WorkspaceCommand.class,
      WarmUpCommand.class,
      OutboxNodeCommand.class,
      HelpCommand.class
    })
public final class PolitelyCommand implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  private PolitelyCommand() {}

  /**
   * Runs one command line.
   *
   * @param application the class with the configuration of the application context
   * @return the exit code: 0 done, 1 failed, 2 not understood
   */
  public static int run(Class<?> application, String... arguments) {
    // Standard output belongs to the command's result: what a library prints goes to the other one.
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    return new CommandLine(new PolitelyCommand(), new Commands(application))
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(PolitelyCommand::explain)
        .execute(arguments);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Say which command to run.");
    }
  }

  private static int explain(Exception failure, CommandLine command, ParseResult parsed) {
    var sentence =
        causes(failure)
            .flatMap(cause -> expected(cause).stream())
            .findFirst()
            .orElseGet(() -> unexpected(failure));
    command.getErr().println(sentence);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static Optional<String> expected(Throwable cause) {
    return switch (cause) {
      case CommandFailed failed -> Optional.ofNullable(failed.getMessage());
      case DatabaseUnavailable unavailable -> Optional.ofNullable(unavailable.getMessage());
      case PortInUseException taken ->
          Optional.of(
              "Port %d is taken by another program: choose one with --port, or 0 for any free one."
                  .formatted(taken.getPort()));
      default -> Optional.empty();
    };
  }

  private static String unexpected(Exception failure) {
    LoggerFactory.getLogger(PolitelyCommand.class).info("The command failed", failure);
    var deepest = causes(failure).reduce(failure, (_, last) -> last);
    return "Something went wrong that should not have (%s: %s); the log tells more."
        .formatted(deepest.getClass().getSimpleName(), deepest.getMessage());
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
