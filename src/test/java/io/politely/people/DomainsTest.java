package io.politely.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainsTest {

  private final Domains domains = new Domains();

  @ParameterizedTest
  @CsvSource({
    "ada@example.com,            example.com",
    "ada@mail.london.example.com, example.com",
    "ada@engines.example.co.uk,  example.co.uk",
    "ada@engines.example,        engines.example",
    "ada@mail.engines.example,   engines.example",
  })
  void a_registered_domain_is_a_company(String address, String domain) {
    assertThat(domains.company(new EmailAddress(address))).contains(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@gmail.com",
        "ada@googlemail.com",
        "ada@yahoo.co.uk",
        "ada@nyc.rr.com",
        "ada@privaterelay.appleid.com",
        "ada@gmx.de",
      })
  void a_mail_provider_says_nothing_about_a_company(String address) {
    assertThat(domains.company(new EmailAddress(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada@localhost", "ada@[192.0.2.1]", "ada@mail.internal", "ada@a..b", "ada@com"})
  void neither_does_a_domain_that_nobody_registered(String address) {
    assertThat(domains.company(new EmailAddress(address))).isEmpty();
  }
}
