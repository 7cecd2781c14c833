package io.politely.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final Names NAMES =
      new Names(
          Map.of(
              new EmailAddress("kim@example.org"),
              new Known(new PersonId(new UUID(0, 1)), "Kim Sato", AddressKind.PERSON, null)));

  @Test
  void who_is_known_is_called_by_name() {
    assertThat(NAMES.in("You asked kim@example.org.")).isEqualTo("You asked Kim Sato.");
  }

  @Test
  void an_address_behind_a_name_goes_where_somebody_was_met_there() {
    assertThat(NAMES.in("Ada is away; Kim Sato (kim@example.org) stands in."))
        .isEqualTo("Ada is away; Kim Sato stands in.");
    assertThat(NAMES.in("Ada is away; Lee Wong (lee@example.org) stands in."))
        .isEqualTo("Ada is away; Lee Wong (lee@example.org) stands in.");
  }
}
