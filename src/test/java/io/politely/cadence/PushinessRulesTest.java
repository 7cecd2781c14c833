package io.politely.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.reading.Intent;
import io.politely.wording.Rank;
import io.politely.wording.ValueKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PushinessRulesTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final TheirTime LONDON = Plans.in(Plans.LONDON);

  @Test
  void bare_mails_four_business_days_apart_turn_red_with_the_fourth() {
    assertThat(after(5, 4, 2, ValueKind.NONE, Rank.MANAGER, 0)).containsExactly(22, 36, 51, 61, 68);
  }

  @Test
  void mails_that_bring_something_stay_below_red_until_the_sixth() {
    assertThat(after(5, 6, 2, ValueKind.ARTEFACT, Rank.MANAGER, 0))
        .containsExactly(14, 22, 36, 46, 53);
  }

  @Test
  void a_chief_executive_has_had_enough_after_two_bare_mails() {
    assertThat(after(3, 4, 2, ValueKind.NONE, Rank.C_LEVEL, 0)).containsExactly(31, 48, 65);
  }

  @Test
  void daily_mails_turn_red_with_the_third() {
    assertThat(after(3, 1, 2, ValueKind.NONE, Rank.MANAGER, 0)).containsExactly(22, 45, 65);
  }

  @Test
  void who_knows_us_well_bears_more() {
    assertThat(after(5, 4, 2, ValueKind.NONE, Rank.MANAGER, 0.8))
        .containsExactly(14, 24, 35, 44, 50);
  }

  @Test
  void nothing_presses_after_an_answer() {
    var history =
        new History(
            List.of(Plans.mail("2026-03-02T09:00:00Z"), Plans.mail("2026-03-05T09:00:00Z")),
            List.of(Plans.reply("2026-03-05T12:00:00Z", Intent.FYI)));
    var now = Instant.parse("2026-03-06T09:00:00Z");
    assertThat(PushinessRules.of(history.unanswered(now), now, Rank.MANAGER, 0, LONDON).value())
        .isZero();
  }

  @Test
  void what_answers_them_presses_on_nobody() {
    var answer = List.of(Plans.answer("2026-03-02T09:00:00Z"));
    var now = Instant.parse("2026-03-02T10:00:00Z");
    assertThat(PushinessRules.of(answer, now, Rank.MANAGER, 0, LONDON)).isEqualTo(Pushiness.NONE);
  }

  @Property(tries = 500)
  void one_more_touch_never_presses_less(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 8) Integer> gaps,
      @ForAll @DoubleRange(min = 0, max = 1) double tie,
      @ForAll Rank rank) {
    var touches = series(gaps, 2, ValueKind.NONE, 10);
    var at = touches.getLast().at();
    double before =
        PushinessRules.of(touches.subList(0, touches.size() - 1), at, rank, tie, LONDON).value();
    assertThat(PushinessRules.of(touches, at, rank, tie, LONDON).value())
        .isGreaterThanOrEqualTo(before);
  }

  @Property(tries = 500)
  void it_presses_more_to_ask_more_and_less_to_bring_more(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 8) Integer> gaps,
      @ForAll Rank rank) {
    assertThat(value(series(gaps, 60, ValueKind.NONE, 10), rank))
        .isGreaterThan(value(series(gaps, 30, ValueKind.NONE, 10), rank));
    assertThat(value(series(gaps, 30, ValueKind.NONE, 10), rank))
        .isGreaterThan(value(series(gaps, 2, ValueKind.NONE, 10), rank));
    assertThat(value(series(gaps, 2, ValueKind.NONE, 10), rank))
        .isGreaterThan(value(series(gaps, 2, ValueKind.FACT, 10), rank));
    assertThat(value(series(gaps, 2, ValueKind.FACT, 10), rank))
        .isGreaterThan(value(series(gaps, 2, ValueKind.REQUESTED, 10), rank));
  }

  @Property(tries = 500)
  void it_presses_more_the_higher_they_stand_and_less_the_better_we_know_each_other(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 8) Integer> gaps,
      @ForAll @DoubleRange(min = 0, max = 0.9) double tie) {
    var touches = series(gaps, 2, ValueKind.NONE, 10);
    var at = touches.getLast().at();
    double manager = PushinessRules.of(touches, at, Rank.MANAGER, tie, LONDON).value();
    double director = PushinessRules.of(touches, at, Rank.DIRECTOR, tie, LONDON).value();
    double vice = PushinessRules.of(touches, at, Rank.VICE_PRESIDENT, tie, LONDON).value();
    double chief = PushinessRules.of(touches, at, Rank.C_LEVEL, tie, LONDON).value();
    assertThat(List.of(manager, director, vice, chief)).isSorted();
    assertThat(PushinessRules.of(touches, at, Rank.MANAGER, tie + 0.1, LONDON).value())
        .isLessThan(manager);
  }

  @Property(tries = 500)
  void it_presses_less_with_longer_gaps_and_more_outside_their_hours(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 6) Integer> gaps,
      @ForAll @IntRange(min = 1, max = 5) int wider) {
    var longer = gaps.stream().map(gap -> gap + wider).toList();
    assertThat(value(series(longer, 2, ValueKind.NONE, 10), Rank.MANAGER))
        .isLessThan(value(series(gaps, 2, ValueKind.NONE, 10), Rank.MANAGER));
    assertThat(value(series(gaps, 2, ValueKind.NONE, 21), Rank.MANAGER))
        .isGreaterThan(value(series(gaps, 2, ValueKind.NONE, 10), Rank.MANAGER));
  }

  @Property(tries = 200)
  void it_presses_less_as_time_passes(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 6) Integer> gaps,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    var touches = series(gaps, 2, ValueKind.NONE, 10);
    var at = touches.getLast().at();
    var later = LONDON.morningOf(LONDON.plus(at, days));
    assertThat(PushinessRules.of(touches, later, Rank.MANAGER, 0, LONDON).value())
        .isLessThan(PushinessRules.of(touches, at, Rank.MANAGER, 0, LONDON).value());
  }

  private static double value(List<Touched> touches, Rank rank) {
    return PushinessRules.of(touches, touches.getLast().at(), rank, 0, LONDON).value();
  }

  private static List<Integer> after(
      int touches, int gap, int ask, ValueKind value, Rank rank, double tie) {
    var series = series(Collections.nCopies(touches, gap), ask, value, 10);
    var values = new ArrayList<Integer>();
    for (int i = 1; i <= touches; i++) {
      var part = series.subList(0, i);
      values.add(
          (int)
              Math.round(PushinessRules.of(part, part.getLast().at(), rank, tie, LONDON).value()));
    }
    return values;
  }

  /** Mails at an hour of the day; the first gap is not used. */
  private static List<Touched> series(List<Integer> gaps, int ask, ValueKind value, int hour) {
    var series = new ArrayList<Touched>();
    var day = MONDAY;
    for (int i = 0; i < gaps.size(); i++) {
      day = i == 0 ? day : LONDON.plus(day, gaps.get(i));
      series.add(
          new Touched(
              LONDON.at(day, LocalTime.of(hour, 0)),
              Channel.EMAIL,
              ask,
              value,
              Touched.Kind.TOUCH,
              false));
    }
    return series;
  }
}
