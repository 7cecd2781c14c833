package io.politely.today.web;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.Matter;
import io.politely.ledger.SnoozeChoice;
import io.politely.mail.SearchHit;
import io.politely.mail.SuggestedJoin;
import io.politely.people.Names;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.SuggestedMerge;
import io.politely.web.Moments;
import io.politely.web.Monogram;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything where the program asks instead of guessing.
 *
 * @param moves whose move is in doubt
 * @param count how many of these there are in all
 * @param joins messages that may belong together
 * @param merges people who may be one
 */
public record ReviewPage(
    List<MoveRow> moves,
    long count,
    List<Join> joins,
    List<Merge> merges,
    List<SnoozeChoice.Button> snoozes,
    String tomorrow) {

  private static final int LONGEST_TEXT = 180;
  private static final int ADDRESSES = 3;

  public ReviewPage {
    moves = List.copyOf(moves);
    joins = List.copyOf(joins);
    merges = List.copyOf(merges);
    snoozes = List.copyOf(snoozes);
  }

  /** Whether nothing is in doubt. */
  public boolean isDone() {
    return moves.isEmpty() && joins.isEmpty() && merges.isEmpty();
  }

  /**
   * Two messages that may belong together.
   *
   * @param sure how sure it is: {@code 42 %}
   */
  public record Join(End earlier, End later, String why, String sure) {}

  /** A message that may belong to another. */
  public record End(
      String message,
      String path,
      String who,
      String subject,
      String text,
      String day,
      Instant moment) {}

  /** Two people who may be one. */
  public record Merge(Who kept, Who merged, String why) {}

  /** One of two people. */
  public record Who(String id, String path, String name, String initials, String addresses) {}

  /** What was read for it. */
  record Found(
      List<Matter> unsure, long count, List<SuggestedJoin> joins, List<SuggestedMerge> merges) {

    /** The addresses that the page has to name. */
    List<EmailAddress> addresses() {
      var moves = unsure.stream().map(Matter::move).toList();
      return Stream.of(
              moves.stream().flatMap(move -> move.with().stream()),
              Names.mentioned(moves.stream().map(move -> move.reason()).toList()).stream(),
              joins.stream()
                  .flatMap(join -> Stream.of(join.earlier(), join.later()))
                  .flatMap(hit -> Optional.ofNullable(hit.from()).stream()))
          .flatMap(addresses -> addresses)
          .distinct()
          .toList();
    }
  }

  static ReviewPage of(Found found, Names names, Moments moments) {
    return new ReviewPage(
        found.unsure().stream()
            .map(matter -> MoveRow.of(matter, Lane.UNSURE, Optional.empty(), names, moments))
            .toList(),
        found.count(),
        found.joins().stream().map(join -> join(join, names, moments)).toList(),
        found.merges().stream().map(ReviewPage::merge).toList(),
        SnoozeChoice.buttons(moments),
        moments.today().plusDays(1).toString());
  }

  private static Join join(SuggestedJoin join, Names names, Moments moments) {
    return new Join(
        end(join.earlier(), names, moments),
        end(join.later(), names, moments),
        sentence(join.reason()),
        Math.round(join.confidence() * 100) + " %");
  }

  private static End end(SearchHit hit, Names names, Moments moments) {
    var from = hit.from();
    return new End(
        hit.message().toString(),
        "/conversations/" + hit.conversation() + "#m-" + hit.message(),
        from != null ? names.of(from) : hit.fromName().isBlank() ? "Somebody" : hit.fromName(),
        hit.subject().isBlank() ? "(no subject)" : hit.subject(),
        Snippet.shortened(hit.text(), LONGEST_TEXT),
        moments.day(hit.sentAt()),
        hit.sentAt());
  }

  private static Merge merge(SuggestedMerge merge) {
    return new Merge(who(merge.kept()), who(merge.merged()), sentence(merge.reason()));
  }

  private static Who who(Person person) {
    var addresses =
        person.addresses().stream()
            .limit(ADDRESSES)
            .map(PersonAddress::address)
            .map(EmailAddress::value)
            .collect(Collectors.joining(", "));
    return new Who(
        person.id().toString(),
        "/people/" + person.id(),
        person.name(),
        Monogram.of(person.name()),
        addresses);
  }

  /** Reasons are parts of sentences or whole ones. */
  private static String sentence(String reason) {
    if (reason.isBlank()) {
      return "";
    }
    var begun = Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
