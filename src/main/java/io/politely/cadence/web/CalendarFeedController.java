package io.politely.cadence.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import io.politely.accounts.Token;
import io.politely.cadence.Cadence;
import io.politely.cadence.CalendarFeed;
import io.politely.cadence.Channel;
import io.politely.cadence.Next;
import io.politely.cadence.Planned;
import io.politely.cadence.web.CalendarText.Event;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.ledger.Matter;
import io.politely.ledger.Move;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.pursuits.Nurture;
import io.politely.pursuits.Pursuits;
import io.politely.web.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What is due, as calendars read it. No session is asked for or made, reading changes nothing, and
 * whatever opens no feed gets the same answer.
 */
@Controller
class CalendarFeedController {

  private static final int A_MINUTE = 10;
  private static final int MOST = 100;
  private static final int DAYS_AHEAD = 90;

  private static final MediaType CALENDAR = new MediaType("text", "calendar", UTF_8);
  private static final MediaType TEXT = new MediaType("text", "plain", UTF_8);

  private final Cadence cadence;
  private final People people;
  private final Ledger ledger;
  private final Pursuits pursuits;
  private final Clock clock;
  private final Throttle throttle = new Throttle();

  CalendarFeedController(
      Cadence cadence, People people, Ledger ledger, Pursuits pursuits, Clock clock) {
    this.cadence = cadence;
    this.people = people;
    this.ledger = ledger;
    this.pursuits = pursuits;
    this.clock = clock;
  }

  @GetMapping(CalendarController.HERE + "/{token}.ics")
  ResponseEntity<byte[]> read(@PathVariable String token, HttpServletRequest request) {
    var now = clock.instant();
    if (!throttle.allows(request.getRemoteAddr(), A_MINUTE, now)) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
          .header(HttpHeaders.RETRY_AFTER, Long.toString(Throttle.WINDOW.toSeconds()))
          .contentType(TEXT)
          .body("This was read too often. Wait a minute, then try again.\n".getBytes(UTF_8));
    }
    var server = URI.create(request.getRequestURL().toString());
    return Token.parse(token)
        .flatMap(it -> read(it, server, now))
        .map(text -> answer(HttpStatus.OK, CALENDAR, text))
        .orElseGet(() -> answer(HttpStatus.NOT_FOUND, TEXT, "There is nothing here.\n"));
  }

  private static ResponseEntity<byte[]> answer(HttpStatus status, MediaType type, String text) {
    return ResponseEntity.status(status)
        .header("X-Robots-Tag", "noindex, nofollow")
        .contentType(type)
        .body(text.getBytes(UTF_8));
  }

  private Optional<String> read(Token token, URI server, Instant now) {
    return cadence
        .feed(token.workspace(), token, now)
        .map(feed -> text(token.workspace(), feed, server, now));
  }

  private String text(WorkspaceId workspace, CalendarFeed feed, URI server, Instant now) {
    var persons =
        people.persons(
            workspace, feed.due().stream().map(it -> it.followUp().person()).collect(toSet()));
    var events = new ArrayList<Event>();
    for (var planned : feed.due()) {
      var name =
          Optional.ofNullable(persons.get(planned.followUp().person()))
              .map(Person::name)
              .orElse("somebody");
      events.add(event(planned, name, feed, server, now));
    }
    ledger
        .scheduled(workspace, now, MOST)
        .forEach(it -> parked(it, feed, server).ifPresent(events::add));
    var today = LocalDate.ofInstant(now, feed.zone());
    var again = pursuits.dueNurtures(workspace, today.plusDays(DAYS_AHEAD), MOST);
    var named = pursuits.named(workspace, again.stream().map(Nurture::pursuit).collect(toSet()));
    again.forEach(
        it -> events.add(again(it, named.getOrDefault(it.pursuit(), "a pursuit"), today, server)));
    return CalendarText.of("Follow-ups", events, now);
  }

  /** A conversation that waits for a day. */
  private static Optional<Event> parked(Matter matter, CalendarFeed feed, URI server) {
    if (!(matter.move() instanceof Move.Scheduled scheduled)) {
      return Optional.empty();
    }
    var address = server.resolve("/conversations/" + matter.conversation()).toString();
    return Optional.of(
        new Event(
            "conversation-" + matter.conversation() + "@politely",
            new CalendarText.When.On(LocalDate.ofInstant(scheduled.until(), feed.zone())),
            "Back again: " + matter.subject(),
            scheduled.reason() + "\n" + address,
            address));
  }

  /** A pursuit that is taken up again. */
  private static Event again(Nurture nurture, String name, LocalDate today, URI server) {
    var address = server.resolve("/pursuits/" + nurture.pursuit()).toString();
    return new Event(
        "pursuit-" + nurture.pursuit() + "@politely",
        new CalendarText.When.On(nurture.on().isBefore(today) ? today : nurture.on()),
        "Take up again: " + name,
        nurture.why() + "\n" + address,
        address);
  }

  private static Event event(
      Planned planned, String name, CalendarFeed feed, URI server, Instant now) {
    var id = planned.followUp().id();
    var address = server.resolve("/follow-ups/" + id).toString();
    return new Event(
        "follow-up-" + id + "@politely",
        when(planned.next(), feed, now),
        summary(planned.next(), name),
        planned.next().reason() + "\n" + address,
        address);
  }

  /** What is due already stands on the present day until it is done. */
  private static CalendarText.When when(Next next, CalendarFeed feed, Instant now) {
    var best =
        switch (next) {
          case Next.Touch touch -> touch.best();
          case Next.Close close -> close.best();
          case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ ->
              now;
        };
    return best.isAfter(now)
        ? new CalendarText.When.At(best)
        : new CalendarText.When.On(LocalDate.ofInstant(now, feed.zone()));
  }

  private static String summary(Next next, String name) {
    return switch (next) {
      case Next.Touch touch when touch.channel() == Channel.CALL -> "Call " + name;
      case Next.Touch touch -> "Write to %s: %s".formatted(name, note(touch.number()));
      case Next.Close _ -> "Write to %s: the last word".formatted(name);
      case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ -> name;
    };
  }

  private static String note(int number) {
    return switch (number) {
      case 1 -> "first note";
      case 2 -> "second note";
      case 3 -> "third note";
      default -> "note %d".formatted(number);
    };
  }
}
