package io.politely.patience;

import io.politely.reading.Kind;
import io.politely.reading.Reading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters among made-up people, by numbers. */
final class Letters {

  static final int ADA = 1;
  static final int BOB = 2;
  static final int CARL = 3;

  /** A Monday, 2026-03-02T09:00Z. */
  static final long MONDAY = 1_772_442_000L;

  private static final Contents PLAIN =
      Contents.of(
          "Lunch", new Reading(Kind.HUMAN, "Could you bring the plates?", List.of()), false);

  private Letters() {}

  /** So many days after the Monday, in seconds since 1970. */
  static long day(double days) {
    return MONDAY + Math.round(days * Time.DAY);
  }

  static Sent sent(String id, @Nullable String answers, double day, int from, int... to) {
    return new Sent(
        id,
        answers,
        day(day),
        from,
        Arrays.stream(to)
            .mapToObj(person -> new Sent.Addressed(person, 0, false, false, false))
            .toList(),
        PLAIN);
  }

  /**
   * Letters among ten people, of whom those with even numbers mostly answer within a day and the
   * others hardly ever.
   */
  static List<Sent> correspondence(int count) {
    var random = new Random(11);
    var letters = new ArrayList<Sent>();
    var answered = Set.of(2, 4, 6, 8, 10);
    for (int i = 0; letters.size() < count; i++) {
      int from = 1 + random.nextInt(10);
      int to = 1 + (from + random.nextInt(9)) % 10;
      letters.add(sent("l" + i, null, i / 4.0, from, to));
      if (random.nextDouble() < (answered.contains(to) ? 0.8 : 0.1)) {
        letters.add(sent("r" + i, "l" + i, i / 4.0 + random.nextDouble() / 5, to, from));
      }
    }
    return List.copyOf(letters.subList(0, count));
  }
}
