package io.politely.interviews;

import static io.politely.calendar.MeetingState.BOOKED;
import static io.politely.calendar.MeetingState.CANCELLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.politely.accounts.SignedIn;
import io.politely.calendar.Calendar;
import io.politely.calendar.Meeting;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.TimeGiven;
import io.politely.pursuits.TimeKind;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Talks;
import io.politely.testing.Talks.Aim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Served
@Edge
class DebriefsTest {

  private static final Instant MONDAY = Instant.parse("2025-03-10T09:00:00Z");
  private static final Instant TEN = Instant.parse("2025-03-10T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2025-03-10T11:00:00Z");
  private static final Instant NOON = Instant.parse("2025-03-10T12:00:00Z");
  private static final Instant FAR = Instant.parse("2026-03-10T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final List<EmailAddress> WITH_DANA = List.of(Aim.DANA);

  @Autowired private Interviews interviews;
  @Autowired private Calendar calendar;
  @Autowired private Pursuits pursuits;
  @Autowired private Talks talks;
  @Autowired private Cast cast;

  private Cast.Owner ada;
  private WorkspaceId workspace;
  private SignedIn me;
  private Aim aim;

  @BeforeEach
  void ada_wants_to_work_at_tidewell() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
    me = new SignedIn(workspace, ada.member(), "Ada", ada.address(), Cast.CHATHAM);
    aim = talks.job(ada, MONDAY);
  }

  @Test
  void a_debrief_is_opened_within_two_minutes_of_the_end() {
    var meeting = talks.meeting(ada, "Interview", TEN, WITH_DANA);

    assertThat(openedAt(meeting)).isBetween(ELEVEN, ELEVEN.plus(MINUTE.multipliedBy(2)));
  }

  @Test
  void one_that_was_moved_is_opened_at_its_real_end() {
    talks.meeting(ada, "Interview", TEN, WITH_DANA);
    var moved = version(1, TEN.plus(MINUTE.multipliedBy(30)), NOON, BOOKED);

    assertThat(openedAt(moved)).isBetween(NOON, NOON.plus(MINUTE.multipliedBy(2)));
  }

  @Test
  void one_that_was_cut_short_is_opened_earlier() {
    talks.meeting(ada, "Interview", TEN, WITH_DANA);
    var half = TEN.plus(MINUTE.multipliedBy(30));
    var meeting = version(1, TEN, half, BOOKED);

    assertThat(openedAt(meeting)).isBetween(half, half.plus(MINUTE.multipliedBy(2)));
  }

  @Test
  void what_was_called_off_is_never_opened() {
    talks.meeting(ada, "Interview", TEN, WITH_DANA);
    var meeting = version(1, TEN, ELEVEN, CANCELLED);

    minutes(MONDAY, NOON);

    assertThat(interviews.debrief(workspace, meeting)).isEmpty();
  }

  @Test
  void whole_days_private_ones_future_ones_and_lunch_with_a_friend_are_never_opened() {
    var day = Duration.ofDays(1);
    var holiday =
        talks.keep(
            ada,
            0,
            "Interviews at Tidewell",
            "",
            MONDAY.minus(day),
            TEN,
            true,
            BOOKED,
            false,
            WITH_DANA);
    var busy = talks.keep(ada, 0, "Busy", "", TEN, ELEVEN, false, BOOKED, true, WITH_DANA);
    var later = talks.meeting(ada, "Second interview", NOON, WITH_DANA);
    var lunch = talks.meeting(ada, "Lunch", TEN, List.of(new EmailAddress("friend@example.com")));

    minutes(MONDAY, NOON.plus(MINUTE));

    for (var one : List.of(holiday, busy, later, lunch)) {
      assertThat(interviews.debrief(workspace, one)).isEmpty();
    }
  }

  @Test
  void each_occurrence_of_what_repeats_has_its_own() {
    var first =
        talks.keep(
            ada, 0, "Interview", "20250310T100000Z", TEN, ELEVEN, false, BOOKED, false, WITH_DANA);
    var week = Duration.ofDays(7);
    var second =
        talks.keep(
            ada,
            0,
            "Interview",
            "20250317T100000Z",
            TEN.plus(week),
            ELEVEN.plus(week),
            false,
            BOOKED,
            false,
            WITH_DANA);

    assertThat(openedAt(first)).isBefore(NOON);
    assertThat(interviews.debrief(workspace, second)).isEmpty();
    minutes(TEN.plus(week), NOON.plus(week));
    assertThat(interviews.debrief(workspace, second)).isPresent();
  }

