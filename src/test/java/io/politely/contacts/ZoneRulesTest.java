package io.politely.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZoneRulesTest {

  private static final Instant JUNE = Instant.parse("2026-06-26T16:00:00Z");
  private static final Instant JANUARY = Instant.parse("2026-01-26T16:00:00Z");
  private static final ZoneOffset NEW_YORK = ZoneOffset.ofHours(-5);
  private static final ZoneOffset BERLIN = ZoneOffset.ofHours(1);

  private final ZoneRules rules = new ContactPolicyFiles().zones();

  @Test
  void the_word_of_the_user_wins() {
    assertThat(zone(Optional.of("Europe/Paris"), List.of(NEW_YORK), "+49 30 1", "a@example.de"))
        .contains(new TheirZone("Europe/Paris", "as you said", ZoneId.of("Europe/Paris")));
  }

  @Test
  void letters_tell_it_before_a_phone_and_an_address() {
    assertThat(zone(List.of(NEW_YORK, NEW_YORK), "+49 30 1", "a@example.de"))
        .contains(new TheirZone("About UTC-5", "from their last 2 letters", NEW_YORK));
    assertThat(zone(List.of(BERLIN, NEW_YORK, NEW_YORK), "", "a@example.de"))
        .contains(new TheirZone("About UTC-5", "from 2 of their last 3 letters", NEW_YORK));
    assertThat(zone(List.of(BERLIN, NEW_YORK), "", "a@example.de"))
        .contains(new TheirZone("About UTC+1", "from 1 of their last 2 letters", BERLIN));
    assertThat(zone(List.of(ZoneOffset.ofHoursMinutes(5, 30)), "", "a@example.com"))
        .contains(
            new TheirZone(
                "About UTC+5:30", "from their last letter", ZoneOffset.ofHoursMinutes(5, 30)));
  }

  @Test
  void a_letter_in_universal_time_tells_nothing() {
    assertThat(zone(List.of(ZoneOffset.UTC), "0049 30 1", "a@example.com"))
        .contains(
            new TheirZone(
                "About UTC+2", "from the prefix +49 of a phone", ZoneId.of("Europe/Berlin")));
  }

  @Test
  void a_phone_and_an_address_tell_the_clock_of_the_season() {
    assertThat(zone(List.of(), "+1 555 0100", "a@example.de"))
        .contains(
            new TheirZone(
                "About UTC+2", "from an address that ends in .de", ZoneId.of("Europe/Berlin")));
    assertThat(
            rules.of(
                Optional.empty(),
                List.of(),
                List.of("+44 20 1"),
                List.of(new EmailAddress("a@example.com")),
                JANUARY))
        .contains(
            new TheirZone(
                "About UTC", "from the prefix +44 of a phone", ZoneId.of("Europe/London")));
  }

  @Test
  void where_nothing_tells_it_nothing_is_said() {
    assertThat(zone(List.of(), "+1 555 0100", "a@example.com")).isEmpty();
    assertThat(ZoneRules.typed("Europe/Paris")).contains("Europe/Paris");
    assertThat(ZoneRules.typed("UTC-5")).contains("UTC-05:00");
    assertThat(ZoneRules.typed("somewhere")).isEmpty();
  }

  private Optional<TheirZone> zone(List<ZoneOffset> offsets, String phone, String address) {
    return zone(Optional.empty(), offsets, phone, address);
  }

  private Optional<TheirZone> zone(
      Optional<String> byUser, List<ZoneOffset> offsets, String phone, String address) {
    return rules.of(byUser, offsets, List.of(phone), List.of(new EmailAddress(address)), JUNE);
  }
}
