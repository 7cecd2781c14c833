package io.politely.contacts;

import io.politely.kernel.EmailAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells somebody's time zone: by the user's word, their letters, their phone, their address. */
final class ZoneRules {

  /**
   * A country.
   *
   * @param prefix of its phones, without +
   * @param ending of its addresses
   */
  record Country(String prefix, String ending, ZoneId zone) {}

  private final List<Country> countries;

  ZoneRules(List<Country> countries) {
    this.countries = List.copyOf(countries);
  }

  /**
   * What the user said goes before the clocks of letters, these before a phone, and that before an
   * address.
   *
   * @param offsets of their newest letters
   */
  Optional<TheirZone> of(
      Optional<String> byUser,
      List<ZoneOffset> offsets,
      Collection<String> phones,
      Collection<EmailAddress> addresses,
      Instant now) {
    return byUser
        .map(zone -> new TheirZone(zone, "as you said", ZoneId.of(zone)))
        .or(() -> byLetters(offsets, places(phones, addresses), now))
        .or(() ->
            phones.stream()
                .flatMap(phone -> byPhone(phone).stream())
                .findFirst()
                .map(it ->
                    new TheirZone(
                        about(offset(it, now)),
                        "from the prefix +" + it.prefix() + " of a phone",
                        it.zone())))
        .or(() ->
            addresses.stream()
                .flatMap(address -> byAddress(address).stream())
                .findFirst()
                .map(it ->
                    new TheirZone(
                        about(offset(it, now)),
                        "from an address that ends in ." + it.ending(),
                        it.zone())));
  }

  /** Some programs write UTC wherever they run: that says little. */
  private static Optional<TheirZone> byLetters(
      List<ZoneOffset> offsets, List<ZoneId> places, Instant now) {
    var telling = offsets.stream().filter(offset -> !offset.equals(ZoneOffset.UTC)).toList();
    var distinct = new ArrayList<>(telling.stream().distinct().toList());
    // Of two that are as frequent the one of the newer letter stands first.
    distinct.sort((one, other) -> Long.compare(count(telling, other), count(telling, one)));
    return distinct.stream()
        .findFirst()
        .map(offset -> {
          long times = count(telling, offset);
          return new TheirZone(
              about(offset),
              times < offsets.size()
                  ? "from %d of their last %d letters".formatted(times, offsets.size())
                  : times == 1
                      ? "from their last letter"
                      : "from their last %d letters".formatted(times),
              place(offset, places, now));
        });
  }

  /** Of the places that their phones and addresses name the first that has this clock. */
  private static ZoneId place(ZoneOffset offset, List<ZoneId> places, Instant now) {
    return places.stream()
        .filter(zone -> zone.getRules().getOffset(now).equals(offset))
        .findFirst()
        .orElse(offset);
  }

  private List<ZoneId> places(Collection<String> phones, Collection<EmailAddress> addresses) {
    return Stream.concat(
            phones.stream().flatMap(phone -> byPhone(phone).stream()),
            addresses.stream().flatMap(address -> byAddress(address).stream()))
        .map(Country::zone)
        .toList();
  }

  private static long count(List<ZoneOffset> offsets, ZoneOffset one) {
    return offsets.stream().filter(one::equals).count();
  }

  private Optional<Country> byPhone(String phone) {
    var digits = phone.replaceAll("[^+0-9]", "").replaceFirst("^00", "+");
    return countries.stream()
        .filter(country -> digits.startsWith("+" + country.prefix()))
        .findFirst();
  }

  private Optional<Country> byAddress(EmailAddress address) {
    return countries.stream()
        .filter(country -> address.domain().endsWith("." + country.ending()))
        .findFirst();
  }

  private static ZoneOffset offset(Country country, Instant now) {
    return country.zone().getRules().getOffset(now);
  }

  private static String about(ZoneOffset offset) {
    return "About UTC"
        + (offset.equals(ZoneOffset.UTC)
            ? ""
            : offset.getId().replace(":00", "").replaceFirst("^([+-])0", "$1"));
  }

  /** The zone that somebody typed, as it is kept; empty where it is none. */
  static Optional<String> typed(String zone) {
    try {
      return Optional.of(ZoneId.of(zone.strip().replace(' ', '_')).getId());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
