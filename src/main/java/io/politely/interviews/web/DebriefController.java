package io.politely.interviews.web;

import gg.jte.models.runtime.JteModel;
import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence.Starting;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingId;
import io.politely.interviews.DebriefAnswer;
import io.politely.interviews.DebriefSheet;
import io.politely.interviews.InterviewKind;
import io.politely.interviews.Interviews;
import io.politely.people.PersonId;
import io.politely.pursuits.PursuitId;
import io.politely.touches.NewTouch.NewPromise;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import io.politely.web.Typed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Debriefs: asked one question at a time, or noted on the phone; and what follows from them. */
@Controller
class DebriefController {

  private static final int LONGEST_WORDS = 40_000;
  private static final int LONGEST_LINE = 500;
  private static final int HOUR_OF_PROMISES = 17;

  private final Interviews interviews;
  private final DebriefPages pages;
  private final Calendar calendar;
  private final Templates templates;
  private final Clock clock;

  DebriefController(
      Interviews interviews,
      DebriefPages pages,
      Calendar calendar,
      Templates templates,
      Clock clock) {
    this.interviews = interviews;
    this.pages = pages;
    this.calendar = calendar;
    this.templates = templates;
    this.clock = clock;
  }

  /** All, or those of a pursuit or of somebody. */
  @GetMapping("/debriefs")
  Answer list(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String pursuit,
      @RequestParam(defaultValue = "") String person) {
    return Answer.page(
        templates.interviewsDebriefs(
            frame,
            pages.list(
                me,
                Typed.uuid(pursuit).map(PursuitId::new),
                Typed.uuid(person).map(PersonId::new))));
  }

