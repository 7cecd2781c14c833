package io.politely.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.linkedin.com/in/ada-example",
        "http://linkedin.com/in/Ada-Example/",
        "linkedin.com/in/ada-example?trk=people",
        "https://de.linkedin.com/in/ada-example/en#about",
        " https://www.linkedin.com/in/ada%2Dexample "
      })
  void one_profile_in_many_spellings_is_one(String url) {
    assertThat(Profile.at(url)).contains(new Profile("ada-example"));
  }

  @Test
  void other_letters_are_encoded_so_that_both_spellings_are_equal() {
    assertThat(Profile.at("https://www.linkedin.com/in/j%C3%BCrgen"))
        .contains(new Profile("j%c3%bcrgen"))
        .isEqualTo(Profile.at("https://www.linkedin.com/in/Jürgen"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.linkedin.com/company/example",
        "https://example.com/in/ada",
        "https://linkedin.com.example.org/in/ada",
        "javascript:alert(1)//linkedin.com/in/ada",
        ""
      })
  void what_is_no_profile_is_none(String url) {
    assertThat(Profile.at(url)).isEmpty();
  }

  @Test
  void it_stands_for_an_address_that_takes_no_mail() {
    var ada = new Profile("ada-example");

    assertThat(ada.address()).isEqualTo(new EmailAddress("ada-example@linkedin.invalid"));
    assertThat(ada.address().takesMail()).isFalse();
    assertThat(Profile.behind(ada.address())).contains(ada);
    assertThat(new EmailAddress("ada@example.com").takesMail()).isTrue();
  }

  @Test
  void whoever_stands_behind_it_is_a_person_whatever_its_letters_are() {
    var sales = new Profile("sales-newsletter").address();

    assertThat(AddressRules.kind(sales, AddressRules.Shown.NOTHING)).isEqualTo(AddressKind.PERSON);
  }
}
