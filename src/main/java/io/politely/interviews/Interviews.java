package io.politely.interviews;

import static java.util.stream.Collectors.toMap;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.accounts.SignedIn;
import io.politely.cadence.Cadence.Starting;
import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.Meeting;
import io.politely.calendar.MeetingId;
import io.politely.database.NewIds;
import io.politely.interviews.Brief.Practice;
import io.politely.interviews.Linking.Aim;
import io.politely.interviews.ProposalReader.Proposal;
import io.politely.interviews.Scorecard.Score;
import io.politely.interviews.Scorecard.Sheet;
import io.politely.kernel.WorkspaceId;
import io.politely.outbox.DraftId;
import io.politely.people.Mentions;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitFilter;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Requirement;
import io.politely.pursuits.RequirementId;
import io.politely.touches.NewTouch.NewPromise;
import io.politely.touches.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: what a meeting is to us, before it and after it. */
@Service
public class Interviews {

  private static final int AT_ONCE = 200;
  private static final int MOST_OF_STAGE = 100;

  private final InterviewStore interviews;
  private final BriefStore lines;
  private final ScoreStore scores;
  private final Briefs briefs;
  private final NewIds ids;
  private final Calendar calendar;
  private final Pursuits pursuits;
  private final People people;
  private final Accounts accounts;
  private final Debriefs debriefs;
  private final DebriefStore debriefStore;
  private final DebriefErasureStore debriefErasure;
  private final Following following;
  private final Questions questions;

  Interviews(
      InterviewStore interviews,
      BriefStore lines,
      ScoreStore scores,
      Briefs briefs,
      NewIds ids,
      Calendar calendar,
      Pursuits pursuits,
      People people,
      Accounts accounts,
      Debriefs debriefs,
      DebriefStore debriefStore,
      DebriefErasureStore debriefErasure,
      Following following,
      Questions questions) {
    this.interviews = interviews;
    this.lines = lines;
    this.scores = scores;
    this.briefs = briefs;
    this.ids = ids;
    this.calendar = calendar;
    this.pursuits = pursuits;
    this.people = people;
    this.accounts = accounts;
    this.debriefs = debriefs;
    this.debriefStore = debriefStore;
    this.debriefErasure = debriefErasure;
    this.following = following;
    this.questions = questions;
  }

  /** Links meetings that changed, some at a time; whether there may be more. */
  @Transactional
  public boolean linkSome(WorkspaceId workspace, Instant now) {
    long cursor = interviews.lockCursor(workspace);
    var changed = calendar.changed(workspace, cursor, AT_ONCE);
    if (changed.isEmpty()) {
      return false;
    }
    link(workspace, changed, now);
    interviews.setCursor(workspace, changed.getLast().changeNumber());
    return true;
  }

  /** Links meetings anew: somebody joined a pursuit, or one was opened for what was booked. */
  @Transactional
  public void relink(WorkspaceId workspace, Instant from, Instant until, Instant now) {
    interviews.lockCursor(workspace);
    link(workspace, calendar.between(workspace, from, until, AT_ONCE), now);
  }

  /** Somebody comes whom no calendar tells of. False where there is no such meeting. */
  @Transactional
  public boolean bring(WorkspaceId workspace, MeetingId id, PersonId person, Instant now) {
    var meeting = calendar.meeting(workspace, id).filter(it -> !it.isPrivate());
    if (meeting.isEmpty() || people.persons(workspace, List.of(person)).isEmpty()) {
      return false;
    }
    var own = accounts.ownAddresses(workspace);
    var invited =
        people.whoAre(
            workspace, meeting.get().others(own).stream().map(Attendee::address).toList());
    if (invited.values().stream().noneMatch(it -> it.person().equals(person))) {
      interviews.add(workspace, id, person);
    }
    link(workspace, List.of(meeting.get()), now);
    return true;
  }

