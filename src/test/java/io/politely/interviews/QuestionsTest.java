package io.politely.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.SignedIn;
import io.politely.calendar.MeetingId;
import io.politely.contacts.Contacts;
import io.politely.contacts.Fact.Told;
import io.politely.contacts.FactKind;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Talks;
import io.politely.testing.Talks.Aim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What debriefs teach the bank, and that it never tells of whom. */
@Served
class QuestionsTest {

  private static final Instant MONDAY = Instant.parse("2025-03-10T09:00:00Z");
  private static final EmailAddress IVAN = new EmailAddress("ivan.canary@example.com");
  private static final EmailAddress GRACE = new EmailAddress("grace.finch@example.org");

  @Autowired private Interviews interviews;
  @Autowired private Contacts contacts;
  @Autowired private People people;
  @Autowired private Talks talks;
  @Autowired private Cast cast;

  private Cast.Owner ada;
  private WorkspaceId workspace;
  private SignedIn me;
  private Aim aim;
  private PersonId ivan;

  @BeforeEach
  void ada_looks_for_somebody_for_tidewell() {
    ada = cast.owner("Ada Lovelace");
    workspace = ada.workspace();
    me = new SignedIn(workspace, ada.member(), "Ada", ada.address(), Cast.CHATHAM);
    aim = talks.search(ada, MONDAY);
    ivan = talks.candidate(ada, aim, "Ivan Canary", IVAN, MONDAY);
    talks.candidate(ada, aim, "Grace Finch", GRACE, MONDAY);
    contacts.tell(
        workspace,
        ivan,
        new Told(FactKind.ROLE, "Seller", "Harrow Freight", null),
        ada.member(),
        MONDAY);
  }

  @Test
  void what_one_candidate_was_asked_prepares_the_next_one() {
    debriefed("Interview Ivan Canary", IVAN, "Why do you want to sell to hospitals?");

    var likely =
        interviews.likelyQuestions(
            workspace, "Tidewell", List.of(aim.dana()), InterviewKind.HIRING_MANAGER, 5);

    assertThat(likely)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.words()).isEqualTo("Why do you want to sell to hospitals?");
          assertThat(it.reason()).doesNotContain("Ivan", "Canary").contains("Tidewell");
        });
    assertThat(
            interviews.likelyQuestions(
                workspace, "Elsewhere", List.of(), InterviewKind.HIRING_MANAGER, 5))
        .isEmpty();
  }

  @Test
  void the_same_question_is_there_once_and_counted_twice() {
    debriefed("Interview Ivan Canary", IVAN, "Why do you want to sell to hospitals?");
    debriefed("Interview Grace Finch", GRACE, "so why do you want to sell to hospitals");

    assertThat(all()).singleElement().satisfies(it -> assertThat(it.times()).hasSize(2));
  }

  @Test
  void no_canary_sings_across_candidates_roles_and_workspaces() {
    debriefed(
        "Interview Ivan Canary",
        IVAN,
        """
        Ivan, why did you leave?
        What did you sell at Harrow?
        Why did you leave Quarrystone?
        May we write to ivan.canary@example.com?
        Is 0171 555 9999 still your number?
        How does Grace Finch compare with you?
        What did Ada Lovelace tell you about us?
        Where do you see yourself in 5 years?
        """);

    assertThat(all())
        .extracting(BankQuestion::words)
        .containsExactly("Where do you see yourself in 5 years?");
    var bob = cast.owner("Bob");
    assertThat(interviews.questions(bob.workspace(), "", Optional.empty(), Optional.empty(), ""))
        .isEmpty();
    assertThat(
            interviews.likelyQuestions(
                bob.workspace(), "Tidewell", List.of(aim.dana()), InterviewKind.FINAL, 9))
        .isEmpty();
  }

  @Test
  void a_changed_answer_changes_what_was_learned() {
    var meeting = debriefed("Interview Ivan Canary", IVAN, "Why now?\nWhy us?");
    assertThat(all()).hasSize(2);

    answer(meeting, "asked.questions", "", "Why now?");

    assertThat(all()).extracting(BankQuestion::words).containsExactly("Why now?");
    interviews.removeDebrief(workspace, meeting, MONDAY);
    assertThat(all()).isEmpty();
    interviews.bringDebriefBack(workspace, me, meeting, MONDAY);
    assertThat(all()).hasSize(1);
  }

  @Test
  void who_asked_is_known_where_it_was_told_of_each() {
    var meeting = debriefed("Interview Ivan Canary", IVAN, "Why now?");
    answer(meeting, "asked.each", aim.dana().toString(), "Why us, of all places?");

    assertThat(interviews.questions(workspace, "", Optional.empty(), Optional.of(aim.dana()), ""))
        .extracting(BankQuestion::words)
        .containsExactly("Why us, of all places?");
    assertThat(
            interviews.questions(
                workspace, "tidewell", Optional.empty(), Optional.empty(), "WHY NOW"))
        .extracting(BankQuestion::words)
        .containsExactly("Why now?");
    assertThat(
            interviews.questions(
                workspace, "", Optional.of(InterviewKind.INTAKE), Optional.empty(), ""))
        .isEmpty();
  }

  @Test
  void erasing_a_candidate_takes_their_debrief_and_wording_and_keeps_the_count() {
    debriefed("Interview Ivan Canary", IVAN, "Why now?\nWhat do you read?");
    debriefed("Interview Grace Finch", GRACE, "Why now?");

    interviews.erase(workspace, people.traces(workspace, ivan).orElseThrow());

    assertThat(interviews.debriefs(workspace, 10)).hasSize(1);
    assertThat(all())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.words()).isEqualTo("Why now?");
          assertThat(it.times()).hasSize(2);
        });
  }

  @Test
  void what_is_taken_out_of_the_bank_stays_out_and_can_be_put_back() {
    debriefed("Interview Ivan Canary", IVAN, "Why now?");
    var question = all().getFirst().id();

    assertThat(interviews.removeQuestion(workspace, question, MONDAY)).isTrue();
    debriefed("Interview Grace Finch", GRACE, "Why now?");
    assertThat(all()).isEmpty();
    assertThat(interviews.bringQuestionBack(workspace, question)).isTrue();
    assertThat(all()).singleElement().satisfies(it -> assertThat(it.times()).hasSize(2));
  }

  private MeetingId debriefed(String title, EmailAddress candidate, String questions) {
    var meeting = talks.meeting(ada, title, MONDAY, List.of(candidate, Aim.DANA));
    interviews.openDebriefs(workspace, MONDAY.plus(Duration.ofHours(1)));
    answer(meeting, "asked.questions", "", questions);
    answer(meeting, DebriefBank.LAST, "", "yes");
    return meeting;
  }

  private void answer(MeetingId meeting, String question, String about, String words) {
    assertThat(
            interviews.answer(
                workspace,
                me,
                meeting,
                question,
                about,
                words,
                false,
                MONDAY.plus(Duration.ofHours(2))))
        .contains("");
  }

  private List<BankQuestion> all() {
    return interviews.questions(workspace, "", Optional.empty(), Optional.empty(), "");
  }
}
