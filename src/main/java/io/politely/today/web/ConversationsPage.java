package io.politely.today.web;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.ledger.Matter;
import io.politely.ledger.MoveCounts;
import io.politely.people.Names;
import io.politely.web.Chip;
import io.politely.web.Moments;
import io.politely.web.Monogram;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list of conversations.
 *
 * @param newer the first page, or "" on it
 * @param older the next page, or "" on the last one
 * @param empty what it says with nothing in it
 */
public record ConversationsPage(
    List<TodayPage.Tab> tabs, List<Row> rows, String newer, String older, String empty) {

  public ConversationsPage {
    tabs = List.copyOf(tabs);
    rows = List.copyOf(rows);
  }

  /**
   * One conversation.
   *
   * @param rest why it stands as it does, read on after {@code who}
   */
  public record Row(
      String path,
      String who,
      String initials,
      String subject,
      String rest,
      Chip chip,
      String day,
      Instant moment) {}

  /** The addresses that a page of conversations has to name. */
  static List<EmailAddress> addresses(Page<Matter> found) {
    var moves = found.items().stream().map(Matter::move).toList();
    return Stream.concat(
            moves.stream().flatMap(move -> move.with().stream()),
            Names.mentioned(moves.stream().map(move -> move.reason()).toList()).stream())
        .distinct()
        .toList();
  }

  /**
   * @param isFirst whether no page comes before this one
   */
  static ConversationsPage of(
      Page<Matter> found,
      MoveCounts counts,
      Optional<MoveWord> only,
      boolean isFirst,
      Names names,
      Moments moments) {
    var here = "/conversations" + only.map(word -> "?is=" + word.label()).orElse("");
    return new ConversationsPage(
        tabs(counts, only),
        found.items().stream().map(matter -> row(matter, names, moments)).toList(),
        isFirst ? "" : here,
        found
            .next()
            .map(next -> here + (only.isPresent() ? "&" : "?") + "after=" + next)
            .orElse(""),
        only.isPresent() ? "No conversation is in this state." : "Nothing has been read yet.");
  }

  private static Row row(Matter matter, Names names, Moments moments) {
    var move = matter.move();
    var who = move.with().map(names::of).orElse("Somebody");
    return new Row(
        "/conversations/" + matter.conversation(),
        who,
        Monogram.of(who),
        matter.subject().isBlank() ? "(no subject)" : matter.subject(),
        afterName(who, names.in(move.reason())),
        MoveWord.of(move, moments.now()).chip(),
        moments.narrow(matter.lastAt()),
        matter.lastAt());
  }

  private static String afterName(String who, String reason) {
    return reason.startsWith(who) ? reason.substring(who.length()) : " · " + reason;
  }

  private static List<TodayPage.Tab> tabs(MoveCounts counts, Optional<MoveWord> only) {
    var numbers =
        Map.of(
            MoveWord.OURS, counts.ours(),
            MoveWord.THEIRS, counts.theirs(),
            MoveWord.SCHEDULED, counts.scheduled(),
            MoveWord.UNSURE, counts.unsure(),
            MoveWord.NOBODYS, counts.nobodys(),
            MoveWord.CLOSED, counts.closed());
    var tabs = new ArrayList<TodayPage.Tab>();
    tabs.add(
        new TodayPage.Tab(
            "All",
            numbers.values().stream().mapToLong(Long::longValue).sum(),
            "/conversations",
            only.isEmpty()));
    for (var word : MoveWord.values()) {
      tabs.add(
          new TodayPage.Tab(
              word.word(),
              numbers.getOrDefault(word, 0L),
              "/conversations?is=" + word.label(),
              only.equals(Optional.of(word))));
    }
    return tabs;
  }
}
