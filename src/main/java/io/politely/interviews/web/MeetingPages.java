package io.politely.interviews.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.calendar.Calendar;
import io.politely.calendar.Meeting;
import io.politely.interviews.Brief;
import io.politely.interviews.Brief.Answered;
import io.politely.interviews.Brief.Check;
import io.politely.interviews.Brief.Participant;
import io.politely.interviews.BriefGuide.Scope;
import io.politely.interviews.Interview;
import io.politely.interviews.InterviewKind;
import io.politely.interviews.Interviews;
import io.politely.interviews.Seat;
import io.politely.interviews.web.MeetingPage.Ask;
import io.politely.interviews.web.MeetingPage.BriefLine;
import io.politely.interviews.web.MeetingPage.Choice;
import io.politely.interviews.web.MeetingPage.Doubt;
import io.politely.interviews.web.MeetingPage.Likely;
import io.politely.interviews.web.MeetingPage.Link;
import io.politely.interviews.web.MeetingPage.Minutes;
import io.politely.interviews.web.MeetingPage.Person;
import io.politely.interviews.web.MeetingPage.Typed;
import io.politely.interviews.web.MeetingsPage.MeetingRow;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.PursuitFilter;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.web.When;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lays out the pages of meetings. */
@Component
class MeetingPages {

  private static final Duration AHEAD = Duration.ofDays(90);
  private static final Duration BACK = Duration.ofDays(90);
  private static final int MOST = 100;
  private static final int MOST_PURSUITS = 40;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private final Accounts accounts;
  private final Calendar calendar;
  private final Interviews interviews;
  private final Pursuits pursuits;
  private final People people;
  private final Clock clock;

  MeetingPages(
      Accounts accounts,
      Calendar calendar,
      Interviews interviews,
      Pursuits pursuits,
      People people,
      Clock clock) {
    this.accounts = accounts;
    this.calendar = calendar;
    this.interviews = interviews;
    this.pursuits = pursuits;
    this.people = people;
    this.clock = clock;
  }

  MeetingsPage list(SignedIn me) {
    var now = clock.instant();
    var all = calendar.between(me.workspace(), now.minus(BACK), now.plus(AHEAD), 2 * MOST);
    var known = interviews.interviews(me.workspace(), all.stream().map(Meeting::id).toList());
    var aims =
        pursuits.named(
            me.workspace(),
            known.values().stream()
                .flatMap(it -> it.pursuit().stream())
                .collect(Collectors.toSet()));
    var own = accounts.ownAddresses(me.workspace());
    var coming = new ArrayList<MeetingRow>();
    var past = new ArrayList<MeetingRow>();
    for (var meeting : all) {
      var row = row(meeting, Optional.ofNullable(known.get(meeting.id())), own, aims, me, now);
      (meeting.ends().isAfter(now) ? coming : past).add(row);
    }
    return new MeetingsPage(
        coming.stream().limit(MOST).toList(), past.reversed().stream().limit(MOST).toList());
  }

  private static MeetingRow row(
      Meeting meeting,
      Optional<Interview> interview,
      Set<EmailAddress> own,
      Map<PursuitId, String> aims,
      SignedIn me,
      Instant now) {
    var others =
        meeting.attendees().stream()
            .filter(it -> !own.contains(it.address()))
            .map(it -> it.name().isEmpty() ? it.address().value() : it.name())
            .limit(4)
            .collect(Collectors.joining(", "));
    return new MeetingRow(
        meeting.isPrivate() ? "" : "/meetings/" + meeting.id(),
        meeting.isPrivate() ? "Busy" : title(meeting),
        interview
            .filter(it -> it.kind() != InterviewKind.OTHER)
            .map(it -> it.kind().said())
            .orElse(""),
        interview.flatMap(Interview::pursuit).map(it -> aims.getOrDefault(it, "")).orElse(""),
        meeting.isPrivate() ? "" : others,
        meeting.isBooked() ? (meeting.isAllDay() ? "All day" : "") : "Called off",
        !meeting.isBooked(),
        When.of(meeting.starts(), now, me.zone()));
  }

  private static String title(Meeting meeting) {
    return meeting.title().isBlank() ? "Meeting" : meeting.title();
  }

  MeetingPage show(SignedIn me, Brief brief) {
    return show(me, brief, new Typed("", "", "", ""));
  }

