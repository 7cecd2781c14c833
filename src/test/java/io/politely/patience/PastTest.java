package io.politely.patience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastTest {

  private final List<Observation> seen = new ArrayList<>();
  private final Past past =
      new Past((awaited, after, situation) -> seen.add(new Observation(awaited, after, situation)));

  @Test
  void a_letter_is_seen_once_for_each_reader_when_it_is_sent() {
    past.add(Letters.sent("1", null, 0, Letters.ADA, Letters.BOB, Letters.CARL));

    assertThat(seen).hasSize(2).allMatch(Observation::isAtSend);
  }

  @Test
  void a_silent_letter_is_looked_at_again_after_one_three_seven_and_fourteen_days() {
    past.add(Letters.sent("1", null, 0, Letters.ADA, Letters.BOB));
    past.advance(Letters.day(40));

    assertThat(seen).extracting(it -> it.after() / Time.DAY).containsExactly(0L, 1L, 3L, 7L, 14L);
  }

  @Test
  void an_answered_letter_is_not_looked_at_again() {
    past.add(Letters.sent("1", null, 0, Letters.ADA, Letters.BOB));
    past.add(Letters.sent("2", "1", 2, Letters.BOB, Letters.ADA));
    past.advance(Letters.day(20));

    assertThat(of("1")).extracting(it -> it.after() / Time.DAY).containsExactly(0L, 1L);
    assertThat(of("1").getFirst().hoursToAnswer(Letters.day(40))).isEqualTo(48);
  }

  @Test
  void an_answer_of_somebody_else_is_none_of_theirs() {
    past.add(Letters.sent("1", null, 0, Letters.ADA, Letters.BOB, Letters.CARL));
    past.add(Letters.sent("2", "1", 0.5, Letters.CARL, Letters.ADA));

    assertThat(of("1").getFirst().hoursToAnswer(Long.MAX_VALUE)).isInfinite();
    assertThat(of("1").getLast().hoursToAnswer(Long.MAX_VALUE)).isEqualTo(12);
  }

  @Test
  void a_later_letter_that_answers_nothing_is_no_answer() {
    past.add(Letters.sent("1", null, 0, Letters.ADA, Letters.BOB));
    past.add(Letters.sent("2", null, 1, Letters.BOB, Letters.ADA));

    assertThat(of("1").getFirst().hoursToAnswer(Long.MAX_VALUE)).isInfinite();
  }

  @Test
  void after_thirty_days_nothing_is_an_answer() {
    past.add(Letters.sent("1", null, 0, Letters.ADA, Letters.BOB));
    past.add(Letters.sent("2", "1", 31, Letters.BOB, Letters.ADA));

    assertThat(seen.getFirst().hoursToAnswer(Long.MAX_VALUE)).isInfinite();
  }

  @Test
  void what_comes_later_changes_nothing_that_was_seen_before() {
    var letters = Letters.correspondence(400);
    var whole = situations(letters, letters.size());
    var half = situations(letters, letters.size() / 2);

    assertThat(half).isNotEmpty();
    assertThat(whole.subList(0, half.size())).isEqualTo(half);
  }

  @Test
  void the_same_letters_give_the_same_numbers() {
    var letters = Letters.correspondence(200);

    assertThat(situations(letters, 200)).isEqualTo(situations(letters, 200));
  }

  @Test
  void a_letter_that_is_there_twice_is_one() {
    past.add(Letters.sent("1", null, 0, Letters.ADA, Letters.BOB));
    past.add(Letters.sent("1", null, 0, Letters.ADA, Letters.BOB));

    assertThat(seen).hasSize(1);
  }

  @Test
  void habits_are_the_same_after_they_were_kept() {
    Letters.correspondence(300).forEach(past::add);
    var habits = past.habits(Letters.BOB);
    var averages = past.averages();

    assertThat(Habits.read(Letters.BOB, habits.numbers()).numbers()).isEqualTo(habits.numbers());
    assertThat(Averages.read(averages.numbers()).numbers()).isEqualTo(averages.numbers());
  }

  @Test
  void somebody_who_always_answers_has_a_higher_rate_than_somebody_who_never_does() {
    for (int day = 0; day < 200; day += 2) {
      past.add(Letters.sent("a" + day, null, day, Letters.ADA, Letters.BOB, Letters.CARL));
      past.add(Letters.sent("b" + day, "a" + day, day + 0.1, Letters.BOB, Letters.ADA));
    }

    assertThat(past.habits(Letters.BOB).all.rate(0.5, 5)).isCloseTo(0.97, within(0.02));
    assertThat(past.habits(Letters.CARL).all.rate(0.5, 5)).isCloseTo(0.02, within(0.02));
  }

  @Test
  void a_circular_has_no_readers() {
    var everybody = new int[100];
    for (int i = 0; i < everybody.length; i++) {
      everybody[i] = 100 + i;
    }
    past.add(Letters.sent("1", null, 0, Letters.ADA, everybody));

    assertThat(seen).isEmpty();
  }

  private List<Observation> of(String id) {
    var awaited = past.awaitedOf(id);
    return seen.stream().filter(it -> awaited.contains(it.awaited())).toList();
  }

  private static List<String> situations(List<Sent> letters, int count) {
    var told = new ArrayList<String>();
    var past =
        new Past((_, after, situation) -> told.add(after + "\n" + Situation.told(situation)));
    letters.subList(0, count).forEach(past::add);
    return told;
  }
}
