package io.politely.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.kernel.EmailAddress;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class SettingsPagesTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Accounts accounts;

  private Cast.Owner ada;
  private Visitor visitor;

  @BeforeEach
  void signIn() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
  }

  @Test
  void a_name_and_a_zone_are_changed() {
    var saved =
        visitor.submit(
            visitor.open("/settings"),
            "form[action=/settings/profile]",
            Map.of("name", " Ada Lovelace ", "zone", "Europe/London"));

    assertThat(saved.location()).isEqualTo("/settings");
    assertThat(visitor.open("/settings").document().select("#toasts").text()).isEqualTo("Saved.");
    assertThat(visitor.open("/settings").document().select("#toasts").text()).isEmpty();
    assertThat(accounts.members(ada.workspace()).getFirst().name()).isEqualTo("Ada Lovelace");
  }

  @Test
  void a_mailbox_is_added_and_taken_back_by_undo() {
    var work = new EmailAddress("ada+work@example.com");
    visitor.submit(
        visitor.open("/settings"),
        "form[action=/settings/mailboxes]",
        Map.of("address", work.value()));
    assertThat(accounts.ownAddresses(ada.workspace())).contains(work);

    visitor.submit(visitor.open("/settings"), "#toasts form", Map.of());
    assertThat(accounts.ownAddresses(ada.workspace())).containsExactly(ada.address());
  }

  @Test
  void what_is_no_address_is_explained_beside_the_field() {
    var again =
        visitor.submit(
            visitor.open("/settings"),
            "form[action=/settings/mailboxes]",
            Map.of("address", "ada"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.document().select("#mailbox-problem").text()).contains("whole address");
  }

  @Test
  void a_password_is_set_and_this_browser_stays_signed_in() {
    var saved =
        visitor.submit(
            visitor.open("/settings"),
            "form[action=/settings/password]",
            Map.of("wanted", "tea at four, as always"));

    assertThat(saved.status()).isEqualTo(303);
    assertThat(visitor.open("/settings").document().select("#current")).hasSize(1);
  }
}
