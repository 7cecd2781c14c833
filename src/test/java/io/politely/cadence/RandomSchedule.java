package io.politely.cadence;

import io.politely.reading.Intent;
import io.politely.reading.WorkingDays;
import io.politely.wording.Rank;
import io.politely.wording.ValueKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A made-up year between a workspace and one person: several cadences at once, colleagues who write
 * by hand at any hour, two who approve at the same moment from the same page, and whatever the
 * person answers. Every approval goes through the rules; afterwards what left is counted by other
 * means than those of the rules.
 */
final class RandomSchedule {

  private static final List<String> ZONES =
      List.of(
          "Europe/London",
          "Europe/Berlin",
          "Europe/Paris",
          "Europe/Madrid",
          "Europe/Lisbon",
          "Europe/Amsterdam",
          "America/New_York",
          "America/Los_Angeles",
          "America/Sao_Paulo",
          "Asia/Kolkata",
          "Asia/Tokyo",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "America/St_Johns",
          "Africa/Casablanca");

  private static final List<String> HOURS =
      List.of("8-18", "9-13, 15-18", "8-12", "10-12, 14-16", "8:30-17:15");

  private static final EnumSet<DayOfWeek> WEEKEND =
      EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final SplittableRandom random;
  private final ZoneId zone;
  private final TheirTime time;
  private final WorkingHours hours;
  private final Rank rank;
  private final double tie;
  private final List<Facts> followUps = new ArrayList<>();
  private final List<Touched> left = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final boolean asks;
  private Instant now;

  RandomSchedule(long seed) {
    this(seed, true);
  }

