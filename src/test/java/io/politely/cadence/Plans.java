package io.politely.cadence;

import io.politely.reading.Intent;
import io.politely.wording.Rank;
import io.politely.wording.ValueKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts for plans, with the shipped policy. */
final class Plans {

  static final CadencePolicy POLICY = new CadencePolicyFile().policy(Map.of());
  static final PlanRules RULES = new PlanRules(POLICY);
  static final ZoneId LONDON = ZoneId.of("Europe/London");
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private Plans() {}

  static TheirTime in(ZoneId zone) {
    return new TheirTime(zone, POLICY.caps().hours());
  }

  static Situation row(String row) {
    return POLICY.situation(row).orElseThrow();
  }

  /** Of a stranger in London who can be mailed. */
  static Facts of(String row, Instant startedAt, List<Touched> touched, List<Heard> heard) {
    return new Facts(
        row(row),
        startedAt,
        null,
        null,
        new History(touched, heard),
        in(LONDON),
        Rank.MANAGER,
        0,
        "",
        "",
        Set.of(Channel.EMAIL),
        true,
        false,
        null);
  }

  static Facts at(Facts facts, ZoneId zone, Rank rank) {
    return new Facts(
        facts.situation(),
        facts.startedAt(),
        facts.notBefore(),
        facts.promised(),
        facts.history(),
        in(zone),
        rank,
        facts.tie(),
        facts.stop(),
        facts.over(),
        facts.reachable(),
        facts.connectorAsked(),
        facts.closed(),
        facts.politeOn());
  }

  static Facts not(Facts facts, String stop, String over, Set<Channel> reachable) {
    return new Facts(
        facts.situation(),
        facts.startedAt(),
        facts.notBefore(),
        facts.promised(),
        facts.history(),
        facts.time(),
        facts.rank(),
        facts.tie(),
        stop,
        over,
        reachable.isEmpty() ? EnumSet.noneOf(Channel.class) : reachable,
        facts.connectorAsked(),
        facts.closed(),
        facts.politeOn());
  }

  static Facts asked(Facts facts, boolean connectorAsked, @Nullable LocalDate notBefore) {
    return new Facts(
        facts.situation(),
        facts.startedAt(),
        notBefore,
        facts.promised(),
        facts.history(),
        facts.time(),
        facts.rank(),
        facts.tie(),
        facts.stop(),
        facts.over(),
        facts.reachable(),
        connectorAsked,
        facts.closed(),
        facts.politeOn());
  }

  static Touched mail(String at) {
    return mail(at, 2, ValueKind.FACT);
  }

  static Touched mail(String at, int ask, ValueKind value) {
    return new Touched(Instant.parse(at), Channel.EMAIL, ask, value, Touched.Kind.TOUCH, false);
  }

  static Touched answer(String at) {
    return new Touched(
        Instant.parse(at), Channel.EMAIL, null, ValueKind.REQUESTED, Touched.Kind.ANSWER, false);
  }

  static Heard reply(String at, Intent intent) {
    return reply(at, intent, null);
  }

  static Heard reply(String at, Intent intent, @Nullable String notBefore) {
    return new Heard(
        Instant.parse(at),
        Heard.Kind.REPLY,
        intent,
        notBefore == null ? null : LocalDate.parse(notBefore),
        null,
        false);
  }

  /** The same where most of the answers to the last letter have come by a moment. */
  static Facts polite(Facts facts, Instant on) {
    return new Facts(
        facts.situation(),
        facts.startedAt(),
        facts.notBefore(),
        facts.promised(),
        facts.history(),
        facts.time(),
        facts.rank(),
        facts.tie(),
        facts.stop(),
        facts.over(),
        facts.reachable(),
        facts.connectorAsked(),
        facts.closed(),
        on);
  }
}
