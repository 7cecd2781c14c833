package io.politely.touches.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class TouchPagesTest {

  private static final EmailAddress STEFAN = new EmailAddress("stefan.vogt@caldervoss.example");
  private static final Instant MONDAY = Instant.parse("2026-06-22T09:00:00Z");
  private static final String LINE = "called Grace, left voicemail, promised deck by Tuesday";
  private static final String UNDERSTOOD = "form.panel";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private SampleWorkspace sample;
  @Autowired private Pursuits pursuits;

  private Cast.Owner ada;
  private Visitor visitor;
  private PersonId grace;

  @BeforeEach
  void ada_knows_grace() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    grace = people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
  }

  @Test
  void a_line_is_shown_as_it_was_understood_and_then_kept() {
    var read = read(LINE);
    assertThat(read.document().select("[name=way] [selected]").eachText())
        .containsExactly("Voicemail, from you", "Nothing more");
    assertThat(read.document().select("[name=person] [selected]").eachText())
        .containsExactly("Grace Hopper, grace@example.com");
    assertThat(read.document().select("[name=promiseBy] [selected]").eachText())
        .containsExactly("You promised", "No promise");
    assertThat(read.document().select("[name=promise]").eachAttr("value"))
        .containsExactly("deck", "");
    assertThat(visitor.open("/touches").text()).contains("Nothing is logged yet");

    var kept = visitor.submit(read, UNDERSTOOD, Map.of());

    assertThat(kept.location()).isEqualTo("/people/" + grace);
    var shown = person();
    assertThat(shown.text()).contains(LINE, "Voicemail", "“deck”");
    assertThat(shown.document().select("svg rect.dot-ours title").text()).contains("Voicemail");
    assertThat(visitor.open("/").text()).contains("Promised in calls and meetings", "“deck”");
    visitor.submit(shown, "#toasts form", Map.of());
    assertThat(visitor.open("/touches").text()).contains("Nothing is logged yet");
    assertThat(visitor.open("/").text()).doesNotContain("“deck”");
  }

  @Test
  void every_part_can_be_put_right_before_it_is_kept() {
    var dana = people.enter(ada.workspace(), "Dana", new EmailAddress("dana@example.com"));

    var kept =
        visitor.submit(
            read(LINE),
            UNDERSTOOD,
            Map.of(
                "way", "meeting:us",
                "person", dana.toString(),
                "day", "2026-06-20",
                "promiseBy", "them",
                "promise", "the contract"));

    assertThat(kept.location()).isEqualTo("/people/" + dana);
    assertThat(visitor.open("/people/" + dana).text()).contains("Meeting", "20 June", "contract");
  }

  @Test
  void whoever_a_name_may_mean_is_asked_about() {
    people.enter(ada.workspace(), "Grace Kelly", new EmailAddress("kelly@example.org"));

    var read = read(LINE);
    assertThat(read.text()).contains("2 people are called “Grace”");
    var refused = visitor.submit(read, UNDERSTOOD, Map.of());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Say which “Grace” it was.");

    assertThat(visitor.submit(refused, UNDERSTOOD, Map.of("person", grace.toString())).location())
        .isEqualTo("/people/" + grace);
  }

  @Test
  void who_is_not_known_is_added_when_the_line_is_kept() {
    var read = read("met Ivan Sutherland yesterday");
    assertThat(read.text()).contains("Nobody here is called “Ivan Sutherland”");

    var kept =
        visitor.submit(
            read,
            UNDERSTOOD,
            Map.of("newName", "Ivan Sutherland", "newAddress", "ivan@example.org"));

    assertThat(visitor.open(kept.location()).text())
        .contains("Ivan Sutherland", "ivan@example.org", "met Ivan Sutherland yesterday");
    var again = visitor.submit(read("texted Ivan"), UNDERSTOOD, Map.of());
    assertThat(again.location()).isEqualTo(kept.location());
  }

  @Test
  void without_a_name_one_is_typed_and_found() {
    var read = read("left voicemail");
    var refused = visitor.submit(read, UNDERSTOOD, Map.of("called", ""));
    assertThat(refused.text()).contains("Say with whom it was.");

    var kept = visitor.submit(refused, UNDERSTOOD, Map.of("called", "grace h"));
    assertThat(kept.location()).isEqualTo("/people/" + grace);

    var strange = visitor.submit(read, UNDERSTOOD, Map.of("called", "Nobody Known"));
    assertThat(strange.status()).isEqualTo(422);
    assertThat(strange.text()).contains("Nobody here is called “Nobody Known”");
  }

  @Test
  void on_the_page_of_a_person_no_name_is_needed() {
    var log = person().document().select("a[href^=/touches/new]").last();

    var read =
        visitor.open(Objects.requireNonNull(log).attr("href") + "&line=" + encoded("left vm"));

    assertThat(visitor.submit(read, UNDERSTOOD, Map.of()).location()).isEqualTo("/people/" + grace);
  }

  @Test
  void what_was_kept_is_corrected_and_the_correction_taken_back() {
    visitor.submit(read(LINE), UNDERSTOOD, Map.of());
    var touch = person().document().select("main a[href^=/touches/]:contains(called)").attr("href");

    var corrected =
        visitor.submit(
            visitor.open(touch), UNDERSTOOD, Map.of("way", "call:us", "line", "called Grace"));
    assertThat(corrected.status()).isEqualTo(303);
    var shown = person();
    assertThat(shown.document().select("#main").text())
        .contains("Call")
        .doesNotContain("voicemail");
    assertThat(visitor.open(touch).status()).isEqualTo(404);

    visitor.submit(shown, "#toasts form", Map.of());
    assertThat(person().text()).contains(LINE);
  }

  @Test
  void a_promise_is_kept_and_that_is_taken_back() {
    visitor.submit(read(LINE), UNDERSTOOD, Map.of());
    var today = visitor.open("/");

    visitor.submit(today, "form[action^=/touches/promises/]", Map.of("as", "kept"));

    var after = visitor.open("/");
    assertThat(after.text()).doesNotContain("“deck”");
    assertThat(person().text()).contains("Kept");
    visitor.submit(after, "#toasts form", Map.of());
    assertThat(visitor.open("/").text()).contains("“deck”");
  }

  @Test
  void a_call_answers_what_was_written_if_the_user_says_so() {
    var robin = sample.robin();
    var his = Visitor.of(port).signedInBy(cast.link(robin));
    var stefan =
        Objects.requireNonNull(people.whoAre(robin.workspace(), List.of(STEFAN)).get(STEFAN))
            .person();
    var read =
        his.open("/touches/new?person=" + stefan + "&line=" + encoded("talked to him at length"));
    var answers = read.document().select("[name=answers]");
    assertThat(answers).isNotEmpty();
    var conversation = "/conversations/" + answers.eachAttr("value").getFirst();
    assertThat(his.open(conversation).text()).doesNotContain("Answered beside mail.");

    var kept =
        his.submit(read, UNDERSTOOD, Map.of("answers", answers.eachAttr("value").getFirst()));

    var stefansPage = his.open(kept.location());
    assertThat(his.open(conversation).text()).contains("Answered beside mail.");
    his.submit(stefansPage, "#toasts form", Map.of());
    assertThat(his.open(conversation).text()).doesNotContain("Answered beside mail.");
  }

  @Test
  void what_is_about_a_pursuit_stands_there() {
    var pursuit =
        pursuits.open(
            ada.workspace(),
            new NewPursuit(
                PursuitKind.JOB, "Head of Sales", "Example", null, "", "", "", List.of()),
            ada.member(),
            MONDAY);
    var list = "/touches?pursuit=" + pursuit;
    assertThat(visitor.open("/pursuits/" + pursuit).document().select("a[href='" + list + "']"))
        .hasSize(1);

    var read = visitor.open("/touches/new?pursuit=" + pursuit + "&line=" + encoded("called Grace"));
    visitor.submit(read, UNDERSTOOD, Map.of());

    assertThat(visitor.open(list).text()).contains("Head of Sales", "called Grace");
  }

  @Test
  void what_makes_no_sense_is_said() {
    var read = read(LINE);
    assertThat(visitor.submit(read, UNDERSTOOD, Map.of("day", "2026-07-20")).text())
        .contains("choose a day that has come");
    assertThat(visitor.submit(read, UNDERSTOOD, Map.of("day", "soon")).text())
        .contains("A day looks like");
    assertThat(visitor.submit(read, UNDERSTOOD, Map.of("way", "")).text())
        .contains("Say what happened.");
    assertThat(visitor.submit(read, UNDERSTOOD, Map.of("pursuit", grace.toString())).text())
        .contains("There is no such pursuit here.");
    assertThat(read("x".repeat(501)).status()).isEqualTo(422);
    assertThat(read("<script>alert(1)</script>").document().select("main script")).isEmpty();
  }

  @Test
  void nobody_else_reaches_it() {
    visitor.submit(read(LINE), UNDERSTOOD, Map.of());
    var touch = person().document().select("main a[href^=/touches/]:contains(called)").attr("href");
    var end =
        visitor.open("/").document().select("form[action^=/touches/promises/]").attr("action");
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));
    var csrf = mallory.open("/people").document().select("[name=_csrf]").attr("value");
    if (csrf.isEmpty()) {
      csrf = mallory.open("/touches/new?line=x").document().select("[name=_csrf]").attr("value");
    }

    assertThat(mallory.open(touch).status()).isEqualTo(404);
    assertThat(mallory.open("/touches").text()).doesNotContain(LINE);
    assertThat(mallory.open("/touches?pursuit=" + grace).status()).isEqualTo(404);
    assertThat(mallory.open("/touches/new?person=" + grace + "&line=vm").text())
        .doesNotContain("Grace");
    var delete = Map.of("_method", "delete", "_csrf", csrf);
    for (var path : List.of(touch, touch + "/removal", touch + "/correction", end)) {
      assertThat(mallory.post(path, delete).status()).isEqualTo(404);
    }
    assertThat(mallory.post(end, Map.of("_csrf", csrf)).status()).isEqualTo(404);
    assertThat(
            mallory.post(touch, Map.of("_csrf", csrf, "_method", "put", "way", "call:us")).status())
        .isEqualTo(404);
    var stolen =
        mallory.post(
            "/touches", Map.of("_csrf", csrf, "way", "call:us", "person", grace.toString()));
    assertThat(stolen.status()).isEqualTo(422);
    assertThat(stolen.text()).contains("is not here any more").doesNotContain("Grace");
    assertThat(person().text()).contains(LINE);
  }

  private Shown read(String line) {
    return visitor.open("/touches/new?line=" + encoded(line));
  }

  private Shown person() {
    return visitor.open("/people/" + grace);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
