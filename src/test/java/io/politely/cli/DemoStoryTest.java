package io.politely.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.cadence.Cadence;
import io.politely.calendar.Calendar;
import io.politely.calendar.Meeting;
import io.politely.database.NewIds;
import io.politely.interviews.Brief;
import io.politely.interviews.Brief.Participant;
import io.politely.interviews.Brief.Question;
import io.politely.interviews.Interviews;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.Importer;
import io.politely.pursuits.PursuitFilter;
import io.politely.pursuits.Pursuits;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@Served
class DemoStoryTest {

  private static final Instant NOW = Instant.parse(SampleWorkspace.PRESENT);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final EmailAddress ROBIN = new EmailAddress("robin.hale@example.com");
  private static final EmailAddress AT_WORK = new EmailAddress("robin@haleandco.example");

  @Autowired private ApplicationContext context;
  @Autowired private Accounts accounts;
  @Autowired private Importer importer;
  @Autowired private LedgerCatchUp ledger;
  @Autowired private Pursuits pursuits;
  @Autowired private Calendar calendar;
  @Autowired private Interviews interviews;
  @Autowired private Cadence cadence;
  @Autowired private NewIds ids;

  @TempDir private Path scratch;

  private FirstWorkspace played() {
    var story = DemoStory.ofSample().orElseThrow();
    var workspace = new WorkspaceId(ids.next());
    var member = accounts.open(workspace, "Robin Hale", ROBIN, LONDON, NOW);
    accounts.replaceOwnAddresses(workspace, Set.of(ROBIN, AT_WORK), NOW);
    var next = story.mail(scratch.resolve("next"), LocalDateTime.ofInstant(NOW, LONDON));
    importer.run(workspace, List.of(Sample.mailbox(), next), _ -> {});
    ledger.catchUp(workspace);
    var robin = new FirstWorkspace(workspace, member);
    story.play(robin, context::getBean);
    return robin;
  }

  @Test
  void a_newcomer_sees_a_job_a_brief_a_debrief_and_a_follow_up() {
    var robin = played();
    assertThat(pursuits.list(robin.id(), PursuitFilter.all(), 10).shown())
        .extracting(it -> it.name())
        .anySatisfy(it -> assertThat(it).contains("Marlow Instruments"))
        .anySatisfy(it -> assertThat(it).contains("Calder & Voss"))
        .anySatisfy(it -> assertThat(it).contains("Fairhaven Robotics"));

    var brief = brief(robin, "Iris and Robin, UK and Ireland");
    assertThat(brief.meeting().starts()).isEqualTo("2026-06-30T09:00:00Z");
    assertThat(brief.pursuit().orElseThrow().company()).isEqualTo("Marlow Instruments");
    assertThat(brief.participants())
        .extracting(Participant::name)
        .containsExactlyInAnyOrder("Iris Tanaka", "Owen Baptiste");
    var iris = brief.participants().getFirst();
    assertThat(iris.role()).startsWith("Commercial Director");
    assertThat(iris.part()).isEqualTo("Hiring manager");
    assertThat(iris.mutuals()).containsExactly("Tessa Lyle");
    assertThat(iris.notes()).hasSize(1);
    assertThat(iris.wrote()).isNotNull();
    assertThat(iris.fields().getFirst().words()).contains("three of five distributors");
    assertThat(iris.fields().getFirst().source()).contains("Her mail");
    assertThat(brief.requirements()).filteredOn(it -> it.words().isEmpty()).hasSize(1);
    assertThat(brief.asks())
        .extracting(Question::why)
        .contains("Yours", "Not known of Iris Tanaka and Owen Baptiste");

    assertThat(interviews.openDebriefs(robin.id(), 10))
        .extracting(it -> it.called())
        .containsExactly("Marlow Instruments: first call");

    var due = cadence.today(robin.id(), NOW);
    assertThat(due).hasSize(1);
    assertThat(due.getFirst().followUp().promised()).isEqualTo("2026-06-19");
  }

  private Brief brief(FirstWorkspace robin, String title) {
    var meeting =
        calendar.between(robin.id(), NOW, NOW.plus(Duration.ofDays(10)), 100).stream()
            .filter(it -> it.title().equals(title))
            .map(Meeting::id)
            .findFirst()
            .orElseThrow();
    return interviews.brief(robin.id(), meeting, robin.owner(), NOW).orElseThrow();
  }
}
