package io.politely.ledger;

import io.politely.ledger.Turn.Parked;
import io.politely.mail.StoredMessage;
import io.politely.reading.Act;
import io.politely.reading.Contact;
import io.politely.reading.Signal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whoever we wait for may be away, and say so by an automatic reply. */
final class AbsenceRules {

  private AbsenceRules() {}

  /**
   * The day from which on an answer can be expected, where who has the move is away beyond the day
   * on which it became theirs.
   */
  static Optional<Parked> away(Seat seat, Move.Theirs theirs, Policy policy) {
    return noticesOf(seat, theirs)
        .flatMap(notice -> away(notice, policy).stream())
        .reduce((_, latest) -> latest);
  }

  /** The notice of who has the move that names no day to come, but who answers meanwhile. */
  static Optional<StoredMessage> standingIn(Seat seat, Move.Theirs theirs) {
    return noticesOf(seat, theirs)
        .filter(notice -> standIn(notice).isPresent())
        .reduce((_, latest) -> latest);
  }

  private static Stream<StoredMessage> noticesOf(Seat seat, Move.Theirs theirs) {
    return seat.notices().stream()
        .filter(notice -> notice.sender().equals(theirs.with()))
        .filter(notice -> !notice.sentAt().isBefore(theirs.since()));
  }

  /** Who answers while the writer of a notice is away. */
  static Optional<String> standIn(StoredMessage notice) {
    return TurnRules.strongest(notice, Act.STAND_IN).map(Signal::contact).map(Contact::toString);
  }

  private static Optional<Parked> away(StoredMessage notice, Policy policy) {
    var written = notice.sentAt().atZone(policy.zone()).toLocalDate();
    return TurnRules.strongest(notice, Act.ABSENCE)
        .or(() -> TurnRules.strongest(notice, Act.POSTPONEMENT))
        .filter(signal -> signal.due() != null && signal.due().isAfter(written))
        .map(signal -> new Parked(notice, signal.quote(), day(signal), signal.confidence()));
  }

  private static LocalDate day(Signal signal) {
    return Objects.requireNonNull(signal.due());
  }
}
