package io.politely.interviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.calendar.NewMeeting;
import io.politely.contacts.Contacts;
import io.politely.contacts.Fact.Told;
import io.politely.contacts.FactKind;
import io.politely.interviews.InterviewsCatchUp;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class MeetingPagesTest {

  private static final EmailAddress MAREN = new EmailAddress("maren.holt@tidewell.example");

  private static final Path PICTURES = Path.of("target", "screens");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Calendar calendar;
  @Autowired private InterviewsCatchUp interviews;
  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Contacts contacts;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Visitor visitor;
  private PersonId maren;
  private PursuitId job;
  private Instant now;

  @BeforeEach
  void a_job_with_a_hiring_manager() {
    now = clock.instant();
    ada = cast.owner("Ada Lovelace");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    maren = people.enter(ada.workspace(), "Maren Holt", MAREN);
    job =
        pursuits.open(
            ada.workspace(),
            new NewPursuit(
                PursuitKind.JOB,
                "Head of Sales",
                "Tidewell Software",
                null,
                "",
                "",
                "",
                List.of("Sells into rail", "Has led ten people")),
            ada.member(),
            now);
    pursuits.join(ada.workspace(), job, maren, Role.HIRING_MANAGER, ada.member(), now);
  }

  @Test
  void an_invitation_shows_up_with_its_kind_and_what_it_is_for() {
    invited("Second conversation", false);

    var list = visitor.open("/meetings");

    assertThat(list.text())
        .contains("Second conversation", "Hiring manager", "Head of Sales at Tidewell Software");
  }

  @Test
  void the_list_names_the_others_of_a_meeting() {
    noted(
        "Climbing",
        now.plus(Duration.ofDays(5)),
        List.of(
            new Attendee(ada.address(), "Ada", Attendee.Answer.ACCEPTED, true),
            new Attendee(
                new EmailAddress("alex@example.org"),
                "Alex Morgan",
                Attendee.Answer.ACCEPTED,
                false)));

    assertThat(visitor.open("/meetings").document().select("[data-item] .row-detail").text())
        .isEqualTo("Alex Morgan");
  }

  @Test
  void what_is_not_known_of_somebody_becomes_a_question_to_ask() {
    var path = "/meetings/" + invited("Conversation", false);

    var brief = visitor.open(path);

    assertThat(brief.text())
        .contains(
            "Maren Holt is hiring manager in Head of Sales at Tidewell Software.",
            "Sells into rail",
            "Why are you still looking?",
            "What has to go well for you in the next six months?",
            "Not known of Maren Holt",
            "Theirs: ");
  }

  @Test
  void what_was_written_about_somebody_stands_in_the_next_brief_with_them_and_can_be_taken_back() {
    var path = "/meetings/" + invited("Conversation", false);
    var field = "line/person/%s/priorities".formatted(maren);

    visitor.submit(
        visitor.open(path), ".who-comes form", Map.of(field, "Keep two customers from leaving."));

    var saved = visitor.open(path);
    var next = visitor.open("/meetings/" + invited("The one after", false));
    assertThat(next.document().select("textarea[name='" + field + "']").text())
        .isEqualTo("Keep two customers from leaving.");
    assertThat(next.text()).doesNotContain("What has to go well for you");
    visitor.submit(saved, "#toasts form", Map.of());
    assertThat(visitor.open(path).text()).contains("What has to go well for you");
  }

  @Test
  void a_line_about_somebody_who_does_not_come_is_not_kept() {
    var path = "/meetings/" + invited("Conversation", false);
    var other = people.enter(ada.workspace(), "Bob", new EmailAddress("bob@example.org"));
    var csrf = visitor.open(path).document().select("[name=_csrf]").attr("value");

    var answer =
        visitor.post(
            path + "/lines",
            Map.of(
                "_method",
                "put",
                "_csrf",
                csrf,
                "line/person/%s/priorities".formatted(other),
                "Golf",
                "line/own/nonsense/x",
                "y"));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(visitor.open(path).text()).doesNotContain("Golf");
  }

  @Test
  void what_a_meeting_is_can_be_corrected_and_believed_again() {
    var path = "/meetings/" + invited("Conversation", false);

    visitor.submit(visitor.open(path), "#link form", Map.of("kind", "final"));

    var told = visitor.open(path);
    assertThat(told.text()).contains("Final", "You said so.");
    visitor.submit(told, "#toasts form", Map.of());
    assertThat(visitor.open(path).text()).contains("Maren Holt is hiring manager");
  }

  @Test
  void a_meeting_is_noted_by_hand_and_bad_input_says_what_is_wrong() {
    var form = visitor.open("/meetings/new");

    var wrong =
        visitor.submit(
            form, "main form", Map.of("title", "Screen", "day", "soon", "time", "10:00"));
    assertThat(wrong.text()).contains("Give a day and a time");

    visitor.submit(
        form,
        "main form",
        Map.of(
            "title", "Phone screen",
            "day", "2026-07-03",
            "time", "10:00",
            "minutes", "30",
            "people", "Maren Holt <maren.holt@tidewell.example>"));
    interviews.catchUp(ada.workspace());
    assertThat(visitor.open("/meetings").text()).contains("Phone screen", "Screen");
  }

  @Test
  void a_job_opened_after_the_invitation_gets_the_meeting() {
    var starts = now.plus(Duration.ofDays(3));
    var id = noted("Interview with Rosa Lund", starts, List.of());
    assertThat(visitor.open("/meetings/" + id).text())
        .contains("nobody in it is part of a pursuit");

    var other =
        pursuits.open(
            ada.workspace(),
            new NewPursuit(PursuitKind.JOB, "Buyer", "Harrow", null, "", "", "", List.of()),
            ada.member(),
            now);
    var rosa = people.enter(ada.workspace(), "Rosa Lund", new EmailAddress("rosa@harrow.example"));
    pursuits.join(ada.workspace(), other, rosa, Role.HIRING_MANAGER, ada.member(), now);
    interviews.catchUp(ada.workspace());

    var brief = visitor.open("/meetings/" + id);
    assertThat(brief.text())
        .contains("Rosa Lund is hiring manager in Buyer at Harrow.", "Not known of Rosa Lund");
    assertThat(brief.document().select(".who-comes h3").text()).isEqualTo("Rosa Lund");
  }

  @Test
  void whoever_comes_and_is_not_invited_is_named_by_hand_and_taken_out_again() {
    var path = "/meetings/" + noted("Interview", now.plus(Duration.ofDays(3)), List.of());

    var wrong = visitor.submit(visitor.open(path), "#who-else form", Map.of("people", "Somebody"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.document().select("#who-else[open] [name=people]").attr("value"))
        .isEqualTo("Somebody");
    assertThat(wrong.document().select("#who-else-problem").text())
        .contains("Write a mail address");
    visitor.submit(
        visitor.open(path),
        "#who-else form",
        Map.of("people", "Maren Holt <maren.holt@tidewell.example>"));

    var brief = visitor.open(path);
    assertThat(brief.document().select(".who-comes h3").text()).isEqualTo("Maren Holt");
    assertThat(brief.text()).contains("Maren Holt is hiring manager in Head of Sales");
    visitor.submit(brief, ".who-comes form[action*=/people/]", Map.of());
    var without = visitor.open(path);
    assertThat(without.document().select(".who-comes")).isEmpty();
    visitor.submit(without, "#toasts form", Map.of());
    var again = visitor.open(path);
    assertThat(again.document().select(".who-comes h3").text()).isEqualTo("Maren Holt");

    visitor.submit(again, ".who-comes form[action*=/people/]", Map.of());
    interviews.catchUp(ada.workspace());
    visitor.submit(visitor.open(path), "#who-else form", Map.of("people", "maren holt"));
    assertThat(visitor.open(path).document().select(".who-comes h3").text())
        .isEqualTo("Maren Holt");
  }

  @Test
  void whoever_is_invited_and_never_wrote_is_got_to_know() {
    var path =
        "/meetings/"
            + noted(
                "Panel",
                now.plus(Duration.ofDays(3)),
                List.of(
                    new Attendee(
                        new EmailAddress("jo@tidewell.example"),
                        "Jo Blake",
                        Attendee.Answer.NONE,
                        false)));
    var brief = visitor.open(path);
    assertThat(brief.document().select(".who-comes textarea")).isEmpty();

    visitor.submit(brief, ".who-comes form", Map.of());

    assertThat(visitor.open(path).text()).contains("Not known of Jo Blake");
    assertThat(visitor.open(path).document().select(".who-comes h3")).hasSize(1);
  }

  @Test
  void a_concern_of_ones_own_stands_in_the_next_brief_and_can_be_taken_out() {
    var path = "/meetings/" + invited("Conversation", false);

    var wordless =
        visitor.submit(
            visitor.open(path), "#own-concern form", Map.of("words", " ", "answer", "I stay."));
    assertThat(wordless.status()).isEqualTo(422);
    assertThat(wordless.document().select("#own-concern[open] textarea").text())
        .isEqualTo("I stay.");
    visitor.submit(
        visitor.open(path),
        "#own-concern form",
        Map.of("words", "Wants our customers", "answer", "I left mine where they were."));

    var next = visitor.open("/meetings/" + invited("The one after", false));
    assertThat(next.text()).contains("“Wants our customers”", "Answer it first");
    assertThat(next.document().select("#concerns textarea").getFirst().text())
        .isEqualTo("I left mine where they were.");
    visitor.submit(next, "form[id^=forget-]", Map.of());
    var without = visitor.open(path);
    assertThat(without.document().select("#concerns").text()).doesNotContain("Wants our customers");
    visitor.submit(without, "#toasts form", Map.of());
    assertThat(visitor.open(path).document().select("#concerns").text())
        .contains("Wants our customers");
  }

  @Test
  void an_answer_is_practised_and_counts_as_ready() {
    var path = "/meetings/" + invited("Conversation", false);

    visitor.submit(
        visitor.open(path + "/practice"), "main form", Map.of("seconds", "95", "verdict", "good"));

    assertThat(visitor.open(path).text()).contains("One answer practised.");
    assertThat(visitor.open(path + "/practice").text()).contains("1:35, good");
  }

  @Test
  void the_practice_is_put_into_a_calendar_on_a_server_alone() {
    var id = invited("Conversation", false);
    var path = "/meetings/" + id;

    var csrf = visitor.open(path).document().select("[name=_csrf]").attr("value");
    visitor.post(path + "/entries", Map.of("_csrf", csrf, "what", "practice"));
    assertThat(visitor.open(path).document().select("#toasts").text())
        .contains("Connect a calendar on a server first");
  }

  @Test
  void a_private_event_is_busy_and_has_no_brief() {
    var id = invited("Doctor", true);

    assertThat(visitor.open("/meetings").text()).contains("Busy").doesNotContain("Doctor");
    assertThat(visitor.open("/meetings/" + id).status()).isEqualTo(404);
  }

  @Test
  void a_long_brief_prints_on_two_pages() throws IOException {
    var path = "/meetings/" + invited("Conversation", false);
    var words = "I found a pipeline of nothing and left one of four million, in Łódź. ".repeat(8);
    var page = visitor.open(path);
    for (var form : page.document().forms()) {
      if (form.attr("action").endsWith("/lines")) {
        var fields =
            form.select("textarea").stream()
                .collect(Collectors.toMap(it -> it.attr("name"), _ -> words));
        visitor.submit(form, fields);
      }
    }

    var printed = visitor.download(path + "/brief.pdf");

    try (var pdf = Loader.loadPDF(printed)) {
      assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
      draw(pdf, "brief-long");
      assertThat(new PDFTextStripper().getText(pdf)).contains("Maren Holt", "Łódź");
    }
  }

  @Test
  void a_brief_with_little_in_it_prints_too() throws IOException {
    var path = "/meetings/" + invited("Conversation", false);

    try (var pdf = Loader.loadPDF(visitor.download(path + "/brief.pdf"))) {
      assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Maren Holt", "What has to go well for you", "They may ask");
      draw(pdf, "brief-new");
    }
  }

  @Test
  void whom_one_knows_there_and_what_one_noted_are_printed_and_give_way_first() throws IOException {
    var path = "/meetings/" + invited("Conversation", false);
    people.enter(ada.workspace(), "Tessa Lyle", new EmailAddress("tessa@tidewell.example"));
    noted("Asks for numbers. Forgives all but vagueness.");

    try (var pdf = Loader.loadPDF(visitor.download(path + "/brief.pdf"))) {
      assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("You also know there: Tessa Lyle", "Asks for numbers. Forgives all but");
    }

    noted("A long story. ".repeat(400).strip());
    try (var pdf = Loader.loadPDF(visitor.download(path + "/brief.pdf"))) {
      assertThat(pdf.getNumberOfPages()).isLessThanOrEqualTo(2);
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("A long story. …", "You ask");
    }
  }

  private void noted(String words) {
    contacts.tell(
        ada.workspace(), maren, new Told(FactKind.NOTE, words, "", null), ada.member(), now);
  }

  /** Leaves its pages as grey pictures beside those of the screens, for whoever wants to look. */
  private static void draw(PDDocument pdf, String name) throws IOException {
    Files.createDirectories(PICTURES);
    for (int page = 0; page < pdf.getNumberOfPages(); page++) {
      var picture = new PDFRenderer(pdf).renderImageWithDPI(page, 90, ImageType.GRAY);
      ImageIO.write(
          picture, "png", PICTURES.resolve("%s-%d.png".formatted(name, page + 1)).toFile());
    }
  }

  @Test
  void meetings_of_others_are_not_there() {
    var path = "/meetings/" + invited("Conversation", false);
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var csrf = eve.open("/settings").document().select("[name=_csrf]").attr("value");

    assertThat(eve.open("/meetings").text()).doesNotContain("Conversation");
    for (var place : List.of("", "/practice", "/brief.pdf")) {
      assertThat(eve.open(path + place).status()).isEqualTo(404);
    }
    for (var place : List.of("/practice", "/entries", "/people", "/concerns")) {
      assertThat(eve.post(path + place, Map.of("_csrf", csrf)).status()).isEqualTo(404);
    }
    for (var place : List.of("/lines", "/link")) {
      assertThat(eve.post(path + place, Map.of("_method", "put", "_csrf", csrf)).status())
          .isEqualTo(404);
    }
    for (var place :
        List.of(
            "/lines/1",
            "/link",
            "/people/" + maren,
            "/people/" + maren + "/removal",
            "/concerns/" + maren,
            "/concerns/" + maren + "/removal")) {
      assertThat(eve.post(path + place, Map.of("_method", "delete", "_csrf", csrf)).status())
          .isEqualTo(404);
    }
  }

  private MeetingId noted(String title, Instant starts, List<Attendee> attendees) {
    var id =
        calendar.note(
            ada.workspace(),
            new NewMeeting(
                title + starts + "@example.com",
                "",
                0,
                now,
                title,
                "",
                "",
                starts,
                starts.plusSeconds(3600),
                false,
                ZoneId.of("Europe/Berlin"),
                MeetingState.BOOKED,
                false,
                attendees),
            ada.member(),
            now);
    interviews.catchUp(ada.workspace());
    return id;
  }

  private MeetingId invited(String title, boolean isPrivate) {
    var starts = now.plus(Duration.ofDays(5));
    var id =
        calendar.note(
            ada.workspace(),
            new NewMeeting(
                title + "@example.com",
                "",
                0,
                now,
                title,
                "Tidewell, Quay 4",
                "",
                starts,
                starts.plusSeconds(3600),
                false,
                ZoneId.of("Europe/Berlin"),
                MeetingState.BOOKED,
                isPrivate,
                List.of(
                    new Attendee(ada.address(), "Ada", Attendee.Answer.ACCEPTED, false),
                    new Attendee(MAREN, "Maren Holt", Attendee.Answer.ACCEPTED, true))),
            ada.member(),
            now);
    interviews.catchUp(ada.workspace());
    return id;
  }
}