  /** Somebody does not come who was named beside those who are invited. */
  @Transactional
  public boolean leaveOut(WorkspaceId workspace, MeetingId id, PersonId person, Instant now) {
    var kept =
        Optional.ofNullable(interviews.of(workspace, List.of(id)).get(id))
            .filter(it -> it.added().contains(person));
    kept.ifPresent(it ->
        interviews.keep(
            workspace,
            new Interview(
                id,
                it.aim(),
                it.kind(),
                it.seat(),
                it.about(),
                it.isTold() ? it.reason() : "You said who comes.",
                true,
                it.added().stream().filter(one -> !one.equals(person)).toList()),
            now));
    return kept.isPresent();
  }

  /** What a meeting is to us; empty until it was looked at. */
  @Transactional(readOnly = true)
  public Optional<Interview> interview(WorkspaceId workspace, MeetingId meeting) {
    return Optional.ofNullable(interviews.of(workspace, List.of(meeting)).get(meeting));
  }

  /** What meetings are to us; what was not looked at yet is absent. */
  @Transactional(readOnly = true)
  public Map<MeetingId, Interview> interviews(
      WorkspaceId workspace, Collection<MeetingId> meetings) {
    return interviews.of(workspace, meetings);
  }

  /** The meetings of a pursuit. */
  @Transactional(readOnly = true)
  public Map<MeetingId, Interview> ofPursuit(WorkspaceId workspace, PursuitId pursuit) {
    return interviews.ofPursuit(workspace, pursuit);
  }

  /** Keeps what the user says that a meeting is. */
  @Transactional
  public void tell(WorkspaceId workspace, Interview told, Instant now) {
    interviews.keep(workspace, told, now);
  }

  /** Believes again what is found out, whatever the user said. */
  @Transactional
  public void forgetTold(WorkspaceId workspace, Meeting meeting, Instant now) {
    interviews.believe(workspace, found(workspace, List.of(meeting)).getFirst(), now);
  }

  /** What would be found out about a meeting. */
  @Transactional(readOnly = true)
  public Interview guess(WorkspaceId workspace, Meeting meeting) {
    return found(workspace, List.of(meeting)).getFirst();
  }

  /** Opens a debrief for each meeting that matters and has ended; how many there were. */
  @Transactional
  public int openDebriefs(WorkspaceId workspace, Instant now) {
    return debriefs.openDue(workspace, now);
  }

  /** Opens one by hand, or brings a removed one back. False where the meeting was not held. */
  @Transactional
  public boolean openDebrief(WorkspaceId workspace, MeetingId meeting, Instant now) {
    return debriefs.open(workspace, meeting, now);
  }

  /** What was told after a meeting; empty where nothing was opened, or it was removed. */
  @Transactional(readOnly = true)
  public Optional<DebriefSheet> debrief(WorkspaceId workspace, MeetingId meeting) {
    return debriefs.sheet(workspace, meeting);
  }

  /** Those that wait to be told, the newest first. */
  @Transactional(readOnly = true)
  public List<DebriefSheet> openDebriefs(WorkspaceId workspace, int limit) {
    return debriefs.stillOpen(workspace, limit);
  }

  /** All, the newest first. */
  @Transactional(readOnly = true)
  public List<DebriefSheet> debriefs(WorkspaceId workspace, int limit) {
    return debriefs.newest(workspace, limit);
  }

  /**
   * Keeps one answer alone.
   *
   * @param about of whom, where the question is asked about each; else ""
   * @return what is wrong with it, a sentence; "" where it was kept; empty where there is no such
   *     debrief or question
   */
  @Transactional
  public Optional<String> answer(
      WorkspaceId workspace,
      SignedIn me,
      MeetingId meeting,
      String question,
      String about,
      String words,
      boolean isSkipped,
      Instant now) {
    return clocked(
        workspace,
        meeting,
        me,
        now,
        () ->
            debriefs.answer(
                workspace,
                meeting,
                question,
                about,
                words,
                isSkipped,
                me.zone(),
                me.member(),
                now));
  }

