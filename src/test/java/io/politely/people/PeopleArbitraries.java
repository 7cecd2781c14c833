package io.politely.people;

import io.politely.kernel.EmailAddress;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random sightings from so few addresses and names that they meet again and contradict. */
final class PeopleArbitraries {

  private static final List<String> ADDRESSES =
      List.of(
          "ada@example.com",
          "ada+jobs@example.com",
          "ada+news@example.com",
          "ada.lovelace@gmail.com",
          "grace@example.org",
          "grace@mail.example.org",
          "jobs@example.org",
          "no-reply@example.org",
          "engines@lists.example.net",
          "alan@localhost");

  private static final List<String> NAMES =
      List.of(
          "",
          "Ada Lovelace",
          "ADA LOVELACE",
          "Lovelace, Ada",
          "Ada",
          "Grace Hopper",
          "Grace M. Hopper",
          "Ada via Engines",
          "jobs@example.org");

  private PeopleArbitraries() {}

  static List<Sighting> sightings(Random random, int count) {
    return IntStream.range(0, count).mapToObj(_ -> sighting(random)).toList();
  }

  private static Sighting sighting(Random random) {
    var evidence = AddressEvidence.values();
    // Being a list is final, so it stays rare.
    int kinds = random.nextInt(50) == 0 ? evidence.length : evidence.length - 1;
    return new Sighting(
        new EmailAddress(ADDRESSES.get(random.nextInt(ADDRESSES.size()))),
        NAMES.get(random.nextInt(NAMES.size())),
        evidence[random.nextInt(kinds)]);
  }
}
