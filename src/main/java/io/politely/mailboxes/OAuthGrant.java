package io.politely.mailboxes;

import java.time.Duration;
import java.time.Instant;

/**
 * What a user allowed, and how to have it renewed. Kept sealed, as the secret of an account.
 *
 * @param token where it is renewed
 * @param clientSecret "" for a client that has none
 * @param expiresAt until when the access token is good
 */
public record OAuthGrant(
    String token,
    String clientId,
    String clientSecret,
    String refreshToken,
    String accessToken,
    Instant expiresAt) {

  /** A connection that is made now must outlive the way to the server. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** Whether the access token is still good for a connection. */
  boolean isFresh(Instant now) {
    return now.plus(MARGIN).isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "a grant of " + token;
  }
}
