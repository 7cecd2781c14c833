package io.politely.mail;

import io.politely.kernel.EmailAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Guesses from counts over a mailbox whose it is. */
final class OwnAddressRules {

  /** An address below this share of the sent mail is somebody else's message kept among it. */
  private static final int SMALLEST_SHARE = 10;

  /**
   * How often an address was met.
   *
   * @param sent as sender of a message in a Sent folder
   * @param delivered as the mailbox that a copy was delivered to
   * @param wrote as sender anywhere
   * @param received in To or Cc
   * @param isList whether it is a mailing list
   */
  record Count(
      EmailAddress address, long sent, long delivered, long wrote, long received, boolean isList) {}

  private OwnAddressRules() {}

  static OwnAddresses guess(List<Count> counts) {
    return bySentFolder(counts)
        .or(() -> byDelivery(counts))
        .or(() -> byTraffic(counts))
        .orElseGet(() ->
            new OwnAddresses(List.of(), "Nothing in the mail tells which addresses are yours."));
  }

  private static Optional<OwnAddresses> bySentFolder(List<Count> counts) {
    long all = counts.stream().mapToLong(Count::sent).sum();
    var own =
        counts.stream()
            .filter(count -> count.sent() > 0 && count.sent() * SMALLEST_SHARE >= all)
            .sorted(Comparator.comparingLong(Count::sent).reversed().thenComparing(Count::address))
            .toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OwnAddresses(
                own.stream().map(Count::address).toList(),
                "%s wrote %,d of the %,d messages in the Sent folders."
                    .formatted(
                        names(own.stream().map(Count::address).toList()),
                        own.stream().mapToLong(Count::sent).sum(),
                        all)));
  }

  /** The mailbox that most copies were delivered to, if somebody writes from it or to it. */
  private static Optional<OwnAddresses> byDelivery(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.delivered() > 0 && count.wrote() > 0)
        .max(Comparator.comparingLong(Count::delivered).thenComparing(Count::address))
        .map(count ->
            new OwnAddresses(
                List.of(count.address()),
                "%,d messages were delivered to %s, which also wrote some."
                    .formatted(count.delivered(), count.address())));
  }

  /** Who receives much and also writes. A list receives more, and spam comes in its name. */
  private static Optional<OwnAddresses> byTraffic(List<Count> counts) {
    return counts.stream()
        .filter(count -> count.wrote() > 0 && count.received() > 0 && !count.isList())
        .max(Comparator.comparingLong(Count::received).thenComparing(Count::address))
        .map(count ->
            new OwnAddresses(
                List.of(count.address()),
                "No folder of sent mail was found; %s received %,d messages and wrote %,d, more than anybody else."
                    .formatted(count.address(), count.received(), count.wrote())));
  }

  private static String names(List<EmailAddress> addresses) {
    return String.join(" and ", addresses.stream().map(EmailAddress::value).toList());
  }

  /**
   * Counts of one kind over addresses, put together with those of other kinds.
   *
   * @param listIds identifiers of mailing lists: that of talk@example.org is talk.example.org
   */
  static List<Count> together(
      Map<EmailAddress, Long> sent,
      Map<EmailAddress, Long> delivered,
      Map<EmailAddress, Long> wrote,
      Map<EmailAddress, Long> received,
      Set<String> listIds) {
    return Stream.of(sent, delivered, wrote, received)
        .flatMap(counts -> counts.keySet().stream())
        .distinct()
        .map(address ->
            new Count(
                address,
                sent.getOrDefault(address, 0L),
                delivered.getOrDefault(address, 0L),
                wrote.getOrDefault(address, 0L),
                received.getOrDefault(address, 0L),
                listIds.contains(address.value().replace('@', '.'))))
        .toList();
  }
}