  @Test
  void after_a_weekend_without_the_program_it_catches_up_and_not_further() {
    var meeting = talks.meeting(ada, "Interview", TEN, WITH_DANA);
    var old = talks.meeting(ada, "First interview", TEN.minus(Duration.ofDays(2)), WITH_DANA);

    interviews.openDebriefs(workspace, ELEVEN.plus(Duration.ofDays(2)));

    assertThat(interviews.debrief(workspace, meeting)).isPresent();
    assertThat(interviews.debrief(workspace, old)).isEmpty();
  }

  @Test
  void two_instances_open_it_once() throws Exception {
    var meeting = talks.meeting(ada, "Interview", TEN, WITH_DANA);
    var together = new CyclicBarrier(2);
    Callable<Integer> round =
        () -> {
          together.await();
          return interviews.openDebriefs(workspace, ELEVEN);
        };

    try (var both = Executors.newFixedThreadPool(2)) {
      var opened = both.invokeAll(List.of(round, round));
      assertThat(opened.get(0).get() + opened.get(1).get()).isEqualTo(1);
    }

    assertThat(interviews.debrief(workspace, meeting)).isPresent();
    assertThat(pursuits.times(workspace, aim.pursuit())).hasSize(1);
  }

  @Test
  void what_is_moved_after_its_end_before_anything_was_told_waits_again() {
    var meeting = talks.meeting(ada, "Interview", TEN, WITH_DANA);
    minutes(TEN, ELEVEN.plus(MINUTE));
    assertThat(interviews.debrief(workspace, meeting)).isPresent();

    version(1, NOON, NOON.plus(Duration.ofHours(1)), BOOKED);
    minutes(ELEVEN.plus(MINUTE), NOON);
    assertThat(interviews.debrief(workspace, meeting)).isEmpty();
    assertThat(pursuits.times(workspace, aim.pursuit())).isEmpty();

    minutes(NOON, NOON.plus(Duration.ofMinutes(62)));
    assertThat(interviews.debrief(workspace, meeting)).isPresent();
    assertThat(pursuits.times(workspace, aim.pursuit())).hasSize(1);
  }

  @Test
  void an_interview_is_time_that_we_gave_until_it_is_said_that_it_was_none() {
    var meeting = talks.meeting(ada, "Interview", TEN, List.of(Aim.RITA, Aim.DANA));
    interviews.openDebriefs(workspace, ELEVEN);

    assertThat(pursuits.times(workspace, aim.pursuit()))
        .extracting(TimeGiven::person, TimeGiven::byUs, TimeGiven::kind)
        .containsExactly(tuple(aim.dana(), true, TimeKind.INTERVIEW));

    answer(meeting, "held.took-place", "no");
    assertThat(pursuits.times(workspace, aim.pursuit())).isEmpty();
    answer(meeting, "held.took-place", "yes");
    assertThat(pursuits.times(workspace, aim.pursuit())).hasSize(1);
  }

  @Test
  void a_meeting_that_did_not_take_place_is_no_talk_for_follow_ups_until_it_is_moved() {
    var meeting = version(0, TEN, ELEVEN, MeetingState.BOOKED);
    interviews.openDebriefs(workspace, ELEVEN);
    assertThat(talksWithDana()).hasSize(1);

    answer(meeting, "held.took-place", "no");
    assertThat(talksWithDana()).isEmpty();
    assertThat(calendar.everWith(workspace, WITH_DANA, MONDAY, FAR)).isNotEmpty();
    answer(meeting, "held.took-place", "yes");
    assertThat(talksWithDana()).hasSize(1);
    answer(meeting, "held.took-place", "no");
    calendar.took(cast.owner("Bob").workspace(), meeting, true, NOON);
    assertThat(talksWithDana()).isEmpty();

    version(1, NOON, NOON.plus(MINUTE), MeetingState.BOOKED);
    assertThat(talksWithDana()).hasSize(1);
  }

