package io.politely.accounts;

import java.util.UUID;

/** One who signs in to a workspace. */
public record MemberId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
