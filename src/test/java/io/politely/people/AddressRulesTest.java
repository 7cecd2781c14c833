package io.politely.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.AddressRules.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final EmailAddress JOBS = new EmailAddress("jobs@example.com");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "info@example.com",
        "jobs@example.com",
        "careers-emea@example.com",
        "support2@example.com",
        "hr@example.com",
        "talent.acquisition@example.com",
        "customer-service@example.com",
        "help@example.com",
        "it@example.com",
      })
  void a_desk_is_not_a_person(String address) {
    assertThat(kind(address)).isEqualTo(AddressKind.ROLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-reply@example.com",
        "noreply@example.com",
        "do_not_reply@example.com",
        "jobs-noreply@example.com",
        "donotreply-hr@example.com",
        "mailer-daemon@example.com",
        "postmaster@example.com",
        "notifications@example.com",
        "messages-noreply@example.com",
        "bounce-1234_html-99@example.com",
        "ada@bounces.example.com",
        "newsletter@example.com",
        "job-alerts@example.com",
        "calendar-notification@example.com",
      })
  void a_machine_reads_no_answer(String address) {
    assertThat(kind(address)).isEqualTo(AddressKind.AUTOMATIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "ada.lovelace@example.com",
        "dev.patel@example.com",
        "it.smith@example.com",
        "mike.sales@example.com",
        "ada@news.example",
        "1815@example.com",
        "infante@example.com",
      })
  void others_are_persons(String address) {
    assertThat(kind(address)).isEqualTo(AddressKind.PERSON);
  }

  @Test
  void what_carried_a_list_is_a_list_whatever_else_it_did() {
    assertThat(AddressRules.kind(ADA, new Shown(5, 5, true))).isEqualTo(AddressKind.LIST);
    assertThat(AddressRules.kind(JOBS, new Shown(0, 0, true))).isEqualTo(AddressKind.LIST);
  }

  @Test
  void who_only_sends_newsletters_is_a_machine() {
    assertThat(AddressRules.kind(ADA, new Shown(0, 1, false))).isEqualTo(AddressKind.AUTOMATIC);
  }

  @Test
  void who_writes_by_hand_stays_a_person_in_spite_of_some_newsletters() {
    assertThat(AddressRules.kind(ADA, new Shown(1, 4, false))).isEqualTo(AddressKind.PERSON);
    assertThat(AddressRules.kind(ADA, new Shown(1, 40, false))).isEqualTo(AddressKind.AUTOMATIC);
  }

  private static AddressKind kind(String address) {
    return AddressRules.kind(new EmailAddress(address), Shown.NOTHING);
  }
}
