package io.politely.cli;

import io.politely.accounts.Accounts;
import io.politely.archive.Archive;
import io.politely.archive.ArchiveFile;
import io.politely.archive.UnusableArchive;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a whole workspace along. */
@Edge
@Command(
    name = "workspace",
    description = "Takes a whole workspace along.",
    subcommands = {WorkspaceCommand.Export.class, WorkspaceCommand.Import.class},
    mixinStandardHelpOptions = true)
final class WorkspaceCommand {

  /** Writes it. */
  @Edge
  @Command(
      name = "export",
      description =
          "Writes everything of the workspace into a ZIP file of JSON Lines, which another Politely"
              + " imports.",
      mixinStandardHelpOptions = true)
  static final class Export implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Parameters(paramLabel = "FILE", description = "The file to write; a new one.")
    private @Nullable Path file;

    @Override
    public void run() {
      if (spec == null || options == null || file == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      var out = spec.commandLine().getOut();
      try (var application = RunningApplication.open(options, OptionalInt.empty())) {
        var workspaces = application.bean(Accounts.class).workspaces();
        if (workspaces.isEmpty()) {
          throw new CommandFailed("There is no workspace here.");
        }
        try (var written = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
          var manifest = application.bean(Archive.class).write(workspaces.getFirst(), written);
          out.printf("%,d rows are in %s.%n", manifest.count(), file);
          out.printf("Digest %s%n", manifest.digest());
          out.println(
              "Take keys.json along, another way: passwords of mailboxes, and who was erased, can"
                  + " be read with it alone.");
        } catch (FileAlreadyExistsException e) {
          throw new CommandFailed("%s is there already.".formatted(file));
        } catch (IOException e) {
          throw new CommandFailed("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
      }
    }
  }

  /** Reads it. */
  @Edge
  @Command(
      name = "import",
      description =
          "Puts an exported workspace here, all of it or nothing. It sends nothing until you"
              + " confirm on the outbox page that it does not send from elsewhere any more.",
      mixinStandardHelpOptions = true)
  static final class Import implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Parameters(paramLabel = "FILE", description = "The exported workspace.")
    private @Nullable Path file;

    @Option(
        names = "--port",
        defaultValue = "7878",
        description = "Where Politely will serve (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public void run() {
      if (spec == null || options == null || file == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      var out = spec.commandLine().getOut();
      try (var archived = ArchiveFile.open(file);
          var application = RunningApplication.open(options, OptionalInt.empty())) {
        application.bean(Archive.class).read(archived.workspace(), archived);
        var manifest = archived.manifest();
        out.printf("%,d rows are here; digest %s%n", manifest.count(), manifest.digest());
        var link = FirstWorkspace.of(application, archived.workspace()).signInPath(application);
        out.printf(
            "Start Politely, then sign in within an hour: %s%n",
            URI.create("http://127.0.0.1:" + port + "/").resolve(link));
      } catch (UnusableArchive e) {
        throw new CommandFailed("%s is not imported. %s".formatted(file, e.sentence()));
      } catch (NoSuchFileException e) {
        throw new CommandFailed("There is no file %s.".formatted(file));
      } catch (IOException e) {
        throw new CommandFailed("%s cannot be read: %s".formatted(file, e.getMessage()));
      }
    }
  }
}
