package io.politely.privacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.privacy.Erasing;
import io.politely.privacy.Privacy;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ErasurePagesTest {

  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final String ERASE = "form[action$=/erasure]";
  private static final String KEEP = "form[action^=/erasures/]:has([value=delete])";
  private static final String RETURNS = "form[action=/erasures/returns]";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Privacy privacy;
  @Autowired private Erasing erasing;

  private Cast.Owner ada;
  private Visitor visitor;
  private PersonId grace;

  @BeforeEach
  void ada_knows_grace() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    grace = people.enter(ada.workspace(), "Grace Hopper", GRACE);
  }

  @Test
  void before_somebody_is_erased_the_page_says_what_goes_and_changes_nothing() {
    var link = visitor.open("/people/" + grace).document().select("a[href$=/erasure]").attr("href");

    var page = visitor.open(link);

    assertThat(page.text())
        .contains("Erase Grace Hopper")
        .contains("No message is from, to or copied to them.")
        .contains("grace@example.org")
        .contains("What stays");
    assertThat(privacy.pending(ada.workspace())).isEmpty();
  }

  @Test
  void a_rule_says_how_long_candidates_are_kept() {
    var page = visitor.open("/erasures");
    assertThat(page.document().select("select[name=months] option[selected]").text())
        .isEqualTo("until I erase them");

    var saved = visitor.submit(page, "form[action=/erasures/rule]", Map.of("months", "12"));

    var after = visitor.open(saved.location());
    assertThat(after.document().select("select[name=months] option[selected]").text())
        .isEqualTo("1 year");
    assertThat(privacy.retention(ada.workspace())).isPresent();
    assertThat(visitor.submit(after, "form[action=/erasures/rule]", Map.of("months", "1")).status())
        .isEqualTo(422);
    visitor.submit(after, "form[action=/erasures/rule]", Map.of("months", "0"));
    assertThat(privacy.retention(ada.workspace())).isEmpty();
  }

  @Test
  void who_is_to_be_erased_is_kept_with_one_click() {
    var asked = visitor.submit(visitor.open("/people/" + grace + "/erasure"), ERASE, Map.of());

    assertThat(asked.location()).isEqualTo("/people/" + grace);
    var person = visitor.open(asked.location());
    assertThat(person.text()).contains("They are erased on").contains("Do not contact");
    assertThat(visitor.open("/erasures").text()).contains("Grace Hopper");
    assertThat(visitor.open("/people/" + grace + "/erasure").document().select(ERASE)).isEmpty();

    var kept = visitor.submit(visitor.open("/erasures"), KEEP, Map.of());

    assertThat(kept.location()).isEqualTo("/people/" + grace);
    assertThat(visitor.open(kept.location()).text()).doesNotContain("Do not contact");
    assertThat(visitor.open("/erasures").text()).doesNotContain("Grace Hopper");
  }

  @Test
  void after_it_is_done_only_numbers_are_shown_and_the_address_lets_them_in_again() {
    visitor.submit(visitor.open("/people/" + grace + "/erasure"), ERASE, Map.of());
    erasing.erase(ada.workspace(), privacy.pending(ada.workspace()).getFirst().id());

    assertThat(visitor.open("/people/" + grace).status()).isEqualTo(404);
    assertThat(visitor.open("/people/" + grace + "/erasure").status()).isEqualTo(404);
    var erasures = visitor.open("/erasures");
    assertThat(erasures.text())
        .contains("Somebody, on")
        .contains("0 messages, 0 mails of the outbox, 0 drafts")
        .doesNotContainIgnoringCase("grace");

    var wrong = visitor.submit(erasures, RETURNS, Map.of("address", "alan@example.org"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("Nobody with this address was erased.");
    var right = visitor.submit(erasures, RETURNS, Map.of("address", "Grace+jobs@Example.org"));
    assertThat(right.location()).isEqualTo("/erasures");
    assertThat(people.erasedAmong(ada.workspace(), List.of(GRACE))).isEmpty();
  }

  @Test
  void nobody_of_another_workspace_is_shown_erased_or_kept() {
    visitor.submit(visitor.open("/people/" + grace + "/erasure"), ERASE, Map.of());
    var erasure = privacy.pending(ada.workspace()).getFirst().id();
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var token = eve.open("/settings").document().select("[name=_csrf]").attr("value");

    assertThat(eve.open("/people/" + grace + "/erasure").status()).isEqualTo(404);
    assertThat(eve.open("/people/" + grace + "/export").status()).isEqualTo(404);
    assertThat(eve.open("/erasures").text()).doesNotContain("Grace");
    assertThat(eve.post("/people/" + grace + "/erasure", Map.of("_csrf", token)).status())
        .isEqualTo(404);
    assertThat(
            eve.post("/erasures/" + erasure, Map.of("_csrf", token, "_method", "delete")).status())
        .isEqualTo(404);
    assertThat(
            eve.post("/erasures/returns", Map.of("_csrf", token, "address", "grace@example.org"))
                .status())
        .isEqualTo(422);
    assertThat(privacy.pending(ada.workspace())).hasSize(1);
  }

  @Test
  void what_is_held_comes_as_a_file() {
    var file = visitor.open("/people/" + grace + "/export");

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("content-disposition").orElse("")).contains("person.zip");
    assertThat(file.response().body()).startsWith("PK").contains("person.json");
  }

  @Test
  void oneself_cannot_be_erased() {
    var me = people.enter(ada.workspace(), "Ada", ada.address());

    var refused = visitor.submit(visitor.open("/people/" + me + "/erasure"), ERASE, Map.of());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("you cannot erase yourself");
  }
}
