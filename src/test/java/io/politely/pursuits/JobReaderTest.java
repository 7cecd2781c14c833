package io.politely.pursuits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.contacts.ContactDates;
import io.politely.pursuits.JobFile.OfJobs;
import io.politely.pursuits.JobFile.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobReaderTest {

  private static final List<Stage> STAGES =
      List.of(
          new Stage("found", "Found"),
          new Stage("applied", "Applied"),
          new Stage("screen", "Screen"),
          new Stage("interview", "Interview"),
          new Stage("final", "Final"),
          new Stage("offer", "Offer"));

  private final JobReader reader = new JobReader(_ -> Optional.empty());

  /** ¶ ends a line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Company,Job Title,Status,Job URL,Date Applied,Notes¶"
            + "Tidewell,Head of Sales,Applied,https://example.com/1,2026-03-05,Ask for Dana¶",
        "Employer;Position;Stage;Link;Applied On;Description¶"
            + "Tidewell;Head of Sales;Applied;https://example.com/1;5 Mar 2026;Ask for Dana¶",
        "Card Name,Organization,List Name,URL,applied_at,note¶"
            + "Head of Sales,Tidewell,Applied,https://example.com/1,\"3/5/26, 9 AM\",Ask for Dana¶",
        "My search¶¶Unternehmen,Stelle,Stand,Link,Beworben am,Notizen¶"
            + "Tidewell,Head of Sales,Applied,https://example.com/1,05.03.2026,Ask for Dana¶",
        "[{'company':{'name':'Tidewell'},'title':'Head of Sales','status':'Applied',"
            + "'url':'https://example.com/1','applied_on':'2026-03-05','notes':['Ask for Dana']}]",
        "{'jobs':[{'employer':'Tidewell','position':'Head of Sales','stage':'Applied',"
            + "'link':'https://example.com/1','date_applied':'2026-03-05','notes':'Ask for Dana'}]}"
      })
  void lists_of_many_programs_say_the_same(String file) {
    var text = file.replace('¶', '\n');
    var job = only(text.startsWith("[") || text.startsWith("{") ? text.replace('\'', '"') : text);

    assertThat(job.title()).isEqualTo("Head of Sales");
    assertThat(job.company()).isEqualTo("Tidewell");
    assertThat(job.stage()).isEqualTo("Applied");
    assertThat(job.url()).isEqualTo("https://example.com/1");
    assertThat(job.appliedOn()).contains(LocalDate.parse("2026-03-05"));
    assertThat(job.notes()).endsWith("Ask for Dana");
  }

  @Test
  void a_board_of_trello_is_read() {
    var jobs =
        jobs(
            """
            {"name":"Jobs","lists":[{"id":"l1","name":"Interviewing","closed":false},{"id":"l2","name":"Old","closed":true}],
             "cards":[
              {"id":"0123456789abcdef01234567","name":"Head of Sales at Tidewell","idList":"l1","desc":"See https://example.com/1 for more","due":"2026-04-01T10:00:00.000Z","labels":[{"name":"remote"}],"closed":false},
              {"id":"0123456789abcdef01234568","name":"Clerk","idList":"l2","desc":"","due":null,"labels":[],"closed":false},
              {"id":"0123456789abcdef01234569","name":"Pilot","idList":"l1","desc":"","closed":true}]}
            """);

    assertThat(jobs).extracting(Job::title).containsExactly("Head of Sales", "Clerk", "Pilot");
    assertThat(jobs).extracting(Job::company).containsExactly("Tidewell", "", "");
    assertThat(jobs).extracting(Job::stage).containsExactly("Interviewing", "Archived", "Archived");
    assertThat(jobs.getFirst().url()).isEqualTo("https://example.com/1");
    assertThat(jobs.getFirst().notes()).contains("Labels: remote").contains("Due: 2026-04-01");
  }

  @Test
  void the_jobs_of_linkedins_export_are_saved_or_applied_for() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      for (var file :
          List.of(
              List.of("Connections.csv", "First Name,Last Name\nGrace,Hopper\n"),
              List.of(
                  "Jobs/Job Applications.csv",
                  "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job"
                      + " Url,Resume Name,Question And Answers\n"
                      + "\"7/8/26, 3:43 PM\",ada@example.com,,Tidewell,Head of"
                      + " Sales,https://www.linkedin.com/jobs/view/1,cv.pdf,a:b\n"),
              List.of(
                  "Jobs/Saved Jobs.csv",
                  "Saved Date,Job Url,Job Title,Company Name\n"
                      + "\"7/1/26, 3:43 PM\",https://www.linkedin.com/jobs/view/1,Head of"
                      + " Sales,Tidewell\n"
                      + "\"7/2/26, 8:00 AM\",https://www.linkedin.com/jobs/view/2,Clerk,Example"
                      + " Ltd\n"))) {
        zip.putNextEntry(new ZipEntry(file.getFirst()));
        zip.write(file.getLast().getBytes(UTF_8));
      }
    }

    var jobs = jobs(packed.toByteArray());

    assertThat(jobs)
        .extracting(job -> job.title() + ": " + job.stage())
        .containsExactlyInAnyOrder("Head of Sales: Applied", "Clerk: Saved");
    assertThat(jobs).noneMatch(job -> job.notes().contains("ada@example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "Wishlist, found",
    "To apply, found",
    "Applied, applied",
    "Application sent, applied",
    "Phone Screen, screen",
    "Interviewing, interview",
    "Final round, final",
    "Offer accepted, offer",
    "Rejected, ended",
    "Offer declined, ended",
    "Closed, ended",
    "Absage, ended",
    "Gespräch, interview",
    "Blue, ''"
  })
  void a_stage_is_guessed_by_what_is_usually_meant(String called, String stage) {
    assertThat(JobStages.guess(called, STAGES).orElse("")).isEqualTo(stage);
  }

  @Test
  void what_would_be_computed_or_acts_is_text() {
    var job =
        only(
            """
            Title,Company,URL,Notes
            "'=HYPERLINK(""x"")",<script>alert(1)</script>,javascript:alert(1),\u202egpj.exe
            """);

    assertThat(job.title()).isEqualTo("=HYPERLINK(\"x\")");
    assertThat(job.url()).isEmpty();
    assertThat(job.notes()).contains("Link: javascript:alert(1)").doesNotContain("\u202e");
  }

  @Test
  void other_letters_are_read() {
    var bytes = "Firma,Titel\nMüller,Verkäufer\n".getBytes(Charset.forName("windows-1252"));

    assertThat(jobs(bytes).getFirst().company()).isEqualTo("Müller");
  }

  @Test
  void hostile_files_are_refused_in_one_sentence_and_at_once() {
    var bomb = "[".repeat(2_000_000);
    var deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    var line = "Title,Company\n" + "x".repeat(9_000_000) + ",y\n";
    var unclosed = "Title,Company\n\"" + "x".repeat(9_000_000);
    var began = System.nanoTime();
    for (var hostile :
        List.of(
            bomb,
            deep,
            line,
            unclosed,
            "",
            "\0\1\2",
            "{}",
            "[]",
            "[1,2]",
            "{\"a\":1",
            "x",
            "a,b")) {
      assertThat(reader.read(hostile.getBytes(UTF_8)))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.why()).endsWith("."));
    }
    assertThat(reader.read(new byte[JobReader.LARGEST + 1])).isEqualTo(JobReader.TOO_LARGE);
    assertThat(reader.read(new byte[] {'P', 'K', 3, 4, 9, 9, 9})).isInstanceOf(Refused.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
  }

  private Job only(String file) {
    var jobs = jobs(file);
    assertThat(jobs).hasSize(1);
    return jobs.getFirst();
  }

  private List<Job> jobs(String file) {
    return jobs(file.getBytes(UTF_8));
  }

  private List<Job> jobs(byte[] file) {
    var table = ((OfJobs) reader.read(file)).table();
    return JobMapping.guess(table.header()).jobs(table, ContactDates::day);
  }
}
