package io.politely.today.web;

import io.politely.ledger.Evidence;
import io.politely.ledger.Matter;
import io.politely.ledger.Move;
import io.politely.ledger.Promise;
import io.politely.people.Names;
import io.politely.web.Chip;
import io.politely.web.Moments;
import io.politely.web.Monogram;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A conversation with its move, as Today shows it.
 *
 * @param path where the conversation is
 * @param who the other side
 * @param whoPath the page of the other side, or ""
 * @param company where they work, or ""
 * @param quote the words that show whose move it is, or ""
 * @param why the reason, in a sentence
 * @param span how long: {@code 12 days}
 * @param since from when, or until when: {@code since Tue 3 March}
 * @param moment the moment that {@code since} means
 * @param isLate whether {@code since} says that something is overdue
 * @param acts what to decide, the likeliest
 * @param more what else to decide
 */
public record MoveRow(
    String path,
    String who,
    String whoPath,
    String company,
    String initials,
    String subject,
    Chip chip,
    String quote,
    String why,
    String span,
    String since,
    Instant moment,
    boolean isLate,
    List<Act> acts,
    List<Act> more) {

  private static final int LONGEST_QUOTE = 220;
  private static final String NO_SUBJECT = "(no subject)";

  public MoveRow {
    acts = List.copyOf(acts);
    more = List.copyOf(more);
  }

  /** Where its decisions are made. */
  public String decisions() {
    return path + "/decisions";
  }

  /**
   * @param broken the promise in it that whoever has the move broke
   */
  static MoveRow of(
      Matter matter, Lane lane, Optional<Promise> broken, Names names, Moments moments) {
    var move = matter.move();
    var who = move.with().map(names::of).orElse("Somebody");
    var time = time(move, broken, moments);
    return new MoveRow(
        "/conversations/" + matter.conversation(),
        who,
        move.with().map(names::path).orElse(""),
        move.with().map(names::company).orElse(""),
        Monogram.of(who),
        matter.subject().isBlank() ? NO_SUBJECT : matter.subject(),
        chip(matter, lane),
        quote(move, broken),
        names.in(move.reason()),
        time.span(),
        time.words(),
        time.moment(),
        time.isLate(),
        lane.acts(),
        lane.more());
  }

  private static Chip chip(Matter matter, Lane lane) {
    if (matter.promiseBroken()) {
      return new Chip("overdue", lane == Lane.THEIRS ? "They promised" : "You promised");
    }
    return new Chip(lane.key(), lane.title());
  }

  private static String quote(Move move, Optional<Promise> broken) {
    var words =
        switch (move.evidence()) {
          case Evidence.Words(_, String quote) -> quote;
          case Evidence.UserDecision _ -> "";
        };
    return Snippet.shortened(broken.map(Promise::quote).orElse(words), LONGEST_QUOTE);
  }

  private record Time(String span, String words, Instant moment, boolean isLate) {}

  private static Time time(Move move, Optional<Promise> broken, Moments moments) {
    if (broken.isPresent()) {
      var due = broken.get().due();
      return new Time(moments.wait(due) + " late", "due " + moments.day(due), due, true);
    }
    return switch (move) {
      case Move.Theirs theirs -> theirs(theirs, moments);
      case Move.Scheduled scheduled when !moments.isPast(scheduled.until()) ->
          new Time(
              moments.fromNow(scheduled.until()),
              "back " + moments.day(scheduled.until()),
              scheduled.until(),
              false);
      case Move.Scheduled over ->
          new Time("back today", "since " + moments.day(over.until()), over.until(), false);
      case Move.Ours _, Move.Nobodys _, Move.Closed _, Move.Unsure _ ->
          new Time(
              moments.wait(move.since()),
              "since " + moments.day(move.since()),
              move.since(),
              false);
    };
  }

  private static Time theirs(Move.Theirs move, Moments moments) {
    var due = move.due();
    var words = moments.isPast(due) ? "reminder was due " : "reminder due ";
    return new Time(moments.wait(move.since()), words + moments.day(due), due, false);
  }
}
