package io.politely.pursuits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.pursuits.JobFile.OfJobs;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Served
class JobImportTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-06-02T09:00:00Z");
  private static final String HEADER = "Company,Title,Status,URL,Date Applied,Notes\n";
  private static final String TIDEWELL =
      "Tidewell,Head of Sales,Interviewing,https://example.com/1,2026-03-05,Ask for Dana\n";
  private static final String EXAMPLE =
      "Example Ltd,Clerk,Rejected,https://example.com/2,2026-02-01,\n";

  @Autowired private Pursuits pursuits;
  @Autowired private JobImporter importer;
  @Autowired private People people;
  @Autowired private Cast cast;

  private Cast.Owner ada;
  private WorkspaceId workspace;

  @BeforeEach
  void ada_has_a_workspace() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
  }

  @Test
  void each_row_is_a_job_in_the_stage_that_is_meant() {
    var done = imported(HEADER + TIDEWELL);

    assertThat(done.added()).isOne();
    var job = only();
    assertThat(job.kind()).isEqualTo(PursuitKind.JOB);
    assertThat(job.name()).isEqualTo("Head of Sales at Tidewell");
    assertThat(job.stage()).isEqualTo("interview");
    assertThat(job.postingUrl()).isEqualTo("https://example.com/1");
    assertThat(job.notes()).isEqualTo("Applied: 2026-03-05\n\nAsk for Dana");
    assertThat(job.openedAt()).isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
    assertThat(pursuits.steps(workspace, job.id(), 10))
        .extracting(Step::what)
        .containsExactlyInAnyOrder("state", "stage");
  }

  @Test
  void the_same_file_again_opens_nothing() {
    imported(HEADER + TIDEWELL + EXAMPLE);

    var again = imported(HEADER + TIDEWELL + EXAMPLE);

    assertThat(List.of(again.added(), again.changed(), again.known())).isEqualTo(List.of(0, 0, 2));
    assertThat(all()).hasSize(2);
  }

  @Test
  void a_changed_row_changes_only_what_the_user_did_not() {
    imported(HEADER + TIDEWELL);
    var before = only();
    pursuits.describe(workspace, before.id(), described(before, "Sales Director"), TUESDAY);

    var done =
        imported(
            HEADER + "Tidewell,Head of all Sales,Offer,https://example.com/1,2026-03-05,Ask Eve\n");

    assertThat(done.changed()).isOne();
    assertThat(only().title()).isEqualTo("Sales Director");
    assertThat(only().notes()).endsWith("Ask Eve");
    assertThat(only().stage()).isEqualTo("offer");

    pursuits.move(workspace, before.id(), "final", ada.member(), "", TUESDAY);
    imported(
        HEADER + "Tidewell,Head of all Sales,Applied,https://example.com/1,2026-03-05,Ask Eve\n");
    assertThat(only().stage()).isEqualTo("final");
  }

  @Test
  void a_rejected_job_ends_by_the_gate() {
    imported(HEADER + EXAMPLE);
    assertThat(only().state()).isEqualTo(PursuitState.CLOSED);

    var job = only().id();
    var grace = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
    pursuits.join(workspace, job, grace, Role.RECRUITER, ada.member(), MONDAY);
    pursuits.gave(
        workspace, job, grace, false, TimeKind.INTERVIEW, MONDAY, "", ada.member(), MONDAY);
    assertThat(only().state()).isEqualTo(PursuitState.CLOSING);
  }

  @Test
  void a_job_in_which_somebody_waits_does_not_close_because_a_file_says_so() {
    imported(HEADER + TIDEWELL);
    var job = only().id();
    var grace = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
    pursuits.join(workspace, job, grace, Role.RECRUITER, ada.member(), MONDAY);
    pursuits.gave(
        workspace, job, grace, false, TimeKind.INTERVIEW, MONDAY, "", ada.member(), MONDAY);

    imported(HEADER + TIDEWELL.replace("Interviewing", "Rejected"));

    assertThat(only().state()).isEqualTo(PursuitState.CLOSING);
    assertThat(pursuits.leftHanging(workspace, job)).containsExactly(grace);
  }

  @Test
  void an_import_taken_back_leaves_what_was_touched() {
    var done = imported(HEADER + TIDEWELL + EXAMPLE);
    var tidewell = named("Tidewell");
    pursuits.require(workspace, tidewell.id(), "Ten years of sales");

    pursuits.undoImport(workspace, done.id(), TUESDAY);
    pursuits.undoImport(workspace, done.id(), TUESDAY);

    assertThat(all()).extracting(Pursuit::id).containsExactly(tidewell.id());
    var again = imported(HEADER + TIDEWELL + EXAMPLE);
    assertThat(List.of(again.added(), again.known())).isEqualTo(List.of(1, 1));
  }

  @Test
  void a_change_taken_back_is_as_before() {
    imported(HEADER + TIDEWELL);
    var before = only();
    var done = imported(HEADER + TIDEWELL.replace("Interviewing", "Offer").replace("Dana", "Eve"));
    assertThat(only().stage()).isEqualTo("offer");

    pursuits.undoImport(workspace, done.id(), TUESDAY);

    assertThat(only().stage()).isEqualTo(before.stage());
    assertThat(only().notes()).isEqualTo(before.notes());
    assertThat(imported(HEADER + TIDEWELL).known()).isOne();
  }

  @Test
  void what_stages_and_columns_are_is_remembered() {
    var file = "What,Where,How\nClerk,Example Ltd,Blue\n";
    var table = table(workspace, file);
    assertThat(pursuits.jobMapping(workspace, table).namesJobs()).isFalse();
    var mapping = new JobMapping(List.of(JobField.TITLE, JobField.COMPANY, JobField.STAGE));
    assertThat(pursuits.jobs(workspace, table, mapping).stageOf())
        .isEqualTo(Map.of("Blue", "found"));

    pursuits.rememberJobs(workspace, table, mapping, Map.of("Blue", "offer"));

    assertThat(pursuits.jobMapping(workspace, table)).isEqualTo(mapping);
    assertThat(pursuits.jobs(workspace, table, mapping).stageOf())
        .isEqualTo(Map.of("Blue", "offer"));
    var other = cast.owner("Bob").workspace();
    assertThat(pursuits.jobMapping(other, table).namesJobs()).isFalse();
    assertThat(pursuits.jobs(other, table, mapping).stageOf()).isEqualTo(Map.of("Blue", "found"));
  }

  @Test
  void an_import_that_was_cut_off_goes_on() {
    var file =
        HEADER
            + IntStream.range(0, 450)
                .mapToObj(
                    i -> "Example %1$d,Clerk,Applied,https://example.com/%1$d,,\n".formatted(i))
                .collect(Collectors.joining());
    var jobs = jobs(workspace, file);
    var begun = pursuits.beginImport(workspace, "jobs.csv", jobs, ada.member(), MONDAY);
    assertThat(pursuits.importNext(workspace, begun.id(), jobs, MONDAY).read()).isEqualTo(200);

    var again = pursuits.beginImport(workspace, "again.csv", jobs, ada.member(), MONDAY);
    assertThat(again.id()).isEqualTo(begun.id());
    assertThat(pursuits.importNext(workspace, begun.id(), jobs, MONDAY).canGoOn()).isTrue();
    var ended = pursuits.importNext(workspace, begun.id(), jobs, MONDAY);

    assertThat(ended.isThrough()).isTrue();
    assertThat(ended.added()).isEqualTo(450);
    pursuits.undoImport(workspace, begun.id(), TUESDAY);
    assertThat(all()).isEmpty();
  }

  @Test
  void another_workspace_sees_and_undoes_nothing_of_it() {
    var done = imported(HEADER + TIDEWELL);
    var other = cast.owner("Mallory").workspace();
    var jobs = jobs(workspace, HEADER + TIDEWELL);

    assertThat(pursuits.jobImports(other)).isEmpty();
    assertThat(pursuits.jobImport(other, done.id())).isEmpty();
    assertThat(pursuits.ofImport(other, done.id(), 10)).isEmpty();
    assertThat(pursuits.undoImport(other, done.id(), TUESDAY)).isEmpty();
    assertThat(importer.stop(other, done.id())).isFalse();
    assertThat(pursuits.countJobs(other, jobs)).isEqualTo(new JobCounts(1, 0, 0));
    assertThatThrownBy(() -> pursuits.importNext(other, done.id(), jobs, TUESDAY))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(only().company()).isEqualTo("Tidewell");
  }

  private PursuitImport imported(String file) {
    return importer.start(workspace, "jobs.csv", jobs(workspace, file), ada.member(), MONDAY);
  }

  private NewJobs jobs(WorkspaceId of, String file) {
    var table = table(of, file);
    return pursuits.jobs(of, table, pursuits.jobMapping(of, table));
  }

  private JobTable table(WorkspaceId of, String file) {
    return ((OfJobs) pursuits.readJobs(of, file.getBytes(UTF_8))).table();
  }

  private static NewPursuit described(Pursuit pursuit, String title) {
    return new NewPursuit(
        pursuit.kind(),
        title,
        pursuit.company(),
        pursuit.source(),
        pursuit.postingUrl(),
        pursuit.posting(),
        pursuit.notes(),
        List.of());
  }

  private Pursuit only() {
    assertThat(all()).hasSize(1);
    return pursuits.pursuit(workspace, all().getFirst().id()).orElseThrow();
  }

  private Pursuit named(String company) {
    return all().stream().filter(it -> it.company().equals(company)).findFirst().orElseThrow();
  }

  private List<Pursuit> all() {
    return pursuits.list(workspace, PursuitFilter.all(), 500).shown();
  }
}
