package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of somebody's addresses.
 *
 * @param kind what is behind this very address
 * @param employer the company of its domain, or null where that says nothing about one
 */
public record PersonAddress(EmailAddress address, AddressKind kind, @Nullable Company employer) {

  /** As pages show it: the profile that stands for an address, or the address. */
  public String text() {
    return Profile.behind(address)
        .map(Profile::text)
        .orElse(address.takesMail() ? address.value() : "No address known");
  }

  /** The company of this address, where its domain tells one. */
  public Optional<Company> company() {
    return Optional.ofNullable(employer);
  }
}
