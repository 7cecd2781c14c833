package io.politely.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.Cadence.Starting;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.News.Origin;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@Edge
@Served
class ReasonsToWriteTest {

  private static final Instant LAST_SPRING = Instant.parse("2025-03-10T09:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-03-09T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-09");

  private static final String ANALYST = "Grace Hopper\nSenior Analyst\nExample GmbH\n+49 30 1234";
  private static final String HEAD = "Grace Hopper\nHead of Data\nSample AG\n+49 40 5678";

  @Autowired private Cadence cadence;
  @Autowired private CadenceCatchUp catchUp;
  @Autowired private LedgerCatchUp ledger;
  @Autowired private People people;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp mail;
  @Autowired private Cast cast;
  @TempDir private Path folder;

  private Cast.Owner ada;
  private WorkspaceId workspace;
  private PersonId grace;

  @BeforeEach
  void ada_keeps_in_touch_with_grace() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
    grace = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
  }

  @Test
  void another_job_in_their_signature_is_a_reason_to_write() throws IOException {
    sent("How is the survey coming along?", LAST_SPRING);
    came("It is done, thank you for asking.", ANALYST, LAST_SPRING.plus(Duration.ofDays(1)));
    came("You can write to me here from now on.", HEAD, MONDAY.minus(Duration.ofDays(20)));

    cadence.collectNews(workspace, List.of(grace), MONDAY);

    assertThat(cadence.news(workspace, grace, TODAY))
        .singleElement()
        .satisfies(news -> {
          assertThat(news.words())
              .isEqualTo(
                  "Their signature says: Head of Data, Sample AG. Before: Senior Analyst, Example"
                      + " GmbH.");
          assertThat(news.source()).isEqualTo("Their letter of 17 February 2026");
          assertThat(news.origin()).isEqualTo(Origin.SIGNATURE);
        });
  }

  @Test
  void it_is_found_once_and_not_again_where_the_user_removed_it() throws IOException {
    sent("How is the survey coming along?", LAST_SPRING);
    came("It is done.", ANALYST, LAST_SPRING.plus(Duration.ofDays(1)));
    came("Write to me here.", HEAD, MONDAY.minus(Duration.ofDays(20)));
    cadence.collectNews(workspace, List.of(grace), MONDAY);
    cadence.collectNews(workspace, List.of(grace), MONDAY);
    var news = cadence.news(workspace, grace, TODAY);
    assertThat(news).hasSize(1);

    assertThat(cadence.removeNote(workspace, news.getFirst().id(), MONDAY)).isTrue();
    cadence.collectNews(workspace, List.of(grace), MONDAY);

    assertThat(cadence.news(workspace, grace, TODAY)).isEmpty();
  }

  @Test
  void the_same_job_in_other_words_or_on_a_phone_is_none() throws IOException {
    sent("How is the survey coming along?", LAST_SPRING);
    came("It is done.", ANALYST, LAST_SPRING.plus(Duration.ofDays(1)));
    came("On the road.", "Sent from my phone", LAST_SPRING.plus(Duration.ofDays(2)));
    came("Back.", "Grace\nSr. Analyst, Example GmbH", MONDAY.minus(Duration.ofDays(3)));

    cadence.collectNews(workspace, List.of(grace), MONDAY);

    assertThat(cadence.news(workspace, grace, TODAY)).isEmpty();
  }

  @Test
  void a_job_that_began_long_ago_is_nothing_new() throws IOException {
    sent("How is the survey coming along?", LAST_SPRING);
    came("It is done.", ANALYST, LAST_SPRING.plus(Duration.ofDays(1)));
    came("Write to me here.", HEAD, LAST_SPRING.plus(Duration.ofDays(90)));

    cadence.collectNews(workspace, List.of(grace), MONDAY);

    assertThat(cadence.news(workspace, grace, TODAY)).isEmpty();
  }

  @Test
  void mail_that_comes_in_tells_it_by_itself() throws IOException {
    var now = Instant.now();
    start(now.minus(Duration.ofDays(30)));
    sent("How is the survey coming along?", now.minus(Duration.ofDays(9)));
    came("It is done.", ANALYST, now.minus(Duration.ofDays(8)));
    came("Write to me here.", HEAD, now.minus(Duration.ofDays(1)));

    assertThat(cadence.news(workspace, grace, now.atZone(ZoneOffset.UTC).toLocalDate()))
        .extracting(News::origin)
        .containsExactly(Origin.SIGNATURE);
  }

  @Test
  void a_year_after_a_promise_was_kept_is_a_reason_for_some_days() throws IOException {
    start(MONDAY);
    came("Could you send me the report?", "Grace", LAST_SPRING.minus(Duration.ofDays(4)));
    sent("I'll send you the report on Monday.", LAST_SPRING.minus(Duration.ofDays(3)));
    sent("Here is the report that I had promised.", LAST_SPRING);
    ledger.catchUp(workspace);

    cadence.collectSomeNews(workspace, Optional.empty(), MONDAY);

    assertThat(cadence.news(workspace, grace, TODAY))
        .singleElement()
        .satisfies(news -> {
          assertThat(news.words())
              .isEqualTo(
                  "A year ago, on 10 March 2025, you kept a promise to them: “I'll send you the"
                      + " report on Monday.”");
          assertThat(news.origin()).isEqualTo(Origin.ANNIVERSARY);
        });
    assertThat(cadence.news(workspace, grace, TODAY.plusDays(7))).isEmpty();
  }

  @Test
  void nothing_is_found_for_another_workspace() throws IOException {
    sent("How is the survey coming along?", LAST_SPRING);
    came("It is done.", ANALYST, LAST_SPRING.plus(Duration.ofDays(1)));
    came("Write to me here.", HEAD, MONDAY.minus(Duration.ofDays(20)));
    cadence.collectNews(workspace, List.of(grace), MONDAY);
    var id = cadence.news(workspace, grace, TODAY).getFirst().id();
    var mallory = cast.owner("Mallory").workspace();

    cadence.collectNews(mallory, List.of(grace), MONDAY);

    assertThat(cadence.news(mallory, grace, TODAY)).isEmpty();
    assertThat(cadence.everyNews(mallory, grace)).isEmpty();
    assertThat(cadence.note(mallory, grace, "She moved.", "", ada.member(), MONDAY)).isEmpty();
    assertThat(cadence.removeNote(mallory, id, MONDAY)).isFalse();
    assertThat(cadence.news(workspace, grace, TODAY)).hasSize(1);
    cadence.removeNote(workspace, id, MONDAY);
    assertThat(cadence.bringNoteBack(mallory, id)).isFalse();
  }

  private void start(Instant now) {
    var fresh =
        new NewFollowUp(grace, "N1", null, null, null, null, null, new Research("", "", ""));
    assertThat(cadence.start(workspace, fresh, ada.member(), now))
        .isInstanceOf(Starting.Started.class);
  }

  private void sent(String body, Instant at) throws IOException {
    read("Ada <" + ada.address() + ">", "Grace Hopper <grace@example.com>", body, at);
  }

  private void came(String body, String signature, Instant at) throws IOException {
    read(
        "Grace Hopper <grace@example.com>",
        "Ada <" + ada.address() + ">",
        body + "\n\nBest regards,\n" + signature,
        at);
  }

  private void read(String from, String to, String body, Instant at) throws IOException {
    var id = UUID.randomUUID();
    Files.writeString(
        folder.resolve(id + ".eml"),
        """
        From: %s
        To: %s
        Subject: The survey
        Date: %s
        Message-ID: <%s@example.com>
        In-Reply-To: <root@example.com>

        %s
        """
            .formatted(
                from,
                to,
                DateTimeFormatter.RFC_1123_DATE_TIME
                    .withLocale(Locale.ROOT)
                    .format(at.atOffset(ZoneOffset.UTC)),
                id,
                body));
    importer.run(workspace, List.of(folder), _ -> {});
    mail.thread(workspace);
    catchUp.catchUp(workspace);
  }
}
