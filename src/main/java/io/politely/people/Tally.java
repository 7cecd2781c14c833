package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a number of messages showed of one mailbox, added up: sums and facts only, so that neither
 * the order of messages nor how they are grouped can matter.
 *
 * @param addresses the spellings met, with their tags
 * @param names how often each usable name was met
 */
record Tally(
    EmailAddress mailbox,
    Set<EmailAddress> addresses,
    long sightings,
    AddressRules.Shown shown,
    Map<String, Long> names) {

  /** One tally per mailbox, sorted by it. */
  static Map<EmailAddress, Tally> of(Collection<Sighting> sightings) {
    var counts = new HashMap<Sighting, Long>();
    sightings.forEach(sighting -> counts.merge(sighting, 1L, Long::sum));
    var adders = new TreeMap<EmailAddress, Adder>();
    counts.forEach((sighting, times) ->
        adders
            .computeIfAbsent(sighting.address().withoutTag(), _ -> new Adder())
            .add(sighting, times));
    var tallies = new TreeMap<EmailAddress, Tally>();
    adders.forEach((mailbox, adder) -> tallies.put(mailbox, adder.tally(mailbox)));
    return tallies;
  }

  /** In how many sightings there was a usable name. */
  long named() {
    return names.values().stream().mapToLong(Long::longValue).sum();
  }

  private static final class Adder {

    private final Set<EmailAddress> addresses = new TreeSet<>();
    private final Map<String, Long> names = new TreeMap<>();
    private long sightings;
    private long wrote;
    private long wroteAutomatically;
    private boolean carriesList;

    void add(Sighting sighting, long times) {
      addresses.add(sighting.address());
      sightings += times;
      NameRules.clean(sighting.name(), sighting.address())
          .ifPresent(name -> names.merge(name, times, Long::sum));
      switch (sighting.evidence()) {
        case NAMED -> {}
        case WROTE -> wrote += times;
        case WROTE_AUTOMATICALLY -> wroteAutomatically += times;
        case CARRIED_AS_LIST -> carriesList = true;
      }
    }

    Tally tally(EmailAddress mailbox) {
      var shown = new AddressRules.Shown(wrote, wroteAutomatically, carriesList);
      return new Tally(mailbox, addresses, sightings, shown, names);
    }
  }
}
