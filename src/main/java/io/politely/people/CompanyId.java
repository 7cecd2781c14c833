package io.politely.people;

import java.util.UUID;

/** A company, by its mail domain. */
public record CompanyId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
