package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.today.DigestChoice;
import io.politely.today.Today;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class DigestPagesTest {

  private static final String HERE = "/settings/digest";
  private static final String FORM = "form[action=/settings/digest]";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Today today;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Visitor visitor;

  @BeforeEach
  void signIn() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
  }

  @Test
  void it_is_off_until_an_hour_is_chosen_and_off_again_by_choosing_none() {
    assertThat(visitor.open("/settings").document().select("a[href=" + HERE + "]")).hasSize(1);
    assertThat(chosen()).isEqualTo("Never");

    var saved = visitor.submit(visitor.open(HERE), FORM, Map.of("hour", "7", "workdays", "true"));

    assertThat(saved.location()).isEqualTo(HERE);
    assertThat(chosen()).isEqualTo("7:00");
    assertThat(today.digestChoice(ada.workspace(), ada.member()))
        .hasValueSatisfying(choice -> {
          assertThat(choice.hour()).isEqualTo(7);
          assertThat(choice.workdaysOnly()).isTrue();
          assertThat(choice.server()).isEqualTo("http://127.0.0.1:" + port);
        });

    visitor.submit(visitor.open(HERE), FORM, Map.of("hour", ""));
    assertThat(chosen()).isEqualTo("Never");
    assertThat(today.digestChoice(ada.workspace(), ada.member())).isEmpty();
  }

  @Test
  void what_is_no_hour_is_explained_beside_the_field() {
    var again = visitor.submit(visitor.open(HERE), FORM, Map.of("hour", "24"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.document().select("#hour-problem").text()).contains("from the list");
  }

  @Test
  void without_a_mailbox_the_page_says_so_and_leads_to_where_one_is_connected() {
    var without = visitor.open(HERE).document();
    assertThat(without.select(".notice").text())
        .startsWith("It leaves from your own mailbox, and none is connected.");
    assertThat(visitor.open(without.select(".notice a").attr("href")).status()).isEqualTo(200);

    var nowhere = new Server("127.0.0.1", 1, Security.NONE);
    mailboxes.connect(
        ada.workspace(),
        new NewMailAccount(
            ada.address(),
            "Ada",
            nowhere,
            nowhere,
            "ada",
            Authentication.PASSWORD,
            "three-blue-herons",
            false),
        clock.instant());

    assertThat(visitor.open(HERE).document().select(".notice")).isEmpty();
    assertThat(visitor.open(HERE).text()).contains("From your mailbox " + ada.address());
  }

  @Test
  void another_member_of_another_workspace_has_their_own() {
    today.chooseDigest(
        ada.workspace(), ada.member(), new DigestChoice(7, false, "", clock.instant()));

    var bob = Visitor.of(port).signedInBy(cast.link(cast.owner("Bob")));

    assertThat(bob.open(HERE).document().select("#hour [selected]").text()).isEqualTo("Never");
  }

  private String chosen() {
    return visitor.open(HERE).document().select("#hour [selected]").text();
  }
}
