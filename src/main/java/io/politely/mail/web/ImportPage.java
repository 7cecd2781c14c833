package io.politely.mail.web;

import io.politely.mail.ImportLogEntry;
import io.politely.mail.ImportProgress;
import io.politely.mail.ImportState;
import io.politely.mail.Quarantined;
import io.politely.web.Progress;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One import: live while it runs, a report afterwards.
 *
 * @param problem why it failed, or ""
 */
public record ImportPage(
    String path,
    String name,
    List<String> sources,
    String state,
    String startedAt,
    String progress,
    long bytesDone,
    long bytesTotal,
    String imported,
    String duplicates,
    String quarantined,
    String problem,
    boolean isRunning,
    boolean isResumable,
    boolean isDone,
    List<Said> log,
    List<Aside> asides) {

  public ImportPage {
    sources = List.copyOf(sources);
    log = List.copyOf(log);
    asides = List.copyOf(asides);
  }

  /** A sentence of the log. */
  public record Said(String at, String sentence) {}

  /** Something that could not be stored as a message. */
  public record Aside(String link, String place, String reason) {}

  /** What changes on the page while it is open. */
  static Progress live(ImportProgress progress) {
    var run = progress.run();
    return new Progress(
        Map.of(
            "state", Words.state(run.state()),
            "progress", Words.progress(progress),
            "imported", Words.number(run.imported()),
            "duplicates", Words.number(run.duplicates()),
            "quarantined", Words.number(run.quarantined())),
        run.bytesDone(),
        Math.max(1, run.bytesTotal()));
  }

  static ImportPage of(
      ImportProgress progress, List<ImportLogEntry> log, List<Quarantined> asides, ZoneId zone) {
    var run = progress.run();
    var problem = run.problem();
    return new ImportPage(
        "/imports/" + run.id(),
        ImportsPage.name(run.sources()),
        run.sources(),
        Words.state(run.state()),
        Words.dayAndTime(run.startedAt(), zone),
        Words.progress(progress),
        run.bytesDone(),
        Math.max(1, run.bytesTotal()),
        Words.number(run.imported()),
        Words.number(run.duplicates()),
        Words.number(run.quarantined()),
        problem == null ? "" : problem,
        !run.state().isOver(),
        run.state().isResumable(),
        run.state() == ImportState.DONE,
        log.stream()
            .map(entry -> new Said(Words.time(entry.at(), zone), entry.sentence()))
            .toList(),
        asides.stream()
            .map(one -> new Aside("/quarantine/" + one.contentHash(), one.place(), one.reason()))
            .toList());
  }
}
