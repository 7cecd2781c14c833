package io.politely.pursuits;

import static java.util.stream.Collectors.groupingBy;

import io.politely.ledger.BusinessDays;
import io.politely.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By when an outcome is owed to whoever gave time: rows D4, D5, D6 and D8 of the policy. */
final class OutcomeDebtRules {

  private static final int INTERVIEWS_OF_A_FINALIST = 2;

  private OutcomeDebtRules() {}

  /** Business days, each counted once for all that wait since the same day. */
  private static final class Deadlines {

    private record From(LocalDate day, int days) {}

    private final ZoneId zone;
    private final Map<From, Instant> counted = new HashMap<>();

    Deadlines(ZoneId zone) {
      this.zone = zone;
    }

    Instant after(Instant moment, int days) {
      return counted.computeIfAbsent(
          new From(moment.atZone(zone).toLocalDate(), days),
          _ -> BusinessDays.after(moment, days, zone));
    }
  }

  /** Whose turn it is to tell whom, where. */
  record Side(PursuitId pursuit, PersonId person, boolean byUs) {}

  /**
   * Everything that is owed, the most urgent first.
   *
   * @param decided outcomes of ours that have not reached their persons
   * @param late the stages in which somebody has come far
   */
  static List<OwedOutcome> owed(
      List<OpenTime> open, Map<Side, Outcome> decided, Set<String> late, OutcomePolicy policy) {
    var deadlines = new Deadlines(policy.zone());
    return open.stream()
        .collect(groupingBy(it -> new Side(it.pursuit(), it.time().person(), !it.time().byUs())))
        .entrySet()
        .stream()
        .flatMap(entry ->
            owed(entry.getKey(), entry.getValue(), decided, late, policy, deadlines).stream())
        .sorted(
            Comparator.comparing(OwedOutcome::due)
                .thenComparing(it -> it.pursuit().value())
                .thenComparing(it -> it.person().value()))
        .toList();
  }

  private static Optional<OwedOutcome> owed(
      Side side,
      List<OpenTime> open,
      Map<Side, Outcome> decided,
      Set<String> late,
      OutcomePolicy policy,
      Deadlines deadlines) {
    var times = open.stream().map(OpenTime::time).toList();
    boolean isFinalist =
        open.stream().anyMatch(it -> late.contains(it.stage()))
            || times.stream().filter(time -> time.kind() == TimeKind.INTERVIEW).count()
                >= INTERVIEWS_OF_A_FINALIST;
    var known = new Case(times, decided.get(side), isFinalist, open.getFirst().endedAt());
    return due(known, policy, deadlines)
        .map(due ->
            new OwedOutcome(
                side.pursuit(),
                side.person(),
                side.byUs(),
                due.row(),
                due.since(),
                due.at(),
                due.reason()));
  }

  /**
   * What is known of one person in one pursuit.
   *
   * @param times that they gave, not empty
   * @param decided the outcome in force, which has not reached them; null: nothing was decided
   * @param isFinalist whether they came far
   * @param endedAt when the pursuit ended for everybody; null while it goes on
   */
  record Case(
      List<TimeGiven> times,
      @Nullable Outcome decided,
      boolean isFinalist,
      @Nullable Instant endedAt) {

    Case {
      times = List.copyOf(times);
    }
  }

  /** When it is owed, by which row, and why. */
  record Due(String row, Instant since, Instant at, String reason) {}

  /** Empty where nothing is owed yet: a connector waits for an end. */
  private static Optional<Due> due(Case of, OutcomePolicy policy, Deadlines deadlines) {
    var last = of.times().stream().max(Comparator.comparing(TimeGiven::givenAt)).orElseThrow();
    var due = due(of, last, policy, deadlines);
    var law = policy.law();
    var interview =
        of.times().stream()
            .filter(time -> time.kind() == TimeKind.INTERVIEW)
            .max(Comparator.comparing(TimeGiven::givenAt));
    if (law == null || interview.isEmpty()) {
      return due;
    }
    var day = interview.get().givenAt().atZone(policy.zone()).toLocalDate();
    var latest = BusinessDays.endOf(day.plusDays(law.calendarDays()), policy.zone());
    return due.isPresent() && !latest.isBefore(due.get().at())
        ? due
        : Optional.of(
            new Due(
                "D5",
                interview.get().givenAt(),
                latest,
                "The law of %s gives %d days after the last interview."
                    .formatted(law.name(), law.calendarDays())));
  }

  private static Optional<Due> due(
      Case of, TimeGiven last, OutcomePolicy policy, Deadlines deadlines) {
    var decided = of.decided();
    if (decided != null) {
      return Optional.of(decided(decided, of.isFinalist(), last, policy, deadlines));
    }
    if (of.times().stream().allMatch(time -> time.kind() == TimeKind.INTRODUCTION)) {
      return Optional.ofNullable(of.endedAt())
          .map(ended ->
              new Due(
                  "D8",
                  last.givenAt(),
                  deadlines.after(ended, policy.connector()),
                  "They made an introduction, and it ended: tell them how."));
    }
    var strongest =
        of.times().stream()
            .filter(time -> time.kind() != TimeKind.INTRODUCTION)
            .max(
                Comparator.comparing((TimeGiven time) -> time.kind() != TimeKind.APPLICATION)
                    .thenComparing(TimeGiven::givenAt))
            .orElseThrow();
    boolean isRead = strongest.kind() == TimeKind.APPLICATION;
    return Optional.of(
        new Due(
            isRead ? "D4" : "D5",
            strongest.givenAt(),
            deadlines.after(
                strongest.givenAt(), isRead ? policy.application() : policy.interview()),
            "%s, and has no outcome yet.".formatted(gave(strongest.kind()))));
  }

  private static Due decided(
      Outcome decided,
      boolean isFinalist,
      TimeGiven last,
      OutcomePolicy policy,
      Deadlines deadlines) {
    var telling = decided.lastTelling();
    if (telling.isPresent() && telling.get().state() == TellingState.CAME_BACK) {
      return new Due(
          "D6",
          last.givenAt(),
          deadlines.after(telling.get().at(), policy.cameBack()),
          "What you sent came back: " + telling.get().reason());
    }
    int days = isFinalist ? policy.badNewsToFinalists() : policy.badNews();
    return new Due(
        "D6",
        last.givenAt(),
        deadlines.after(decided.decidedAt(), days),
        "It is decided (%s), and they have not been told."
            .formatted(decided.result().said().toLowerCase(Locale.ROOT)));
  }

  private static String gave(TimeKind kind) {
    return switch (kind) {
      case APPLICATION -> "Applied";
      case INTERVIEW -> "Was interviewed";
      case MEETING -> "Met with you";
      case WORK_SAMPLE -> "Made a work sample";
      case INTRODUCTION -> "Made an introduction";
    };
  }
}
