package io.politely.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewIdsTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private final NewIds ids = new NewIds(Clock.fixed(MONDAY, ZoneOffset.UTC));

  @Test
  void ids_are_version_seven_and_tell_their_time() {
    var id = ids.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MONDAY.toEpochMilli());
  }

  @Test
  void ids_only_grow_even_within_a_millisecond() {
    var texts = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

    assertThat(texts).isSorted().doesNotHaveDuplicates();
  }
}
