package io.politely.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class SignInPagesTest {

  private static final String SIGN_IN = "form[action=/sessions]";

  @LocalServerPort private int port;
  @Autowired private Cast cast;

  private Cast.Owner ada;
  private Visitor visitor;

  @BeforeEach
  void arrive() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port);
  }

  @Test
  void who_is_not_signed_in_is_asked_to_and_comes_back_to_the_page() {
    assertThat(visitor.open("/settings").location()).isEqualTo("/sign-in?to=%2Fsettings");
  }

  @Test
  void opening_a_link_does_not_use_it_up() {
    var path = "/sign-in/" + cast.link(ada).text();

    visitor.open(path);
    visitor.open(path);
    var done = visitor.submit(visitor.open(path), SIGN_IN, Map.of());

    assertThat(done.status()).isEqualTo(303);
    assertThat(visitor.open("/settings").status()).isEqualTo(200);
  }

  @Test
  void a_link_that_was_used_says_so() {
    var path = "/sign-in/" + cast.link(ada).text();
    var page = visitor.open(path);
    visitor.submit(page, SIGN_IN, Map.of());

    assertThat(Visitor.of(port).open(path).text()).contains("used already");
  }

  @Test
  void half_a_link_says_so() {
    assertThat(visitor.open("/sign-in/abc").text()).contains("not a whole sign-in link");
  }

  @Test
  void a_wrong_password_keeps_the_address_and_says_what_is_wrong() {
    var again =
        visitor.submit(
            visitor.open("/sign-in"),
            SIGN_IN,
            Map.of("address", "ada@example.org", "password", "wrong"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).contains("do not belong together");
    assertThat(again.document().select("#address").val()).isEqualTo("ada@example.org");
  }

  @Test
  void signing_in_never_leads_to_another_server() {
    var page = visitor.open("/sign-in/" + cast.link(ada).text() + "?to=//example.com/");

    assertThat(visitor.submit(page, SIGN_IN, Map.of("to", "//example.com")).location())
        .isEqualTo("/");
  }

  @Test
  void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    var done = visitor.submit(visitor.open("/sign-in/" + cast.link(ada).text()), SIGN_IN, Map.of());

    assertThat(done.cookies())
        .anySatisfy(cookie ->
            assertThat(cookie)
                .startsWith("politely_session=")
                .contains("HttpOnly", "SameSite=Lax"));
  }

  @Test
  void a_form_without_its_token_is_refused() {
    var token = cast.link(ada).text();

    assertThat(visitor.post("/sessions", Map.of("token", token)).status()).isEqualTo(403);

    visitor.signedInBy(cast.link(ada));
    var refused = visitor.post("/settings/mailboxes", Map.of("address", "a@example.org"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("not allowed");
  }

  @Test
  void a_token_of_an_earlier_session_is_refused() {
    visitor.signedInBy(cast.link(ada));
    var old = visitor.open("/settings");
    visitor.submit(old, "form[action=/sessions/current]", Map.of());
    visitor.signedInBy(cast.link(ada));

    assertThat(
            visitor
                .submit(old, "form[action=/settings/profile]", Map.of("name", "Mallory"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void signing_out_ends_the_session() {
    visitor.signedInBy(cast.link(ada));

    var out = visitor.submit(visitor.open("/settings"), "form[action=/sessions/current]", Map.of());

    assertThat(out.location()).isEqualTo("/sign-in");
    assertThat(visitor.open("/settings").status()).isEqualTo(303);
  }
}
