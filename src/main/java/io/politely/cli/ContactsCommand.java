package io.politely.cli;

import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.contacts.ContactFile.Unmapped;
import io.politely.contacts.ContactImport;
import io.politely.contacts.ContactImporter;
import io.politely.contacts.Contacts;
import io.politely.contacts.ExportFormat;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Brings people in and out. */
@Edge
@Command(
    name = "contacts",
    description = "Brings people in and out.",
    subcommands = {ContactsCommand.Import.class, ContactsCommand.Export.class},
    mixinStandardHelpOptions = true)
final class ContactsCommand {

  /** Imports people from a file. */
  @Edge
  @Command(
      name = "import",
      description =
          "Imports people from LinkedIn's export, cards (.vcf) or a table (.csv). Doing so twice"
              + " adds nothing.",
      mixinStandardHelpOptions = true)
  static final class Import implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Parameters(paramLabel = "FILE", description = "The file, or LinkedIn's whole .zip.")
    private @Nullable Path file;

    @Option(
        names = "--format",
        defaultValue = "text",
        description = "text or json (default: ${DEFAULT-VALUE}).")
    private Trial.Format format = Trial.Format.TEXT;

    @Override
    public void run() {
      if (spec == null || options == null || file == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      var bytes = bytes(file);
      try (var application = RunningApplication.open(options, OptionalInt.empty())) {
        var workspace = FirstWorkspace.of(application);
        var contacts = application.bean(Contacts.class);
        var importer = application.bean(ContactImporter.class);
        var progress = new ProgressLine(spec.commandLine().getErr());
        var clock = application.bean(Clock.class);
        var began = clock.instant();
        var done =
            switch (contacts.read(workspace.id(), bytes)) {
              case OfPeople people ->
                  importer.run(
                      workspace.id(),
                      file.getFileName().toString(),
                      people,
                      workspace.owner(),
                      began,
                      progress::show);
              case Unmapped unmapped ->
                  throw new CommandFailed(
                      "The header of %s does not tell what its columns hold (%s): import it once on the page People, Import people, and say so; it is remembered."
                          .formatted(file, String.join(", ", unmapped.header())));
              case Refused(var why) -> throw new CommandFailed(file + ": " + why);
            };
        progress.end();
        print(done, Duration.between(began, clock.instant()), spec.commandLine().getOut());
      }
    }

    private static byte[] bytes(Path file) {
      try {
        if (Files.size(file) > Contacts.LARGEST_FILE) {
          throw new CommandFailed(file + ": " + Contacts.TOO_LARGE.why());
        }
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CommandFailed("%s cannot be read: is it there?".formatted(file));
      }
    }

    private void print(ContactImport done, Duration took, PrintWriter out) {
      switch (format) {
        case JSON -> {
          var figures = new LinkedHashMap<String, Object>();
          figures.put("import", done.id().toString());
          figures.put("kind", done.kind());
          figures.put("added", done.added());
          figures.put("known", done.known());
          figures.put("empty", done.empty());
          figures.put("people", done.people());
          figures.put("merged", done.merged());
          figures.put("remarks", done.remarks());
          figures.put("seconds", took.toMillis() / 1e3);
          out.println(JsonMapper.shared().writeValueAsString(figures));
        }
        case TEXT -> {
          out.printf(
              "%,d rows are new, %,d were known; %,d people were met for the first time.%n",
              done.added(), done.known(), done.people());
          done.remarks().forEach(out::println);
        }
      }
    }
  }

  /** Writes everybody. */
  @Edge
  @Command(
      name = "export",
      description = "Writes everybody, with what is known of them, as a table or as cards.",
      mixinStandardHelpOptions = true)
  static final class Export implements Runnable {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description = "Where to (default: printed). It must not be there yet.")
    private @Nullable Path file;

    @Option(
        names = "--format",
        defaultValue = "csv",
        description = "csv or vcard (default: ${DEFAULT-VALUE}).")
    private ExportFormat format = ExportFormat.CSV;

    @Override
    public void run() {
      if (spec == null || options == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      try (var application = RunningApplication.open(options, OptionalInt.empty())) {
        var workspace = FirstWorkspace.of(application).id();
        var contacts = application.bean(Contacts.class);
        if (file == null) {
          contacts.export(workspace, format, spec.commandLine().getOut());
        } else {
          try (var out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            int written = contacts.export(workspace, format, out);
            spec.commandLine().getOut().printf("%,d people are in %s.%n", written, file);
          }
        }
      } catch (IOException e) {
        throw new CommandFailed(
            "%s cannot be written: is there such a file already, or no room?".formatted(file));
      }
    }
  }
}