  MeetingPage show(SignedIn me, Brief brief, Typed typed) {
    var now = clock.instant();
    var meeting = brief.meeting();
    var interview = brief.interview();
    return new MeetingPage(
        "/meetings/" + meeting.id(),
        title(meeting),
        When.of(meeting.starts(), now, me.zone()),
        said(meeting, me.zone()),
        theirs(me, brief),
        meeting.place(),
        meeting.words(),
        interview.kind().said(),
        interview.seat().said(),
        brief.pursuit().map(it -> it.name()).orElse(""),
        brief.pursuit().map(it -> "/pursuits/" + it.id()).orElse(""),
        interview
            .candidate()
            .flatMap(it -> people.person(me.workspace(), it))
            .map(it -> it.name())
            .orElse(""),
        interview.reason(),
        note(meeting, now),
        meeting.isHeldBy(now) ? "/meetings/" + meeting.id() + "/debrief" : "",
        brief.ready(),
        brief.checks().stream().filter(it -> !it.isDone()).map(Check::says).toList(),
        brief.checks().stream().filter(Check::isDone).map(Check::says).toList(),
        brief.frame().stream().map(MeetingPages::entry).toList(),
        brief.participants().stream().map(it -> person(it, brief, me, now)).toList(),
        brief.basics().stream().map(MeetingPages::entry).toList(),
        proofs(me, brief),
        doubts(me, brief),
        brief.likely().stream().map(it -> new Likely(it.question(), it.why())).toList(),
        brief.asks().stream().map(it -> new Ask(it.question(), it.follow(), it.why())).toList(),
        ownAsks(brief),
        brief.money().stream().map(MeetingPages::entry).toList(),
        brief.expectations().stream().map(MeetingPages::entry).toList(),
        brief.experience(),
        brief.plan().stream().map(it -> new Minutes(it.minutes(), it.what())).toList(),
        practised(brief),
        interview.seat() == Seat.RECRUITER
                && interview.candidate().isPresent()
                && !brief.requirements().isEmpty()
            ? "/meetings/" + meeting.id() + "/scorecard"
            : "",
        link(me, brief),
        typed);
  }

