package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.Evidence;
import io.politely.ledger.Move;
import io.politely.mail.ConversationId;
import io.politely.mail.Exchange;
import io.politely.mail.MessageId;
import io.politely.outbox.Reach;
import io.politely.outbox.Stop;
import io.politely.outbox.StopId;
import io.politely.people.AddressKind;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.reading.Kind;
import io.politely.today.web.Persisting.Between;
import io.politely.touches.Touch;
import io.politely.touches.Touch.Way;
import io.politely.touches.TouchId;
import io.politely.touches.TouchKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PersistingTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.org");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.com");
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T10:00:00Z");
  private static final ConversationId ENGINE = new ConversationId(new UUID(0, 1));
  private static final Move THEIRS =
      new Move.Theirs(
          MONDAY,
          "You asked.",
          new Evidence.Words(new MessageId(new UUID(0, 2)), ""),
          GRACE,
          1,
          TUESDAY);
  private static final Move NOBODYS =
      new Move.Nobodys(
          MONDAY, "You thanked.", new Evidence.Words(new MessageId(new UUID(0, 2)), ""), GRACE, 1);

  @Test
  void our_newest_letter_waits_where_it_is_their_turn() {
    assertThat(unanswered(List.of(ours(TUESDAY), theirs(MONDAY, Kind.HUMAN)), THEIRS))
        .map(Exchange::sentAt)
        .contains(TUESDAY);
  }

  @Test
  void a_letter_that_asks_nothing_waits_for_nothing() {
    assertThat(unanswered(List.of(ours(TUESDAY)), NOBODYS)).isEmpty();
  }

  @Test
  void a_letter_that_they_answered_waits_no_more() {
    assertThat(unanswered(List.of(theirs(TUESDAY, Kind.HUMAN), ours(MONDAY)), THEIRS)).isEmpty();
  }

  @Test
  void a_program_answers_nothing_for_them() {
    assertThat(unanswered(List.of(theirs(TUESDAY, Kind.OUT_OF_OFFICE), ours(MONDAY)), THEIRS))
        .isPresent();
  }

  @Test
  void a_letter_is_answered_by_a_call() {
    var between = between(List.of(ours(MONDAY)), THEIRS, List.of(call(TUESDAY)), false);

    assertThat(between.unanswered(Set.of(ADA))).isEmpty();
  }

  @Test
  void nobody_writes_to_whom_contact_was_stopped_with() {
    assertThat(between(List.of(), THEIRS, List.of(), true).mayBeWrittenTo()).isFalse();
    assertThat(between(List.of(), THEIRS, List.of(), false).mayBeWrittenTo()).isTrue();
  }

  private static Optional<Exchange> unanswered(List<Exchange> exchanges, Move move) {
    return between(exchanges, move, List.of(), false).unanswered(Set.of(ADA));
  }

  private static Between between(
      List<Exchange> exchanges, Move move, List<Touch> touches, boolean isStopped) {
    var grace =
        new Person(
            new PersonId(new UUID(0, 3)),
            "Grace Hopper",
            false,
            AddressKind.PERSON,
            List.of(new PersonAddress(GRACE, AddressKind.PERSON, null)));
    return new Between(
        grace,
        exchanges,
        touches,
        Map.of(ENGINE, move),
        Optional.empty(),
        new Reach(
            isStopped
                ? Optional.of(
                    new Stop(
                        new StopId(new UUID(0, 5)),
                        Stop.Scope.ADDRESS,
                        GRACE.value(),
                        Stop.Source.USER,
                        "She asked for it.",
                        null,
                        Instant.EPOCH))
                : Optional.empty(),
            Set.of()));
  }

  private static Exchange ours(Instant at) {
    return new Exchange(
        new MessageId(new UUID(0, 4)), ENGINE, at, false, ADA, "The engine", Kind.HUMAN);
  }

  private static Exchange theirs(Instant at, Kind kind) {
    return new Exchange(
        new MessageId(new UUID(0, 5)), ENGINE, at, true, GRACE, "Re: The engine", kind);
  }

  private static Touch call(Instant at) {
    return new Touch(
        new TouchId(new UUID(0, 6)),
        List.of(new Way(TouchKind.CALL, false)),
        at,
        List.of(),
        "called Grace",
        null);
  }
}
