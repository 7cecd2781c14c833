package io.politely.interviews.web;

import io.politely.accounts.SignedIn;
import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.calendar.NewMeeting;
import io.politely.calendar.OwnEvents;
import io.politely.database.NewIds;
import io.politely.interviews.Brief;
import io.politely.interviews.BriefGuide.Scope;
import io.politely.interviews.Interview;
import io.politely.interviews.InterviewKind;
import io.politely.interviews.Interviews;
import io.politely.interviews.Line;
import io.politely.interviews.Seat;
import io.politely.interviews.web.NewMeetingPage.Choice;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.PursuitFilter;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import io.politely.web.Typed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Meetings: the list, one that is noted by hand, and the brief. */
@Controller
class MeetingController {

  private static final int LONGEST_LINE = 2_000;
  private static final int LONGEST_SOURCE = 200;
  private static final int LONGEST_TITLE = 300;
  private static final int MOST_PURSUITS = 60;
  private static final int LONGEST_MEETING = 24 * 60;
  private static final int LONGEST_PRACTICE = 3600;
  private static final String WRITE_AN_ADDRESS =
      "Write a mail address, with the name before it: Maren Holt <maren@example.com>.";

  private final Calendar calendar;
  private final Interviews interviews;
  private final MeetingPages pages;
  private final DebriefPages debriefPages;
  private final BriefPdf pdf;
  private final Pursuits pursuits;
  private final People people;
  private final NewIds ids;
  private final OwnEvents ownEvents;
  private final Templates templates;
  private final Clock clock;

