package io.politely.pursuits.web;

import static java.util.stream.Collectors.toMap;

import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitImport;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Stage;
import io.politely.web.Progress;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What became of one import of jobs.
 *
 * @param path takes a {@code DELETE}
 * @param state what follows from it, in a sentence
 * @param progress how far it is; "" where it is through
 * @param jobs the first of those that it opened or changed
 */
public record JobImportPage(
    String file,
    String path,
    String state,
    String progress,
    long read,
    long total,
    boolean isRunning,
    boolean isUndone,
    When at,
    List<Figure> figures,
    List<String> remarks,
    List<Row> jobs) {

  public JobImportPage {
    figures = List.copyOf(figures);
    remarks = List.copyOf(remarks);
    jobs = List.copyOf(jobs);
  }

  static JobImportPage of(
      PursuitImport one,
      boolean running,
      List<Pursuit> pursuits,
      List<Stage> stages,
      Instant now,
      ZoneId zone) {
    return new JobImportPage(
        one.file(),
        path(one),
        state(one, running),
        one.canGoOn() ? progress(one) : "",
        one.read(),
        Math.max(1, one.jobs()),
        running && one.canGoOn(),
        one.undoneAt().isPresent(),
        When.of(one.at(), now, zone),
        figures(one),
        one.remarks(),
        pursuits.stream().map(pursuit -> Row.of(pursuit, stages)).toList());
  }

  /** What changes on the page while it is open. */
  static Progress live(PursuitImport one) {
    return new Progress(
        Stream.concat(
                figures(one).stream().map(figure -> Map.entry(figure.field(), figure.shown())),
                Stream.of(Map.entry("progress", progress(one))))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)),
        one.read(),
        Math.max(1, one.jobs()));
  }

  /** Where an import is shown. */
  static String path(PursuitImport one) {
    return "/pursuits/imports/" + one.id();
  }

  private static String state(PursuitImport one, boolean running) {
    if (one.undoneAt().isPresent()) {
      return "Taken back. What you did something with since is still there.";
    }
    if (!one.isThrough()) {
      return running
          ? "Jobs appear on the board while it runs. You may leave this page."
          : "Stopped before it was through. Choose the same file again, and it goes on.";
    }
    return one.added() + one.changed() == 0
        ? "Nothing in this file is new."
        : "They are on the board. What you change there stays when the same file comes again.";
  }

  private static String progress(PursuitImport one) {
    return "%,d of %,d jobs".formatted(one.read(), one.jobs());
  }

  private static List<Figure> figures(PursuitImport one) {
    return List.of(
        new Figure("added", "Opened", one.added()),
        new Figure("changed", "Say something else", one.changed()),
        new Figure("known", "Known before", one.known()));
  }

  /** Something that was counted. */
  public record Figure(String field, String label, int count) {

    /** As it is shown. */
    public String shown() {
      return "%,d".formatted(count);
    }
  }

  /** A job. */
  public record Row(String path, String title, String detail) {

    static Row of(Pursuit pursuit, List<Stage> stages) {
      var stage =
          stages.stream()
              .filter(it -> it.word().equals(pursuit.stage()))
              .map(Stage::name)
              .findFirst()
              .orElse(pursuit.stage());
      var state = pursuit.state() == PursuitState.OPEN ? stage : pursuit.state().said();
      return new Row(
          "/pursuits/" + pursuit.id(),
          pursuit.title(),
          pursuit.company().isEmpty() ? state : pursuit.company() + ", " + state);
    }
  }
}
