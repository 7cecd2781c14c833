package io.politely.interviews.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.MemberId;
import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.calendar.NewMeeting;
import io.politely.interviews.Interviews;
import io.politely.interviews.InterviewsCatchUp;
import io.politely.interviews.Scorecard.Score;
import io.politely.interviews.Scorecard.Seen;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.RequirementId;
import io.politely.pursuits.Role;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ScorecardPagesTest {

  private static final EmailAddress NORA = new EmailAddress("nora.bek@example.net");

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Calendar calendar;
  @Autowired private Interviews interviews;
  @Autowired private InterviewsCatchUp catchUp;
  @Autowired private Pursuits pursuits;
  @Autowired private People people;
  @Autowired private Clock clock;

  private Cast.Owner dana;
  private Visitor visitor;
  private MeetingId meeting;
  private Map<String, String> seen;

  @BeforeEach
  void an_interview_of_a_candidate() {
    var now = clock.instant();
    dana = cast.owner("Dana Kline");
    visitor = Visitor.of(port).signedInBy(cast.link(dana));
    var nora = people.enter(dana.workspace(), "Nora Bek", NORA);
    var search =
        pursuits.open(
            dana.workspace(),
            new NewPursuit(
                PursuitKind.SEARCH,
                "Plant manager",
                "Calder & Voss",
                null,
                "",
                "",
                "",
                List.of("Has run a shift", "Speaks German")),
            dana.member(),
            now);
    pursuits.join(dana.workspace(), search, nora, Role.CANDIDATE, dana.member(), now);
    meeting = invited(now);
    catchUp.catchUp(dana.workspace());
    seen =
        pursuits.requirements(dana.workspace(), search).stream()
            .collect(Collectors.toMap(it -> it.id().toString(), _ -> "clear"));
  }

  @Test
  void what_was_seen_is_handed_in_with_its_evidence_and_stays_as_it_is() {
    var page = visitor.open(path());
    assertThat(page.text()).contains("What you saw of Nora Bek", "Has run a shift");

    var refused = visitor.submit(page, "main form", fields("seen/", "clear", "handIn", "yes"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("has no evidence");

    var all = fields("seen/", "clear", "handIn", "yes");
    seen.keySet().forEach(id -> all.put("evidence/" + id, "Told of the night shift in Brno."));
    visitor.submit(page, "main form", all);

    assertThat(visitor.open(path()).text())
        .contains("Handed in", "You: clearly seen. Told of the night shift in Brno.");
    assertThat(visitor.open(path()).document().select("main form")).isEmpty();
    interviews.score(
        dana.workspace(), meeting, dana.member(), Map.of(first(), new Score(Seen.NOTHING, "No")));
    assertThat(visitor.open(path()).text()).doesNotContain("nothing seen");
  }

  @Test
  void what_others_saw_is_hidden_until_ones_own_is_handed_in_and_nothing_is_added_up() {
    var other = new MemberId(UUID.randomUUID());
    interviews.score(
        dana.workspace(),
        meeting,
        other,
        seen.keySet().stream()
            .collect(
                Collectors.toMap(
                    it -> new RequirementId(UUID.fromString(it)),
                    _ -> new Score(Seen.STRONG, "Lived in Graz."))));
    assertThat(interviews.handIn(dana.workspace(), meeting, other, clock.instant())).isEmpty();

    assertThat(visitor.open(path()).text())
        .contains("shown when yours is handed in")
        .doesNotContain("Lived in Graz");
    var all = fields("seen/", "not-asked", "handIn", "yes");
    visitor.submit(visitor.open(path()), "main form", all);

    assertThat(visitor.open(path()).text())
        .contains("strongly seen. Lived in Graz.")
        .doesNotContainPattern("(?i)total|average|rank(?!ed)|score: ");
  }

  @Test
  void the_scorecard_of_others_workspaces_is_not_there() {
    var eve = Visitor.of(port).signedInBy(cast.link(cast.owner("Eve")));
    var csrf = eve.open("/settings").document().select("[name=_csrf]").attr("value");

    assertThat(eve.open(path()).status()).isEqualTo(404);
    assertThat(eve.post(path(), Map.of("_method", "put", "_csrf", csrf)).status()).isEqualTo(404);
  }

  private String path() {
    return "/meetings/" + meeting + "/scorecard";
  }

  private RequirementId first() {
    return new RequirementId(UUID.fromString(seen.keySet().iterator().next()));
  }

  private Map<String, String> fields(String prefix, String value, String key, String chosen) {
    var fields =
        seen.keySet().stream()
            .collect(Collectors.toMap(it -> prefix + it, _ -> value, (a, _) -> a, HashMap::new));
    fields.put(key, chosen);
    return fields;
  }

  private MeetingId invited(Instant now) {
    return calendar.note(
        dana.workspace(),
        new NewMeeting(
            "interview",
            "",
            0,
            now,
            "Interview",
            "",
            "",
            now.minusSeconds(7200),
            now.minusSeconds(3600),
            false,
            ZoneOffset.UTC,
            MeetingState.BOOKED,
            false,
            List.of(new Attendee(NORA, "Nora Bek", Attendee.Answer.ACCEPTED, false))),
        dana.member(),
        now);
  }
}