  MeetingController(
      Calendar calendar,
      Interviews interviews,
      MeetingPages pages,
      DebriefPages debriefPages,
      BriefPdf pdf,
      Pursuits pursuits,
      People people,
      NewIds ids,
      OwnEvents ownEvents,
      Templates templates,
      Clock clock) {
    this.calendar = calendar;
    this.interviews = interviews;
    this.pages = pages;
    this.debriefPages = debriefPages;
    this.pdf = pdf;
    this.pursuits = pursuits;
    this.people = people;
    this.ids = ids;
    this.ownEvents = ownEvents;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/meetings")
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.interviewsMeetings(frame, pages.list(me)));
  }

  /** The form of a meeting that no calendar tells of. */
  @GetMapping("/meetings/new")
  Answer form(SignedIn me, Frame frame, @RequestParam(defaultValue = "") String pursuit) {
    return Answer.page(
        templates.interviewsNew(
            frame,
            new NewMeetingPage("", "", "10:00", "60", "", "", pursuit, choices(me, pursuit), "")));
  }

  @PostMapping("/meetings")
  Answer note(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "") String time,
      @RequestParam(defaultValue = "") String minutes,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String people,
      @RequestParam(defaultValue = "") String pursuit) {
    var starts = moment(me, day, time);
    var length = number(minutes);
    var attendees = attendees(people);
    var problem =
        title.isBlank()
            ? "Give the meeting a name."
            : starts == null
                ? "Give a day and a time, as 2026-03-02 and 14:30."
                : length < 1 || length > LONGEST_MEETING
                    ? "Give the minutes that it takes, from 1 to 1440."
                    : attendees == null
                        ? "Write one mail address in a line, with or without a name before it."
                        : "";
    if (!problem.isEmpty() || starts == null || attendees == null) {
      return Answer.problem(
          templates.interviewsNew(
              frame,
              new NewMeetingPage(
                  title,
                  day,
                  time,
                  minutes,
                  place,
                  people,
                  pursuit,
                  choices(me, pursuit),
                  problem)));
    }
    var now = clock.instant();
    var id =
        calendar.note(
            me.workspace(),
            new NewMeeting(
                ids.next().toString(),
                "",
                0,
                now,
                Typed.words(title, LONGEST_TITLE),
                Typed.words(place, LONGEST_LINE),
                "",
                starts,
                starts.plus(Duration.ofMinutes(length)),
                false,
                me.zone(),
                MeetingState.BOOKED,
                false,
                attendees),
            me.member(),
            now);
    var aim = Typed.uuid(pursuit).map(PursuitId::new);
    if (aim.isPresent() && pursuits.pursuit(me.workspace(), aim.get()).isPresent()) {
      var meeting = calendar.meeting(me.workspace(), id).orElseThrow();
      var guess = interviews.guess(me.workspace(), meeting);
      var kind = pursuits.pursuit(me.workspace(), aim.get()).orElseThrow().kind();
      interviews.tell(
          me.workspace(),
          new Interview(
              id,
              aim.get(),
              guess.kind() == InterviewKind.OTHER ? InterviewKind.HIRING_MANAGER : guess.kind(),
              Seat.in(kind),
              guess.about(),
              "You said so.",
              true,
              List.of()),
          now);
    }
    return Answer.seeOther("/meetings/" + id, Toast.saying("Noted."));
  }

  @GetMapping("/meetings/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    return Answer.page(templates.interviewsMeeting(frame, pages.show(me, brief(me, id))));
  }

  /** The brief on two sheets of paper. */
  @GetMapping("/meetings/{id}/brief.pdf")
  ResponseEntity<byte[]> print(SignedIn me, @PathVariable UUID id) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"brief.pdf\"")
        .body(pdf.render(pages.show(me, brief(me, id))));
  }

  /** Keeps what was written into the brief. */
  @PutMapping("/meetings/{id}/lines")
  Answer write(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
    brief(me, id);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var lines = new ArrayList<Line>();
    for (var name : fields.keySet()) {
      line(name, fields, now).ifPresent(lines::add);
    }
    var here = "/meetings/" + id;
    int changed = interviews.write(me.workspace(), new MeetingId(id), lines, me.member(), now);
    return changed == 0
        ? Answer.seeOther(here)
        : Answer.seeOther(here, Toast.undoable("Saved.", here + "/lines/" + now.toEpochMilli()));
  }

  @DeleteMapping("/meetings/{id}/lines/{at}")
  Answer takeBack(SignedIn me, @PathVariable UUID id, @PathVariable long at) {
    int back =
        interviews.takeBack(
            me.workspace(), new MeetingId(id), me.member(), Instant.ofEpochMilli(at));
    if (back == 0) {
      throw missing();
    }
    return Answer.seeOther("/meetings/" + id, Toast.saying("It stands there as before."));
  }

  /** Keeps what the user says that the meeting is. */
  @PutMapping("/meetings/{id}/link")
  Answer tell(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String seat,
      @RequestParam(defaultValue = "") String pursuit,
      @RequestParam(defaultValue = "") String candidate) {
    var before = brief(me, id).interview();
    var aim =
        Typed.uuid(pursuit)
            .map(PursuitId::new)
            .flatMap(it -> pursuits.pursuit(me.workspace(), it))
            .orElse(null);
    var about =
        aim == null
            ? null
            : Typed.uuid(candidate)
                .map(PersonId::new)
                .filter(person ->
                    pursuits.parts(me.workspace(), aim.id()).stream()
                        .anyMatch(part -> part.person().equals(person)))
                .orElse(null);
    interviews.tell(
        me.workspace(),
        new Interview(
            new MeetingId(id),
            aim == null ? null : aim.id(),
            InterviewKind.of(kind).orElse(before.kind()),
            aim == null ? Seat.of(seat).orElse(before.seat()) : Seat.in(aim.kind()),
            about,
            "You said so.",
            true,
            before.added()),
        clock.instant());
    return Answer.seeOther(
        "/meetings/" + id, Toast.undoable("Changed.", "/meetings/" + id + "/link"));
  }

  /** Believes again what is found out. */
  @DeleteMapping("/meetings/{id}/link")
  Answer guess(SignedIn me, @PathVariable UUID id) {
    var meeting = brief(me, id).meeting();
    interviews.forgetTold(me.workspace(), meeting, clock.instant());
    return Answer.seeOther("/meetings/" + id, Toast.saying("It is what its calendar tells again."));
  }

  /** Somebody comes whom no calendar tells of, or was there under a name alone. */
  @PostMapping("/meetings/{id}/people")
  Answer bring(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String people,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String met) {
    var brief = brief(me, id);
    var here = "/meetings/" + id;
    var back = met.isEmpty() ? here : here + "/debrief/after";
    var written = name.isBlank() ? people.strip() : "%s <%s>".formatted(name, people.strip());
    var person = somebody(me, brief, written);
    if (person.isEmpty()) {
      return met.isEmpty()
          ? shown(me, frame, brief, new MeetingPage.Typed(people, WRITE_AN_ADDRESS, "", ""))
          : afterAgain(me, frame, id, met, people);
    }
    var now = clock.instant();
    boolean isDone =
        met.isEmpty()
            ? interviews.bring(me.workspace(), new MeetingId(id), person.get(), now)
            : interviews.identify(me.workspace(), me, new MeetingId(id), met, person.get(), now);
    if (!isDone) {
      throw missing();
    }
    return Answer.seeOther(back, Toast.saying("Kept."));
  }

  /** The brief again, with what was typed. */
  private Answer shown(SignedIn me, Frame frame, Brief brief, MeetingPage.Typed typed) {
    return Answer.problem(templates.interviewsMeeting(frame, pages.show(me, brief, typed)));
  }

  /** What follows from a debrief again, with the address that was typed of somebody met. */
  private Answer afterAgain(SignedIn me, Frame frame, UUID id, String met, String people) {
    var sheet =
        interviews
            .debrief(me.workspace(), new MeetingId(id))
            .orElseThrow(MeetingController::missing);
    var fields = Map.of("met", List.of(met), "people", List.of(people));
    var page =
        debriefPages.after(
            me,
            interviews.after(me.workspace(), sheet),
            new Refused("Write a mail address: maren@example.com.", fields));
    return Answer.problem(templates.interviewsDebriefAfter(frame, page));
  }

  /** By a mail address, or by the name of somebody in the pursuit. */
  private Optional<PersonId> somebody(SignedIn me, Brief brief, String written) {
    var typed = attendees(written);
    if (typed != null && typed.size() == 1) {
      var one = typed.getFirst();
      return Optional.of(
          people.enter(me.workspace(), Typed.words(one.name(), LONGEST_SOURCE), one.address()));
    }
    var parts =
        brief
            .interview()
            .pursuit()
            .map(it -> pursuits.parts(me.workspace(), it))
            .orElseGet(List::of);
    return people
        .persons(me.workspace(), parts.stream().map(Part::person).toList())
        .values()
        .stream()
        .filter(it -> it.name().equalsIgnoreCase(written))
        .map(Person::id)
        .findFirst();
  }

  @DeleteMapping("/meetings/{id}/people/{person}")
  Answer leaveOut(SignedIn me, @PathVariable UUID id, @PathVariable UUID person) {
    brief(me, id);
    if (!interviews.leaveOut(
        me.workspace(), new MeetingId(id), new PersonId(person), clock.instant())) {
      throw missing();
    }
    var here = "/meetings/" + id;
    return Answer.seeOther(
        here,
        Toast.undoable(
            "Taken out. What you wrote about them stays with them.",
            here + "/people/" + person + "/removal"));
  }

  @DeleteMapping("/meetings/{id}/people/{person}/removal")
  Answer comesAgain(SignedIn me, @PathVariable UUID id, @PathVariable UUID person) {
    brief(me, id);
    if (!interviews.bring(
        me.workspace(), new MeetingId(id), new PersonId(person), clock.instant())) {
      throw missing();
    }
    return Answer.seeOther("/meetings/" + id, Toast.saying("They come again."));
  }

  /** Keeps a concern of the user’s own. */
  @PostMapping("/meetings/{id}/concerns")
  Answer worry(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String answer) {
    var brief = brief(me, id);
    var concern = Typed.words(words, LONGEST_TITLE);
    var here = "/meetings/" + id;
    if (concern.isBlank()) {
      return shown(
          me,
          frame,
          brief,
          new MeetingPage.Typed("", "", answer, "Say in a few words what they may think."));
    }
    var kept =
        interviews.addConcern(
            me.workspace(),
            brief.interview(),
            concern,
            Typed.words(answer, LONGEST_LINE),
            clock.instant());
    return Answer.seeOther(here, Toast.undoable("Kept.", here + "/concerns/" + kept));
  }

  @DeleteMapping("/meetings/{id}/concerns/{concern}")
  Answer unworry(SignedIn me, @PathVariable UUID id, @PathVariable UUID concern) {
    var gone =
        interviews
            .removeConcern(me.workspace(), brief(me, id).interview(), concern, clock.instant())
            .orElseThrow(MeetingController::missing);
    var here = "/meetings/" + id;
    return Answer.seeOther(
        here,
        Toast.undoable(
            "Taken out: “%s”.".formatted(gone.words()),
            here + "/concerns/" + concern + "/removal"));
  }

  @DeleteMapping("/meetings/{id}/concerns/{concern}/removal")
  Answer worryAgain(SignedIn me, @PathVariable UUID id, @PathVariable UUID concern) {
    brief(me, id);
    if (!interviews.bringConcernBack(me.workspace(), concern)) {
      throw missing();
    }
    return Answer.seeOther("/meetings/" + id, Toast.saying("It is back."));
  }

  /** Puts the practice before a meeting, or the debrief after it, into the user's calendar. */
  @PostMapping("/meetings/{id}/entries")
  Answer enter(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "practice") String what) {
    var meeting = brief(me, id).meeting();
    boolean isPractice = !what.equals("debrief");
    var said =
        ownEvents.write(
            me.workspace(),
            "politely-%s-%s".formatted(isPractice ? "practice" : "debrief", id),
            (isPractice ? "Practise: " : "Tell how it went: ") + meeting.title(),
            isPractice ? "Fifteen minutes, aloud." : "Four minutes, while it is fresh.",
            isPractice ? meeting.starts().minus(Duration.ofDays(1)) : meeting.ends(),
            Duration.ofMinutes(15),
            me.zone());
    return Answer.seeOther("/meetings/" + id, Toast.saying(said));
  }

  /** One question to answer aloud. */
  @GetMapping("/meetings/{id}/practice")
  Answer practice(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int question) {
    return Answer.page(
        templates.interviewsPractice(frame, pages.practice(me, brief(me, id), question)));
  }

  @PostMapping("/meetings/{id}/practice")
  Answer practised(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "0") String seconds,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "1") int position) {
    brief(me, id);
    var practice =
        interviews
            .practise(
                me.workspace(),
                new MeetingId(id),
                Typed.words(question, LONGEST_TITLE),
                Math.clamp(number(seconds), 0, LONGEST_PRACTICE),
                verdict.equals("good") || verdict.equals("again") ? verdict : "",
                clock.instant())
            .orElseThrow(MeetingController::missing);
    return Answer.seeOther(
        "/meetings/%s/practice?question=%d".formatted(id, position + 1),
        Toast.undoable("Noted.", "/practices/" + practice));
  }

  @DeleteMapping("/practices/{id}")
  Answer unpractise(SignedIn me, @PathVariable UUID id) {
    var meeting = interviews.unpractise(me.workspace(), id).orElseThrow(MeetingController::missing);
    return Answer.seeOther("/meetings/" + meeting, Toast.saying("Taken back."));
  }

  private Brief brief(SignedIn me, UUID id) {
    return interviews
        .brief(me.workspace(), new MeetingId(id), me.member(), clock.instant())
        .orElseThrow(MeetingController::missing);
  }

  private static Optional<Line> line(
      String name, MultiValueMap<String, String> fields, Instant now) {
    var parts = name.split("/", 4);
    if (parts.length != 4 || !parts[0].equals("line")) {
      return Optional.empty();
    }
    var scope = Scope.of(parts[1]);
    var subject = Typed.uuid(parts[2]);
    if (scope.isEmpty() || subject.isEmpty()) {
      return Optional.empty();
    }
    var words = Optional.ofNullable(fields.getFirst(name)).orElse("");
    var source = Optional.ofNullable(fields.getFirst("source" + name.substring(4))).orElse("");
    return Optional.of(
        new Line(
            scope.get(),
            subject.get(),
            parts[3],
            Typed.words(words, LONGEST_LINE),
            Typed.words(source, LONGEST_SOURCE),
            "",
            now));
  }

  private List<Choice> choices(SignedIn me, String chosen) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", "None, or let Politely find it", chosen.isEmpty()));
    pursuits
        .list(me.workspace(), PursuitFilter.all(), MOST_PURSUITS)
        .shown()
        .forEach(it ->
            choices.add(
                new Choice(it.id().toString(), it.name(), it.id().toString().equals(chosen))));
    return choices;
  }

  private static @Nullable Instant moment(SignedIn me, String day, String time) {
    try {
      return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(me.zone()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String words) {
    try {
      return Integer.parseInt(words.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Who comes, one in a line: {@code Maren Holt <maren@example.com>}; null where one is none. */
  private static @Nullable List<Attendee> attendees(String people) {
    var attendees = new ArrayList<Attendee>();
    for (var line : people.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
      int open = line.lastIndexOf('<');
      var written = open < 0 ? line : line.substring(open + 1).replace(">", "");
      var address = EmailAddress.parse(written.strip());
      if (address.isEmpty()) {
        return null;
      }
      attendees.add(
          new Attendee(
              address.get(),
              open < 0 ? "" : line.substring(0, open).strip(),
              Attendee.Answer.NONE,
              false));
    }
    return attendees;
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such meeting here.");
  }
}