  /**
   * Keeps what changed of many answers; a blank one takes an answer away.
   *
   * @return what is wrong with those that were not kept; empty where there is no such debrief
   */
  @Transactional
  public Optional<List<String>> answers(
      WorkspaceId workspace,
      SignedIn me,
      MeetingId meeting,
      Collection<DebriefAnswer> answers,
      Instant now) {
    return clocked(
        workspace,
        meeting,
        me,
        now,
        () -> debriefs.answers(workspace, meeting, answers, me.zone(), me.member(), now));
  }

  /** Keeps what was told on the phone, in free words. */
  @Transactional
  public boolean tellDebrief(WorkspaceId workspace, MeetingId meeting, String words, Instant now) {
    return debriefs.words(workspace, meeting, words, now);
  }

  /** Whether free words are read here at all. */
  public boolean readsDebriefs() {
    return debriefs.isReading();
  }

  /** What the free words of a debrief may answer. */
  @Transactional(readOnly = true)
  public List<Proposal> proposals(WorkspaceId workspace, DebriefSheet sheet, ZoneId zone) {
    return debriefs.proposals(workspace, sheet, zone);
  }

  /** Removes a debrief. */
  @Transactional
  public boolean removeDebrief(WorkspaceId workspace, MeetingId meeting, Instant now) {
    following.stopClock(workspace, debriefs.sheet(workspace, meeting), now);
    return debriefs.remove(workspace, meeting, now);
  }

  /** Brings a removed one back. */
  @Transactional
  public boolean bringDebriefBack(
      WorkspaceId workspace, SignedIn me, MeetingId meeting, Instant now) {
    return clocked(
        workspace,
        meeting,
        me,
        now,
        () -> debriefs.bringBack(workspace, meeting, me.zone(), me.member(), now));
  }

  /** Changes a debrief, and lets the clock of a decision follow what it says then. */
  private <T> T clocked(
      WorkspaceId workspace, MeetingId meeting, SignedIn me, Instant now, Supplier<T> change) {
    var before = debriefs.sheet(workspace, meeting);
    var changed = change.get();
    var after = debriefs.sheet(workspace, meeting);
    following.clock(workspace, before, after, me.member(), now);
    return changed;
  }

  /** What follows from a debrief. */
  @Transactional(readOnly = true)
  public AfterDebrief after(WorkspaceId workspace, DebriefSheet sheet) {
    return following.after(workspace, sheet);
  }

  /** Starts the plan whose first letter thanks somebody. */
  @Transactional
  public Starting thank(
      WorkspaceId workspace,
      SignedIn me,
      DebriefSheet sheet,
      PersonId person,
      String insight,
      String proof,
      Instant now) {
    return following.thank(workspace, sheet, person, insight, proof, me, now);
  }

  /** Tells the plans of all who were there which day was named. How many were told. */
  @Transactional
  public int nameDay(WorkspaceId workspace, DebriefSheet sheet, LocalDate day, Instant now) {
    return following.nameDay(workspace, sheet, day, now);
  }

  /** Logs the meeting with its promises; empty where somebody of them was not there. */
  @Transactional
  public Optional<TouchId> log(
      WorkspaceId workspace,
      SignedIn me,
      DebriefSheet sheet,
      List<NewPromise> promises,
      Instant now) {
    return following.log(workspace, sheet, promises, me, now);
  }

  /** Keeps concerns with the pursuit: by their words, what answers each. */
  @Transactional
  public void keepConcerns(
      WorkspaceId workspace, DebriefSheet sheet, Map<String, String> answers, Instant now) {
    following.keepConcerns(workspace, sheet, answers, now);
  }

  /** The concerns of what a meeting is for; in a search, of its candidate alone. */
  @Transactional(readOnly = true)
  public List<Concern> concerns(WorkspaceId workspace, Interview interview) {
    return debriefStore.concerns(workspace, interview);
  }

