package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Asking somebody who knows them, and the letters that want to be told what only the user knows.
 */
@Served
class IntroductionPagesTest {

  private static final String ASK = "Ask somebody who knows them";
  private static final String BLURB = "Ada builds engines and would like ten minutes of advice.";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Visitor visitor;
  private PersonId grace;
  private String path;

  @BeforeEach
  void ada_follows_up_with_grace_and_alan_knows_her() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    grace = known("Grace Hopper", "grace@example.com");
    known("Alan Turing", "alan@example.net");
    path = started(grace, "J1", Map.of("startedOn", LocalDate.now(clock).minusWeeks(3).toString()));
  }

  @Test
  void the_helper_is_asked_in_a_letter_that_names_her_and_can_be_forwarded() {
    assertThat(visitor.open(path).text()).contains(ASK);

    var form = visitor.open(visitor.open(path + "/introductions?who=alan+turing").location());
    var asked =
        visitor.submit(form, "form[action=/follow-ups]", Map.of("relevance", BLURB)).location();

    var letter = visitor.open(asked).document();
    assertThat(letter.select("#body").text())
        .contains("Do you know Grace Hopper well enough to introduce me?", BLURB);
    assertThat(letter.select("#subject").val()).isEqualTo("Introduction to Grace Hopper");
    assertThat(letter.select(".notice").text()).doesNotContain("the person you want to meet");
    assertThat(visitor.open(path).text()).doesNotContain(ASK);
  }

  @Test
  void without_whom_it_is_about_the_page_asks_for_it_before_the_letter() {
    var helper = known("Kim Sato", "kim@example.org");
    var ask = started(helper, "J4", Map.of());
    var page = visitor.open(ask);
    assertThat(page.document().select("#research").text()).isEqualTo("Whom you want to meet");

    visitor.submit(
        page, "form[action$=/research]", Map.of("fact", "Grace Hopper", "relevance", BLURB));

    assertThat(visitor.open(ask).document().select("#body").text())
        .contains("Do you know Grace Hopper", BLURB);
  }

  @Test
  void a_client_reads_where_the_candidates_stand_and_two_choices() {
    var page =
        visitor.open(
            started(
                grace,
                "R2",
                Map.of(
                    "startedOn",
                    LocalDate.now(clock).minusWeeks(3).toString(),
                    "fact",
                    "Two have met you.",
                    "source",
                    "go on with Kim",
                    "relevance",
                    "look for two more")));

    assertThat(page.document().select("#body").text())
        .contains(
            "Two have met you.", "Which suits you better: go on with Kim, or look for two more?");
  }

  @Test
  void nobody_or_several_of_a_name_are_not_guessed_at() {
    known("Alan Kay", "kay@example.net");

    for (var who : new String[] {"alan", "zebulon", "", "grace"}) {
      var answer = visitor.open(path + "/introductions?who=" + who);
      assertThat(answer.status()).as(who).isEqualTo(422);
    }
    assertThat(visitor.open(path).text()).contains(ASK);
  }

  @Test
  void nobody_else_asks_for_it_or_says_that_it_was_asked() {
    var eve = cast.owner("Mallory");
    var mallory = Visitor.of(port).signedInBy(cast.link(eve));
    var hers = people.enter(eve.workspace(), "Alan Turing", new EmailAddress("alan@example.net"));

    assertThat(mallory.open(path + "/introductions?who=alan").status()).isEqualTo(404);
    mallory.submit(
        mallory.open(
            "/follow-ups/new?situation=J4&fact=x&person=" + hers + "&asks=" + path.substring(12)),
        "form[action=/follow-ups]",
        Map.of());

    assertThat(visitor.open(path).text()).contains(ASK);
  }

  private PersonId known(String name, String address) {
    return people.enter(ada.workspace(), name, new EmailAddress(address));
  }

  private String started(PersonId person, String situation, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("situation", situation);
    return visitor
        .submit(
            visitor.open("/follow-ups/new?situation=" + situation + "&person=" + person),
            "form[action=/follow-ups]",
            all)
        .location();
  }
}
