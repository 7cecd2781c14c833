package io.politely.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mail.FolderRole;
import io.politely.mail.MessageId;
import io.politely.mail.StoredMessage;
import io.politely.reading.Letter;
import io.politely.reading.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.com");
  private static final EmailAddress ADA_AT_WORK = new EmailAddress("ada@engines.example");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");
  private static final EmailAddress LINUS = new EmailAddress("linus@example.net");
  private static final EmailAddress DESK = new EmailAddress("desk@example.org");
  private static final Set<EmailAddress> OWN = Set.of(ADA, ADA_AT_WORK);
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void an_answer_goes_to_all_but_us() {
    var message = message(GRACE, List.of(ADA, LINUS), List.of(ADA_AT_WORK, DESK));

    var recipients = AnswerRules.recipients(message, List.of(), OWN);

    assertThat(recipients.to()).containsExactly(GRACE);
    assertThat(recipients.cc()).containsExactly(LINUS, DESK);
  }

  @Test
  void an_answer_goes_where_its_writer_wants_it() {
    var recipients =
        AnswerRules.recipients(message(GRACE, List.of(ADA), List.of()), List.of(DESK), OWN);

    assertThat(recipients.to()).containsExactly(DESK);
    assertThat(recipients.cc()).isEmpty();
  }

  @Test
  void a_follow_up_to_our_own_message_goes_where_that_went() {
    var message =
        message(ADA, List.of(GRACE, new EmailAddress("ada+jobs@example.com")), List.of(LINUS));

    var recipients = AnswerRules.recipients(message, List.of(), OWN);

    assertThat(recipients.to()).containsExactly(GRACE);
    assertThat(recipients.cc()).containsExactly(LINUS);
  }

  @Test
  void the_newest_message_of_a_person_is_answered() {
    var theirs = message(GRACE, List.of(ADA), List.of());
    var ours = message(ADA, List.of(GRACE), List.of());

    assertThat(AnswerRules.answered(List.of(theirs, ours), OWN)).contains(theirs);
    assertThat(AnswerRules.answered(List.of(ours), OWN)).contains(ours);
    assertThat(AnswerRules.answered(List.of(), OWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "A plan, Re: A plan",
    "Re: A plan, Re: A plan",
    "RE: AW: re[2]: A plan, Re: A plan",
    "Fwd: A plan, Re: Fwd: A plan",
    "Reading list, Re: Reading list",
    "'', Re:"
  })
  void re_stands_before_a_subject_once(String subject, String expected) {
    assertThat(AnswerRules.subject(subject).strip()).isEqualTo(expected);
  }

  private static StoredMessage message(
      EmailAddress from, List<EmailAddress> to, List<EmailAddress> cc) {
    return new StoredMessage(
        new MessageId(
            UUID.nameUUIDFromBytes(
                (from + " " + to).getBytes(java.nio.charset.StandardCharsets.UTF_8))),
        "",
        null,
        MONDAY,
        from,
        "",
        to,
        cc,
        "A plan",
        Set.of(FolderRole.INBOX),
        null,
        Reader.read(new Letter(Map.of(), null, "Does Tuesday work?", null, List.of(), null)));
  }
}