  /** Keeps a concern of the user’s own for the briefs of what a meeting is for. */
  @Transactional
  public UUID addConcern(
      WorkspaceId workspace, Interview interview, String words, String answer, Instant now) {
    debriefStore.add(
        workspace,
        new Concern(
            ids.next(), interview.aim(), interview.meeting(), interview.about(), words, answer),
        now);
    return debriefStore.concerns(workspace, interview).stream()
        .filter(it -> QuestionWords.folded(it.words()).equals(QuestionWords.folded(words)))
        .findFirst()
        .orElseThrow()
        .id();
  }

  /** Takes a concern out of the briefs that it is in; empty where there is none. */
  @Transactional
  public Optional<Concern> removeConcern(
      WorkspaceId workspace, Interview interview, UUID concern, Instant now) {
    return debriefStore.concerns(workspace, interview).stream()
        .filter(it -> it.id().equals(concern))
        .findFirst()
        .filter(_ -> debriefStore.removeConcern(workspace, concern, now));
  }

  /** Brings it back. False where none was taken out. */
  @Transactional
  public boolean bringConcernBack(WorkspaceId workspace, UUID concern) {
    return debriefStore.bringConcernBack(workspace, concern);
  }

  /** Somebody who was met under a name alone becomes known: what was told of them stays. */
  @Transactional
  public boolean identify(
      WorkspaceId workspace,
      SignedIn me,
      MeetingId meeting,
      String line,
      PersonId person,
      Instant now) {
    return clocked(
        workspace,
        meeting,
        me,
        now,
        () ->
            bring(workspace, meeting, person, now)
                && debriefs.identify(
                    workspace, meeting, line, person, me.zone(), me.member(), now));
  }

  /** Drafts a note to whoever brought us together. */
  @Transactional
  public Optional<DraftId> note(
      WorkspaceId workspace, SignedIn me, DebriefSheet sheet, PersonId person, Instant now) {
    return following.note(workspace, sheet, person, me, now);
  }

  /** Drafts the question to a client how it was, and lets the clock for their answer run. */
  @Transactional
  public Optional<DraftId> askClient(
      WorkspaceId workspace, SignedIn me, DebriefSheet sheet, PersonId person, Instant now) {
    return following.askClient(workspace, sheet, person, me, now);
  }

  /**
   * The questions that may be asked in a meeting, the likeliest first; none names a candidate.
   *
   * @param company as the pursuit calls it, or ""
   */
  @Transactional(readOnly = true)
  public List<LikelyQuestion> likelyQuestions(
      WorkspaceId workspace,
      String company,
      Collection<PersonId> interviewers,
      InterviewKind kind,
      int limit) {
    return questions.likely(workspace, company, interviewers, kind, limit);
  }

  /** The questions of the bank, those asked last first; what is empty or "" narrows nothing. */
  @Transactional(readOnly = true)
  public List<BankQuestion> questions(
      WorkspaceId workspace,
      String company,
      Optional<InterviewKind> kind,
      Optional<PersonId> interviewer,
      String words) {
    return questions.find(workspace, company, kind, interviewer, words);
  }

  /** The companies of which the bank knows questions. */
  @Transactional(readOnly = true)
  public List<String> companiesAsking(WorkspaceId workspace) {
    return questions.companies(workspace);
  }

  /** Takes a question out of the bank. */
  @Transactional
  public boolean removeQuestion(WorkspaceId workspace, UUID question, Instant now) {
    return questions.remove(workspace, question, now);
  }

  /** Puts it back. */
  @Transactional
  public boolean bringQuestionBack(WorkspaceId workspace, UUID question) {
    return questions.bringBack(workspace, question);
  }

  private void link(WorkspaceId workspace, List<Meeting> some, Instant now) {
    found(workspace, some).forEach(interview -> interviews.keep(workspace, interview, now));
  }

