package io.politely.patience;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.mail.MessageId;
import io.politely.patience.Basis.Sureness;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.reading.WorkingDays;
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
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Ada writes to Grace, who answers within hours, and to Dana, who never does. */
@Served
class PatienceTest {

  private static final EmailAddress GRACE = new EmailAddress("grace@example.com");
  private static final EmailAddress DANA = new EmailAddress("dana@example.net");
  private static final Instant FIRST = Instant.parse("2025-09-01T09:00:00Z");
  private static final int WEEKS = 26;
  private static final WorkingDays WORKING = WorkingDays.of("GB");

  @TempDir private Path directory;

  @Autowired private Cast cast;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp mailCatchUp;
  @Autowired private Mail mail;
  @Autowired private People people;
  @Autowired private Patience patience;
  @Autowired private Learner learner;

  private Cast.Owner ada;
  private WorkspaceId workspace;
  private PersonId grace;
  private PersonId dana;

  @BeforeEach
  void ada_has_half_a_year_of_mail() throws IOException {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
    var box = new StringBuilder();
    for (int week = 0; week < WEEKS; week++) {
      var at = FIRST.plus(Duration.ofDays(7L * week));
      box.append(letter("g" + week, ada.address(), GRACE, at, ""));
      box.append(
          letter("r" + week, GRACE, ada.address(), at.plus(Duration.ofHours(3)), "g" + week));
      box.append(letter("d" + week, ada.address(), DANA, at, ""));
    }
    var file = directory.resolve("Sent.mbox");
    Files.writeString(file, box, ISO_8859_1);
    importer.run(workspace, List.of(file), _ -> {});
    mailCatchUp.thread(workspace);
    grace = behind(workspace, GRACE);
    dana = behind(workspace, DANA);
  }

  @Test
  void a_new_user_gets_what_is_usual_and_is_told_so() {
    var chance = patience.chanceOfNext(workspace, grace, now());

    assertThat(chance.basis().sureness()).isEqualTo(Sureness.USUAL);
    assertThat(chance.basis().sentence())
        .isEqualTo("From what is usual elsewhere: nothing was learned from your letters yet.");
    assertThat(chance.atFirst()).isBetween(0.02, 0.8);
  }

  @Test
  void who_always_answers_is_likelier_to_answer_than_who_never_does() {
    learner.learn(workspace);

    var fromGrace = patience.chanceOfNext(workspace, grace, now());
    var fromDana = patience.chanceOfNext(workspace, dana, now());

    assertThat(fromGrace.atFirst()).isGreaterThan(fromDana.atFirst() * 2);
    assertThat(fromGrace.basis()).isEqualTo(new Basis(78, 26, 26));
    assertThat(fromDana.basis()).isEqualTo(new Basis(78, 26, 0));
    assertThat(fromDana.reasons())
        .extracting(why -> why.sentence())
        .contains("They have not answered you so far.");
    assertThat(fromGrace.reasons())
        .extracting(why -> why.sentence())
        .contains("They have answered you before.");
    assertThat(fromDana.silenceIsAnswerFrom(WORKING, ZoneOffset.UTC))
        .isBeforeOrEqualTo(fromGrace.silenceIsAnswerFrom(WORKING, ZoneOffset.UTC));
  }

  @Test
  void silence_makes_an_answer_to_a_letter_less_likely_day_by_day() {
    learner.learn(workspace);
    var letter = last(DANA);

    var early = chance(dana, letter, Duration.ofHours(1));
    var late = chance(dana, letter, Duration.ofDays(10));

    assertThat(late.stillToCome()).isLessThan(early.stillToCome());
    assertThat(early.curve()).hasSize(31);
    assertThat(early.curve().getFirst().answered()).isZero();
    assertThat(early.followUpPoliteOn(WORKING, ZoneOffset.UTC, 2, 5))
        .isBetween(LocalDate.parse("2026-02-25"), LocalDate.parse("2026-03-02"));
  }

  @Test
  void more_letters_than_are_read_at_once_are_all_learned() throws IOException {
    int many = 1_200;
    var box = new StringBuilder();
    for (int i = 0; i < many; i++) {
      box.append(letter("m" + i, ada.address(), DANA, FIRST.minus(Duration.ofHours(i)), ""));
    }
    var file = directory.resolve("Older.mbox");
    Files.writeString(file, box, ISO_8859_1);
    importer.run(workspace, List.of(file), _ -> {});
    mailCatchUp.thread(workspace);

    learner.learn(workspace);

    assertThat(patience.basis(workspace).letters()).isEqualTo(3 * WEEKS + many);
  }

  @Test
  void a_letter_that_is_not_addressed_to_them_has_no_chance() {
    assertThat(patience.chance(workspace, grace, last(DANA), now())).isEmpty();
  }

  @Test
  void learning_again_gives_the_same() {
    learner.learn(workspace);
    var once = patience.chanceOfNext(workspace, grace, now()).curve();
    learner.learn(workspace);

    assertThat(patience.chanceOfNext(workspace, grace, now()).curve()).hasSameSizeAs(once);
    assertThat(patience.basis(workspace).letters()).isEqualTo(78);
  }

  @Test
  void whoever_was_erased_is_somebody_of_whom_nothing_is_known() {
    learner.learn(workspace);

    patience.erase(workspace, new Traces(Set.of(grace), grace, Set.of(GRACE), Set.of()));

    assertThat(patience.chanceOfNext(workspace, grace, now()).basis().toThem()).isZero();
    assertThat(patience.chanceOfNext(workspace, dana, now()).basis().toThem()).isEqualTo(26);
  }

  @Test
  void another_workspace_learns_and_forgets_nothing_of_it() {
    learner.learn(workspace);
    var other = cast.owner("Bob").workspace();

    patience.erase(other, new Traces(Set.of(grace), grace, Set.of(GRACE), Set.of()));
    learner.learn(other);

    assertThat(patience.chance(other, dana, last(DANA), now())).isEmpty();
    assertThat(patience.chanceOfNext(other, grace, now()).basis()).isEqualTo(new Basis(0, 0, 0));
    assertThat(patience.chanceOfNext(workspace, grace, now()).basis().toThem()).isEqualTo(26);
  }

  private Chance chance(PersonId person, MessageId letter, Duration after) {
    var sent = FIRST.plus(Duration.ofDays(7L * (WEEKS - 1)));
    return patience.chance(workspace, person, letter, sent.plus(after)).orElseThrow();
  }

  private static Instant now() {
    return FIRST.plus(Duration.ofDays(7L * WEEKS));
  }

  private PersonId behind(WorkspaceId where, EmailAddress address) {
    return Objects.requireNonNull(people.whoAre(where, List.of(address)).get(address)).person();
  }

  private MessageId last(EmailAddress to) {
    return mail.exchanges(workspace, List.of(to), FIRST).getFirst().message();
  }

  private static String letter(
      String id, EmailAddress from, EmailAddress to, Instant at, String answers) {
    return """
    From %s Mon Jan  1 00:00:00 2024
    Message-ID: <%s@example.org>
    From: %s
    To: %s
    Date: %s
    Subject: Plates %s
    %s
    Could you bring the plates?

    """
        .formatted(
            from,
            id,
            from,
            to,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)),
            id.substring(1),
            answers.isEmpty() ? "" : "In-Reply-To: <%s@example.org>\n".formatted(answers));
  }
}
