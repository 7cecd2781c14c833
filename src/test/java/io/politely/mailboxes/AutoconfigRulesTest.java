package io.politely.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.Server.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutoconfigRulesTest {

  private static final EmailAddress ADA = new EmailAddress("ada@engines.example");

  @Test
  void the_first_protected_servers_are_taken_with_the_user_name() {
    var found = AutoconfigRules.read(settings("SSL", "%EMAILLOCALPART%"), ADA).orElseThrow();

    assertThat(found.imap()).isEqualTo(new Server("imap.engines.example", 993, Security.TLS));
    assertThat(found.smtp()).isEqualTo(new Server("smtp.engines.example", 587, Security.STARTTLS));
    assertThat(found.login()).isEqualTo("ada");
    assertThat(found.how()).contains("engines.example");
  }

  @Test
  void a_user_name_may_be_the_address_or_anything_in_one_word() {
    assertThat(login("%EMAILADDRESS%")).isEqualTo("ada@engines.example");
    assertThat(login("%EMAILDOMAIN%-%EMAILLOCALPART%")).isEqualTo("engines.example-ada");
    assertThat(login("two words")).isEmpty();
    assertThat(login("%REALNAME%")).isEmpty();
  }

  @Test
  void without_protection_nothing_is_used() {
    assertThat(AutoconfigRules.read(settings("plain", "%EMAILADDRESS%"), ADA)).isEmpty();
  }

  @Test
  void a_document_cannot_define_or_fetch_anything() {
    var bomb =
        """
        <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
        """
            + settings("SSL", "&b;&f;");

    assertThat(AutoconfigRules.read(bomb, ADA))
        .hasValueSatisfying(found -> assertThat(found.login()).isEqualTo("&b;&f;"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Not found</html>", "<clientConfig>", "\u0000", "{}"})
  void anything_else_is_no_settings(String text) {
    assertThat(AutoconfigRules.read(text, ADA)).isEmpty();
  }

  @Test
  void what_is_too_long_is_not_read() {
    assertThat(AutoconfigRules.read(settings("SSL", "x") + " ".repeat(70_000), ADA)).isEmpty();
  }

  private static String login(String pattern) {
    return AutoconfigRules.read(settings("SSL", pattern), ADA).orElseThrow().login();
  }

  private static String settings(String socketType, String username) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <clientConfig version="1.1">
      <emailProvider id="engines.example">
        <domain>engines.example</domain>
        <incomingServer type="pop3">
          <hostname>pop.engines.example</hostname><port>995</port><socketType>SSL</socketType>
        </incomingServer>
        <incomingServer type="imap">
          <hostname>imap.engines.example</hostname><port>many</port><socketType>SSL</socketType>
        </incomingServer>
        <incomingServer type="imap">
          <hostname>imap.engines.example</hostname><port>993</port><socketType>%s</socketType>
          <username>%s</username><authentication>password-cleartext</authentication>
        </incomingServer>
        <outgoingServer type="smtp">
          <hostname>smtp.engines.example</hostname><port>587</port><socketType>STARTTLS</socketType>
        </outgoingServer>
      </emailProvider>
    </clientConfig>
    """
        .formatted(socketType, username);
  }
}