  /**
   * The next question, or one that is named.
   *
   * @param path short, or full
   */
  @GetMapping("/meetings/{id}/debrief")
  Answer ask(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "short") String path,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String about) {
    var sheet = interviews.debrief(me.workspace(), new MeetingId(id));
    if (sheet.isEmpty()) {
      var meeting =
          calendar
              .meeting(me.workspace(), new MeetingId(id))
              .filter(it -> it.isHeldBy(clock.instant()))
              .orElseThrow(DebriefController::noDebrief);
      return Answer.page(
          templates.interviewsDebriefOpening(
              frame, meeting.title(), "/meetings/" + id + "/debrief"));
    }
    return pages
        .question(me, sheet.get(), path.equals("short"), question, about, "")
        .map(it -> Answer.page(templates.interviewsDebrief(frame, it)))
        .orElseGet(() -> Answer.seeOther(DebriefPages.path(sheet.get()) + "/after"));
  }

  /** Opens one that was not opened by itself. */
  @PostMapping("/meetings/{id}/debrief/opening")
  Answer open(SignedIn me, @PathVariable UUID id) {
    if (!interviews.openDebrief(me.workspace(), new MeetingId(id), clock.instant())) {
      throw noDebrief();
    }
    return Answer.seeOther("/meetings/" + id + "/debrief");
  }

  /** Keeps one answer alone, and goes on to the next question. */
  @PostMapping("/meetings/{id}/debrief")
  Answer answer(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var meeting = new MeetingId(id);
    boolean isShort = !"full".equals(fields.getFirst("path"));
    var question = first(fields, "question");
    var about = first(fields, "about");
    var problem =
        interviews
            .answer(
                me.workspace(),
                me,
                meeting,
                question,
                about,
                lines(fields, "answer", "typed"),
                fields.containsKey("skip"),
                clock.instant())
            .orElseThrow(DebriefController::noDebrief);
    var sheet = sheet(me, id);
    if (!problem.isEmpty()) {
      var typed =
          new DebriefAnswer(
              question, about, lines(fields, "answer", "typed"), false, clock.instant());
      return Answer.problem(
          templates.interviewsDebrief(
              frame,
              pages
                  .question(me, sheet.typed(List.of(typed)), isShort, question, about, problem)
                  .orElseThrow(DebriefController::noDebrief)));
    }
    return Answer.seeOther(
        sheet
            .rules()
            .next(isShort, sheet.debrief().answers(), question, about)
            .map(it -> DebriefPages.address(sheet, isShort, it))
            .orElse(DebriefPages.path(sheet) + "/after"));
  }

  /** All questions, for notes on the phone. */
  @GetMapping("/meetings/{id}/debrief/whole")
  Answer whole(SignedIn me, Frame frame, @PathVariable UUID id) {
    return Answer.page(templates.interviewsDebriefWhole(frame, pages.whole(me, sheet(me, id), "")));
  }

  /** Keeps what changed in the form of all questions, or of some. */
  @PostMapping("/meetings/{id}/debrief/whole")
  Answer keep(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var problems = keep(me, id, fields);
    return problems.isEmpty()
        ? Answer.seeOther("/meetings/" + id + "/debrief/whole")
        : Answer.problem(
            templates.interviewsDebriefWhole(
                frame,
                pages.whole(me, sheet(me, id).typed(typed(fields)), String.join(" ", problems))));
  }

  private List<String> keep(SignedIn me, UUID id, MultiValueMap<String, String> fields) {
    return interviews
        .answers(me.workspace(), me, new MeetingId(id), typed(fields), clock.instant())
        .orElseThrow(DebriefController::noDebrief);
  }

  /** The answers that stand in a form, as they were typed. */
  private List<DebriefAnswer> typed(MultiValueMap<String, String> fields) {
    var answers = new ArrayList<DebriefAnswer>();
    for (var name : fields.keySet()) {
      var parts = name.split(":", 3);
      if (name.startsWith(DebriefFields.NAME) && parts.length == 3) {
        answers.add(
            new DebriefAnswer(
                parts[1], parts[2], lines(fields, name, name), false, clock.instant()));
      }
    }
    return answers;
  }

  /** Keeps what was told in free words, and shows what they may answer. */
  @PostMapping("/meetings/{id}/debrief/words")
  Answer tell(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String words) {
    if (words.length() > LONGEST_WORDS) {
      throw unfit("What was told has at most 40,000 characters.");
    }
    if (!interviews.tellDebrief(me.workspace(), new MeetingId(id), words, clock.instant())) {
      throw noDebrief();
    }
    return Answer.seeOther(
        "/meetings/" + id + (interviews.readsDebriefs() ? "/debrief/proposals" : "/debrief/whole"),
        Toast.saying("Kept."));
  }

  @GetMapping("/meetings/{id}/debrief/proposals")
  Answer proposals(SignedIn me, Frame frame, @PathVariable UUID id) {
    return Answer.page(
        templates.interviewsDebriefProposals(
            frame, pages.proposals(me, sheet(me, id), Refused.NOTHING)));
  }

  /** Keeps those proposals that were confirmed. */
  @PostMapping("/meetings/{id}/debrief/proposals")
  Answer confirm(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var confirmed = Objects.requireNonNullElse(fields.get("confirmed"), List.<String>of());
    var kept = new LinkedMultiValueMap<>(fields);
    kept.keySet().removeIf(it -> it.startsWith(DebriefFields.NAME) && !confirmed.contains(it));
    var problems = keep(me, id, kept);
    return problems.isEmpty()
        ? Answer.seeOther("/meetings/" + id + "/debrief/whole", Toast.saying("Kept."))
        : Answer.problem(
            templates.interviewsDebriefProposals(
                frame,
                pages.proposals(
                    me, sheet(me, id), new Refused(String.join(" ", problems), fields))));
  }

  /** What follows. */
  @GetMapping("/meetings/{id}/debrief/after")
  Answer after(SignedIn me, Frame frame, @PathVariable UUID id) {
    return Answer.page(after(me, frame, sheet(me, id), Refused.NOTHING));
  }

  private JteModel after(SignedIn me, Frame frame, DebriefSheet sheet, Refused refused) {
    return templates.interviewsDebriefAfter(
        frame, pages.after(me, interviews.after(me.workspace(), sheet), refused));
  }

  /** Begins a letter of thanks; it is written, judged and approved as every letter of a plan. */
  @PostMapping("/meetings/{id}/debrief/thanks")
  Answer thank(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var sheet = sheet(me, id);
    var insight = first(fields, "insight");
    var proof = first(fields, "proof");
    if (insight.length() > LONGEST_LINE || proof.length() > LONGEST_LINE) {
      return refused(me, frame, sheet, "A sentence has at most 500 characters.", fields);
    }
    var whom =
        Typed.uuid(first(fields, "person"))
            .map(PersonId::new)
            .orElseThrow(DebriefController::noDebrief);
    return switch (interviews.thank(
        me.workspace(), me, sheet, whom, insight, proof, clock.instant())) {
      case Starting.Started(var followUp) -> Answer.seeOther("/follow-ups/" + followUp);
      case Starting.Refused(var sentence) -> refused(me, frame, sheet, sentence, fields);
    };
  }

  private Answer refused(
      SignedIn me,
      Frame frame,
      DebriefSheet sheet,
      String problem,
      MultiValueMap<String, String> fields) {
    return Answer.problem(after(me, frame, sheet, new Refused(problem, fields)));
  }

  /** Logs the meeting with its promises. */
  @PostMapping("/meetings/{id}/debrief/promises")
  Answer log(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var sheet = sheet(me, id);
    var promises = promises(fields, me.zone());
    if (promises.isEmpty()) {
      return refused(me, frame, sheet, "Say for each promise by when it is to be kept.", fields);
    }
    return interviews
        .log(me.workspace(), me, sheet, promises.get(), clock.instant())
        .map(touch ->
            Answer.seeOther(
                DebriefPages.path(sheet) + "/after",
                Toast.undoable("Logged.", "/touches/" + touch)))
        .orElseGet(() -> refused(me, frame, sheet, "Nobody who is known was there.", fields));
  }

  /** Empty where a promise has no day. */
  private static Optional<List<NewPromise>> promises(
      MultiValueMap<String, String> fields, ZoneId zone) {
    var promises = new ArrayList<NewPromise>();
    var words = all(fields, "words");
    for (int i = 0; i < words.size(); i++) {
      var person = Typed.uuid(at(fields, "person", i)).map(PersonId::new);
      var day = day(at(fields, "due", i));
      if (words.get(i).isBlank() || person.isEmpty()) {
        continue;
      }
      if (day.isEmpty()) {
        return Optional.empty();
      }
      promises.add(
          new NewPromise(
              at(fields, "by", i).equals("us"),
              person.get(),
              words.get(i).substring(0, Math.min(words.get(i).length(), LONGEST_LINE)),
              end(day.get(), zone)));
    }
    return Optional.of(promises);
  }

  private static Instant end(LocalDate day, ZoneId zone) {
    return day.atTime(HOUR_OF_PROMISES, 0).atZone(zone).toInstant();
  }

  /** Tells the plans of those who were there by which day they decide. */
  @PostMapping("/meetings/{id}/debrief/day")
  Answer name(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String day) {
    var sheet = sheet(me, id);
    var named = day(day);
    if (named.isEmpty()) {
      return refused(me, frame, sheet, "Choose a day.", new LinkedMultiValueMap<>());
    }
    int told = interviews.nameDay(me.workspace(), sheet, named.get(), clock.instant());
    return Answer.seeOther(
        DebriefPages.path(sheet) + "/after",
        Toast.saying(
            told == 0
                ? "Nobody who was there is followed up with yet; the letter of thanks begins it."
                : "The follow-ups wait for that day."));
  }

  /** Keeps concerns with the pursuit. */
  @PostMapping("/meetings/{id}/debrief/concerns")
  Answer concerns(
      SignedIn me, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
    var sheet = sheet(me, id);
    var answers = new LinkedHashMap<String, String>();
    var words = all(fields, "words");
    for (int i = 0; i < words.size(); i++) {
      answers.put(words.get(i), at(fields, "answer", i));
    }
    interviews.keepConcerns(me.workspace(), sheet, answers, clock.instant());
    return Answer.seeOther(DebriefPages.path(sheet) + "/after", Toast.saying("Kept."));
  }

  /** Drafts a note to whoever brought us together. */
  @PostMapping("/meetings/{id}/debrief/notes")
  Answer note(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String person) {
    var sheet = sheet(me, id);
    return Typed.uuid(person)
        .flatMap(
            it -> interviews.note(me.workspace(), me, sheet, new PersonId(it), clock.instant()))
        .map(draft -> Answer.seeOther("/drafts/" + draft))
        .orElseThrow(DebriefController::noDebrief);
  }

  /** Drafts the question to a client, and lets the clock for their answer run. */
  @PostMapping("/meetings/{id}/debrief/requests")
  Answer request(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String person) {
    var sheet = sheet(me, id);
    return Typed.uuid(person)
        .flatMap(it ->
            interviews.askClient(me.workspace(), me, sheet, new PersonId(it), clock.instant()))
        .map(draft -> Answer.seeOther("/drafts/" + draft))
        .orElseThrow(DebriefController::noDebrief);
  }

  /** The candidate’s version and the client’s, side by side. */
  @GetMapping("/meetings/{id}/debrief/sides")
  Answer sides(SignedIn me, Frame frame, @PathVariable UUID id) {
    return Answer.page(templates.interviewsDebriefSides(frame, pages.sides(me, sheet(me, id), "")));
  }

  @PostMapping("/meetings/{id}/debrief/sides")
  Answer keepSides(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var problems = keep(me, id, fields);
    return problems.isEmpty()
        ? Answer.seeOther("/meetings/" + id + "/debrief/sides", Toast.saying("Kept."))
        : Answer.problem(
            templates.interviewsDebriefSides(
                frame,
                pages.sides(me, sheet(me, id).typed(typed(fields)), String.join(" ", problems))));
  }

  @DeleteMapping("/meetings/{id}/debrief")
  Answer remove(SignedIn me, @PathVariable UUID id) {
    if (!interviews.removeDebrief(me.workspace(), new MeetingId(id), clock.instant())) {
      throw noDebrief();
    }
    return Answer.seeOther(
        "/debriefs", Toast.undoable("Removed.", "/meetings/" + id + "/debrief/removal"));
  }

  @DeleteMapping("/meetings/{id}/debrief/removal")
  Answer bringBack(SignedIn me, @PathVariable UUID id) {
    if (!interviews.bringDebriefBack(me.workspace(), me, new MeetingId(id), clock.instant())) {
      throw noDebrief();
    }
    return Answer.seeOther("/debriefs", Toast.saying("It is back."));
  }

  /** The bank of questions. */
  @GetMapping("/questions")
  Answer questions(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String company,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String person) {
    return Answer.page(
        templates.interviewsQuestions(
            frame,
            pages.questions(
                me,
                words.strip(),
                company.strip(),
                InterviewKind.of(kind),
                Typed.uuid(person).map(PersonId::new))));
  }

  @DeleteMapping("/questions/{id}")
  Answer removeQuestion(SignedIn me, @PathVariable UUID id) {
    if (!interviews.removeQuestion(me.workspace(), id, clock.instant())) {
      throw missing("There is no such question here.");
    }
    return Answer.seeOther(
        "/questions", Toast.undoable("Taken out.", "/questions/" + id + "/removal"));
  }

  @DeleteMapping("/questions/{id}/removal")
  Answer bringQuestionBack(SignedIn me, @PathVariable UUID id) {
    if (!interviews.bringQuestionBack(me.workspace(), id)) {
      throw missing("There is no such question here.");
    }
    return Answer.seeOther("/questions", Toast.saying("It is back."));
  }

  private DebriefSheet sheet(SignedIn me, UUID id) {
    return interviews
        .debrief(me.workspace(), new MeetingId(id))
        .orElseThrow(DebriefController::noDebrief);
  }

  /** What was tapped and what was typed, one on each line. */
  private static String lines(MultiValueMap<String, String> fields, String name, String other) {
    var lines = new ArrayList<>(all(fields, name));
    if (!other.equals(name)) {
      lines.addAll(all(fields, other));
    }
    return String.join("\n", lines.stream().filter(it -> !it.isBlank()).toList());
  }

  private static List<String> all(MultiValueMap<String, String> fields, String name) {
    return Objects.requireNonNullElse(fields.get(name), List.<String>of());
  }

  private static String at(MultiValueMap<String, String> fields, String name, int index) {
    var all = all(fields, name);
    return index < all.size() ? all.get(index) : "";
  }

  private static String first(MultiValueMap<String, String> fields, String name) {
    return Objects.requireNonNullElse(fields.getFirst(name), "");
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static ResponseStatusException noDebrief() {
    return missing("There is nothing to tell here, or not any more.");
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }

  private static ResponseStatusException unfit(String sentence) {
    return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }
}
