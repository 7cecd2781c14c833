package io.politely.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one message says.
 *
 * @param kind who is behind it
 * @param newestText what its writer added: without quoted text, attribution, signature, disclaimer
 * @param signals the sentences that ask, question, promise or only thank, in order of appearance
 */
public record Reading(Kind kind, String newestText, List<Signal> signals) {

  /** Raised by one whenever a better reading asks for the store to be read again. */
  public static final int VERSION = 5;

  public Reading {
    signals = List.copyOf(signals);
  }

  /** Whom it names as the one to ask instead, or as the one who answers meanwhile. */
  public Optional<Contact> contact() {
    return signals.stream().map(Signal::contact).filter(Objects::nonNull).findFirst();
  }
}
