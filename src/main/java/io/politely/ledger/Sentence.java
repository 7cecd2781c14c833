package io.politely.ledger;

import io.politely.ledger.Turn.Parked;
import io.politely.ledger.Turn.TheyAnswer;
import io.politely.ledger.Turn.TheyAsk;
import io.politely.ledger.Turn.TheyLeaveOpen;
import io.politely.ledger.Turn.TheyPromise;
import io.politely.ledger.Turn.WeAnswer;
import io.politely.ledger.Turn.WeAsk;
import io.politely.ledger.Turn.WePromise;
import io.politely.mail.StoredMessage;
import io.politely.reading.Contact;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The reasons of moves, as sentences for the user. */
final class Sentence {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final ZoneId zone;

  Sentence(ZoneId zone) {
    this.zone = zone;
  }

  String theyAsk(TheyAsk ask) {
    var who = writer(ask.message());
    return switch (ask.want()) {
      case REPLY -> "%s asked you on %s and nobody has answered.".formatted(who, on(ask));
      case DECISION -> "%s sent you this for a decision on %s.".formatted(who, on(ask));
      case CHANGE -> "%s wants a change in what you sent, since %s.".formatted(who, on(ask));
      case OTHER_TIME -> "%s called off the meeting on %s.".formatted(who, on(ask));
      case TURN_TO ->
          "%s referred you to %s on %s.".formatted(who, contact(ask.message()), on(ask));
    };
  }

  String weAsk(WeAsk ask) {
    var of = ask.of() == null ? "them" : ask.of().value();
    return switch (ask.want()) {
      case REPLY -> "You asked %s on %s.".formatted(of, on(ask));
      case DECISION -> "You sent this to %s for a decision on %s.".formatted(of, on(ask));
      case CHANGE -> "You suggested a change to %s on %s.".formatted(of, on(ask));
      case OTHER_TIME -> "You called off the meeting with %s on %s.".formatted(of, on(ask));
      case TURN_TO -> "You referred %s to somebody else on %s.".formatted(of, on(ask));
    };
  }

  String theyPromise(TheyPromise promise) {
    return "%s promised this on %s.".formatted(writer(promise.message()), on(promise));
  }

  String wePromise(WePromise promise) {
    return "You promised this on %s.".formatted(on(promise));
  }

  String parked(Seat seat, Parked parked) {
    var who = seat.isOurs(parked.message()) ? "You" : writer(parked.message());
    return "%s put it off until %s.".formatted(who, day(parked.until()));
  }

  String away(Parked notice) {
    return "%s is away until %s%s"
        .formatted(
            writer(notice.message()),
            day(notice.until()),
            AbsenceRules.standIn(notice.message()).map("; %s stands in."::formatted).orElse("."));
  }

  /** Of an absence without a day. */
  String standIn(String reason, StoredMessage notice, String standIn) {
    return "%s %s is away; %s stands in.".formatted(reason, writer(notice), standIn);
  }

  String returned(StoredMessage report) {
    return switch (report.reading().kind()) {
      case CHALLENGE -> "Your message waits for you to prove that you are a person.";
      case AUTOMATIC_REPLY ->
          report
              .reading()
              .contact()
              .map("Your message reached nobody: an automatic reply refers you to %s."::formatted)
              .orElse("An automatic reply asks something of you.");
      default -> "Your message did not arrive; the address may need correcting.";
    };
  }

  String ended(StoredMessage notice) {
    return "An automatic reply of %s says that it is over."
        .formatted(day(notice.sentAt().atZone(zone).toLocalDate()));
  }

  String leftOpen(TheyLeaveOpen unclear) {
    var who = writer(unclear.message());
    return switch (unclear.why()) {
      case VAGUE -> "%s wrote on %s, but left it open.".formatted(who, on(unclear));
      case TERSE -> "%s wrote too little on %s to tell who is next.".formatted(who, on(unclear));
      case SOMETIME -> "%s put it off on %s and named no day.".formatted(who, on(unclear));
    };
  }

  String nothingOpen(Seat seat, Turn last) {
    return switch (last) {
      case WeAnswer answer -> "You wrote last, on %s, and asked for nothing.".formatted(on(answer));
      case TheyAnswer answer when answer.settles() ->
          "%s settled it on %s.".formatted(writer(answer.message()), on(answer));
      default ->
          "%s wrote last, on %s, and asked you for nothing."
              .formatted(seat.isOurs(last.message()) ? "You" : writer(last.message()), on(last));
    };
  }

  String notForUs(Turn turn) {
    return "%s asked on %s, but hardly you.".formatted(writer(turn.message()), on(turn));
  }

  /** The name and the address, as far as they are told. */
  private static String contact(StoredMessage message) {
    return message.reading().contact().map(Contact::toString).orElse("somebody else");
  }

  private static String writer(StoredMessage message) {
    if (!message.fromName().isBlank()) {
      return message.fromName();
    }
    return message.sender().map(Object::toString).orElse("Somebody");
  }

  private String on(Turn turn) {
    return day(turn.message().sentAt().atZone(zone).toLocalDate());
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
