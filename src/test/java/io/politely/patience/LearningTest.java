package io.politely.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LearningTest {

  private static final double WEEK = 168;

  @Test
  void readers_who_answer_are_told_from_those_who_do_not() {
    var letters = Letters.correspondence(1_500);
    var learning = new Learning();
    var past = new Past(learning);
    letters.forEach(past::add);
    long now = letters.getLast().at();

    var lessons = learning.learn(now, Lessons.none());

    past.add(Letters.sent("x", null, day(now), Letters.ADA, Letters.BOB));
    past.add(Letters.sent("y", null, day(now), Letters.ADA, Letters.CARL));
    assertThat(chance(past, lessons, "x", now)).isGreaterThan(0.6);
    assertThat(chance(past, lessons, "y", now)).isLessThan(0.3);
  }

  @Test
  void what_is_foretold_happens_as_often() {
    var letters = Letters.correspondence(1_500);
    var learning = new Learning();
    var past = new Past(learning);
    letters.forEach(past::add);
    long now = letters.getLast().at();

    var lessons = learning.learn(now, Lessons.none());

    var old = learning.atSend().stream().filter(it -> it.hoursSeen(now) > WEEK).toList();
    double said =
        old.stream()
            .mapToDouble(it -> lessons.curve(it.situation(), 0).answeredBy(WEEK))
            .average()
            .orElseThrow();
    double was = old.stream().filter(it -> it.hoursToAnswer(now) <= WEEK).count();
    assertThat(said).isCloseTo(was / old.size(), within(0.03));
  }

  @Test
  void without_letters_what_was_known_before_stays() {
    var lessons = new Learning().learn(Letters.MONDAY, Priors.lessons());

    assertThat(lessons.atSend().weights()).isEqualTo(Priors.lessons().atSend().weights());
    assertThat(lessons.letters()).isZero();
  }

  @Test
  void few_letters_change_less_than_many() {
    assertThat(distance(30)).isLessThan(distance(1_000) / 2);
  }

  @Test
  void what_came_after_the_moment_of_learning_is_not_learned() {
    var letters = Letters.correspondence(600);
    long known = letters.get(300).at();

    assertThat(learned(letters.subList(0, 301), known).atSend().weights())
        .isEqualTo(learnedUntil(letters, known).atSend().weights());
  }

  private static Lessons learned(List<Sent> letters, long known) {
    var learning = new Learning();
    var past = new Past(learning);
    letters.forEach(past::add);
    return learning.learn(known, Priors.lessons());
  }

  private static Lessons learnedUntil(List<Sent> letters, long known) {
    var learning = new Learning();
    var past =
        new Past((awaited, after, situation) -> {
          if (awaited.post.at + after <= known) {
            learning.sees(awaited, after, situation);
          }
        });
    letters.forEach(past::add);
    return learning.learn(known, Priors.lessons());
  }

  private static double distance(int count) {
    var letters = Letters.correspondence(count);
    var weights = learned(letters, letters.getLast().at()).atSend().weights();
    var before = Priors.lessons().atSend().weights();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (weights[i] - before[i]) * (weights[i] - before[i]);
    }
    return Math.sqrt(sum);
  }

  private static double day(long now) {
    return (now - Letters.MONDAY) / (double) Time.DAY;
  }

  private static double chance(Past past, Lessons lessons, String letter, long now) {
    var awaited = past.awaitedOf(letter).getFirst();
    return lessons.curve(past.situation(awaited, now), 0).answeredBy(WEEK);
  }
}
