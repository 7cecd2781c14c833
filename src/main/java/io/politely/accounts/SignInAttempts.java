package io.politely.accounts;

import io.politely.kernel.EmailAddress;
import io.politely.web.Throttle;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: five passwords a minute for one address from one place, thirty from one
 * place for any address.
 */
@Component
class SignInAttempts {

  private static final int FOR_ONE_ADDRESS = 5;
  private static final int FROM_ONE_PLACE = 30;

  private final Throttle throttle = new Throttle();

  /** Counts an attempt; false when there were too many. */
  boolean allows(EmailAddress address, String place, Instant now) {
    boolean forAddress = throttle.allows(address + " " + place, FOR_ONE_ADDRESS, now);
    boolean fromPlace = throttle.allows(place, FROM_ONE_PLACE, now);
    return forAddress && fromPlace;
  }
}
