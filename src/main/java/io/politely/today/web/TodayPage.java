package io.politely.today.web;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.Matter;
import io.politely.ledger.OpenCounts;
import io.politely.ledger.Promise;
import io.politely.ledger.SnoozeChoice;
import io.politely.mail.ConversationId;
import io.politely.people.Names;
import io.politely.web.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything on Today.
 *
 * @param day which day it is
 * @param lead how things stand, in a sentence
 * @param isFirst whether nothing was read yet
 * @param notes what the lists do not know yet, and what to do about it
 * @param debriefs meetings that just ended: they are told of while they are fresh
 * @param owed who waits for an outcome from us: before everything else
 * @param promised what was promised in calls and meetings: ours, and theirs where it is overdue
 * @param again pursuits that ended, of whose people one wanted to write to somebody by now
 * @param meetings what begins today or tomorrow
 * @param followUps whom to write to today: few, with why now
 * @param tabs the ways to narrow the page
 * @param lists what is shown, in order
 * @param snoozes the days to put something off to
 */
public record TodayPage(
    String day,
    String lead,
    boolean isFirst,
    List<Note> notes,
    List<DebriefRow> debriefs,
    List<OwedRow> owed,
    List<PromisedRow> promised,
    List<AgainRow> again,
    List<MeetingRow> meetings,
    List<FollowUpRow> followUps,
    List<Tab> tabs,
    List<Rows> lists,
    List<SnoozeChoice.Button> snoozes,
    String tomorrow) {

  public TodayPage {
    notes = List.copyOf(notes);
    debriefs = List.copyOf(debriefs);
    owed = List.copyOf(owed);
    promised = List.copyOf(promised);
    again = List.copyOf(again);
    meetings = List.copyOf(meetings);
    followUps = List.copyOf(followUps);
    tabs = List.copyOf(tabs);
    lists = List.copyOf(lists);
    snoozes = List.copyOf(snoozes);
  }

  /** A line above the lists, with a link where something can be done. */
  public record Note(String text, String link, String path) {}

  /** A way to narrow the page. */
  public record Tab(String name, long count, String path, boolean isCurrent) {}

  /**
   * One list.
   *
   * @param morePath where more of it is, or ""
   */
  public record Rows(
      String key,
      String title,
      String about,
      String empty,
      long count,
      List<MoveRow> rows,
      String more,
      String morePath) {

    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * What was read for it.
   *
   * @param only the one list that is wanted
   * @param limit how long that one may be
   * @param promises of both sides, in conversations shown where one was broken
   * @param broken how many promises of ours were
   * @param importing how many messages the running import has read
   */
  record Found(
      Optional<Lane> only,
      int limit,
      OpenCounts counts,
      Map<Lane, List<Matter>> matters,
      Map<ConversationId, List<Promise>> promises,
      long broken,
      boolean knowsOwnAddress,
      long searchBacklog,
      Optional<Long> importing) {

    /** The addresses that the page has to name. */
    List<EmailAddress> addresses() {
      var all = matters.values().stream().flatMap(List::stream).map(Matter::move).toList();
      return Stream.concat(
              all.stream().flatMap(move -> move.with().stream()),
              Names.mentioned(all.stream().map(move -> move.reason()).toList()).stream())
          .distinct()
          .toList();
    }

    boolean isNothing() {
      return !counts.anyMove();
    }
  }

  static TodayPage of(
      Found found,
      List<DebriefRow> debriefs,
      List<OwedRow> owed,
      List<PromisedRow> promised,
      List<AgainRow> again,
      List<MeetingRow> meetings,
      List<FollowUpRow> followUps,
      Names names,
      Moments moments) {
    return new TodayPage(
        moments.todayInWords(),
        lead(found),
        found.isNothing(),
        notes(found),
        debriefs,
        owed,
        promised,
        again,
        meetings,
        followUps,
        tabs(found),
        found.matters().entrySet().stream()
            .map(lane -> rows(lane.getKey(), lane.getValue(), found, names, moments))
            .toList(),
        SnoozeChoice.buttons(moments),
        moments.today().plusDays(1).toString());
  }

  private static Rows rows(
      Lane lane, List<Matter> matters, Found found, Names names, Moments moments) {
    long count = lane.countIn(found.counts());
    boolean isAll = matters.size() >= count;
    var rows =
        matters.stream()
            .map(matter ->
                MoveRow.of(
                    matter, lane, brokenPromise(matter, lane, found, moments), names, moments))
            .toList();
    return new Rows(
        lane.key(),
        lane.title(),
        lane.about(),
        lane.empty(),
        count,
        rows,
        isAll ? "" : found.only().isPresent() ? "Show more" : "Show all " + number(count),
        isAll ? "" : path(lane, found));
  }

  /** The oldest one of the side whose move it is. */
  private static Optional<Promise> brokenPromise(
      Matter matter, Lane lane, Found found, Moments moments) {
    return matter.promiseBroken()
        ? found.promises().getOrDefault(matter.conversation(), List.of()).stream()
            .filter(promise -> promise.byUs() == (lane != Lane.THEIRS))
            .filter(promise -> promise.isBroken(moments.now()))
            .min(Comparator.comparing(Promise::due))
        : Optional.empty();
  }

  private static String path(Lane lane, Found found) {
    var all = "/?list=" + lane.key();
    return found.only().isPresent() ? all + "&show=" + found.limit() * 2 : all;
  }

  private static String lead(Found found) {
    long waiting = found.counts().ours();
    long broken = found.broken();
    if (waiting == 0) {
      return "Nobody waits for you.";
    }
    var wait =
        waiting == 1
            ? "One conversation waits for you"
            : number(waiting) + " conversations wait for you";
    if (broken == 0) {
      return wait + ".";
    }
    return wait
        + ". Begin with what you promised: "
        + (broken == 1 ? "one promise is overdue." : number(broken) + " promises are overdue.");
  }

  private static List<Note> notes(Found found) {
    var notes = new ArrayList<Note>();
    found
        .importing()
        .ifPresent(messages ->
            notes.add(
                new Note(
                    "Your mailbox is being read: %s messages so far. These lists grow with it."
                        .formatted(number(messages)),
                    "See how far it is",
                    "/imports")));
    if (!found.knowsOwnAddress()) {
      notes.add(
          new Note(
              "Politely does not know which addresses are yours, so it cannot tell your messages"
                  + " from those of others.",
              "Say which are you",
              "/settings"));
    }
    if (found.searchBacklog() > 0) {
      notes.add(
          new Note(
              "Search is still reading %s messages. Today is complete already."
                  .formatted(number(found.searchBacklog())),
              "",
              ""));
    }
    return notes;
  }

  private static List<Tab> tabs(Found found) {
    var tabs = new ArrayList<Tab>();
    tabs.add(new Tab("All", 0, "/", found.only().isEmpty()));
    for (var lane : Lane.values()) {
      tabs.add(
          new Tab(
              lane.title(),
              lane.countIn(found.counts()),
              "/?list=" + lane.key(),
              found.only().equals(Optional.of(lane))));
    }
    return tabs;
  }

  private static String number(long number) {
    return "%,d".formatted(number);
  }
}
