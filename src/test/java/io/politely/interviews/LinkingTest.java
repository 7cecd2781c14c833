package io.politely.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.calendar.Attendee;
import io.politely.calendar.Meeting;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.kernel.EmailAddress;
import io.politely.people.AddressKind;
import io.politely.people.Known;
import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkingTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final EmailAddress MAREN = new EmailAddress("maren@tidewell.example");
  private static final EmailAddress NORA = new EmailAddress("nora@example.net");
  private static final PersonId MAREN_HOLT = person(1);
  private static final PersonId NORA_BEK = person(2);

  @Test
  void an_invitation_by_the_hiring_manager_belongs_to_the_job() {
    var linked = link("Conversation", List.of(MAREN), job());

    assertThat(linked.pursuit()).contains(job().pursuit().id());
    assertThat(linked.kind()).isEqualTo(InterviewKind.HIRING_MANAGER);
    assertThat(linked.seat()).isEqualTo(Seat.SEEKER);
    assertThat(linked.reason())
        .isEqualTo("Maren Holt is hiring manager in Head of Sales at Tidewell Software.");
  }

  @Test
  void a_title_that_names_the_company_is_enough() {
    var linked = link("Second call, Tidewell Software", List.of(), job());

    assertThat(linked.pursuit()).contains(job().pursuit().id());
    assertThat(linked.reason()).isEqualTo("Its title names Tidewell Software.");
  }

  @Test
  void whoever_the_title_names_comes_though_the_calendar_invites_nobody() {
    var linked = link("Interview with Maren Holt", List.of(), job());

    assertThat(linked.pursuit()).contains(job().pursuit().id());
    assertThat(linked.added()).containsExactly(MAREN_HOLT);
    assertThat(link("Interview", List.of(MAREN), job()).added()).isEmpty();
  }

  @Test
  void a_first_name_in_a_title_may_be_anybodys() {
    assertThat(Linking.isNamed("Call with Will", "Will")).isFalse();
    assertThat(link("Call with Maren", List.of(), job()).pursuit()).isEmpty();
  }

  @Test
  void lunch_with_a_friend_is_nothing_to_prepare() {
    var linked = link("Lunch", List.of(new EmailAddress("bob@example.org")), job());

    assertThat(linked.matters()).isFalse();
    assertThat(linked.reason()).isEqualTo("Nobody in it is part of a pursuit.");
  }

  @Test
  void an_interview_of_a_recruiter_is_about_the_candidate() {
    var linked = link("Interview", List.of(NORA), search());

    assertThat(linked.seat()).isEqualTo(Seat.RECRUITER);
    assertThat(linked.candidate()).contains(NORA_BEK);
  }

  @Test
  void a_recruiter_with_the_client_alone_takes_the_order() {
    assertThat(link("Monday", List.of(MAREN), search()).kind()).isEqualTo(InterviewKind.INTAKE);
  }

  @Test
  void what_ended_is_not_met_about() {
    assertThat(link("Call", List.of(MAREN), closed(job())).pursuit()).isEmpty();
  }

  @Test
  void a_private_event_links_nobody() {
    var meeting = meeting("Interview with Tidewell Software", List.of(MAREN), true);

    var linked = Linking.link(facts(meeting, job()));

    assertThat(linked.matters()).isFalse();
    assertThat(linked.reason()).startsWith("It is private");
  }

  @ParameterizedTest
  @CsvSource({
    "Final round,FINAL",
    "Abschlussgespräch,FINAL",
    "Panel with the team,PANEL",
    "Erstgespräch per Telefon,SCREEN",
    "Premier contact,SCREEN",
    "Demo and discovery,DISCOVERY",
    "Vertragsverhandlung,NEGOTIATION",
    "Kickoff,INTAKE",
    "Colloquio,HIRING_MANAGER",
    "Finalist,OTHER",
  })
  void the_title_tells_the_kind(String title, InterviewKind kind) {
    assertThat(link(title, List.of(), job()).kind()).isEqualTo(kind);
  }

  private static Interview link(String title, List<EmailAddress> who, Linking.Aim aim) {
    return Linking.link(facts(meeting(title, who, false), aim));
  }

  private static Linking.Facts facts(Meeting meeting, Linking.Aim aim) {
    var known = new HashMap<EmailAddress, Known>();
    known.put(MAREN, new Known(MAREN_HOLT, "Maren Holt", AddressKind.PERSON, null));
    known.put(NORA, new Known(NORA_BEK, "Nora Bek", AddressKind.PERSON, null));
    return new Linking.Facts(
        meeting,
        Set.of(ADA),
        known,
        Map.of(MAREN_HOLT, "Maren Holt", NORA_BEK, "Nora Bek"),
        List.of(),
        List.of(aim));
  }

  private static Meeting meeting(String title, List<EmailAddress> who, boolean isPrivate) {
    return new Meeting(
        MeetingId.of("uid", ""),
        title,
        "",
        "",
        MONDAY,
        MONDAY.plusSeconds(3600),
        false,
        ZoneOffset.UTC,
        MeetingState.BOOKED,
        isPrivate,
        who.stream().map(it -> new Attendee(it, "", Attendee.Answer.NONE, false)).toList(),
        1);
  }

  private static Linking.Aim job() {
    return aim(PursuitKind.JOB, List.of(part(MAREN_HOLT, Role.HIRING_MANAGER)));
  }

  private static Linking.Aim search() {
    return aim(
        PursuitKind.SEARCH, List.of(part(MAREN_HOLT, Role.CLIENT), part(NORA_BEK, Role.CANDIDATE)));
  }

  private static Linking.Aim closed(Linking.Aim aim) {
    var was = aim.pursuit();
    return new Linking.Aim(pursuit(was.kind(), PursuitState.CLOSED), aim.parts());
  }

  private static Linking.Aim aim(PursuitKind kind, List<Part> parts) {
    return new Linking.Aim(pursuit(kind, PursuitState.OPEN), parts);
  }

  private static Pursuit pursuit(PursuitKind kind, PursuitState state) {
    return new Pursuit(
        new PursuitId(new UUID(0, 9)),
        kind,
        "Head of Sales",
        "Tidewell Software",
        null,
        null,
        "interview",
        state,
        null,
        "",
        "",
        "",
        MONDAY,
        MONDAY);
  }

  private static Part part(PersonId person, Role role) {
    return new Part(person, role, "", MONDAY);
  }

  private static PersonId person(int number) {
    return new PersonId(new UUID(0, number));
  }
}
