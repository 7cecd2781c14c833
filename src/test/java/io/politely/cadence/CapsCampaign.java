package io.politely.cadence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Very many random schedules, each judged by plain counting. */
public final class CapsCampaign {

  private CapsCampaign() {}

  /** Lives through schedules of consecutive seeds, on all cores; prints each that broke a cap. */
  public static Map<String, Object> run(long firstSeed, long schedules) {
    long begin = System.nanoTime();
    var touches = new AtomicLong();
    var violations = new AtomicLong();
    LongStream.range(firstSeed, firstSeed + schedules)
        .parallel()
        .forEach(seed -> {
          var schedule = new RandomSchedule(seed);
          var found = schedule.violations();
          touches.addAndGet(schedule.touches());
          if (!found.isEmpty()) {
            violations.addAndGet(found.size());
            System.err.println("Seed " + seed + ": " + found);
          }
        });
    var figures = new LinkedHashMap<String, Object>();
    figures.put("schedules", schedules);
    figures.put("first seed", firstSeed);
    figures.put("touches that left", touches.get());
    figures.put("violations", violations.get());
    figures.put("seconds", (System.nanoTime() - begin) / 1e9);
    return figures;
  }

  /** How fast plans for many people are made, one thread. */
  public static Map<String, Object> plans(int people) {
    var begin = Instant.parse("2026-03-02T09:00:00Z");
    var rows = List.copyOf(Plans.POLICY.situations().keySet());
    long planned = 0;
    for (int round = 0; round < 2; round++) {
      planned = 0;
      long started = System.nanoTime();
      for (int i = 0; i < people; i++) {
        var facts =
            Plans.of(
                rows.get(i % rows.size()),
                begin,
                List.of(Plans.mail("2026-03-02T09:00:00Z")),
                List.of());
        planned += Plans.RULES.next(facts, begin.plusSeconds(i)) instanceof Next.Touch ? 1 : 0;
      }
      var figures = new LinkedHashMap<String, Object>();
      figures.put("people", people);
      figures.put("with a touch ahead", planned);
      figures.put("seconds", (System.nanoTime() - started) / 1e9);
      if (round == 1) {
        return figures;
      }
    }
    throw new AssertionError();
  }
}