  private static String said(Meeting meeting, ZoneId zone) {
    if (meeting.isAllDay()) {
      return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH)
          .format(meeting.starts().atZone(zone));
    }
    return "%s to %s (%s)"
        .formatted(
            DAY.format(meeting.starts().atZone(zone)),
            TIME.format(meeting.ends().atZone(zone)),
            zone.getId());
  }

  /** By the clock of the first who comes and whose clock is known, else that of the calendar. */
  private static String theirs(SignedIn me, Brief brief) {
    var meeting = brief.meeting();
    var zone =
        brief.participants().stream()
            .flatMap(it -> Stream.ofNullable(it.zone()))
            .findFirst()
            .orElse(meeting.zone());
    boolean same =
        zone.getRules()
            .getOffset(meeting.starts())
            .equals(me.zone().getRules().getOffset(meeting.starts()));
    return meeting.isAllDay() || same ? "" : said(meeting, zone);
  }

  private static String note(Meeting meeting, Instant now) {
    if (!meeting.isBooked()) {
      return "It was called off: nothing follows from it.";
    }
    return meeting.ends().isAfter(now) ? "" : "It is over.";
  }

  private static BriefLine entry(Answered answered) {
    var field = answered.field();
    return new BriefLine(
        name(field.scope(), answered.subject(), field.key()),
        field.label(),
        field.ask().isEmpty()
            ? field.hint()
            : answered.isKnown() ? "" : "Not known: ask “" + field.ask() + "”",
        answered.words(),
        answered.source(),
        field.scope() == Scope.PERSON && !field.ask().isEmpty());
  }

  private static String name(Scope scope, UUID subject, String key) {
    return "line/" + scope.word() + "/" + subject + "/" + key;
  }

  private static Person person(Participant who, Brief brief, SignedIn me, Instant now) {
    var id = who.person();
    var address = who.address();
    var about =
        Stream.of(who.part(), who.role(), who.level())
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" · "));
    var wrote = who.wrote();
    return new Person(
        who.name(),
        who.person() == null ? "" : "/people/" + who.person(),
        about.isEmpty() && who.address() != null ? who.address().value() : about,
        wrote == null
            ? ""
            : "%s, “%s”: %s"
                .formatted(
                    When.of(wrote.at(), now, me.zone()).day(), wrote.subject(), wrote.words()),
        wrote == null ? "" : "/conversations/" + wrote.conversation(),
        String.join(", ", who.mutuals()),
        who.notes(),
        who.fields().stream().map(MeetingPages::entry).toList(),
        id != null || address == null ? "" : "%s <%s>".formatted(who.name(), address.value()),
        id != null && brief.interview().added().contains(id)
            ? "/meetings/%s/people/%s".formatted(brief.meeting().id(), id)
            : "");
  }

  private static List<BriefLine> proofs(SignedIn me, Brief brief) {
    var self = self(me, brief);
    return brief.requirements().stream()
        .map(it ->
            new BriefLine(
                name(self.scope(), self.subject(), it.key()),
                it.requirement(),
                "What was, what you did, what came of it; with a number.",
                it.words(),
                "",
                false))
        .toList();
  }

  private static List<Doubt> doubts(SignedIn me, Brief brief) {
    var self = self(me, brief);
    return brief.concerns().stream()
        .map(it ->
            new Doubt(
                it.concern().thought(),
                it.isOwn(),
                new BriefLine(
                    name(self.scope(), self.subject(), it.key()),
                    it.concern().label(),
                    it.concern().answer(),
                    it.words(),
                    "",
                    false),
                it.kept()
                    .map(id -> "/meetings/%s/concerns/%s".formatted(brief.meeting().id(), id))
                    .orElse("")))
        .toList();
  }

  private record Self(Scope scope, UUID subject) {}

  private static Self self(SignedIn me, Brief brief) {
    return brief
        .interview()
        .candidate()
        .filter(_ -> brief.interview().seat() == Seat.RECRUITER)
        .map(it -> new Self(Scope.PERSON, it.value()))
        .orElseGet(() -> new Self(Scope.OWN, me.member().value()));
  }

  private static BriefLine ownAsks(Brief brief) {
    return new BriefLine(
        name(Scope.MEETING, brief.meeting().id().value(), "asks"),
        "Your own questions",
        "One in a line.",
        brief.asks().stream()
            .filter(it -> it.why().equals("Yours"))
            .map(it -> it.question())
            .collect(Collectors.joining("\n")),
        "",
        false);
  }

  /** The questions of a brief that are worth saying aloud, one after another, and again. */
  PracticePage practice(SignedIn me, Brief brief, int position) {
    var questions =
        Stream.concat(
                brief.basics().stream().map(it -> it.field().label()),
                brief.likely().stream().filter(it -> it.practise()).map(it -> it.question()))
            .toList();
    var own = questions.isEmpty() ? List.of("Why are you the one for this?") : questions;
    int place = Math.floorMod(position - 1, own.size());
    var question = own.get(place);
    var here = "/meetings/" + brief.meeting().id();
    return new PracticePage(
        here,
        title(brief.meeting()),
        place + 1,
        own.size(),
        question,
        brief.basics().stream()
            .filter(it -> it.field().label().equals(question))
            .map(it -> it.isKnown() ? it.words() : it.field().hint())
            .findFirst()
            .orElse("What was, what you did yourself, what came of it; with a number."),
        here + "/practice?question=" + (place + 2),
        brief.practices().stream()
            .filter(it -> it.question().equals(question))
            .limit(3)
            .map(it ->
                "%s: %d:%02d%s"
                    .formatted(
                        When.of(it.at(), clock.instant(), me.zone()).relative(),
                        it.seconds() / 60,
                        it.seconds() % 60,
                        it.verdict().equals("good")
                            ? ", good"
                            : it.verdict().equals("again") ? ", to be said again" : ""))
            .toList());
  }

  private static String practised(Brief brief) {
    if (brief.practices().isEmpty()) {
      return "";
    }
    return brief.practices().size() == 1
        ? "One answer practised."
        : brief.practices().size() + " answers practised.";
  }

  private Link link(SignedIn me, Brief brief) {
    var interview = brief.interview();
    var aims = new ArrayList<Choice>();
    aims.add(new Choice("", "None", interview.pursuit().isEmpty()));
    brief.pursuit().ifPresent(it -> aims.add(new Choice(it.id().toString(), it.name(), true)));
    pursuits.list(me.workspace(), PursuitFilter.all(), MOST_PURSUITS).shown().stream()
        .filter(it -> !interview.pursuit().equals(Optional.of(it.id())))
        .limit(MOST_PURSUITS)
        .forEach(it -> aims.add(new Choice(it.id().toString(), it.name(), false)));
    return new Link(
        Arrays.stream(InterviewKind.values())
            .map(it -> new Choice(it.word(), it.said(), it == interview.kind()))
            .toList(),
        aims,
        Arrays.stream(Seat.values())
            .map(it -> new Choice(it.word(), it.said(), it == interview.seat()))
            .toList(),
        candidates(me, brief));
  }

  private List<Choice> candidates(SignedIn me, Brief brief) {
    var interview = brief.interview();
    if (interview.pursuit().isEmpty() || interview.seat() != Seat.RECRUITER) {
      return List.of();
    }
    var parts =
        pursuits.parts(me.workspace(), interview.pursuit().get()).stream()
            .filter(it -> it.role() == Role.CANDIDATE)
            .map(Part::person)
            .toList();
    var named = people.persons(me.workspace(), parts);
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", "Nobody", interview.candidate().isEmpty()));
    for (PersonId part : parts) {
      var person = named.get(part);
      if (person != null) {
        choices.add(
            new Choice(
                part.toString(),
                person.name(),
                interview.candidate().filter(part::equals).isPresent()));
      }
    }
    return choices;
  }
}