  private List<Meeting> talksWithDana() {
    return calendar.with(workspace, WITH_DANA, MONDAY, FAR).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void a_candidate_gave_the_client_time_and_is_owed_an_outcome() {
    var search = talks.search(ada, MONDAY);
    var ivan =
        talks.candidate(ada, search, "Ivan Novak", new EmailAddress("ivan@example.com"), MONDAY);
    talks.meeting(
        ada, "Interview Ivan Novak", TEN, List.of(new EmailAddress("ivan@example.com"), Aim.DANA));

    interviews.openDebriefs(workspace, ELEVEN);

    assertThat(pursuits.times(workspace, search.pursuit()))
        .extracting(TimeGiven::person, TimeGiven::byUs)
        .containsExactly(tuple(ivan, false));
    assertThat(pursuits.owed(workspace, search.pursuit(), Cast.CHATHAM))
        .singleElement()
        .satisfies(it -> assertThat(it.row()).isEqualTo("D5"));
  }

  @Test
  void each_answer_is_kept_alone_and_the_last_one_ends_it() {
    var meeting = opened();

    answer(meeting, "vibe.score", "4");
    answer(meeting, "asked.questions", "- Why now?\n\n• Why us?");
    assertThat(debrief(meeting).said("asked.questions")).isEqualTo("Why now?\nWhy us?");
    assertThat(debrief(meeting).isOpen()).isTrue();
    assertThat(debrief(meeting).memory()).contains(Memory.FRESH);

    answer(meeting, DebriefBank.LAST, "Yes, if I can begin in June");
    assertThat(debrief(meeting).commitment()).contains(Commitment.NOT_A_YES);
    assertThat(debrief(meeting).condition()).isEqualTo("Yes, if I can begin in June");
    assertThat(debrief(meeting).isOpen()).isFalse();
    answer(meeting, DebriefBank.LAST, "yes");
    assertThat(debrief(meeting).commitment()).contains(Commitment.YES);
    assertThat(debrief(meeting).condition()).isEmpty();
  }

  @Test
  void what_is_no_answer_is_refused_with_what_would_be_one() {
    var meeting = opened();

    assertThat(interviews.answer(workspace, me, meeting, "vibe.score", "", "7", false, ELEVEN))
        .contains("Choose a number from 1 to 5.");
    assertThat(interviews.answer(workspace, me, meeting, "next.day", "", "soon", false, ELEVEN))
        .contains("Write the day as 2026-03-31.");
    assertThat(interviews.answer(workspace, me, meeting, "no.such", "", "x", false, ELEVEN))
        .isEmpty();
    assertThat(debrief(meeting).answers()).isEmpty();
  }

  @Test
  void what_was_removed_is_not_opened_again_and_comes_back_whole() {
    var meeting = opened();
    answer(meeting, "vibe.score", "4");

    assertThat(interviews.removeDebrief(workspace, meeting, NOON)).isTrue();
    assertThat(interviews.debrief(workspace, meeting)).isEmpty();
    assertThat(interviews.openDebriefs(workspace, NOON)).isZero();

    assertThat(interviews.bringDebriefBack(workspace, me, meeting, NOON)).isTrue();
    assertThat(debrief(meeting).said("vibe.score")).isEqualTo("4");
  }

  @Test
  void another_workspace_has_none_of_it() {
    var meeting = opened();
    var bob = cast.owner("Bob");
    var him = new SignedIn(bob.workspace(), bob.member(), "Bob", bob.address(), Cast.CHATHAM);

    assertThat(interviews.debrief(bob.workspace(), meeting)).isEmpty();
    assertThat(
            interviews.answer(bob.workspace(), him, meeting, "vibe.score", "", "1", false, ELEVEN))
        .isEmpty();
    assertThat(interviews.removeDebrief(bob.workspace(), meeting, NOON)).isFalse();
  }

  private MeetingId opened() {
    var meeting = talks.meeting(ada, "Interview", TEN, WITH_DANA);
    interviews.openDebriefs(workspace, ELEVEN);
    return meeting;
  }

  private void answer(MeetingId meeting, String question, String words) {
    assertThat(
            interviews.answer(
                workspace, me, meeting, question, "", words, false, ELEVEN.plus(MINUTE)))
        .contains("");
  }

  private Debrief debrief(MeetingId meeting) {
    return interviews.debrief(workspace, meeting).orElseThrow().debrief();
  }

  private MeetingId version(int version, Instant starts, Instant ends, MeetingState state) {
    return talks.meeting(ada, version, "Interview", starts, ends, state, WITH_DANA);
  }

  /** A round each minute, as the program makes them. */
  private Instant openedAt(MeetingId meeting) {
    minutes(MONDAY, NOON.plus(MINUTE.multipliedBy(2)));
    return debrief(meeting).openedAt();
  }

  private void minutes(Instant from, Instant until) {
    for (var now = from; !now.isAfter(until); now = now.plus(MINUTE)) {
      interviews.openDebriefs(workspace, now);
    }
  }
}
