package io.politely.pursuits.web;

import static java.util.stream.Collectors.groupingBy;

import io.politely.pursuits.Listed;
import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.SavedView;
import io.politely.pursuits.Stage;
import io.politely.web.Chip;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pursuits of one kind, as a board of stages or as a list.
 *
 * @param words what was searched for
 * @param stage the only one that is shown, a word, or ""
 * @param isNarrow whether fewer are shown than go on, which can be kept as a view
 * @param views what was kept
 * @param other the path of the other view
 * @param whole the path that shows those of the list that are not shown, or ""
 * @param stages to choose from when a card is moved
 */
public record BoardPage(
    String kind,
    boolean isBoard,
    boolean isWithClosed,
    boolean isWaiting,
    String stage,
    String words,
    boolean isNarrow,
    List<Tab> tabs,
    List<View> views,
    List<Column> columns,
    String other,
    long count,
    String whole,
    List<Stage> stages,
    String newPath) {

  public BoardPage {
    tabs = List.copyOf(tabs);
    views = List.copyOf(views);
    columns = List.copyOf(columns);
    stages = List.copyOf(stages);
  }

  /** A kind to look at. */
  public record Tab(String name, String path, boolean isCurrent) {}

  /** A view that was kept, and the path that takes it away. */
  public record View(String name, String path, String forget) {}

  /**
   * The pursuits in one stage.
   *
   * @param count of all that are there
   * @param more the path that shows all of them, or "" where they are all here
   */
  public record Column(String stage, String name, int count, List<Card> cards, String more) {

    public Column {
      cards = List.copyOf(cards);
    }
  }

  /**
   * A pursuit.
   *
   * @param owed how many wait for an outcome from us, in words, or ""
   * @param isLate whether one of them has waited too long
   */
  public record Card(
      String path,
      String title,
      String company,
      String stage,
      String stageName,
      Chip state,
      String owed,
      boolean isLate,
      When changed) {}

  /**
   * The page.
   *
   * @param found what the filter lets through
   * @param owed what is owed in those that are shown
   */
  static BoardPage of(
      BoardQuery query,
      Listed found,
      List<Stage> stages,
      List<OwedOutcome> owed,
      List<SavedView> views,
      Instant now,
      ZoneId zone) {
    var waiting = owed.stream().filter(OwedOutcome::byUs).collect(groupingBy(OwedOutcome::pursuit));
    return new BoardPage(
        query.kind().word(),
        query.isBoard(),
        query.isWithClosed(),
        query.isWaiting(),
        query.stage(),
        query.words(),
        query.isNarrow(),
        Arrays.stream(PursuitKind.values())
            .map(it ->
                new Tab(plural(it), BoardQuery.of(it, query.isBoard()).path(), it == query.kind()))
            .toList(),
        views.stream()
            .map(it -> new View(it.name(), it.path(), BoardQuery.PATH + "/views/" + it.id()))
            .toList(),
        query.isBoard()
            ? columns(query, found, stages, waiting, now, zone)
            : lines(query, found, stages, waiting, now, zone),
        query.as(!query.isBoard()).path(),
        found.count(),
        query.isBoard() || query.isWhole() || found.count() <= BoardQuery.LINES_SHOWN
            ? ""
            : query.whole().path(),
        stages,
        "/pursuits/new?kind=" + query.kind().word());
  }

  /** One for each stage, also for those that nothing is in, and for those that are gone. */
  private static List<Column> columns(
      BoardQuery query,
      Listed found,
      List<Stage> stages,
      Map<PursuitId, List<OwedOutcome>> waiting,
      Instant now,
      ZoneId zone) {
    var columns = new LinkedHashMap<String, List<Pursuit>>();
    stages.stream()
        .filter(stage -> query.stage().isEmpty() || stage.word().equals(query.stage()))
        .forEach(stage -> columns.put(stage.word(), new ArrayList<>()));
    found
        .shown()
        .forEach(it -> columns.computeIfAbsent(it.stage(), _ -> new ArrayList<>()).add(it));
    return columns.entrySet().stream()
        .map(it -> {
          int count = found.inStages().getOrDefault(it.getKey(), 0);
          return new Column(
              it.getKey(),
              name(stages, it.getKey()),
              count,
              cards(it.getValue(), stages, waiting, now, zone),
              count > it.getValue().size() ? query.inStage(it.getKey()).path() : "");
        })
        .toList();
  }

  private static List<Column> lines(
      BoardQuery query,
      Listed found,
      List<Stage> stages,
      Map<PursuitId, List<OwedOutcome>> waiting,
      Instant now,
      ZoneId zone) {
    var shown =
        query.isWhole()
            ? found.shown()
            : found.shown().stream().limit(BoardQuery.LINES_SHOWN).toList();
    return List.of(
        new Column(query.stage(), "", found.count(), cards(shown, stages, waiting, now, zone), ""));
  }

  private static List<Card> cards(
      List<Pursuit> of,
      List<Stage> stages,
      Map<PursuitId, List<OwedOutcome>> waiting,
      Instant now,
      ZoneId zone) {
    return of.stream().map(pursuit -> card(pursuit, stages, waiting, now, zone)).toList();
  }

  private static Card card(
      Pursuit pursuit,
      List<Stage> stages,
      Map<PursuitId, List<OwedOutcome>> owed,
      Instant now,
      ZoneId zone) {
    var here = owed.getOrDefault(pursuit.id(), List.of());
    return new Card(
        "/pursuits/" + pursuit.id(),
        pursuit.title(),
        pursuit.company(),
        pursuit.stage(),
        name(stages, pursuit.stage()),
        chip(pursuit.state()),
        here.isEmpty()
            ? ""
            : here.size() == 1 ? "1 waits for an outcome" : here.size() + " wait for an outcome",
        here.stream().anyMatch(it -> it.due().isBefore(now)),
        When.of(pursuit.changedAt(), now, zone));
  }

  static Chip chip(PursuitState state) {
    return switch (state) {
      case OPEN -> new Chip("theirs", state.said());
      case PAUSED -> new Chip("scheduled", state.said());
      case CLOSING -> new Chip("ours", state.said());
      case CLOSED -> new Chip("closed", state.said());
    };
  }

  static String name(List<Stage> stages, String word) {
    return stages.stream()
        .filter(stage -> stage.word().equals(word))
        .map(Stage::name)
        .findFirst()
        .orElse(word);
  }

  private static String plural(PursuitKind kind) {
    return switch (kind) {
      case JOB -> "Jobs";
      case SEARCH -> "Searches";
      case DEAL -> "Deals";
    };
  }
}
