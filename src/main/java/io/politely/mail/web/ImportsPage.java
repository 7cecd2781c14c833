package io.politely.mail.web;

import io.politely.mail.ImportProgress;
import java.time.ZoneId;
import java.util.List;

/**
 * Where a mailbox is handed over, and what became of the earlier ones.
 *
 * @param path as it was entered, "" at first
 * @param problem what is wrong with it, "" when nothing is
 */
public record ImportsPage(List<Row> rows, String path, String problem) {

  public ImportsPage {
    rows = List.copyOf(rows);
  }

  /** One import in the list. */
  public record Row(String link, String name, String state, String startedAt, String figures) {}

  static ImportsPage of(List<ImportProgress> imports, ZoneId zone, String path, String problem) {
    return new ImportsPage(imports.stream().map(one -> row(one, zone)).toList(), path, problem);
  }

  private static Row row(ImportProgress progress, ZoneId zone) {
    var run = progress.run();
    return new Row(
        "/imports/" + run.id(),
        name(run.sources()),
        Words.state(run.state()),
        Words.dayAndTime(run.startedAt(), zone),
        "%s new, %s known, %s set aside"
            .formatted(
                Words.number(run.imported()),
                Words.number(run.duplicates()),
                Words.number(run.quarantined())));
  }

  /** The file names of the first mailboxes. */
  static String name(List<String> sources) {
    var names = sources.stream().limit(3).map(ImportsPage::lastPart).toList();
    return String.join(", ", names) + (sources.size() > 3 ? " …" : "");
  }

  /** Of a path of any system. */
  private static String lastPart(String path) {
    int separator = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return separator == path.length() - 1 ? path : path.substring(separator + 1);
  }
}
