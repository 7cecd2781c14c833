package io.politely.pursuits.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.Outbox;
import io.politely.pursuits.Nurture;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Pursuits;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class PursuitPagesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Pursuits pursuits;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Outbox outbox;

  private Cast.Owner ada;
  private Visitor visitor;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
  }

  @Test
  void a_pursuit_is_opened_with_what_is_asked_for() {
    var page = opened();

    assertThat(page.text())
        .contains("Head of Sales")
        .contains("Tidewell")
        .contains("Sells into rail")
        .contains("Leads ten people");
    assertThat(visitor.open("/pursuits?kind=search").text()).contains("Head of Sales");
    assertThat(visitor.open("/pursuits?kind=search&view=list").text()).contains("Head of Sales");
    assertThat(visitor.open("/pursuits?kind=deal").text()).contains("Nothing here");
  }

  @Test
  void the_people_of_a_pursuit_that_ended_are_written_to_again_on_a_day() {
    opened();
    visitor.post(
        "/pursuits/" + id() + "/end", Map.of("_csrf", csrf(visitor.open("/pursuits/new"))));
    var path = "/pursuits/" + id();
    var form = "form[action$=/nurture]:has([value=put])";

    var past =
        visitor.submit(visitor.open(path), form, Map.of("on", "2026-01-01", "why", "Budget"));
    assertThat(past.status()).isEqualTo(422);
    assertThat(past.text()).contains("Choose a day to come, within the next five years.");

    visitor.submit(visitor.open(path), form, Map.of("on", "2027-03-01", "why", "New budget"));
    assertThat(visitor.open(path).text()).contains("From 1 March 2027 it stands on Today.");
    assertThat(visitor.open("/").text()).doesNotContain("New budget");

    // Time passes.
    pursuits.nurture(
        ada.workspace(),
        new Nurture(id(), LocalDate.parse("2026-06-26"), "New budget"),
        ada.member(),
        MONDAY);
    var today = visitor.open("/");
    assertThat(today.text()).contains("Write again").contains("New budget");
    visitor.submit(today, "form[action$=/nurture]", Map.of());
    assertThat(visitor.open("/").text()).doesNotContain("New budget");
    var undo = "/pursuits/" + id() + "/nurture/end?on=2026-06-26&why=New+budget";
    visitor.post(undo, Map.of("_csrf", csrf(visitor.open("/pursuits/new")), "_method", "delete"));
    assertThat(visitor.open("/").text()).contains("New budget");
  }

  @Test
  void a_posting_fills_the_form_and_nothing_is_kept_before_it_is_sent() {
    var form = visitor.open("/pursuits/new?kind=job");
    var words = "Plant manager\nRequirements:\n- Has run a foundry\n- Speaks Dutch";

    var read = visitor.submit(form, "form[action^=/pursuits/new/posting]", Map.of("words", words));

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.document().select("#title").val()).isEqualTo("Plant manager");
    assertThat(read.document().select("#requirements").val())
        .isEqualTo("Has run a foundry\nSpeaks Dutch");
    assertThat(pursuits.newest(ada.workspace())).isEmpty();

    var opened = visitor.submit(read, "form[action=/pursuits]", Map.of());
    assertThat(visitor.open(opened.location()).text()).contains("Speaks Dutch");
  }

  @Test
  void a_posting_that_cannot_be_read_says_why_in_one_sentence() {
    var form = visitor.open("/pursuits/new?kind=job");

    var refused =
        visitor.submit(
            form,
            "form[action^=/pursuits/new/posting]",
            Map.of("address", "https://127.0.0.1/posting"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.document().select("#problem").text())
        .startsWith("Nothing could be fetched from there.");
    assertThat(refused.document().select("#postingUrl").val())
        .isEqualTo("https://127.0.0.1/posting");
  }

  @Test
  void without_a_title_nothing_is_lost_of_what_was_typed() {
    var form = visitor.open("/pursuits/new?kind=search");
    var answer =
        visitor.submit(
            form,
            "form[action=/pursuits]",
            Map.of("company", "Tidewell", "requirements", "Sells into rail"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("Give it a title.");
    assertThat(answer.document().select("#company").val()).isEqualTo("Tidewell");
    assertThat(answer.document().select("#requirements").val()).isEqualTo("Sells into rail");
  }

  @Test
  void it_moves_on_and_back() {
    var page = opened();
    var path = page.response().uri().getPath();

    visitor.submit(page, "form[action$=/stage]", Map.of("stage", "shortlist"));
    assertThat(stage()).isEqualTo("shortlist");

    var moved = visitor.open(path);
    visitor.submit(moved, "form[action*=/stage?to]", Map.of());
    assertThat(stage()).isEqualTo("brief");
  }

  @Test
  void what_was_used_is_noted_with_its_version() {
    var page = opened();
    visitor.submit(
        page, "form[action$=/materials]", Map.of("kind", "pitch", "name", "Short, with numbers"));

    var shown = visitor.open(path(page));
    assertThat(shown.text()).contains("Pitch: Short, with numbers");

    visitor.submit(shown, "form[action*=/materials/]", Map.of());
    assertThat(visitor.open(path(page)).text()).doesNotContain("Short, with numbers");
  }

  @Test
  void who_gave_time_is_before_everything_else_on_today() {
    var page = withGrace(opened());
    gaveTime(page);

    var today = visitor.open("/");

    assertThat(today.text()).contains("They gave you time").contains("Grace Hopper");
    assertThat(today.document().select("main h2").eachText().getFirst())
        .isEqualTo("They gave you time");
    assertThat(today.text()).contains("Was interviewed, and has no outcome yet.");
  }

  @Test
  void it_is_closed_only_after_everybody_was_told() {
    var page = withGrace(opened());
    gaveTime(page);
    var path = path(page);

    var closeOut = visitor.open(path + "/close-out");
    assertThat(closeOut.text()).contains("One person gave time and has not heard how it ended.");

    var refused = decide(closeOut, "You were not a good fit for the team.");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("tells them nothing");
    assertThat(refused.document().select("[name=words]").val()).contains("not a good fit");

    assertThat(decide(refused, "They chose somebody who sells into rail.").status()).isEqualTo(303);
    var decided = visitor.open(path + "/close-out");
    assertThat(decided.text()).contains("Not chosen, and nobody told them.");

    visitor.post(
        decided.document().select("form.told-by").attr("action"),
        Map.of("_csrf", csrf(decided), "way", "phone", "back", path + "/close-out"));
    var told = visitor.open(path + "/close-out");
    assertThat(told.text()).contains("Nobody is left hanging").contains("and they know");

    visitor.submit(told, "form[action$=/end]", Map.of());
    assertThat(state()).isEqualTo(PursuitState.CLOSED);
  }

  @Test
  void letters_are_looked_at_and_leave_through_the_outbox() {
    connect();
    var page = withGrace(opened());
    gaveTime(page);
    var path = path(page);
    decide(visitor.open(path + "/close-out"), "They chose somebody who sells into rail.");

    var ready = visitor.open(path + "/close-out");
    assertThat(ready.text())
        .contains("Letters to send")
        .contains("Hello Grace,")
        .contains("the decision for Head of Sales at Tidewell is made, and it is not for you.")
        .contains("They chose somebody who sells into rail.");
    assertThat(outbox.open(ada.workspace(), 10)).isEmpty();

    assertThat(visitor.submit(ready, "form[action$=/letters]", Map.of()).status()).isEqualTo(303);

    assertThat(outbox.open(ada.workspace(), 10))
        .singleElement()
        .satisfies(mail -> assertThat(mail.to().getFirst().value()).isEqualTo("grace@example.org"));
    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    assertThat(visitor.open(path + "/close-out").text()).contains("On their way");

    // Sent twice, the form changes nothing.
    visitor.submit(ready, "form[action$=/letters]", Map.of());
    assertThat(outbox.open(ada.workspace(), 10)).hasSize(1);
  }

  @Test
  void each_candidate_has_a_clock_of_their_own() {
    var page = withGrace(opened());
    gaveTime(page);
    visitor.submit(
        visitor.open(path(page)),
        "form[action$=/people]",
        Map.of("name", "Kay Antonelli", "address", "kay@example.org", "role", "candidate"));
    visitor.submit(
        partOfGrace(visitor.open(path(page))),
        "form[action$=/stage]",
        Map.of("stage", "interview"));

    var all = visitor.open(path(page) + "/candidates");
    assertThat(all.document().select(".candidates tbody th").eachText())
        .as("whoever waits comes first")
        .containsExactly("Grace Hopper", "Kay Antonelli");
    assertThat(all.document().select(".candidates tbody tr").eachText().getFirst())
        .contains("Outcome due in ");
    assertThat(all.document().select(".tabs a").eachText())
        .contains("All 2", "Found 1", "Interview 1");

    assertThat(names(visitor.open(path(page) + "/candidates?stage=found")))
        .containsExactly("Kay Antonelli");
    assertThat(names(visitor.open(path(page) + "/candidates?words=GRACE%20example")))
        .containsExactly("Grace Hopper");
    assertThat(names(visitor.open(path(page) + "/candidates?waiting=true")))
        .containsExactly("Grace Hopper");
    assertThat(names(visitor.open(path(page) + "/candidates?words=nobody"))).isEmpty();
  }

  private static List<String> names(Shown candidates) {
    return candidates.document().select(".candidates tbody th").eachText();
  }

  @Test
  void both_directions_stand_on_one_page_and_silence_can_be_an_answer() {
    var page = withGrace(opened());
    gaveTime(page);
    visitor.submit(
        partOfGrace(page), "form[action$=/times]", Map.of("kind", "interview", "by", "us"));

    var owed = visitor.open("/pursuits/owed");
    assertThat(owed.document().select("section:has(#ours) .badge").eachText())
        .containsExactly("You owe it");
    assertThat(owed.document().select("section:has(#theirs) .badge").eachText())
        .containsExactly("They owe it");
    assertThat(owed.document().select("section:has(#theirs) a[href^=/letters/new]").attr("href"))
        .contains("grace%40example.org");

    var silent = visitor.submit(owed, "form[action$=/silence]", Map.of());
    assertThat(silent.location()).isEqualTo("/pursuits/owed");
    var after = visitor.open("/pursuits/owed");
    assertThat(after.text()).contains("You wait for nobody.");

    visitor.submit(after, "form[action^=/outcomes/]", Map.of());
    assertThat(visitor.open("/pursuits/owed").document().select("section:has(#theirs) .badge"))
        .hasSize(1);
  }

  @Test
  void the_log_of_notices_says_who_was_told_what_when_and_how() {
    var page =
        visitor.open(
            visitor
                .submit(
                    visitor.open("/pursuits/new?kind=search"),
                    "form[action=/pursuits]",
                    Map.of(
                        "kind", "search", "title", "Head of Sales", "requirements", "Rail\nSteel"))
                .location());
    visitor.submit(
        page,
        "form[action$=/people]",
        Map.of("name", "=Grace", "address", "grace@example.org", "role", "candidate"));
    gaveTime(visitor.open(path(page)));
    var decided =
        decide(visitor.open(path(page) + "/close-out"), "They chose somebody who sells into rail.");
    assertThat(decided.text()).isEmpty();

    var log = visitor.open(path(page) + "/notices.csv");

    assertThat(log.header("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(log.response().body().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .startsWith(
            "'=Grace,grace@example.org,Not chosen,They chose somebody who sells into rail.,")
        .contains(",not told,");
  }

  @Test
  void stages_are_named_anew_and_a_law_is_turned_on() {
    opened();
    var settings = visitor.open("/settings/pursuits");

    visitor.submit(
        settings,
        "form:has(#stages-search)",
        Map.of("stages", "Kick-off\nSourcing\nShortlist\nInterviews\nOffer"));
    visitor.submit(settings, "form[action$=/law]", Map.of("law", "ontario"));

    assertThat(visitor.open("/pursuits?kind=search").document().select(".board-column h2").text())
        .startsWith("Kick-off 1");
    assertThat(stage()).isEqualTo("brief");
    assertThat(pursuits.law(ada.workspace())).isEqualTo("ontario");
    var refused =
        visitor.submit(settings, "form:has(#stages-deal)", Map.of("stages", manyLines(21)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("at most 20 stages");
  }

  private static String manyLines(int count) {
    var lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("Stage ").append(i).append('\n');
    }
    return lines.toString();
  }

  @Test
  void a_view_is_kept_under_a_name_and_taken_away() {
    opened();
    var narrow = visitor.open("/pursuits?kind=search&view=list&words=head");

    var kept = visitor.submit(narrow, "form[action=/pursuits/views]", Map.of("name", "Heads"));
    assertThat(kept.location()).isEqualTo("/pursuits?kind=search&view=list&words=head");
    var shown = visitor.open("/pursuits?kind=search");
    assertThat(shown.document().select(".menu-pair a").attr("href"))
        .isEqualTo("/pursuits?kind=search&view=list&words=head");

    visitor.submit(shown, ".menu-pair form", Map.of());
    assertThat(visitor.open("/pursuits?kind=search").document().select(".menu-pair")).isEmpty();
  }

  @Test
  void a_list_shows_one_stage_or_those_in_which_somebody_waits() {
    var page = withGrace(opened());

    assertThat(visitor.open("/pursuits?kind=search&view=list&stage=brief").text())
        .contains("Head of Sales");
    assertThat(visitor.open("/pursuits?kind=search&view=list&stage=offer").text())
        .contains("Nothing here");
    assertThat(visitor.open("/pursuits?kind=search&waiting=true").text()).contains("Nothing here");
    gaveTime(page);
    assertThat(visitor.open("/pursuits?kind=search&waiting=true").text())
        .contains("1 waits for an outcome");
  }

  @Test
  void another_workspace_finds_none_of_it() {
    var page = withGrace(opened());
    gaveTime(page);
    var path = path(page);
    decide(visitor.open(path + "/close-out"), "They chose somebody who sells into rail.");
    var inside = visitor.open(path + "/close-out").document();
    var part = partOfGrace(visitor.open(path));
    visitor.post(
        "/pursuits/views",
        Map.of("_csrf", csrf(part), "name", "Waiting", "kind", "search", "waiting", "true"));
    var view = visitor.open("/pursuits?kind=search").document().select("form[action*=/views/]");
    var paths =
        new ArrayList<String>(
            List.of(
                path,
                path + "/edit",
                path + "/close-out",
                path + "/candidates",
                path + "/notices.csv",
                path(part)));
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var csrf = csrf(eve.open("/pursuits/new"));

    for (var own : paths) {
      assertThat(eve.open(own).status()).as(own).isEqualTo(404);
    }
    var posts = new ArrayList<String>();
    posts.add(view.attr("action"));
    part.document()
        .select("main form[method=post]")
        .forEach(form -> posts.add(form.attr("action")));
    inside.select("form[method=post]").forEach(form -> posts.add(form.attr("action")));
    page.document()
        .select("main form[method=post]")
        .forEach(form -> posts.add(form.attr("action")));
    visitor
        .open(path)
        .document()
        .select("main form[method=post]")
        .forEach(form -> posts.add(form.attr("action")));
    posts.add(path + "/nurture");
    posts.add(path + "/nurture/end");
    assertThat(posts).hasSizeGreaterThan(10).doesNotContain("");
    for (var own : posts) {
      for (var method : List.of("post", "put", "delete")) {
        var answer = eve.post(own, fields(csrf, method));
        assertThat(answer.status()).as("%s %s", method, own).isIn(404, 405);
      }
    }
    assertThat(pursuits.leftHanging(ada.workspace(), id())).hasSize(1);
  }

  private static Map<String, String> fields(String csrf, String method) {
    var fields = new HashMap<String, String>();
    fields.put("_csrf", csrf);
    fields.put("_method", method);
    fields.put("stage", "offer");
    fields.put("to", "brief");
    fields.put("words", "Nothing");
    fields.put("role", "client");
    fields.put("kind", "interview");
    fields.put("way", "phone");
    fields.put("person", "019f04ac-0000-7000-9084-bd023ab7e0cb");
    fields.put("known", MONDAY.toString());
    fields.put("address", "eve@example.org");
    fields.put("on", "2027-03-01");
    return fields;
  }

  private Shown opened() {
    var form = visitor.open("/pursuits/new?kind=search");
    var answer =
        visitor.submit(
            form,
            "form[action=/pursuits]",
            Map.of(
                "kind",
                "search",
                "title",
                "Head of Sales",
                "company",
                "Tidewell",
                "requirements",
                "- Sells into rail\n- Leads ten people"));
    assertThat(answer.status()).isEqualTo(303);
    return visitor.open(answer.location());
  }

  private Shown withGrace(Shown page) {
    var answer =
        visitor.submit(
            page,
            "form[action$=/people]",
            Map.of("name", "Grace Hopper", "address", "grace@example.org", "role", "candidate"));
    assertThat(answer.status()).isEqualTo(303);
    return visitor.open(path(page));
  }

  private void gaveTime(Shown page) {
    assertThat(
            visitor
                .submit(
                    partOfGrace(page),
                    "form[action$=/times]",
                    Map.of("kind", "interview", "by", "them"))
                .status())
        .isEqualTo(303);
  }

  /** Her own page in the search, which the table of candidates leads to. */
  private Shown partOfGrace(Shown page) {
    return visitor.open(page.document().select(".candidates tbody a").attr("href"));
  }

  private Shown decide(Shown closeOut, String words) {
    var requirement =
        closeOut.document().select("select[name=requirement] option").get(1).attr("value");
    return visitor.submit(
        closeOut,
        "form[action$=/outcomes]",
        Map.of("result", "not-chosen", "requirement", requirement, "words", words));
  }

  private void connect() {
    assertThat(
            mailboxes.connect(
                ada.workspace(),
                new NewMailAccount(
                    ada.address(),
                    "Ada Lovelace",
                    new Server("imap.example.com", 993, Security.TLS),
                    new Server("smtp.example.com", 465, Security.TLS),
                    "ada",
                    Authentication.PASSWORD,
                    "three-blue-herons",
                    false),
                MONDAY))
        .isPresent();
  }

  private static String csrf(Shown page) {
    return page.document().select("[name=_csrf]").eachAttr("value").getFirst();
  }

  private static String path(Shown page) {
    return page.response().uri().getPath();
  }

  private io.politely.pursuits.PursuitId id() {
    return pursuits.newest(ada.workspace()).orElseThrow().id();
  }

  private String stage() {
    return pursuits.pursuit(ada.workspace(), id()).orElseThrow().stage();
  }

  private PursuitState state() {
    return pursuits.pursuit(ada.workspace(), id()).orElseThrow().state();
  }
}
