package io.politely.database;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * New identifiers: UUID version 7, growing with time, so that new rows land at the end of an index.
 */
@Component
public class NewIds {

  private static final int COUNTER_BITS = 12;
  private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Milliseconds and counter of the last identifier, as one number that only grows. */
  private long last;

  NewIds(Clock clock) {
    this.clock = clock;
  }

  /** Greater than every identifier that this object gave before, also when the clock steps back. */
  public synchronized UUID next() {
    last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
    long most = (last >>> COUNTER_BITS) << Short.SIZE | VERSION_7 | (last & COUNTER_MASK);
    return new UUID(most, (random.nextLong() & VARIANT_MASK) | VARIANT);
  }
}
