package io.politely.database;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** New ids for stores that are tested without Spring. */
public final class TestIds {

  private static final NewIds IDS =
      new NewIds(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));

  private TestIds() {}

  /** One source for a whole test run, so that no id comes twice. */
  public static NewIds shared() {
    return IDS;
  }
}
