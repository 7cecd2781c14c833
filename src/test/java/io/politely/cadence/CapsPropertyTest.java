package io.politely.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CapsPropertyTest {

  @Property(tries = 500)
  void no_schedule_breaks_a_cap(@ForAll long seed) {
    assertThat(new RandomSchedule(seed).violations()).isEmpty();
  }

  @Test
  void without_the_rules_the_schedules_break_every_cap() {
    var broken = new HashSet<String>();
    for (long seed = 0; seed < 300; seed++) {
      new RandomSchedule(seed, false)
          .violations()
          .forEach(it -> broken.add(it.substring(0, it.indexOf(' ', 4))));
    }
    assertThat(broken)
        .contains("Out of", "On a", "Too close:", "Too many:")
        .anyMatch(it -> it.startsWith("After"))
        .anyMatch(it -> it.startsWith("Before"))
        .anyMatch(it -> it.startsWith("Red"));
  }

  @Test
  void the_schedules_do_send_something() {
    int touches = 0;
    for (long seed = 0; seed < 200; seed++) {
      var schedule = new RandomSchedule(seed);
      schedule.violations();
      touches += schedule.touches();
    }
    assertThat(touches).isGreaterThan(400);
  }
}