  /** {@code asks} false: whoever wants to send sends, to show that the counting finds it. */
  RandomSchedule(long seed, boolean asks) {
    this.asks = asks;
    random = new SplittableRandom(seed);
    zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    hours = WorkingHours.typed(HOURS.get(random.nextInt(HOURS.size()))).orElseThrow();
    time = new TheirTime(zone, hours);
    rank = any(Rank.values());
    tie = random.nextInt(4) * 0.3;
    now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextLong(31_536_000L));
  }

  /** Lives through it, and says what went wrong: nothing. */
  List<String> violations() {
    var rows = List.copyOf(Plans.POLICY.situations().values());
    int many = 1 + random.nextInt(3);
    for (int i = 0; i < many; i++) {
      followUps.add(
          facts(rows.get(random.nextInt(rows.size())), now.minusSeconds(random.nextInt(999_999))));
    }
    for (int i = 0; i < 16; i++) {
      now = now.plusSeconds(random.nextInt(6 * 86_400));
      switch (random.nextInt(6)) {
        case 0 -> hear();
        case 1 -> byHand();
        case 2 -> atOnce();
        default -> approve(random.nextInt(followUps.size()));
      }
    }
    count();
    return violations;
  }

  /** How many touches left. */
  int touches() {
    return left.size();
  }

  private Facts facts(Situation situation, Instant startedAt) {
    return new Facts(
        situation,
        startedAt,
        null,
        random.nextInt(6) == 0 ? time.date(startedAt).plusDays(random.nextInt(20)) : null,
        History.NONE,
        time,
        rank,
        tie,
        "",
        "",
        EnumSet.of(Channel.EMAIL, Channel.CALL),
        random.nextBoolean(),
        false,
        null);
  }

  private <T> T any(T[] all) {
    return List.of(all).get(random.nextInt(all.length));
  }

  private Facts present(int followUp) {
    var touched = left.stream().map(it -> it.at().isAfter(now) ? it : it.gone()).toList();
    return followUps.get(followUp).with(new History(touched, heard));
  }

  /** Somebody lets a cadence do what it wants next, soon or late after it was planned. */
  private void approve(int followUp) {
    var touch = proposed(followUp);
    if (touch != null) {
      commit(touch, followUp);
    }
  }

  private @Nullable Touched proposed(int followUp) {
    var facts = present(followUp);
    var next = Plans.RULES.next(facts, now);
    if (!next.equals(Plans.RULES.next(facts, now))) {
      violations.add("The same question had two answers: " + next);
    }
    return switch (next) {
      case Next.Touch touch -> PlanRules.planned(touch, touch.best());
      case Next.Close close -> PlanRules.closing(close.best());
      case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ -> null;
    };
  }

  /** Two approve what they saw at the same moment; one is behind the other. */
  private void atOnce() {
    int one = random.nextInt(followUps.size());
    int other = random.nextInt(followUps.size());
    var first = proposed(one);
    var second = proposed(other);
    if (first != null) {
      commit(first, one);
    }
    if (second != null) {
      commit(second, other);
    }
  }

  /** A colleague writes whatever they like, at any hour. */
  private void byHand() {
    var touch =
        new Touched(
            now.plusSeconds(random.nextInt(86_400)),
            random.nextBoolean() ? Channel.EMAIL : Channel.CALL,
            random.nextBoolean() ? null : Integer.valueOf(random.nextInt(90)),
            any(ValueKind.values()),
            Touched.Kind.TOUCH,
            true);
    commit(touch, 0);
  }

  private void commit(Touched touch, int followUp) {
    if (!asks || Plans.RULES.breaches(touch, present(followUp)).isEmpty()) {
      left.add(touch);
      now = touch.at().isAfter(now) && random.nextInt(3) > 0 ? touch.at() : now;
      if (Plans.RULES.next(followUps.get(followUp), now) instanceof Next.Close) {
        followUps.set(followUp, followUps.get(followUp).with(History.NONE, true));
      }
    }
  }

  private void hear() {
    // What is approved and has not left is held by the outbox when something comes: it never
    // leaves.
    left.removeIf(touch -> touch.at().isAfter(now));
    var day = time.date(now).plusDays(1 + random.nextInt(60));
    heard.add(
        switch (random.nextInt(5)) {
          case 0 -> new Heard(now, Heard.Kind.ABSENCE, null, day, null, false);
          case 1 -> new Heard(now, Heard.Kind.TALK, null, null, null, false);
          default -> {
            var intent = any(Intent.values());
            boolean dated = random.nextBoolean();
            yield new Heard(
                now,
                Heard.Kind.REPLY,
                intent,
                dated && intent != Intent.PROMISE ? day : null,
                dated && intent == Intent.PROMISE ? day : null,
                random.nextInt(5) == 0);
          }
        });
  }

  /** By plain counting over what left. */
  private void count() {
    left.sort(Comparator.comparing(Touched::at));
    for (int i = 0; i < left.size(); i++) {
      var touch = left.get(i);
      check(touch, i);
    }
  }

  private void check(Touched touch, int index) {
    var there = touch.at().atZone(zone);
    var day = there.toLocalDate();
    if (WEEKEND.contains(day.getDayOfWeek()) || WorkingDays.at(zone).isHoliday(day)) {
      violations.add("On a day off: " + there);
    }
    if (hours.spans().stream()
        .noneMatch(span ->
            !there.toLocalTime().isBefore(span.from())
                && there.toLocalTime().isBefore(span.to()))) {
      violations.add("Out of hours: " + there);
    }
    Instant since = Instant.MIN;
    boolean stopped = false;
    LocalDate later = null;
    for (var word : heard) {
      if (word.isHuman() && word.at().isBefore(touch.at())) {
        since = word.at();
        if (word.intent() != Intent.THANKS_ONLY) {
          stopped = word.intent() == Intent.STOP;
          later = word.intent() == Intent.NOT_NOW ? word.notBefore() : null;
        }
      }
    }
    if (stopped) {
      violations.add("After a stop: " + there);
    }
    if (later != null && day.isBefore(later)) {
      violations.add("Before " + later + ": " + there);
    }
    int month = 0;
    int quarter = 0;
    for (int j = 0; j <= index; j++) {
      var other = left.get(j);
      if (!other.at().isAfter(since)) {
        continue;
      }
      month += other.at().isAfter(touch.at().minus(Duration.ofDays(30))) ? 1 : 0;
      quarter += other.at().isAfter(touch.at().minus(Duration.ofDays(90))) ? 1 : 0;
      if (j < index && businessDays(other.at().atZone(zone).toLocalDate(), day) < 2) {
        violations.add("Too close: " + other.at() + " and " + touch.at());
      }
    }
    int most = rank == Rank.C_LEVEL || rank == Rank.OWNER ? 2 : 3;
    if (month > most || quarter > 5) {
      violations.add("Too many: %d in 30 days, %d in 90, at %s".formatted(month, quarter, there));
    }
    var unanswered = new ArrayList<Touched>();
    for (int j = 0; j <= index; j++) {
      if (left.get(j).at().isAfter(since)) {
        unanswered.add(left.get(j));
      }
    }
    double pushiness =
        PushinessRules.of(unanswered, touch.at(), rank, tie, new TheirTime(zone, hours)).value();
    if (pushiness >= 60) {
      violations.add("Red: %.1f at %s".formatted(pushiness, there));
    }
  }

  private int businessDays(LocalDate from, LocalDate to) {
    int days = 0;
    for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      days += WEEKEND.contains(day.getDayOfWeek()) || WorkingDays.at(zone).isHoliday(day) ? 0 : 1;
    }
    return days;
  }
}
