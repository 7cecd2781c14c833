package io.politely.outbox.web;

import io.politely.kernel.EmailAddress;
import io.politely.outbox.OutgoingId;
import io.politely.outbox.OutgoingMail;
import io.politely.outbox.OutgoingState;
import io.politely.outbox.Step;
import io.politely.outbox.web.OutboxPage.Day;
import io.politely.outbox.web.OutboxPage.Doubt;
import io.politely.outbox.web.OutboxPage.Row;
import io.politely.outbox.web.OutboxPage.StepLine;
import io.politely.outbox.web.PreviewPage.Recipient;
import io.politely.people.Names;
import io.politely.web.Moments;
import io.politely.web.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays out mails, as of a moment and in a zone.
 *
 * @param members the names of those who act, by their ids
 * @param sent where mails in doubt would lie that leave no trace
 * @param known what is before the reader's eyes
 */
record OutboxPages(
    Names names,
    Map<String, String> members,
    Map<OutgoingId, SentFolder> sent,
    Instant known,
    Instant now,
    ZoneId zone) {

  private static final int DAYS_SHOWN = 60;
  private static final int NAMES_SHOWN = 4;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

  OutboxPages {
    members = Map.copyOf(members);
    sent = Map.copyOf(sent);
  }

  /** Whoever is named on a page. */
  static List<EmailAddress> addresses(Stream<OutgoingMail> mails) {
    return mails.flatMap(OutboxPages::recipients).distinct().toList();
  }

  OutboxPage page(
      String fence,
      List<OutgoingMail> open,
      Map<OutgoingId, List<Step>> steps,
      List<OutgoingMail> lately) {
    var waiting = open.stream().filter(mail -> mail.state() != OutgoingState.IN_DOUBT).toList();
    var doubts = open.stream().filter(mail -> mail.state() == OutgoingState.IN_DOUBT).toList();
    return new OutboxPage(
        summary(waiting, doubts.size()),
        fence,
        doubts.stream().map(mail -> doubt(mail, steps.getOrDefault(mail.id(), List.of()))).toList(),
        days(waiting),
        lately.stream().filter(mail -> mail.state().isFinal()).map(this::row).toList());
  }

  OutgoingPage page(OutgoingMail mail, List<Step> steps) {
    return new OutgoingPage(
        row(mail),
        mail.state() == OutgoingState.IN_DOUBT,
        lines(steps),
        ofSent(mail, steps),
        Recipient.of(names, mail.to(), mail.cc(), mail.bcc()),
        mail.body());
  }

  private Doubt doubt(OutgoingMail mail, List<Step> steps) {
    return new Doubt(row(mail), lines(steps), ofSent(mail, steps));
  }

  /** What the Sent folder tells of a mail in doubt, or "". */
  private String ofSent(OutgoingMail mail, List<Step> steps) {
    var folder = sent.get(mail.id());
    return folder == null ? "" : folder.saysOf(steps, new Moments(now, zone));
  }

  private static String summary(List<OutgoingMail> waiting, int doubts) {
    long held = waiting.stream().filter(mail -> !mail.hold().isEmpty()).count();
    var parts = new ArrayList<String>();
    parts.add(waiting.isEmpty() ? "Nothing waits" : counted(waiting.size(), "waits", "wait"));
    if (held > 0) {
      parts.add(counted(held, "of them needs you", "of them need you"));
    }
    if (doubts > 0) {
      parts.add(counted(doubts, "is in doubt", "are in doubt"));
    }
    return String.join(", ", parts) + ".";
  }

  private static String counted(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private List<Day> days(List<OutgoingMail> waiting) {
    var today = LocalDate.ofInstant(now, zone);
    var days = new LinkedHashMap<String, List<Row>>();
    for (var mail : waiting) {
      var day = LocalDate.ofInstant(mail.dueAt(), zone);
      var name =
          !day.isAfter(today)
              ? "Today"
              : day.isAfter(today.plusDays(DAYS_SHOWN)) ? "Later" : DAY.format(day);
      days.computeIfAbsent(name, _ -> new ArrayList<>()).add(row(mail));
    }
    var laidOut = new ArrayList<Day>();
    days.forEach((name, rows) -> laidOut.add(new Day("day-" + laidOut.size(), name, rows)));
    return laidOut;
  }

  private Row row(OutgoingMail mail) {
    boolean isOpen =
        mail.state() == OutgoingState.PLANNED
            || mail.state() == OutgoingState.DUE
            || mail.state() == OutgoingState.CLAIMED;
    boolean isHeld = isOpen && !mail.hold().isEmpty();
    var sentAt = mail.sentAt();
    var at = sentAt == null ? mail.dueAt() : sentAt;
    var look = isHeld ? "ours" : look(mail.state());
    var conversation = mail.conversation();
    return new Row(
        "/outbox/" + mail.id(),
        mail.subject().isBlank() ? "No subject" : mail.subject(),
        "to " + named(mail),
        look,
        look,
        isHeld ? "Held" : word(mail.state()),
        isHeld ? mail.hold() : mail.problem(),
        When.of(at, now, zone),
        new Moments(now, zone).day(at) + ", " + TIME.format(at.atZone(zone)),
        isHeld,
        isOpen,
        conversation == null ? "" : "/conversations/" + conversation,
        known.toString());
  }

  private static String look(OutgoingState state) {
    return switch (state) {
      case PLANNED, DUE -> "scheduled";
      case CLAIMED, DISPATCHING -> "theirs";
      case SENT -> "closed";
      case FAILED -> "overdue";
      case IN_DOUBT -> "unsure";
      case CANCELLED -> "nobodys";
    };
  }

  private static String word(OutgoingState state) {
    return switch (state) {
      case PLANNED -> "Planned";
      case DUE -> "Due";
      case CLAIMED -> "Being sent";
      case DISPATCHING -> "Leaving now";
      case SENT -> "Sent";
      case FAILED -> "Failed";
      case IN_DOUBT -> "In doubt";
      case CANCELLED -> "Cancelled";
    };
  }

  private List<StepLine> lines(List<Step> steps) {
    return steps.stream()
        .map(step ->
            new StepLine(
                When.of(step.at(), now, zone),
                new Moments(now, zone).stamp(step.at()),
                word(step.state()),
                step.reason(),
                members.getOrDefault(step.by(), "")))
        .toList();
  }

  private String named(OutgoingMail mail) {
    var all = recipients(mail).map(names::of).distinct().toList();
    return all.size() <= NAMES_SHOWN
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, NAMES_SHOWN - 1))
            + " and %d others".formatted(all.size() - NAMES_SHOWN + 1);
  }

  private static Stream<EmailAddress> recipients(OutgoingMail mail) {
    return Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream);
  }
}
