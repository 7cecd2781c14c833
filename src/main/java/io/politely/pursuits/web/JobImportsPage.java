package io.politely.pursuits.web;

import io.politely.pursuits.PursuitImport;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The page on which a file of jobs is chosen.
 *
 * @param problem why the last file was not taken, or ""
 */
public record JobImportsPage(String problem, List<Row> rows) {

  public JobImportsPage {
    rows = List.copyOf(rows);
  }

  static JobImportsPage of(
      String problem,
      List<PursuitImport> imports,
      Predicate<UUID> isRunning,
      Instant now,
      ZoneId zone) {
    return new JobImportsPage(
        problem,
        imports.stream()
            .map(one ->
                new Row(
                    one.file(),
                    JobImportPage.path(one),
                    figures(one, isRunning.test(one.id())),
                    When.of(one.at(), now, zone)))
            .toList());
  }

  private static String figures(PursuitImport one, boolean running) {
    if (one.undoneAt().isPresent()) {
      return "Taken back";
    }
    var figures =
        "%,d new, %,d changed, %,d known before".formatted(one.added(), one.changed(), one.known());
    return one.isThrough() ? figures : (running ? "Running: " : "Stopped: ") + figures;
  }

  /** An import. */
  public record Row(String file, String path, String figures, When at) {}
}
