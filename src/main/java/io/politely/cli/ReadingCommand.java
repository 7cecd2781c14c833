package io.politely.cli;

import io.politely.accounts.Accounts;
import io.politely.cli.ApplicationOptions.Database;
import io.politely.database.DatabaseUnavailable;
import io.politely.database.EmbeddedDatabase;
import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Agreement;
import io.politely.ledger.Evidence;
import io.politely.ledger.Example;
import io.politely.ledger.Ledger;
import io.politely.ledger.LedgerCatchUp;
import io.politely.people.Names;
import io.politely.people.People;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Tells how well messages are read. */
@Edge
@Command(
    name = "reading",
    description = "Tells how well messages are read.",
    subcommands = ReadingCommand.Report.class,
    mixinStandardHelpOptions = true)
final class ReadingCommand {

  /** Compares the ledger with the user's own decisions. */
  @Edge
  @Command(
      name = "report",
      description = "Compares what the ledger says with what you said about whose move it is.",
      mixinStandardHelpOptions = true)
  static final class Report implements Runnable {

    private static final DateTimeFormatter DAY =
        DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    @Spec private @Nullable CommandSpec spec;
    @Mixin private @Nullable ApplicationOptions options;

    @Option(
        names = "--newest",
        paramLabel = "N",
        defaultValue = "1000",
        description = "Of how many decisions, the newest (default: ${DEFAULT-VALUE}).")
    private int newest = 1_000;

    @Option(
        names = "--format",
        defaultValue = "text",
        description = "text or json (default: ${DEFAULT-VALUE}).")
    private Trial.Format format = Trial.Format.TEXT;

    @Override
    public void run() {
      if (spec == null || options == null) {
        throw new IllegalStateException("Only picocli makes commands");
      }
      if (newest < 1) {
        throw new CommandFailed("--newest takes a number of decisions from 1 on.");
      }
      var out = spec.commandLine().getOut();
      try (var application = open(options)) {
        var accounts = application.bean(Accounts.class);
        for (var workspace : accounts.workspaces()) {
          application.bean(LedgerCatchUp.class).catchUp(workspace);
          var agreement = application.bean(Ledger.class).agreement(workspace, newest);
          switch (format) {
            case JSON -> out.println(json(agreement));
            case TEXT -> {
              var zone = accounts.members(workspace).getFirst().zone();
              print(agreement, names(application, workspace, agreement), zone, out);
            }
          }
        }
      }
    }

    /** The same stands on a page, for whoever has Politely running. */
    private static RunningApplication open(ApplicationOptions options) {
      try {
        return RunningApplication.open(options, OptionalInt.empty());
      } catch (DatabaseUnavailable e) {
        if (options.database() instanceof Database.Embedded(var directory)) {
          EmbeddedDatabase.door(directory)
              .ifPresent(door -> {
                throw new CommandFailed(
                    "Politely runs on this data: open %s, or stop it first."
                        .formatted(door.address().resolve("/settings/reading")));
              });
        }
        throw e;
      }
    }

    private static Names names(
        RunningApplication application, WorkspaceId workspace, Agreement agreement) {
      var reasons = agreement.differing().stream().map(one -> one.now().reason()).toList();
      return new Names(application.bean(People.class).whoAre(workspace, Names.mentioned(reasons)));
    }

    private static void print(Agreement agreement, Names names, ZoneId zone, PrintWriter out) {
      var examples = agreement.examples();
      if (examples.isEmpty()) {
        out.println(
            "You have not said yet whose move it is: do so on a conversation, or on Review.");
      } else {
        out.printf("You said whose move it is: %,d%n", examples.size());
        if (agreement.knownThen() > 0) {
          out.printf(
              "Politely had said the same before: %,d of %,d%n",
              agreement.agreedThen(), agreement.knownThen());
        }
        out.printf(
            "Its present rules say the same: %,d of %,d (not sure of %,d)%n",
            agreement.agreesNow(), examples.size(), agreement.unsureNow());
      }
      if (agreement.silent() > 0) {
        out.printf("Settled or snoozed, which does not tell: %,d%n", agreement.silent());
      }
      if (!agreement.differing().isEmpty()) {
        out.printf("%nWhere it would still say something else:%n");
        agreement.differing().forEach(one -> print(one, names, zone, out));
      }
    }

    private static void print(Example one, Names names, ZoneId zone, PrintWriter out) {
      out.printf(
          "  %s  %s%n    you: %s; Politely: %s. %s%n",
          DAY.format(one.decision().decidedAt().atZone(zone)),
          one.subject().isBlank() ? "(no subject)" : one.subject(),
          one.userSaid(),
          one.saysNow(),
          names.in(one.now().reason()));
      if (one.now().evidence() instanceof Evidence.Words words && !words.quote().isEmpty()) {
        out.printf("    “%s”%n", words.quote().replaceAll("\\s+", " "));
      }
    }

    private static String json(Agreement agreement) {
      var confusion = new TreeMap<String, TreeMap<String, Integer>>();
      for (var one : agreement.examples()) {
        confusion
            .computeIfAbsent(one.decision().verdict().word(), _ -> new TreeMap<>())
            .merge(one.labelNow(), 1, Integer::sum);
      }
      var figures = new LinkedHashMap<String, Object>();
      figures.put("decisions", agreement.examples().size());
      figures.put("knownThen", agreement.knownThen());
      figures.put("agreedThen", agreement.agreedThen());
      figures.put("agreesNow", agreement.agreesNow());
      figures.put("unsureNow", agreement.unsureNow());
      figures.put("settledOrSnoozed", agreement.silent());
      figures.put("saidAndRead", confusion);
      figures.put("differing", agreement.differing().stream().map(Report::line).toList());
      return JsonMapper.shared().writeValueAsString(figures);
    }

    private static List<String> line(Example one) {
      return List.of(
          one.conversation().toString(), one.decision().verdict().word(), one.labelNow());
    }
  }
}
