package io.politely.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.outbox.Stop;
import io.politely.outbox.Stopping;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Another address of somebody, by the word of a member. */
@Served
class AddressesTest {

  private static final String HOME = "grace.hopper@example.net";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Stopping stopping;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Visitor visitor;
  private String path;

  @BeforeEach
  void ada_knows_grace() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    path =
        "/people/"
            + people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
  }

  @Test
  void one_is_added_and_that_is_undone() {
    assertThat(add(visitor, HOME).location()).isEqualTo(path);

    var page = visitor.open(path);
    assertThat(page.document().select("#addresses").text()).contains("grace@example.com", HOME);
    visitor.submit(page, "#toasts form", Map.of());

    assertThat(visitor.open(path).document().select("#addresses").text()).doesNotContain(HOME);
  }

  @Test
  void a_follow_up_whose_letter_came_back_goes_on_at_the_other_address() {
    var started =
        visitor
            .submit(
                visitor.open("/follow-ups/new?person=" + path.substring(8)),
                "form[action=/follow-ups]",
                Map.of(
                    "situation", "J1", "startedOn", LocalDate.now(clock).minusWeeks(3).toString()))
            .location();
    bounced("grace@example.com");
    var page = visitor.open(started);
    assertThat(page.document().select("#next").text()).isEqualTo("Find an address");
    assertThat(page.document().select("a[href$=#addresses]")).hasSize(1);

    add(visitor, HOME);

    assertThat(visitor.open(started).text()).contains("To " + HOME);
  }

  @Test
  void a_letter_is_proposed_where_mail_did_not_come_back() {
    add(visitor, HOME);
    var busiest = written(visitor.open(path));
    bounced(busiest);

    var page = visitor.open(path);
    assertThat(written(page)).isNotEmpty().isNotEqualTo(busiest);
    assertThat(page.document().select("#out-of-reach, a[href=/do-not-contact].chip")).isEmpty();
    assertThat(page.document().select("#addresses li").text()).containsOnlyOnce("Mail came back");
    assertThat(page.document().select("a[href^=/follow-ups/new]")).hasSize(1);
  }

  @Test
  void where_mail_came_back_from_all_of_them_the_page_says_what_to_do() {
    bounced("grace@example.com");

    var page = visitor.open(path);
    assertThat(written(page)).isEmpty();
    assertThat(page.document().select("#out-of-reach").text()).contains("add another one");
    assertThat(page.document().select("a[href=/do-not-contact].chip")).isEmpty();

    add(visitor, HOME);
    assertThat(written(visitor.open(path))).isEqualTo(HOME);
  }

  @Test
  void who_wants_no_mail_is_not_written_to_at_another_address() {
    add(visitor, HOME);
    bounced(HOME);
    bounced("grace@example.com");
    stopping.stop(
        ada.workspace(),
        Stop.Scope.PERSON,
        path.substring(8),
        Stop.Source.USER,
        "She asked for it.",
        null,
        "test");

    var page = visitor.open(path);
    assertThat(page.document().select("a[href=/do-not-contact].chip")).hasSize(1);
    assertThat(page.document().select("#out-of-reach")).isEmpty();
    assertThat(page.text()).contains("She asked for it.");
  }

  /** Where a letter to her is proposed to go. */
  private static String written(Shown page) {
    return page.document()
        .select("a[href^=/letters/new?to=]")
        .attr("href")
        .replace("/letters/new?to=", "")
        .replace("%40", "@");
  }

  private void bounced(String address) {
    stopping.stop(
        ada.workspace(),
        Stop.Scope.ADDRESS,
        address,
        Stop.Source.BOUNCE,
        "Nobody has this address any more.",
        null,
        "test");
  }

  @Test
  void what_is_no_address_or_somebodys_already_is_refused() {
    people.enter(ada.workspace(), "Alan Turing", new EmailAddress("alan@example.net"));

    for (var address : new String[] {"", "grace", "alan@example.net", "grace@example.com"}) {
      assertThat(add(visitor, address).status()).as(address).isEqualTo(422);
    }
  }

  @Test
  void nobody_else_adds_one() {
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));

    assertThat(add(mallory, HOME).status()).isEqualTo(404);
    assertThat(visitor.open(path).document().select("#addresses").text()).doesNotContain(HOME);
  }

  private Shown add(Visitor who, String address) {
    var csrf = who.open("/value-items").document().select("[name=_csrf]").attr("value");
    return who.post(path + "/addresses", Map.of("_csrf", csrf, "address", address));
  }
}
