package io.politely.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a new name changed.
 *
 * @param person whom the user sees
 * @param givenBefore the name that the user had given before, or null where there was none
 */
public record Renamed(PersonId person, @Nullable String givenBefore) {

  /** The name that the user had given before. */
  public Optional<String> before() {
    return Optional.ofNullable(givenBefore);
  }
}
