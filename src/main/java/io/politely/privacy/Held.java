package io.politely.privacy;

import io.politely.kernel.EmailAddress;
import java.util.List;

/**
 * What is held about somebody, in numbers: what goes when they are erased.
 *
 * @param names by which mail is looked through for them
 * @param messages that have an address of theirs in the header
 * @param withOthers how many of these have somebody else in it, too
 * @param pursuits that they are in
 */
public record Held(
    List<EmailAddress> addresses,
    List<String> names,
    long messages,
    long withOthers,
    long pursuits) {

  public Held {
    addresses = List.copyOf(addresses);
    names = List.copyOf(names);
  }
}
