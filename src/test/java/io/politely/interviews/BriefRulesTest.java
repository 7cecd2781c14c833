package io.politely.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.calendar.Meeting;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.interviews.Brief.Check;
import io.politely.interviews.Brief.Expected;
import io.politely.interviews.Brief.Participant;
import io.politely.interviews.BriefGuide.Scope;
import io.politely.interviews.BriefRules.Known;
import io.politely.interviews.BriefRules.Self;
import io.politely.people.PersonId;
import io.politely.pursuits.Requirement;
import io.politely.pursuits.RequirementId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefRulesTest {

  private static final BriefGuide GUIDE = new BriefGuideFile().guide();
  private static final Instant TUESDAY = Instant.parse("2026-03-10T09:00:00Z");
  private static final UUID ME = new UUID(0, 1);
  private static final PersonId MAREN = new PersonId(new UUID(0, 2));
  private static final Requirement RAIL =
      new Requirement(new RequirementId(new UUID(0, 3)), "Sells into rail");

  @Test
  void what_is_not_known_of_those_who_come_is_asked_first_and_once() {
    var brief = brief(List.of(), List.of(), List.of());

    assertThat(brief.asks().getFirst().question())
        .isEqualTo("What has to go well for you in the next six months?");
    assertThat(brief.asks().getFirst().why()).isEqualTo("Not known of Maren Holt and Ole Dahl");
    assertThat(brief.asks()).extracting(Brief.Question::question).doesNotHaveDuplicates();
  }

  @Test
  void what_is_known_stands_there_with_its_source_and_is_not_asked() {
    var known = line(Scope.PERSON, MAREN.value(), "priorities", "Keep two customers.");

    var maren = brief(List.of(known), List.of(), List.of()).participants().getFirst();

    assertThat(maren.fields().getFirst().words()).isEqualTo("Keep two customers.");
    assertThat(maren.fields().getFirst().source()).isEqualTo("She said so in June");
  }

  @Test
  void a_concern_that_was_raised_comes_first_with_its_answer() {
    var raised =
        new Concern(
            new UUID(0, 7), null, null, null, "No reason for the split of the week", "Sixty.");

    var doubts = brief(List.of(), List.of(raised), List.of()).concerns();

    assertThat(doubts.getFirst().concern().thought())
        .isEqualTo("No reason for the split of the week");
    assertThat(doubts.getFirst().words()).isEqualTo("Sixty.");
    assertThat(doubts.getFirst().isOwn()).isTrue();
  }

  @Test
  void what_was_asked_there_before_comes_before_what_is_usual() {
    var asked = new Expected("What do you do when the plant cannot deliver?", "Asked in May", true);

    var likely = brief(List.of(), List.of(), List.of(asked)).likely();

    assertThat(likely.getFirst()).isEqualTo(asked);
    assertThat(likely).hasSizeGreaterThan(1);
  }

  @Test
  void a_brief_is_ready_when_everything_is_there_and_not_before() {
    assertThat(brief(List.of(), List.of(), List.of()).ready()).isLessThan(20);

    var lines =
        List.of(
            line(Scope.OWN, ME, "basic:why-left", "It closed."),
            line(Scope.OWN, ME, "basic:why-looking", "I turned one down."),
            line(Scope.OWN, ME, "concern:gap", "I cared for my father."),
            line(Scope.OWN, ME, "concern:money", "I said 70 to 75."),
            line(Scope.OWN, ME, "concern:fit", "Ask Ole."),
            line(Scope.OWN, ME, "proof:" + RAIL.id(), "Two years at a maker of doors."));
    var checks = brief(lines, List.of(), List.of()).checks();

    assertThat(checks)
        .filteredOn(it -> List.of("proof", "concerns", "basic:why-left").contains(it.key()))
        .hasSize(3)
        .allMatch(Check::isDone);
    assertThat(checks).filteredOn(it -> it.key().equals("practice")).noneMatch(Check::isDone);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-10,2026-03-06", // a Tuesday: the Friday before
    "2026-03-12,2026-03-10",
    "2026-04-08,2026-04-02", // after Easter Monday, which is a holiday in Berlin
  })
  void a_brief_is_opened_two_business_days_before(LocalDate day, LocalDate by) {
    var zone = ZoneId.of("Europe/Berlin");
    assertThat(BriefRules.openBy(meeting(day.atTime(9, 0).atZone(zone).toInstant()), zone))
        .isEqualTo(by);
  }

  @Test
  void the_shipped_guide_asks_nothing_that_is_not_about_the_job() {
    var all =
        GUIDE.asks().stream().map(BriefGuide.Ask::question).toList().toString()
            + GUIDE.likely().stream().map(BriefGuide.Likely::question).toList();

    assertThat(all)
        .doesNotContainPattern("(?i)\\b(age|married|children|pregnan|religio|nationalit|health)");
    assertThat(GUIDE.concerns()).hasSizeGreaterThanOrEqualTo(15);
  }

  private static Brief brief(List<Line> lines, List<Concern> raised, List<Expected> asked) {
    var meeting = meeting(TUESDAY);
    return new BriefRules(GUIDE)
        .brief(
            new Known(
                meeting,
                new Interview(
                    meeting.id(),
                    null,
                    InterviewKind.HIRING_MANAGER,
                    Seat.SEEKER,
                    null,
                    "",
                    false,
                    List.of()),
                null,
                new Self(Scope.OWN, ME),
                List.of(who(MAREN, "Maren Holt"), who(new PersonId(new UUID(0, 4)), "Ole Dahl")),
                List.of(RAIL),
                lines,
                raised,
                asked,
                List.of(),
                List.of()));
  }

  private static Line line(Scope scope, UUID subject, String key, String words) {
    return new Line(scope, subject, key, words, "She said so in June", "", TUESDAY);
  }

  private static Participant who(PersonId person, String name) {
    return new Participant(
        person, name, null, "", "", "", null, List.of(), List.of(), null, List.of());
  }

  private static Meeting meeting(Instant starts) {
    return new Meeting(
        MeetingId.of("uid", ""),
        "Interview",
        "",
        "",
        starts,
        starts.plusSeconds(3600),
        false,
        ZoneOffset.UTC,
        MeetingState.BOOKED,
        false,
        List.of(),
        1);
  }
}
