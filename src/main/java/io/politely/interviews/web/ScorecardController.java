package io.politely.interviews.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.accounts.SignedIn;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingId;
import io.politely.interviews.Interview;
import io.politely.interviews.Interviews;
import io.politely.interviews.Scorecard;
import io.politely.interviews.Scorecard.Score;
import io.politely.interviews.Scorecard.Seen;
import io.politely.interviews.Scorecard.Sheet;
import io.politely.interviews.web.MeetingPage.Choice;
import io.politely.interviews.web.ScorecardPage.Criterion;
import io.politely.interviews.web.ScorecardPage.Other;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.pursuits.RequirementId;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Moments;
import io.politely.web.Toast;
import io.politely.web.Typed;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** What each interviewer saw of each requirement. */
@Controller
class ScorecardController {

  private static final int LONGEST_EVIDENCE = 2_000;

  private final Interviews interviews;
  private final Calendar calendar;
  private final People people;
  private final Accounts accounts;
  private final Templates templates;
  private final Clock clock;

  ScorecardController(
      Interviews interviews,
      Calendar calendar,
      People people,
      Accounts accounts,
      Templates templates,
      Clock clock) {
    this.interviews = interviews;
    this.calendar = calendar;
    this.people = people;
    this.accounts = accounts;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/meetings/{id}/scorecard")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    return Answer.page(templates.interviewsScorecard(frame, page(me, new MeetingId(id), "")));
  }

  /** Keeps what was seen, and hands it in where that is asked for. */
  @PutMapping("/meetings/{id}/scorecard")
  Answer score(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> fields) {
    var meeting = new MeetingId(id);
    if (!interviews.score(me.workspace(), meeting, me.member(), scores(fields))) {
      throw missing();
    }
    var here = "/meetings/" + id + "/scorecard";
    if (!fields.containsKey("handIn")) {
      return Answer.seeOther(here, Toast.saying("Saved. Nobody else sees it yet."));
    }
    var problem = interviews.handIn(me.workspace(), meeting, me.member(), clock.instant());
    return problem.isEmpty()
        ? Answer.seeOther(here, Toast.saying("Handed in."))
        : Answer.problem(templates.interviewsScorecard(frame, page(me, meeting, problem)));
  }

  private static Map<RequirementId, Score> scores(MultiValueMap<String, String> fields) {
    var scores = new HashMap<RequirementId, Score>();
    for (var name : fields.keySet()) {
      if (name.startsWith("seen/")) {
        var id = name.substring("seen/".length());
        var seen = Seen.of(Optional.ofNullable(fields.getFirst(name)).orElse(""));
        var evidence = Optional.ofNullable(fields.getFirst("evidence/" + id)).orElse("");
        Typed.uuid(id)
            .ifPresent(it ->
                seen.ifPresent(what ->
                    scores.put(
                        new RequirementId(it),
                        new Score(what, Typed.words(evidence, LONGEST_EVIDENCE)))));
      }
    }
    return scores;
  }

  private ScorecardPage page(SignedIn me, MeetingId id, String problem) {
    var card =
        interviews
            .scorecard(me.workspace(), id, me.member())
            .orElseThrow(ScorecardController::missing);
    var meeting = calendar.meeting(me.workspace(), id).orElseThrow(ScorecardController::missing);
    var names =
        accounts.members(me.workspace()).stream()
            .collect(Collectors.toMap(Member::id, Member::name));
    var moments = new Moments(clock.instant(), me.zone());
    return new ScorecardPage(
        "/meetings/" + id,
        meeting.title(),
        interviews
            .interview(me.workspace(), id)
            .flatMap(Interview::candidate)
            .flatMap(it -> people.person(me.workspace(), it))
            .map(Person::name)
            .orElse(""),
        card.criteria().stream()
            .map(it ->
                new Criterion(
                    it.id().toString(),
                    it.words(),
                    choices(card.own(), it.id()),
                    Optional.ofNullable(card.own().scores().get(it.id()))
                        .map(Score::evidence)
                        .orElse(""),
                    card.others().stream()
                        .flatMap(sheet ->
                            other(sheet, it.id(), names.getOrDefault(sheet.member(), "")).stream())
                        .toList()))
            .toList(),
        card.own().handedIn().map(moments::at).orElse(""),
        waiting(card),
        problem);
  }

  private static Optional<Other> other(Sheet sheet, RequirementId id, String name) {
    return Optional.ofNullable(sheet.scores().get(id))
        .map(it -> new Other(name, it.seen().said(), it.evidence()));
  }

  private static List<Choice> choices(Sheet own, RequirementId id) {
    var score = own.scores().get(id);
    return Arrays.stream(Seen.values())
        .map(it -> new Choice(it.word(), it.said(), score != null && score.seen() == it))
        .toList();
  }

  private static String waiting(Scorecard card) {
    if (card.waiting() == 0) {
      return "";
    }
    return card.own().handedIn().isEmpty()
        ? "What others saw is shown when yours is handed in, so that nobody is led by it."
        : card.waiting() == 1
            ? "One more has begun and not handed in."
            : card.waiting() + " more have begun and not handed in.";
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "There is no interview of a candidate to score here.");
  }
}
