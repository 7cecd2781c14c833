package io.politely.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind an address, as lists and headings show it.
 *
 * @param employer the company of this very address, or null where its domain says nothing about one
 */
public record Known(PersonId person, String name, AddressKind kind, @Nullable Company employer) {

  /** The company of this address, where its domain tells one. */
  public Optional<Company> company() {
    return Optional.ofNullable(employer);
  }
}
