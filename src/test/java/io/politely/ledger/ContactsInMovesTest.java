package io.politely.ledger;

import static io.politely.ledger.Stories.ADA;
import static io.politely.ledger.Stories.GRACE;
import static io.politely.ledger.Stories.fold;
import static io.politely.ledger.Stories.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Contact;
import io.politely.reading.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Who stands in, and whom to ask instead. The seat is Grace's. */
class ContactsInMovesTest {

  static final Contact KIM = new Contact("Kim Sato", null);
  static final Contact DANA = new Contact("Dana Reyes", new EmailAddress("dana@example.org"));
  static final StoredMessage GRACE_ASKS =
      message(1).from(GRACE).to(ADA).says(Act.ASK, "Could you send the deck?").built();

  @Test
  void an_absence_tells_until_when_and_who_stands_in() {
    var notice =
        notice(Kind.OUT_OF_OFFICE)
            .says(Act.ABSENCE, "Back on the 20th.", LocalDate.parse("2026-03-20"))
            .names(Act.STAND_IN, "Kim Sato stands in.", null, KIM)
            .built();

    assertThat(fold(GRACE_ASKS, notice).move())
        .isInstanceOfSatisfying(
            Move.Scheduled.class,
            move ->
                assertThat(move.reason())
                    .isEqualTo("Ada is away until 20 March 2026; Kim Sato stands in."));
  }

  @Test
  void an_absence_without_a_day_leaves_the_move_with_them_and_tells_who_stands_in() {
    var notice =
        notice(Kind.OUT_OF_OFFICE).names(Act.STAND_IN, "Kim Sato stands in.", null, KIM).built();

    assertThat(fold(GRACE_ASKS, notice).move())
        .isInstanceOfSatisfying(
            Move.Theirs.class,
            move -> assertThat(move.reason()).endsWith("Ada is away; Kim Sato stands in."));
  }

  @Test
  void another_name_is_ours_to_take_up() {
    var referral =
        message(2)
            .from(ADA)
            .to(GRACE)
            .names(Act.REFERRAL, "Please talk to Dana Reyes.", null, DANA)
            .built();

    assertThat(fold(GRACE_ASKS, referral).move())
        .isInstanceOfSatisfying(
            Move.Ours.class,
            move ->
                assertThat(move.reason())
                    .isEqualTo(
                        "Ada referred you to Dana Reyes (dana@example.org) on 3 March 2026."));
  }

  @Test
  void the_wrong_one_without_another_name_leaves_nothing_to_do() {
    var wrong = message(2).from(ADA).to(GRACE).says(Act.REFERRAL, "I'm the wrong person.").built();

    assertThat(fold(GRACE_ASKS, wrong).move()).isInstanceOf(Move.Nobodys.class);
  }

  @Test
  void a_mailbox_that_was_left_is_ours_with_the_name_of_the_successor() {
    var left =
        notice(Kind.AUTOMATIC_REPLY)
            .names(Act.REFERRAL, "Please contact Dana Reyes.", null, DANA)
            .built();

    assertThat(fold(GRACE_ASKS, left).move())
        .isInstanceOfSatisfying(
            Move.Ours.class,
            move ->
                assertThat(move.reason())
                    .isEqualTo(
                        "Your message reached nobody: an automatic reply refers you to Dana Reyes"
                            + " (dana@example.org)."));
  }

  private static Stories.Draft notice(Kind kind) {
    return message(2).from(ADA).to(GRACE).kind(kind);
  }
}
