package io.politely.pursuits.web;

import static java.util.stream.Collectors.groupingBy;

import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitFilter;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.PursuitState;
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
 * @param other the path of the other view
 * @param stages to choose from when a card is moved
 */
public record BoardPage(
    String kind,
    boolean isBoard,
    boolean isWithClosed,
    String words,
    List<Tab> tabs,
    List<Column> columns,
    String other,
    long count,
    List<Stage> stages,
    String newPath) {

  public BoardPage {
    tabs = List.copyOf(tabs);
    columns = List.copyOf(columns);
    stages = List.copyOf(stages);
  }

  /** A kind to look at. */
  public record Tab(String name, String path, boolean isCurrent) {}

  /** The pursuits in one stage. */
  public record Column(String stage, String name, List<Card> cards) {

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

  static BoardPage of(
      PursuitKind kind,
      boolean isBoard,
      PursuitFilter filter,
      List<Pursuit> found,
      List<Stage> stages,
      List<OwedOutcome> owed,
      Instant now,
      ZoneId zone) {
    var byPursuit =
        owed.stream().filter(OwedOutcome::byUs).collect(groupingBy(OwedOutcome::pursuit));
    var columns = new LinkedHashMap<String, List<Card>>();
    stages.forEach(stage -> columns.put(stage.word(), new ArrayList<>()));
    for (var pursuit : found) {
      columns
          .computeIfAbsent(pursuit.stage(), _ -> new ArrayList<>())
          .add(card(pursuit, stages, byPursuit, now, zone));
    }
    var path = "/pursuits?kind=" + kind.word() + (filter.isWithClosed() ? "&closed=true" : "");
    return new BoardPage(
        kind.word(),
        isBoard,
        filter.isWithClosed(),
        filter.words(),
        Arrays.stream(PursuitKind.values())
            .map(it ->
                new Tab(
                    plural(it),
                    "/pursuits?kind=" + it.word() + (isBoard ? "" : "&view=list"),
                    it == kind))
            .toList(),
        columns.entrySet().stream()
            .map(it -> new Column(it.getKey(), name(stages, it.getKey()), it.getValue()))
            .toList(),
        isBoard ? path + "&view=list" : path,
        found.size(),
        stages,
        "/pursuits/new?kind=" + kind.word());
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