  private List<Interview> found(WorkspaceId workspace, List<Meeting> some) {
    var own = accounts.ownAddresses(workspace);
    var addresses =
        some.stream()
            .flatMap(it -> it.others(own).stream())
            .map(Attendee::address)
            .distinct()
            .toList();
    var known = people.whoAre(workspace, addresses);
    var before = interviews.of(workspace, some.stream().map(Meeting::id).toList());
    var there = new LinkedHashSet<PersonId>();
    known.values().forEach(it -> there.add(it.person()));
    before.values().forEach(it -> there.addAll(it.added()));
    var open = pursuits.list(workspace, PursuitFilter.all(), MOST_OF_STAGE).shown();
    var parts = pursuits.parts(workspace, open.stream().map(Pursuit::id).toList());
    var wanted = new HashSet<>(there);
    parts.values().forEach(it -> it.forEach(part -> wanted.add(part.person())));
    var names =
        people.persons(workspace, wanted).entrySet().stream()
            .collect(toMap(Map.Entry::getKey, it -> it.getValue().name()));
    var aims = aims(workspace, there, open, parts, names, some);
    var found = new ArrayList<Interview>();
    for (var meeting : some) {
      var added =
          Optional.ofNullable(before.get(meeting.id())).map(Interview::added).orElseGet(List::of);
      found.add(Linking.link(new Linking.Facts(meeting, own, known, names, added, aims)));
    }
    return found;
  }

  /** Pursuits that somebody who comes is in, and those that a title may name, or somebody of. */
  private List<Aim> aims(
      WorkspaceId workspace,
      Collection<PersonId> there,
      List<Pursuit> open,
      Map<PursuitId, List<Part>> parts,
      Map<PersonId, String> names,
      List<Meeting> some) {
    var found = new LinkedHashMap<PursuitId, Pursuit>();
    there.forEach(person ->
        pursuits.of(workspace, person).forEach(pursuit -> found.put(pursuit.id(), pursuit)));
    for (var pursuit : open) {
      var theirs =
          parts.getOrDefault(pursuit.id(), List.of()).stream()
              .map(it -> names.getOrDefault(it.person(), ""))
              .toList();
      if (some.stream()
          .anyMatch(meeting ->
              Linking.mayBeNamed(pursuit, meeting)
                  || theirs.stream().anyMatch(it -> Linking.isNamed(meeting.title(), it)))) {
        found.putIfAbsent(pursuit.id(), pursuit);
      }
    }
    var rest = pursuits.parts(workspace, found.keySet());
    return found.values().stream()
        .map(pursuit -> new Aim(pursuit, rest.getOrDefault(pursuit.id(), List.of())))
        .toList();
  }

  /** The brief of a meeting; empty where there is none, or it is private. */
  @Transactional(readOnly = true)
  public Optional<Brief> brief(WorkspaceId workspace, MeetingId id, MemberId member, Instant now) {
    return calendar
        .meeting(workspace, id)
        .filter(it -> !it.isPrivate())
        .map(it -> briefs.brief(workspace, it, of(workspace, it), member, now));
  }

  /**
   * Writes lines into a brief. Those that the brief does not have are left out; what stood there
   * before can be brought back by the same moment.
   *
   * @return how many are not what stood there before
   */
  @Transactional
  public int write(
      WorkspaceId workspace, MeetingId id, List<Line> written, MemberId member, Instant now) {
    var meeting = calendar.meeting(workspace, id);
    if (meeting.isEmpty()) {
      return 0;
    }
    var mayWrite = briefs.writable(workspace, meeting.get(), of(workspace, meeting.get()), member);
    int changed = 0;
    for (var line : written) {
      boolean isWritten =
          mayWrite.test(line)
              && lines.write(
                  workspace,
                  line.scope(),
                  line.subject(),
                  line.key(),
                  line.words(),
                  line.source(),
                  now);
      changed += isWritten ? 1 : 0;
    }
    return changed;
  }

  /** Brings back what stood in the lines of a brief before a moment at which they were written. */
  @Transactional
  public int takeBack(WorkspaceId workspace, MeetingId id, MemberId member, Instant at) {
    return calendar
        .meeting(workspace, id)
        .map(it ->
            lines.takeBack(
                workspace, briefs.subjects(workspace, it, of(workspace, it), member), at))
        .orElse(0);
  }

