package io.politely.outbox;

import static io.politely.outbox.TestOutbox.ALAN;
import static io.politely.outbox.TestOutbox.GRACE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.accounts.MemberId;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure rules of sending, by value. */
class OutboxRulesTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final String GOOD =
      "Subject: Engines\r\nMessage-ID: <1@example.org>\r\n\r\nHello.\r\n";

  @Test
  void a_letter_as_it_should_be_is_planned() {
    assertThat(PlanningRules.refusal(letter(GOOD, GRACE, ALAN))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: a\nMessage-ID: <1@example.org>\r\n\r\nbare line feed\r\n",
        "Subject: a\r\nMessage-ID: <1@example.org>\r\n\r\nbare \r carriage return\r\n",
        "Subject: a\r\nMessage-ID: <1@example.org>\r\n\r\nno end of line",
        "Subject: a\r\nMessage-ID: <1@example.org>\r\n\r\na zero \u0000 byte\r\n",
        "Subject: a\r\nMessage-ID: <1@example.org>\r\n\r\neight bits: \u00e9\r\n",
        "Bcc: eve@example.com\r\nMessage-ID: <1@example.org>\r\n\r\nHello.\r\n",
        "Subject: a\r\nbcc: eve@example.com\r\nMessage-ID: <1@example.org>\r\n\r\nHello.\r\n",
        "Subject: a\r\n\r\nMessage-ID: <1@example.org>\r\n\r\nin the body\r\n",
        "Subject: a\r\nMessage-ID: <2@example.org>\r\n\r\nof another mail\r\n",
        "Message-ID: <1@example.org>\r\nMessage-ID: <2@example.org>\r\n\r\ntwice\r\n",
      })
  void a_letter_that_servers_would_read_differently_is_refused(String text) {
    assertThat(PlanningRules.refusal(letter(text, GRACE))).isPresent();
  }

  @Test
  void a_line_that_is_too_long_is_refused() {
    assertThat(PlanningRules.refusal(letter(GOOD + "x".repeat(999) + "\r\n", GRACE))).isPresent();
    assertThat(PlanningRules.refusal(letter(GOOD + "x".repeat(998) + "\r\n", GRACE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grace,eve@example.com",
        "grace;eve@example.com",
        "\"grace\"@example.com",
        "grace\u760d\u760arcpt@example.com",
        "grace@exam\u00e9ple.com",
        "gra(ce)@example.com"
      })
  void an_address_that_could_say_something_else_to_a_server_is_refused(String address) {
    assertThat(PlanningRules.refusal(letter(GOOD, new EmailAddress(address)))).isPresent();
  }

  @Test
  void nobody_and_everybody_are_no_recipients() {
    assertThat(PlanningRules.refusal(letter(GOOD))).isPresent();
    var many = new EmailAddress[101];
    for (int i = 0; i < many.length; i++) {
      many[i] = new EmailAddress("person%d@example.com".formatted(i));
    }
    assertThat(PlanningRules.refusal(letter(GOOD, many))).isPresent();
  }

  @Test
  void an_answer_is_clear_only_when_all_its_lines_agree() {
    assertThat(SmtpReply.of("250 ok\n").isYes()).isTrue();
    assertThat(SmtpReply.of("250-a\n250 b\n").isYes()).isTrue();
    assertThat(SmtpReply.of("250-a\n550 b\n").code()).isZero();
    assertThat(SmtpReply.of("250-a\n").code()).isZero();
    assertThat(SmtpReply.of("2500 ok\n").code()).isZero();
    assertThat(SmtpReply.of("450 4.7.0 later\n").isNotNow()).isTrue();
    assertThat(SmtpReply.of("550 no\n").isNever()).isTrue();
    assertThat(SmtpReply.of("").code()).isZero();
    assertThat(SmtpReply.of("550 " + "\u0007x".repeat(5000)).text().length()).isLessThan(301);
  }

  @Test
  void pauses_grow_to_an_hour() {
    assertThat(BackoffRules.pause(1, 0)).isEqualTo(Duration.ofMinutes(1));
    assertThat(BackoffRules.pause(3, 0)).isEqualTo(Duration.ofMinutes(4));
    assertThat(BackoffRules.pause(50, 0)).isEqualTo(Duration.ofHours(1));
    assertThat(BackoffRules.pause(1, 1)).isEqualTo(Duration.ofSeconds(75));
  }

  @Test
  void a_stop_is_stronger_than_anything_else_that_holds() {
    var facts = facts(true, false, "They said stop.", false, true, true);

    assertThat(GateRules.judge(facts)).isInstanceOf(GateRules.Verdict.Cancel.class);
  }

  @Test
  void news_are_stronger_than_time() {
    assertThat(GateRules.judge(facts(true, true, null, true, true, true)))
        .isInstanceOfSatisfying(
            GateRules.Verdict.Hold.class, hold -> assertThat(hold.reason()).contains("came"));
  }

  @Test
  void what_another_node_holds_is_left() {
    assertThat(GateRules.judge(facts(false, true, "They said stop.", true, true, true)))
        .isEqualTo(new GateRules.Verdict.Leave());
  }

  @Test
  void a_stop_has_a_value_that_fits() {
    assertThat(Stop.normalized(Stop.Scope.ADDRESS, " Grace@Example.com "))
        .isEqualTo("grace@example.com");
    assertThat(Stop.normalized(Stop.Scope.DOMAIN, "Example.com")).isEqualTo("example.com");
    assertThatThrownBy(() -> Stop.normalized(Stop.Scope.DOMAIN, "%"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Stop.normalized(Stop.Scope.ADDRESS, "example.com"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static GateFacts facts(
      boolean isOurs,
      boolean isAsApproved,
      @Nullable String stop,
      boolean isFresh,
      boolean hasNews,
      boolean isLate) {
    return new GateFacts(
        OutgoingState.CLAIMED, isOurs, isAsApproved, false, stop, MONDAY, isFresh, hasNews, isLate);
  }

  private static Approved letter(String text, EmailAddress... to) {
    return new Approved(
        new MailAccountId(new UUID(0, 1)),
        "1@example.org",
        List.of(to),
        List.of(),
        List.of(),
        "Engines",
        "Hello.",
        null,
        null,
        List.of(),
        LetterBytes.of(text.getBytes(ISO_8859_1)),
        MONDAY,
        new MemberId(new UUID(0, 2)),
        MONDAY,
        MONDAY.plusSeconds(3600));
  }
}
