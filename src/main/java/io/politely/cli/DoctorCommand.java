package io.politely.cli;

import io.politely.cli.ApplicationOptions.Database;
import io.politely.database.DatabaseAccess;
import io.politely.database.DatabaseFacts;
import io.politely.database.DatabaseUnavailable;
import io.politely.database.EmbeddedDatabase;
import io.politely.database.ExternalDatabase;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at what Politely needs on this machine, and says what to do about the rest. */
@Edge
@Command(
    name = "doctor",
    description = "Checks Java, database, disk, encoding and time zones, and says what to do.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  private static final int JAVA = 25;
  private static final long ENOUGH_BYTES = 2_000_000_000L;
  private static final long TOO_FEW_BYTES = 200_000_000L;
  private static final double MEGABYTE = 1_000_000.0;

  @Spec private @Nullable CommandSpec spec;
  @Mixin private @Nullable ApplicationOptions options;

  @Override
  public Integer call() {
    if (spec == null || options == null) {
      throw new IllegalStateException("Only picocli makes commands");
    }
    var database = options.database();
    var findings = new ArrayList<Finding>();
    findings.add(java());
    findings.add(encoding());
    if (database instanceof Database.Embedded(Path directory)) {
      findings.add(disk(directory.toAbsolutePath()));
    }
    findings.addAll(database(database));
    var out = spec.commandLine().getOut();
    findings.forEach(finding -> out.printf("%-5s %s%n", finding.state().word, finding.sentence()));
    return findings.stream().anyMatch(finding -> finding.state() == State.FAILED) ? 1 : 0;
  }

  private static Finding java() {
    var version = Runtime.version();
    return version.feature() >= JAVA
        ? ok("Java %s (%s)".formatted(version, System.getProperty("java.vendor")))
        : failed("Java %s is too old: install a JDK %d or newer.".formatted(version, JAVA));
  }

  private static Finding encoding() {
    var files = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
    return files.equals(StandardCharsets.UTF_8)
        ? ok("File names are UTF-8")
        : warning(
            "File names are %s, so mailboxes with other letters in their names may not be found: set LC_ALL=C.UTF-8."
                .formatted(files));
  }

  private static Finding disk(Path directory) {
    var existing = directory;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null) {
      return failed(directory + " lies on no disk: choose another directory with --data.");
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      var sentence = "%,.0f MB are free for %s".formatted(free / MEGABYTE, directory);
      if (free < TOO_FEW_BYTES) {
        return failed(sentence + ": make room, or choose another directory with --data.");
      }
      return free < ENOUGH_BYTES
          ? warning(sentence + ": a large mailbox needs about three times its size.")
          : ok(sentence);
    } catch (IOException e) {
      return failed("The disk of %s cannot be asked: %s.".formatted(directory, e.getMessage()));
    }
  }

  private static List<Finding> database(Database database) {
    try {
      return switch (database) {
        case Database.External(String url, String user, String password) ->
            connected(ExternalDatabase.open(url, user, password));
        case Database.Embedded(Path directory) -> {
          try (var embedded = EmbeddedDatabase.start(directory)) {
            yield connected(embedded.access());
          }
        }
      };
    } catch (DatabaseUnavailable e) {
      return List.of(failed(String.valueOf(e.getMessage())));
    }
  }

  private static List<Finding> connected(DatabaseAccess access) {
    var facts = DatabaseFacts.of(access);
    return List.of(ok("PostgreSQL " + facts.version() + " answers"), zones(facts), search(facts));
  }

  private static Finding search(DatabaseFacts facts) {
    return facts.searchesByIndex()
        ? ok("Searches use the index of words")
        : warning(
            "Searches read every message, which is slow from some 100,000 on: let an administrator run \"%s\" in this database."
                .formatted(DatabaseFacts.LET_INDEX_SERVE_SEARCH));
  }

  /** Only Java computes with zones here, so a difference is worth a line and no more. */
  private static Finding zones(DatabaseFacts facts) {
    var now = Instant.now();
    var different =
        ZoneId.getAvailableZoneIds().stream()
            .filter(facts.zoneOffsets()::containsKey)
            .filter(zone ->
                ZoneId.of(zone).getRules().getOffset(now).getTotalSeconds()
                    != facts.zoneOffsets().getOrDefault(zone, 0))
            .sorted()
            .toList();
    var version = ZoneRulesProvider.getVersions("UTC").lastKey();
    return different.isEmpty()
        ? ok("Java's time zones (%s) and PostgreSQL's agree today".formatted(version))
        : warning(
            "Java's time zones (%s) and PostgreSQL's differ today in %s: update whichever is older; Politely uses Java's."
                .formatted(version, String.join(", ", different)));
  }

  private static Finding ok(String sentence) {
    return new Finding(State.OK, sentence);
  }

  private static Finding warning(String sentence) {
    return new Finding(State.WARNING, sentence);
  }

  private static Finding failed(String sentence) {
    return new Finding(State.FAILED, sentence);
  }

  /** What was found about one need, and what to do. */
  private record Finding(State state, String sentence) {}

  private enum State {
    OK("ok"),
    WARNING("warn"),
    FAILED("fail");

    private final String word;

    State(String word) {
      this.word = word;
    }
  }
}
