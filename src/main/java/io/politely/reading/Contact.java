package io.politely.reading;

import io.politely.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message names as the one to turn to: a person, or the address of a desk.
 *
 * @param name as the message spells it, without titles; "" where it tells an address alone
 * @param address null where it tells a name alone
 */
public record Contact(String name, @Nullable EmailAddress address) {

  /** Throws {@link IllegalArgumentException} where neither is told. */
  public Contact {
    if (name.isBlank() && address == null) {
      throw new IllegalArgumentException("A contact has a name or an address");
    }
  }

  /** As a page shows it: "Kim Sato (kim@example.org)", or what there is of it. */
  @Override
  public String toString() {
    if (address == null) {
      return name;
    }
    return name.isBlank() ? address.value() : name + " (" + address.value() + ")";
  }
}
