package io.politely.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether a sign-in link still opens the door. */
final class LinkRules {

  static final String USED =
      "This sign-in link was used already. Each link works once; ask for a new one.";

  private LinkRules() {}

  /** Why it does not, or empty when it does. */
  static Optional<String> refusal(@Nullable Link link, Instant now) {
    if (link == null) {
      return Optional.of(
          "This sign-in link is not known here. Copy the whole link, or ask for a new one.");
    }
    if (link.usedAt() != null) {
      return Optional.of(USED);
    }
    if (!now.isBefore(link.expiresAt())) {
      return Optional.of(
          "This sign-in link has expired. It works for a few minutes only; ask for a new one.");
    }
    return Optional.empty();
  }

  /** A link as it is kept. */
  record Link(MemberId member, Instant expiresAt, @Nullable Instant usedAt) {}
}
