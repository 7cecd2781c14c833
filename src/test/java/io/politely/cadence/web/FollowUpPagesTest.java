package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class FollowUpPagesTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Clock clock;

  private Visitor visitor;
  private String grace;

  @BeforeEach
  void ada_signs_in() {
    var ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    grace =
        people
            .enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"))
            .toString();
  }

  @Test
  void what_is_months_ahead_is_on_the_page_of_all_follow_ups() {
    started("N1");

    var page = visitor.open("/follow-ups").document();

    assertThat(page.text()).doesNotContain("No follow-ups yet");
    assertThat(sectionText(page, "later")).contains("Grace Hopper", "Keeping in touch");
  }

  @Test
  void what_ended_stays_in_reach_with_the_reason() {
    var path = started("N1");
    visitor.submit(
        visitor.open(path),
        "form.fold-body:has([value=delete])",
        Map.of("why", "She moved to Halden."));

    var page = visitor.open("/follow-ups").document();

    assertThat(sectionText(page, "over")).contains("Grace Hopper", "She moved to Halden.");
    assertThat(page.select("#later")).isEmpty();
  }

  @Test
  void how_often_one_keeps_in_touch_is_asked_there_and_kept() {
    var started =
        visitor.submit(
            visitor.open("/follow-ups/new?situation=N1&person=" + grace),
            "form[action=/follow-ups]",
            Map.of("situation", "N1", "every", "90"));
    var page = visitor.open(started.location());
    assertThat(page.document().select("#every").attr("value")).isEqualTo("90");

    var often = visitor.submit(page, "form[action$=/days]", Map.of("every", "5"));
    assertThat(often.status()).isEqualTo(422);
    assertThat(often.text()).contains("as often as the policy has it or seldomer");
    assertThat(visitor.submit(page, "form[action$=/days]", Map.of("every", "often")).status())
        .isEqualTo(422);
    visitor.submit(page, "form[action$=/days]", Map.of("every", ""));

    assertThat(visitor.open(started.location()).document().select("#every").attr("value"))
        .isEmpty();
  }

  @Test
  void one_that_is_due_is_snoozed_from_the_list_and_that_is_undone() {
    var path = due();
    assertThat(sectionText(visitor.open("/follow-ups").document(), "due")).contains("Grace");

    var snoozed = snooze(visitor, path, "in-a-month");

    assertThat(snoozed.location()).isEqualTo("/follow-ups");
    var page = visitor.open("/follow-ups");
    assertThat(page.document().select("#due")).isEmpty();
    assertThat(sectionText(page.document(), "later")).contains("Grace Hopper");

    visitor.submit(page, "#toasts form", Map.of());

    assertThat(sectionText(visitor.open("/follow-ups").document(), "due")).contains("Grace");
    assertThat(visitor.open(path).document().select("#notBefore").val()).isEmpty();
  }

  @Test
  void a_snooze_leaves_the_day_that_they_named() {
    var path = due();
    var named = LocalDate.now(clock).plusDays(40).toString();
    visitor.submit(visitor.open(path), "form[action$=/days]", Map.of("promised", named));

    snooze(visitor, path, "next-week");

    assertThat(visitor.open(path).document().select("#change #promised, #promised").val())
        .isEqualTo(named);
  }

  @Test
  void a_day_that_is_over_is_no_snooze() {
    var path = due();

    for (var day : new String[] {"2020-01-01", "soon", ""}) {
      assertThat(snooze(visitor, path, day).status()).as(day).isEqualTo(422);
    }
  }

  @Test
  void nobody_else_snoozes_it() {
    var path = due();
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));

    assertThat(snooze(mallory, path, "next-week").status()).isEqualTo(404);
    assertThat(post(mallory, path + "/snooze", "delete", Map.of()).status()).isEqualTo(404);
    assertThat(visitor.open(path).document().select("#notBefore").val()).isEmpty();
  }

  @Test
  void who_has_a_number_is_called_where_that_is_polite_and_the_call_is_logged() {
    post(visitor, "/people/" + grace + "/reaches", "post", Map.of("reach", "+44 20 7946 0000"));
    var path = due();

    var page = visitor.open(path).document();

    assertThat(page.select("#next").text()).isEqualTo("Call, 1 of 3");
    assertThat(page.select("#letter")).isEmpty();
    assertThat(page.select("a[href=/touches/new?person=" + grace + "]").text()).isEqualTo("Log it");
    assertThat(sectionText(visitor.open("/follow-ups").document(), "due")).contains("Call them");
  }

  @Test
  void without_a_number_the_same_is_a_letter() {
    assertThat(visitor.open(due()).document().select("#next").text()).isEqualTo("E-mail, 1 of 3");
  }

  private static String sectionText(Document page, String heading) {
    return page.select("section[aria-labelledby=" + heading + "]").text();
  }

  private static Shown snooze(Visitor who, String path, String until) {
    return post(who, path + "/snoozes", "post", Map.of("until", until));
  }

  private static Shown post(Visitor who, String path, String method, Map<String, String> fields) {
    var csrf = who.open("/value-items").document().select("[name=_csrf]").attr("value");
    var all = new HashMap<>(fields);
    all.put("_csrf", csrf);
    all.put("_method", method);
    return who.post(path, all);
  }

  /** A candidate who was asked weeks ago, and fell silent. */
  private String due() {
    return started("R3", LocalDate.now(clock).minusWeeks(3).toString());
  }

  private String started(String situation) {
    return started(situation, "");
  }

  private String started(String situation, String day) {
    return visitor
        .submit(
            visitor.open("/follow-ups/new?person=" + grace),
            "form[action=/follow-ups]",
            Map.of("situation", situation, "startedOn", day))
        .location();
  }
}
