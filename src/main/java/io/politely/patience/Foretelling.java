package io.politely.patience;

import io.politely.patience.Chance.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/** Foretells from what was learned, and says why. */
final class Foretelling {

  private static final int MOST_REASONS = 3;

  /** Less does not change a chance that one can see. */
  private static final double SMALLEST = 0.15;

  private final Learned learned;

  Foretelling(Learned learned) {
    this.learned = learned;
  }

  /**
   * The chance that somebody answers a letter.
   *
   * @param conversation up to now, the oldest first; the letter is among them
   * @param people what is known of its readers and writers
   */
  Chance chance(
      List<Sent> conversation, String letter, int reader, List<Acquaintance> people, Instant now) {
    var watcher = new Watching(letter, reader);
    var past = new Past(watcher, learned.usual());
    past.remember(learned.us());
    for (var one : people) {
      one.habits().remember(Acquaintances.US, one.fromUs());
      past.remember(one.habits());
    }
    conversation.forEach(past::recall);
    var awaited = watcher.awaited();
    long moment = Math.max(now.getEpochSecond(), awaited.post.at);
    long after = moment - awaited.post.at;
    var lessons = learned.lessons();
    boolean isLater = after >= Lessons.LATER;
    var situation = isLater ? past.situation(awaited, moment) : watcher.situation();
    var between = awaited.reader.knownFrom(Acquaintances.US);
    return new Chance(
        Instant.ofEpochSecond(awaited.post.at),
        Instant.ofEpochSecond(moment),
        lessons.curve(watcher.situation(), 0),
        lessons.curve(situation, after),
        new Basis(
            lessons.letters(),
            between == null ? 0 : (int) between.rate.asked,
            between == null ? 0 : (int) between.rate.answered),
        reasons(lessons.hazard(after), situation));
  }

  /**
   * A reason's effect is that of its features in this letter, compared with one to somebody of whom
   * nothing is known.
   */
  private List<Why> reasons(Hazard hazard, float[] situation) {
    var usual = usual();
    var effects = new EnumMap<Reason, Double>(Reason.class);
    for (var feature : Feature.values()) {
      double difference = situation[feature.place()] - usual[feature.place()];
      effects.merge(feature.reason(), hazard.effect(feature, difference), Double::sum);
    }
    var said = new ReasonRules(situation, usual);
    return effects.entrySet().stream()
        .filter(it -> Math.abs(it.getValue()) >= SMALLEST)
        .map(it ->
            new Why(it.getKey(), it.getValue(), said.sentence(it.getKey(), it.getValue() > 0)))
        .filter(why -> !why.sentence().isEmpty())
        .sorted(Comparator.comparingDouble((Why why) -> -Math.abs(why.effect())))
        .limit(MOST_REASONS)
        .toList();
  }

  /** A first, plain letter to somebody of whom as much is known as of anybody. */
  private float[] usual() {
    var watcher = new Watching("", 1);
    var past = new Past(watcher, learned.usual());
    past.remember(learned.us());
    past.recall(Plain.letter("", 1, 0, learned.at()));
    var usual = watcher.situation();
    // Whatever day it was learned on, it is compared with one in the middle of a week.
    usual[Feature.FRIDAY.place()] = 0;
    usual[Feature.WEEKEND.place()] = 0;
    return usual;
  }

  /** Catches one letter and one of its readers as it is sent. */
  private static final class Watching implements Past.Watcher {

    private final String letter;
    private final int reader;
    private final List<Observation> caught = new ArrayList<>();

    Watching(String letter, int reader) {
      this.letter = letter;
      this.reader = reader;
    }

    @Override
    public void sees(Awaited awaited, long after, float[] situation) {
      if (awaited.post.id.equals(letter) && awaited.reader.person == reader) {
        caught.add(new Observation(awaited, after, situation));
      }
    }

    Awaited awaited() {
      if (caught.isEmpty()) {
        throw new IllegalArgumentException("The letter is not addressed to this person");
      }
      return caught.getFirst().awaited();
    }

    float[] situation() {
      return caught.getFirst().situation();
    }
  }
}