  /** Notes that an answer was said aloud. Empty where there is no such meeting. */
  @Transactional
  public Optional<UUID> practise(
      WorkspaceId workspace,
      MeetingId id,
      String question,
      int seconds,
      String verdict,
      Instant now) {
    return calendar
        .meeting(workspace, id)
        .map(_ -> {
          var practice = new Practice(ids.next(), question, seconds, verdict, now);
          lines.practise(workspace, id, practice);
          return practice.id();
        });
  }

  /** Takes a practice back. */
  @Transactional
  public Optional<MeetingId> unpractise(WorkspaceId workspace, UUID practice) {
    return lines.unpractise(workspace, practice);
  }

  /**
   * The scorecard of an interview with a candidate; empty where it is none.
   *
   * @param member who asks: the sheets of others are there once their own was handed in
   */
  @Transactional(readOnly = true)
  public Optional<Scorecard> scorecard(WorkspaceId workspace, MeetingId id, MemberId member) {
    return criteria(workspace, id)
        .map(criteria -> {
          var sheets = scores.sheets(workspace, id);
          var own =
              sheets.stream()
                  .filter(it -> it.member().equals(member))
                  .findFirst()
                  .orElseGet(() -> new Sheet(member, Map.of(), null));
          var others = sheets.stream().filter(it -> !it.member().equals(member)).toList();
          var shown =
              own.handedIn().isEmpty()
                  ? List.<Sheet>of()
                  : others.stream().filter(it -> it.handedIn().isPresent()).toList();
          return new Scorecard(criteria, own, shown, others.size() - shown.size());
        });
  }

  /** Keeps what a member saw; what is about no requirement of the pursuit is left out. */
  @Transactional
  public boolean score(
      WorkspaceId workspace, MeetingId id, MemberId member, Map<RequirementId, Score> seen) {
    var criteria = criteria(workspace, id);
    if (criteria.isEmpty()) {
      return false;
    }
    var kept = new HashMap<>(seen);
    kept.keySet().retainAll(criteria.get().stream().map(Requirement::id).toList());
    scores.score(workspace, id, member, kept);
    return true;
  }

  /**
   * Hands a member's sheet in: from then on it stays as it is.
   *
   * @return why it cannot be, or ""
   */
  @Transactional
  public String handIn(WorkspaceId workspace, MeetingId id, MemberId member, Instant now) {
    var card = scorecard(workspace, id, member);
    if (card.isEmpty()) {
      return "There is nothing to score here.";
    }
    var problem = Scorecard.problem(card.get().criteria(), card.get().own().scores());
    if (problem.isEmpty()) {
      scores.handIn(workspace, id, member, now);
    }
    return problem;
  }

  /** By what a candidate is scored: what the search asks for, and nothing else. */
  private Optional<List<Requirement>> criteria(WorkspaceId workspace, MeetingId id) {
    return Optional.ofNullable(interviews.of(workspace, List.of(id)).get(id))
        .filter(it -> it.seat() == Seat.RECRUITER && it.candidate().isPresent())
        .flatMap(Interview::pursuit)
        .map(it -> pursuits.requirements(workspace, it))
        .filter(it -> !it.isEmpty());
  }

  private Interview of(WorkspaceId workspace, Meeting meeting) {
    var kept = interviews.of(workspace, List.of(meeting.id())).get(meeting.id());
    return kept == null ? found(workspace, List.of(meeting)).getFirst() : kept;
  }

  /** Takes somebody out of what meetings are to us. */
  @Transactional
  public void erase(WorkspaceId workspace, Traces traces) {
    traces.persons().forEach(person -> scores.forget(workspace, person.value()));
    var mentions = new Mentions(traces);
    debriefErasure.erase(workspace, traces, mentions);
    interviews.erase(workspace, traces.persons());
    lines.forget(workspace, traces.persons());
    interviews.rewrite(workspace, mentions::removedFrom);
    lines.rewrite(workspace, mentions::removedFrom);
    scores.rewrite(workspace, mentions::removedFrom);
  }
}
