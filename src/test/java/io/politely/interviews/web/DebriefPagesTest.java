package io.politely.interviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence;
import io.politely.calendar.MeetingId;
import io.politely.interviews.BriefGuide;
import io.politely.interviews.Commitment;
import io.politely.interviews.DebriefSheet;
import io.politely.interviews.Interviews;
import io.politely.interviews.InterviewsCatchUp;
import io.politely.interviews.Line;
import io.politely.kernel.EmailAddress;
import io.politely.outbox.Outbox;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Talks;
import io.politely.testing.Talks.Aim;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import io.politely.touches.TouchPromise;
import io.politely.touches.Touches;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class DebriefPagesTest {

  private static final String FORM = "form.debrief";
  private static final EmailAddress IVAN = new EmailAddress("ivan@example.com");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Talks talks;
  @Autowired private Interviews interviews;
  @Autowired private InterviewsCatchUp catchUp;
  @Autowired private Touches touches;
  @Autowired private Outbox outbox;
  @Autowired private Cadence cadence;
  @Autowired private Clock clock;

  private Cast.Owner ada;
  private Visitor visitor;
  private Instant now;

  @BeforeEach
  void ada_signs_in() {
    ada = cast.owner("Ada Lovelace");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    now = clock.instant();
  }

  @Test
  void the_short_path_is_thirteen_answers_each_kept_alone_and_ends_with_what_follows() {
    var meeting = interviewed();
    assertThat(visitor.open("/").text()).contains("Tell how it went", "Interview at Tidewell");

    var page = visitor.open(path(meeting));
    int asked = 0;
    while (!page.document().select(FORM).isEmpty()) {
      asked++;
      assertThat(asked).isLessThanOrEqualTo(13);
      page = answered(page, taps(page));
    }

    assertThat(page.text())
        .contains("What follows", "Yes: you would accept.", "Fresh", "Dana Scott");
    assertThat(sheet(meeting).debrief().isOpen()).isFalse();
    assertThat(visitor.open("/").text()).doesNotContain("Tell how it went");
  }

  @Test
  void leaving_loses_nothing_and_the_next_question_waits() {
    var meeting = interviewed();
    answered(visitor.open(path(meeting)), Map.of("answer", "yes"));

    assertThat(visitor.open(path(meeting)).text()).contains("Whom did you meet?");
    var back = visitor.open(path(meeting) + "?path=short&question=held.took-place");
    assertThat(back.document().select("button[aria-pressed=true]").eachText())
        .containsExactly("Yes");
    assertThat(visitor.open("/debriefs").text()).contains("Begun");
  }

  @Test
  void what_is_no_answer_is_asked_again_with_what_is_wrong() {
    var meeting = interviewed();
    var page = visitor.open(path(meeting) + "?path=full&question=time.minutes");

    var refused = visitor.submit(page, FORM, Map.of("typed", "an hour"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Write the minutes as a number.");
    assertThat(refused.document().select("[name=typed]").attr("value")).isEqualTo("an hour");
    var skipped = visitor.submit(page, FORM, Map.of("skip", "yes"));
    assertThat(skipped.status()).isEqualTo(303);
  }

  @Test
  void other_words_than_yes_and_no_are_kept_as_not_a_yes() {
    var meeting = interviewed();
    var page = visitor.open(path(meeting) + "?question=end.accept");

    visitor.submit(page, FORM, Map.of("typed", "If I can begin in September"));

    assertThat(sheet(meeting).debrief().commitment()).contains(Commitment.NOT_A_YES);
    assertThat(visitor.open(path(meeting) + "/after").text())
        .contains("Not a yes.", "“If I can begin in September”");
  }

  @Test
  void notes_on_the_phone_keep_what_changed_and_the_words_as_they_were_told() {
    var meeting = interviewed();
    var page = visitor.open(path(meeting) + "/whole");
    assertThat(page.document().select("details").size()).isGreaterThan(15);

    visitor.submit(
        page,
        "form.debrief-whole",
        Map.of("answer:vibe.why:", "They laughed", "answer:asked.questions:", "Why now?"));
    visitor.submit(page, "form[action$=/words]", Map.of("words", "Well, it went like this."));

    assertThat(sheet(meeting).debrief().said("vibe.why")).isEqualTo("They laughed");
    assertThat(sheet(meeting).debrief().words()).isEqualTo("Well, it went like this.");
    var again = visitor.open(path(meeting) + "/whole");
    assertThat(again.document().select("[name='answer:vibe.why:']").text())
        .isEqualTo("They laughed");
    visitor.submit(again, "form.debrief-whole", Map.of("answer:vibe.why:", ""));
    assertThat(sheet(meeting).debrief().said("vibe.why")).isEmpty();
  }

  @Test
  void what_is_read_in_free_words_takes_the_place_of_an_answer_only_where_that_is_ticked() {
    var meeting = interviewed();
    told(meeting, "end.accept", "Yes, with a car");
    var told =
        visitor.submit(
            visitor.open(path(meeting) + "/whole"),
            "form[action$=/words]",
            Map.of("words", "Termin war um 14 Uhr, dauerte 50 Minuten. Ja, ich würde annehmen."));

    var proposals = visitor.open(told.location());

    assertThat(proposals.document().select("[name=confirmed][value*=time.minutes][checked]"))
        .hasSize(1);
    var last = proposals.document().select("[name=confirmed][value*=end.accept]");
    assertThat(last).hasSize(1);
    assertThat(last.hasAttr("checked")).isFalse();
    assertThat(proposals.text()).contains("Answered now: Yes, with a car.");
  }

  @Test
  void thanks_are_drafted_with_one_insight_and_one_proof_and_leave_only_when_approved() {
    var meeting = interviewed();
    told(meeting, "landed.best", "I doubled the pipeline of a team of four.");
    told(meeting, "next.day", "2026-07-10");
    told(meeting, "end.accept", "yes");
    var after = visitor.open(path(meeting) + "/after");
    var form = "section:has(#thanks) form";
    assertThat(after.document().select(form)).hasSize(1);

    var begun =
        visitor.submit(after, form, Map.of("insight", "Your point about hospitals stays with me."));

    assertThat(begun.location()).startsWith("/follow-ups/");
    var letter = visitor.open(begun.location());
    assertThat(letter.document().text())
        .contains("Your point about hospitals stays with me.", "I doubled the pipeline");
    assertThat(outbox.drafts(ada.workspace())).isEmpty();
    assertThat(visitor.open(path(meeting) + "/after").document().select(form)).isEmpty();
  }

  @Test
  void the_clock_of_a_decision_runs_when_the_debrief_is_done_and_nothing_leaves() {
    var meeting = interviewed();
    told(meeting, "next.day", "2026-07-10");
    assertThat(cadence.planned(ada.workspace(), 10)).isEmpty();

    told(meeting, "end.accept", "If I can begin in September");

    assertThat(cadence.planned(ada.workspace(), 10))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.followUp().situation()).isEqualTo("J2");
          assertThat(it.followUp().promised()).isEqualTo("2026-07-10");
          assertThat(it.followUp().startedAt()).isEqualTo(sheet(meeting).debrief().endedAt());
        });
    assertThat(outbox.drafts(ada.workspace())).isEmpty();
    var after = visitor.open(path(meeting) + "/after");
    assertThat(after.document().select("section:has(#day)").text())
        .contains("The clock runs: follow-up with Dana Scott");
    assertThat(after.document().select("section:has(#thanks) form")).hasSize(1);
  }

  @Test
  void the_clock_follows_the_day_that_is_told_and_one_that_the_user_ended_stays_ended() {
    var meeting = interviewed();
    told(meeting, "end.accept", "yes");
    assertThat(cadence.planned(ada.workspace(), 10))
        .singleElement()
        .satisfies(it -> assertThat(it.followUp().promised()).isNull());

    told(meeting, "next.day", "2026-07-14");
    assertThat(cadence.planned(ada.workspace(), 10))
        .singleElement()
        .satisfies(it -> assertThat(it.followUp().promised()).isEqualTo("2026-07-14"));

    visitor.submit(
        visitor.open(path(meeting) + "/after"), "section:has(#day) form:has(a)", Map.of());
    assertThat(cadence.planned(ada.workspace(), 10)).isEmpty();
    told(meeting, "next.day", "2026-07-15");
    assertThat(cadence.planned(ada.workspace(), 10)).isEmpty();
  }

  @Test
  void the_clock_stops_where_nothing_is_waited_for_any_more() {
    var meeting = interviewed();
    told(meeting, "end.accept", "yes");

    told(meeting, "end.accept", "no");
    assertThat(cadence.planned(ada.workspace(), 10)).isEmpty();
    told(meeting, "end.accept", "yes");
    assertThat(cadence.planned(ada.workspace(), 10)).hasSize(1);

    var after = visitor.open(path(meeting) + "/after");
    visitor.submit(after, "form:has(.button-danger)", Map.of());
    assertThat(cadence.planned(ada.workspace(), 10)).isEmpty();
    visitor.submit(visitor.open("/debriefs"), "#toasts form", Map.of());
    assertThat(cadence.planned(ada.workspace(), 10)).hasSize(1);
  }

  @Test
  void what_could_not_be_kept_stands_in_the_form_again() {
    var meeting = interviewed();
    told(meeting, "promises.ours", "The deck\nA reference");
    var dana = sheet(meeting).invited().getFirst().about();
    told(meeting, "people.met", dana + "\nJo Blake");
    told(meeting, "end.accept", "yes");
    var me = path(meeting);

    var whole =
        visitor.submit(
            visitor.open(me + "/whole"),
            "form.debrief-whole",
            Map.of("answer:time.minutes:", "an hour", "answer:vibe.why:", "They laughed"));
    assertThat(whole.status()).isEqualTo(422);
    assertThat(whole.document().select("[name='answer:time.minutes:']").attr("value"))
        .isEqualTo("an hour");
    assertThat(sheet(meeting).debrief().said("vibe.why")).isEqualTo("They laughed");

    var after = visitor.open(me + "/after");
    var stranger =
        visitor.submit(after, "section:has(#strangers) form", Map.of("people", "jo at home"));
    assertThat(stranger.status()).isEqualTo(422);
    assertThat(stranger.document().select("section:has(#strangers) [name=people]").attr("value"))
        .isEqualTo("jo at home");

    var thanks =
        visitor.submit(
            after, "section:has(#thanks) form", Map.of("proof", "p".repeat(501), "insight", "So"));
    assertThat(thanks.status()).isEqualTo(422);
    assertThat(thanks.document().select("[name=proof]").text()).isEqualTo("p".repeat(501));
    assertThat(thanks.document().select("[name=insight]").text()).isEqualTo("So");
  }

  @Test
  void a_promise_without_a_day_is_asked_for_it_and_stays_as_it_was_typed() {
    var meeting = interviewed();
    told(meeting, "promises.ours", "The deck");
    var after = visitor.open(path(meeting) + "/after");

    var refused = visitor.submit(after, "section:has(#promises) form", Map.of("due", ""));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("Say for each promise by when it is to be kept.");
    assertThat(refused.document().select("[name=due]").attr("value")).isEmpty();
    assertThat(refused.document().select("[name=person] [selected]").text())
        .isEqualTo("Dana Scott");
  }

  @Test
  void promises_of_both_sides_are_logged_and_corrected_not_doubled() {
    var meeting = interviewed();
    told(meeting, "promises.ours", "The deck\nA reference");
    told(meeting, "promises.theirs", "An answer");
    told(meeting, "end.accept", "yes");
    var form = "section:has(#promises) form";

    visitor.submit(visitor.open(path(meeting) + "/after"), form, Map.of());
    visitor.submit(visitor.open(path(meeting) + "/after"), form, Map.of());

    var dana = new PersonId(UUID.fromString(sheet(meeting).invited().getFirst().about()));
    assertThat(touches.promises(ada.workspace(), dana))
        .extracting(TouchPromise::words)
        .containsExactlyInAnyOrder("The deck", "A reference", "An answer");
  }

  @Test
  void concerns_are_kept_with_what_answers_them_and_stand_once() {
    var meeting = interviewed();
    told(meeting, "concerns.said", "Too senior");
    told(meeting, "end.accept", "yes");
    var form = "section:has(#concerns) form";

    visitor.submit(
        visitor.open(path(meeting) + "/after"), form, Map.of("answer", "I like to sell."));
    visitor.submit(visitor.open(path(meeting) + "/after"), form, Map.of());

    assertThat(interviews.concerns(ada.workspace(), sheet(meeting).interview()))
        .singleElement()
        .satisfies(it -> assertThat(it.answer()).isEqualTo("I like to sell."));
  }

  @Test
  void whoever_was_met_under_a_name_alone_is_thanked_once_their_address_is_known() {
    var meeting = interviewed();
    told(meeting, "people.met", "Jo Blake, head of finance");
    told(meeting, "end.accept", "yes");
    interviews.answer(
        ada.workspace(),
        new SignedIn(ada.workspace(), ada.member(), "Ada Lovelace", ada.address(), Cast.CHATHAM),
        meeting,
        "people.insight",
        "Jo Blake, head of finance",
        "They close the books in two days.",
        false,
        now);
    var form = "section:has(#strangers) form";

    var wrong = visitor.submit(visitor.open(path(meeting) + "/after"), form, Map.of("people", "x"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("Write a mail address");
    visitor.submit(
        visitor.open(path(meeting) + "/after"), form, Map.of("people", "jo@tidewell.example"));

    var after = visitor.open(path(meeting) + "/after");
    assertThat(after.document().select("#strangers")).isEmpty();
    assertThat(after.document().select("section:has(#thanks) h3").text()).contains("Jo Blake");
    assertThat(after.document().select("section:has(#thanks) [name=insight]").text())
        .isEqualTo("They close the books in two days.");
  }

  @Test
  void what_worries_a_client_about_one_candidate_is_not_told_of_the_next() {
    var search = talks.search(ada, now);
    var nora = new EmailAddress("nora@example.net");
    var otto = new EmailAddress("otto@example.net");
    var first = talks.candidate(ada, search, "Nora Bek", nora, now);
    talks.candidate(ada, search, "Otto Lind", otto, now);
    var hers =
        talks.meeting(
            ada, "Interview Nora Bek", now.minus(Duration.ofHours(2)), List.of(Aim.DANA, nora));
    var his =
        talks.meeting(
            ada, "Interview Otto Lind", now.plus(Duration.ofDays(2)), List.of(Aim.DANA, otto));
    interviews.openDebriefs(ada.workspace(), now);
    told(hers, "concerns.said", "Canary left Heron Mills after the fire");
    told(hers, "end.accept", "yes");
    visitor.submit(
        visitor.open(path(hers) + "/after"),
        "section:has(#concerns) form",
        Map.of("answer", "Heron Mills closed."));
    visitor.submit(
        visitor.open("/meetings/" + hers),
        "#money form",
        Map.of("line/person/%s/salary-said".formatted(first), "Canary 123"));

    assertThat(visitor.open("/meetings/" + hers).text()).contains("Canary left Heron Mills");
    var next = visitor.open("/meetings/" + his);
    assertThat(next.text()).contains("Otto Lind").doesNotContain("Canary", "Heron");
    assertThat(next.document().outerHtml()).doesNotContain("Canary", "Heron");
  }

  @Test
  void a_pursuit_that_is_opened_after_the_interview_was_owes_an_outcome_all_the_same() {
    var meeting =
        talks.meeting(
            ada, "Interview at Tidewell", now.minus(Duration.ofHours(2)), List.of(Aim.DANA));
    interviews.openDebriefs(ada.workspace(), now);
    assertThat(sheet(meeting).interview().pursuit()).isEmpty();

    var aim = talks.job(ada, now);
    catchUp.catchUp(ada.workspace());

    assertThat(sheet(meeting).interview().pursuit()).contains(aim.pursuit());
    assertThat(visitor.open("/pursuits/" + aim.pursuit() + "/people/" + aim.dana()).text())
        .contains("Interview at Tidewell");
  }

  @Test
  void what_does_not_fit_what_was_said_before_is_shown() {
    var aim = talks.job(ada, now);
    var first = ended(aim, "First interview", Duration.ofDays(2));
    told(first, "money.told", "150k");
    told(first, "end.accept", "yes");
    var second = ended(aim, "Second interview", Duration.ofHours(2));
    told(second, "money.told", "170,000 base");
    told(second, "end.accept", "yes");

    assertThat(visitor.open(path(second) + "/after").text())
        .contains("170,000 base", "Before, at “First interview”", "“150k”");
    assertThat(visitor.open(path(first) + "/after").text()).doesNotContain("Before, at");
  }

  @Test
  void a_figure_that_does_not_fit_the_brief_is_shown() {
    var meeting = interviewed();
    var pursuit = sheet(meeting).interview().pursuit().orElseThrow();
    interviews.write(
        ada.workspace(),
        meeting,
        List.of(
            new Line(
                BriefGuide.Scope.PURSUIT,
                pursuit.value(),
                "salary-said",
                "To Nora: 70 to 75",
                "",
                "",
                now)),
        ada.member(),
        now);
    told(meeting, "money.told", "82,000");
    told(meeting, "end.accept", "yes");

    assertThat(visitor.open(path(meeting) + "/after").text())
        .contains("Before, at “The brief”", "To Nora: 70 to 75");
  }

  @Test
  void whoever_brought_us_there_gets_a_drafted_note() {
    var meeting = interviewed();
    told(meeting, "priorities.first", "Hospitals in the north");
    told(meeting, "end.accept", "yes");

    var drafted =
        visitor.submit(visitor.open(path(meeting) + "/after"), "section:has(#tell) form", Map.of());

    assertThat(drafted.location()).startsWith("/drafts/");
    var draft = visitor.open(drafted.location());
    assertThat(draft.document().select("[name=to]").val()).contains(Aim.RITA.value());
    assertThat(draft.document().select("textarea").text())
        .contains("Rita", "Dana Scott", "Hospitals in the north");
  }

  @Test
  void the_client_is_asked_and_both_versions_stand_side_by_side() {
    var aim = talks.search(ada, now.minus(Duration.ofDays(3)));
    var ivan = talks.candidate(ada, aim, "Ivan Novak", IVAN, now.minus(Duration.ofDays(3)));
    var meeting =
        talks.meeting(
            ada,
            "Interview Ivan Novak",
            now.minus(Duration.ofMinutes(90)),
            List.of(IVAN, Aim.DANA));
    interviews.openDebriefs(ada.workspace(), now);
    told(meeting, "landed.best", "The story of the hospital");
    told(meeting, "end.accept", "Maybe");
    var after = visitor.open(path(meeting) + "/after");
    assertThat(after.document().select("section:has(#thanks)")).isEmpty();

    var drafted = visitor.submit(after, "section:has(#client) form:contains(Rita)", Map.of());
    assertThat(drafted.location()).startsWith("/drafts/");
    assertThat(visitor.open(drafted.location()).document().select("textarea").text())
        .contains("Ivan Novak")
        .doesNotContain("hospital", "Maybe");
    visitor.submit(
        visitor.open(path(meeting) + "/sides"),
        "form[action$=/sides]",
        Map.of("answer:client.best:", "His calm"));

    var sides = visitor.open(path(meeting) + "/sides");
    assertThat(sides.text()).contains("The story of the hospital", "Not a yes: Maybe");
    assertThat(sides.document().select("[name='answer:client.best:']").text())
        .isEqualTo("His calm");
    assertThat(
            sides
                .document()
                .select("a[href='/pursuits/%s/people/%s']".formatted(aim.pursuit(), ivan)))
        .isNotEmpty();
  }

  @Test
  void the_bank_is_searched_and_a_question_taken_out_of_it_and_put_back() {
    var meeting = interviewed();
    told(meeting, "asked.questions", "Why hospitals?\nHow do you plan a week?");
    told(meeting, "end.accept", "yes");

    assertThat(visitor.open("/questions?words=HOSPITALS").text())
        .contains("Why hospitals?", "Tidewell")
        .doesNotContain("plan a week");
    assertThat(visitor.open("/questions?company=Elsewhere").text())
        .contains("Nothing of that kind");
    var taken =
        visitor.submit(
            visitor.open("/questions?words=hospitals"), "form[action^=/questions/]", Map.of());
    assertThat(taken.location()).isEqualTo("/questions");
    var shown = visitor.open("/questions");
    assertThat(shown.text()).doesNotContain("Why hospitals?");
    visitor.submit(shown, "#toasts form", Map.of());
    assertThat(visitor.open("/questions").text()).contains("Why hospitals?");
  }

  @Test
  void what_was_removed_comes_back_by_undo() {
    var meeting = interviewed();
    told(meeting, "vibe.why", "They laughed");
    told(meeting, "end.accept", "yes");

    visitor.submit(
        visitor.open(path(meeting) + "/after"), "form:has(button:contains(Remove it))", Map.of());
    var list = visitor.open("/debriefs");
    assertThat(list.text()).contains("Nothing to tell yet");
    visitor.submit(list, "#toasts form", Map.of());
    assertThat(sheet(meeting).debrief().said("vibe.why")).isEqualTo("They laughed");
  }

  @Test
  void a_meeting_that_opened_nothing_is_told_of_by_hand() {
    var lunch =
        talks.meeting(
            ada,
            "Lunch",
            now.minus(Duration.ofMinutes(90)),
            List.of(new EmailAddress("friend@example.com")));
    interviews.openDebriefs(ada.workspace(), now);

    var none = visitor.open(path(lunch));
    assertThat(none.text()).contains("Nothing was told yet");
    assertThat(visitor.submit(none, "form[action$=/opening]", Map.of()).location())
        .isEqualTo(path(lunch));
    assertThat(visitor.open(path(lunch)).text()).contains("Did it take place?");
  }

  @Test
  void nothing_of_it_is_seen_or_changed_from_another_workspace() {
    var meeting = interviewed();
    told(meeting, "asked.questions", "Why hospitals?");
    told(meeting, "end.accept", "yes");
    var question =
        visitor.open("/questions").document().select("form[action^=/questions/]").attr("action");
    var bob = Visitor.of(port).signedInBy(cast.link(cast.owner("Bob")));
    var token = bob.open("/meetings/new").document().select("[name=_csrf]").val();

    for (var page : List.of("", "/whole", "/proposals", "/after", "/sides")) {
      assertThat(bob.open(path(meeting) + page).status()).as(page).isEqualTo(404);
    }
    for (var act :
        List.of(
            "",
            "/opening",
            "/whole",
            "/words",
            "/proposals",
            "/thanks",
            "/promises",
            "/day",
            "/concerns",
            "/notes",
            "/requests",
            "/sides")) {
      assertThat(
              bob.post(
                      path(meeting) + act,
                      Map.of("_csrf", token, "question", "vibe.score", "answer", "1"))
                  .status())
          .as(act)
          .isEqualTo(404);
    }
    for (var gone :
        List.of(path(meeting), path(meeting) + "/removal", question, question + "/removal")) {
      assertThat(bob.post(gone, Map.of("_csrf", token, "_method", "delete")).status())
          .as(gone)
          .isEqualTo(404);
    }
    assertThat(bob.open("/questions").text()).doesNotContain("hospitals");
    assertThat(bob.open("/debriefs").text()).contains("Nothing to tell yet");
    assertThat(sheet(meeting).debrief().said("vibe.score")).isEmpty();
  }

  private MeetingId interviewed() {
    return ended(talks.job(ada, now), "Interview at Tidewell", Duration.ofMinutes(20));
  }

  private MeetingId ended(Aim aim, String title, Duration ago) {
    assertThat(aim.pursuit()).isNotNull();
    var meeting =
        talks.meeting(ada, title, now.minus(ago).minus(Duration.ofHours(1)), List.of(Aim.DANA));
    interviews.openDebriefs(ada.workspace(), now);
    return meeting;
  }

  private void told(MeetingId meeting, String question, String words) {
    var me =
        new SignedIn(ada.workspace(), ada.member(), "Ada Lovelace", ada.address(), Cast.CHATHAM);
    assertThat(interviews.answer(ada.workspace(), me, meeting, question, "", words, false, now))
        .contains("");
  }

  private DebriefSheet sheet(MeetingId meeting) {
    return interviews.debrief(ada.workspace(), meeting).orElseThrow();
  }

  private Shown answered(Shown page, Map<String, String> answer) {
    var kept = visitor.submit(page, FORM, answer);
    assertThat(kept.status()).isEqualTo(303);
    return visitor.open(kept.location());
  }

  /** What somebody taps in a hurry. */
  private static Map<String, String> taps(Shown page) {
    var taps = page.document().select(FORM + " .debrief-taps button");
    if (!taps.isEmpty()) {
      return Map.of("answer", taps.getFirst().attr("value"));
    }
    return page.document().select("[name=typed][type=date]").isEmpty()
        ? Map.of("typed", "Something")
        : Map.of("skip", "yes");
  }

  private static String path(MeetingId meeting) {
    return "/meetings/" + meeting + "/debrief";
  }
}
