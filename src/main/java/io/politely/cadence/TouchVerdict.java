package io.politely.cadence;

import io.politely.reading.Intent;
import io.politely.wording.Rank;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user is told about a touch before it is made: how much would press on its reader, and
 * whether what they said speaks against it. What they said outranks all counting.
 *
 * @param score 0 to 100: the pushiness after it, raised where it goes against their word
 * @param band what to do: green, send it; amber, change it; red, do not
 */
public record TouchVerdict(double score, Pushiness.Band band, String reason) {

  /** Against a word of theirs: at least this. */
  private static final double AGAINST_A_NO = 85;

  private static final double AGAINST_THEIR_DAY = 60;
  private static final double BEFORE_A_PROMISE = 42;

  /**
   * Judges a touch.
   *
   * @param words what it says, or what it is about
   * @param tie how close we are, 0…1
   */
  static TouchVerdict of(
      Touched touch,
      String words,
      History history,
      TheirTime time,
      Rank rank,
      double tie,
      CadencePolicy policy) {
    var all = history.with(touch);
    var pushiness = PushinessRules.of(all.unanswered(touch.at()), touch.at(), rank, tie, time);
    double score = pushiness.value();
    var against = against(touch, history, time, policy);
    double raised = against.map(it -> Math.max(score, it.least())).orElse(score);
    return new TouchVerdict(
        raised,
        policy.caps().band(raised),
        against
            .map(Against::sentence)
            .orElseGet(() ->
                pushiness.parts().isEmpty()
                    ? "It answers them."
                    : pushiness.parts().getFirst().sentence()));
  }

  private record Against(double least, String sentence) {}

  private static Optional<Against> against(
      Touched touch, History history, TheirTime time, CadencePolicy policy) {
    var day = time.date(touch.at());
    for (var heard : history.heard().reversed()) {
      if (heard.at().isAfter(touch.at())) {
        continue;
      }
      var intent = heard.intent();
      if (intent == Intent.STOP) {
        return Optional.of(new Against(AGAINST_A_NO, "They asked for no further contact."));
      }
      if ((intent == Intent.NOT_INTERESTED || intent == Intent.REJECTION)
          && day.isBefore(time.plus(heard.at(), policy.caps().restAfterNo()))) {
        return Optional.of(new Against(AGAINST_A_NO, "They declined."));
      }
      if (intent == Intent.NOT_NOW && isBefore(day, heard.notBefore())) {
        return Optional.of(
            new Against(AGAINST_THEIR_DAY, "They asked not to be approached before their day."));
      }
      if (isBefore(day, heard.promiseDue()) && touch.weighs()) {
        return Optional.of(
            new Against(BEFORE_A_PROMISE, "They named a day, and it has not come yet."));
      }
      if (heard.isHuman() && intent != Intent.THANKS_ONLY) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isBefore(LocalDate day, @Nullable LocalDate named) {
    return named != null && day.isBefore(named);
  }

  /** Whether what they wrote waits for an answer of ours. */
  static boolean wantsAnswer(@Nullable Intent intent) {
    return intent != null
        && List.of(
                Intent.QUESTION,
                Intent.REQUEST,
                Intent.OFFER,
                Intent.INTERESTED,
                Intent.SCHEDULING,
                Intent.WRONG_PERSON)
            .contains(intent);
  }
}
