package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.Cadence;
import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.CadenceCatchUp;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.kernel.EmailAddress;
import io.politely.people.Known;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class PeopleTest {

  private static final EmailAddress STEFAN = new EmailAddress("stefan.vogt@caldervoss.example");
  private static final EmailAddress CLAIRE = new EmailAddress("claire.dubois@example.org");

  private static final Instant NOW = Instant.parse(SampleWorkspace.PRESENT);

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;
  @Autowired private People people;
  @Autowired private Cadence cadence;
  @Autowired private CadenceCatchUp followUps;

  @Test
  void somebody_is_found_by_the_beginning_of_a_name() {
    assertThat(robin().open("/people?name=vog").text()).contains("Stefan Vogt");
    assertThat(robin().open("/people?name=nobodyatall").text()).contains("Nobody called");
  }

  @Test
  void the_page_of_a_person_shows_when_both_sides_wrote() {
    var shown = robin().open("/people/" + stefan().person());

    assertThat(shown.text()).contains("Stefan Vogt", "Sales Director, first conversation");
    assertThat(shown.document().select("svg .dot-theirs")).isNotEmpty();
    assertThat(shown.document().select("svg .dot-ours")).isNotEmpty();
  }

  @Test
  void the_page_of_a_person_tells_clock_language_and_first_letter_with_their_source() {
    var shown = robin().open("/people/" + stefan().person());

    var about = shown.document().select("#about-them");
    assertThat(about.select("li").get(0).text()).contains("About UTC+2", "from their last");
    assertThat(about.select("li").get(1).text()).contains("of their letters");
    assertThat(about.select("li").get(2).text()).contains("First wrote to you on");
  }

  @Test
  void what_the_user_says_of_somebody_wins_and_is_taken_back() {
    var robin = robin();
    var path = "/people/" + stefan().person();
    robin.submit(robin.open(path), "form[action$=/zone]", Map.of("words", "America/Lima"));
    var said = robin.open(path);
    assertThat(said.text()).contains("America/Lima as you said");
    robin.submit(said, "#toasts form", Map.of());
    assertThat(robin.open(path).text()).doesNotContain("America/Lima");

    assertThat(
            robin
                .submit(robin.open(path), "form[action$=/zone]", Map.of("words", "Somewhere"))
                .status())
        .isEqualTo(422);
    robin.submit(robin.open(path), "form[action$=/met]", Map.of("words", "In Lyon"));
    assertThat(robin.open(path).text()).contains("In Lyon as you said");
    robin.submit(robin.open(path), "form[action$=/met]", Map.of("words", ""));
    var forgotten = robin.open(path);
    assertThat(forgotten.text()).doesNotContain("In Lyon");
    robin.submit(forgotten, "#toasts form", Map.of());
    assertThat(robin.open(path).text()).contains("In Lyon");
    robin.submit(robin.open(path), "form[action$=/met]", Map.of("words", ""));
  }

  @Test
  void a_field_of_ones_own_is_made_filled_and_removed() {
    var ada = cast.owner("Ada");
    var visitor = Visitor.of(port).signedInBy(cast.link(ada));
    var path =
        "/people/" + people.enter(ada.workspace(), "Grace", new EmailAddress("grace@example.com"));
    var fields = visitor.open("/people/fields");
    assertThat(fields.text()).contains("None yet.");
    var added = visitor.submit(fields, "form.panel", Map.of("name", "Shoe size", "type", "number"));
    assertThat(added.status()).isEqualTo(303);
    assertThat(
            visitor
                .submit(visitor.open("/people/fields"), "form.panel", Map.of("name", "shoe size"))
                .text())
        .contains("There is a field “shoe size” already.");

    var form = "form[action*=/fields/]";
    assertThat(visitor.submit(visitor.open(path), form, Map.of("words", "big")).status())
        .isEqualTo(422);
    visitor.submit(visitor.open(path), form, Map.of("words", "38"));
    var shown = visitor.open(path);
    assertThat(shown.text()).contains("Shoe size 38 as you said");
    var value = shown.document().select("#toasts form").attr("action");
    var field = shown.document().select(form).attr("action");
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var csrf = eve.open("/settings").document().select("[name=_csrf]").attr("value");
    var delete = Map.of("_method", "delete", "_csrf", csrf);
    assertThat(eve.post(value, delete).status()).isEqualTo(404);
    assertThat(eve.post(field, Map.of("_method", "put", "_csrf", csrf, "words", "1")).status())
        .isEqualTo(404);
    var own = visitor.open("/people/fields").document().select("form[action*=/fields/]");
    assertThat(eve.post(own.attr("action"), delete).status()).isEqualTo(404);
    assertThat(eve.post(own.attr("action") + "/removal", delete).status()).isEqualTo(404);

    visitor.submit(shown, "#toasts form", Map.of());
    assertThat(visitor.open(path).text()).doesNotContain("38 as you said");
    visitor.submit(visitor.open("/people/fields"), "form[action*=/fields/]", Map.of());
    var removed = visitor.open("/people/fields");
    assertThat(removed.text()).contains("None yet.");
    visitor.submit(removed, "#toasts form", Map.of());
    assertThat(visitor.open("/people/fields").text()).contains("Shoe size");
  }

  @Test
  void a_role_is_shown_with_its_level_and_the_word_that_tells_it() {
    var robin = robin();
    var path = "/people/" + claire().person();
    robin.submit(
        robin.open(path),
        "form[action$=/roles]",
        Map.of("title", "Directrice Générale", "company", "Example", "since", "2024-03-01"));

    var shown = robin.open(path);
    assertThat(shown.text()).contains("Since 1 Mar 2024 · C-level, by “directrice générale”");
    assertThat(robin.open("/companies/" + claire().company().orElseThrow().id()).text())
        .contains("Directrice Générale, Example (C-level)");
    robin.submit(shown, "#toasts form", Map.of());
    assertThat(robin.open(path).text()).doesNotContain("Directrice");
  }

  @Test
  void what_is_said_of_somebody_else_s_people_is_refused() {
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var csrf = eve.open("/settings").document().select("[name=_csrf]").attr("value");
    var path = "/people/" + stefan().person();

    for (var kind : List.of("zone", "language", "basis", "met")) {
      var put = Map.of("_method", "put", "_csrf", csrf, "words", "Europe/Paris");
      assertThat(eve.post(path + "/" + kind, put).status()).isEqualTo(404);
    }
  }

  @Test
  void the_page_of_a_person_tells_the_chance_of_a_reply_and_on_what_it_rests() {
    var chance = robin().open("/people/" + stefan().person()).document().select("#chance");

    assertThat(chance.text())
        .contains("sent Wed 17 June, waits for an answer. The chance that it comes by Fri 17 July")
        .contains("A follow-up has been polite since Mon 22 June.")
        .contains("What is usual From what is usual elsewhere")
        .contains("Days are those of their calendar.");
    assertThat(chance.select("svg .curve")).hasSize(1);
    assertThat(chance.select("tbody tr")).isNotEmpty();
  }

  @Test
  void of_somebody_whose_answer_nobody_waits_for_the_next_letter_is_foretold() {
    var chance = robin().open("/people/" + claire().person()).document().select("#chance");

    assertThat(chance.text())
        .contains("If you asked them something today, the chance of an answer")
        .contains("A follow-up would become polite on");
  }

  @Test
  void the_page_of_a_person_tells_how_much_presses_on_them_and_why() {
    followUps.catchUp(sample.robin().workspace());

    var gauge = robin().open("/people/" + stefan().person()).document().select("#pushiness");

    assertThat(gauge.text())
        .containsPattern("\\d+ of 100: little presses on them\\.")
        .contains("One touch without an answer")
        .contains("from 40: bring something", "from 60: too much");
  }

  @Test
  void of_somebody_who_was_never_written_to_nothing_is_foretold() {
    var ada = cast.owner("Ada");
    var grace = people.enter(ada.workspace(), "Grace", new EmailAddress("grace@example.com"));

    var shown = Visitor.of(port).signedInBy(cast.link(ada)).open("/people/" + grace);

    assertThat(shown.document().select("#chance, #pushiness, #follow-ups")).isEmpty();
    assertThat(shown.document().select("a[href=/follow-ups/new?person=%s]".formatted(grace)))
        .hasSize(1);
  }

  @Test
  void a_follow_up_is_shown_with_what_comes_next_and_why_until_contact_is_stopped() {
    var ada = cast.owner("Ada");
    var workspace = ada.workspace();
    var grace = people.enter(workspace, "Grace", new EmailAddress("grace@example.com"));
    var fresh = new NewFollowUp(grace, "S2", null, null, null, null, null, Research.NONE);
    var started = cadence.start(workspace, fresh, ada.member(), NOW);
    var visitor = Visitor.of(port).signedInBy(cast.link(ada));
    var path = "/people/" + grace;

    var shown = visitor.open(path);
    assertThat(started).isInstanceOf(Starting.Started.class);
    var row = shown.document().select("section:has(> div > #follow-ups) li");
    assertThat(row.select("a").attr("href")).startsWith("/follow-ups/");
    assertThat(row.select(".row-detail").text()).isNotEmpty();
    assertThat(row.select(".chip").text()).isEqualTo("E-mail 1 of 4");

    visitor.submit(shown, "form[action=/do-not-contact]", Map.of("reason", "She asked me to"));
    var stopped = visitor.open(path);
    assertThat(stopped.document().select("a[href^=/follow-ups/new]")).isEmpty();
  }

  @Test
  void the_page_of_a_company_shows_who_is_there() {
    assertThat(robin().open("/companies/" + claire().company().orElseThrow().id()).text())
        .contains("Claire Dubois");
  }

  @Test
  void the_people_of_somebody_else_are_not_there() {
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));

    assertThat(eve.open("/people/" + stefan().person()).status()).isEqualTo(404);
    assertThat(eve.open("/companies/" + claire().company().orElseThrow().id()).status())
        .isEqualTo(404);
    assertThat(eve.open("/people").text()).contains("Nobody yet").doesNotContain("Stefan");
  }

  private Known stefan() {
    return known(STEFAN);
  }

  private Known claire() {
    return known(CLAIRE);
  }

  private Known known(EmailAddress address) {
    return Objects.requireNonNull(
        people.whoAre(sample.robin().workspace(), List.of(address)).get(address));
  }

  private Visitor robin() {
    return Visitor.of(port).signedInBy(cast.link(sample.robin()));
  }
}
