package io.politely.interviews;

import static java.util.stream.Collectors.toMap;

import io.politely.accounts.Accounts;
import io.politely.accounts.Member;
import io.politely.accounts.MemberId;
import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.Meeting;
import io.politely.calendar.MeetingId;
import io.politely.interviews.DebriefBank.AnswerKind;
import io.politely.interviews.DebriefRules.Met;
import io.politely.interviews.ProposalReader.Proposal;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Known;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.TimeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Opens debriefs when meetings end, and keeps what is told in them. */
@Component
class Debriefs {

  /** After a night, or a weekend, without the program it catches up. */
  private static final Duration BACK = Duration.ofDays(3);

  /**
   * Whom a debt of an outcome is noted with, and whose word is waited for, where several gave us
   * time: the first of these.
   */
  static final List<Role> WHO_DECIDES =
      List.of(Role.HIRING_MANAGER, Role.CLIENT, Role.RECRUITER, Role.SPONSOR, Role.GATEKEEPER);

  private final DebriefStore store;
  private final InterviewStore interviews;
  private final DebriefBankFile bank;
  private final Questions questions;
  private final Calendar calendar;
  private final Pursuits pursuits;
  private final People people;
  private final Accounts accounts;
  private final ObjectProvider<ProposalReader> readers;

  Debriefs(
      DebriefStore store,
      InterviewStore interviews,
      DebriefBankFile bank,
      Questions questions,
      Calendar calendar,
      Pursuits pursuits,
      People people,
      Accounts accounts,
      ObjectProvider<ProposalReader> readers) {
    this.store = store;
    this.interviews = interviews;
    this.bank = bank;
    this.questions = questions;
    this.calendar = calendar;
    this.pursuits = pursuits;
    this.people = people;
    this.accounts = accounts;
    this.readers = readers;
  }

  /** Opens what meetings that ended ask for, and withdraws what was opened before they did. */
  int openDue(WorkspaceId workspace, Instant now) {
    withdraw(workspace, now);
    var ended = calendar.endedBetween(workspace, now.minus(BACK), now);
    var known = interviews.of(workspace, ended.stream().map(Meeting::id).toList());
    int opened = 0;
    for (var meeting : ended) {
      var interview = known.get(meeting.id());
      if (interview != null && interview.matters() && meeting.isHeldBy(now)) {
        if (open(workspace, meeting, interview, now)) {
          opened++;
        } else {
          giveLate(workspace, meeting, interview, now);
        }
      }
    }
    return opened;
  }

  /** Opens one by the user's hand. False where the meeting was not held, or it is open. */
  boolean open(WorkspaceId workspace, MeetingId id, Instant now) {
    var meeting = calendar.meeting(workspace, id).filter(it -> it.isHeldBy(now));
    var interview = interviews.of(workspace, List.of(id)).get(id);
    return meeting.isPresent()
        && interview != null
        && (store.bringBack(workspace, id) || open(workspace, meeting.get(), interview, now));
  }

  private boolean open(WorkspaceId workspace, Meeting meeting, Interview interview, Instant now) {
    if (!store.open(workspace, meeting.id(), meeting.ends(), now)) {
      return false;
    }
    accounts.members(workspace).stream()
        .map(Member::id)
        .findFirst()
        .ifPresent(by -> give(workspace, meeting, interview, by, now));
    return true;
  }

  /**
   * A pursuit that was opened, or joined, after the meeting was: the time is given all the same.
   */
  private void giveLate(WorkspaceId workspace, Meeting meeting, Interview interview, Instant now) {
    boolean wasGiven =
        interview.pursuit().isEmpty() || !store.given(workspace, meeting.id()).isEmpty();
    if (!wasGiven
        && sheet(workspace, meeting.id())
            .filter(it -> !it.rules().isClosedByGate(it.debrief().answers()))
            .isPresent()) {
      accounts.members(workspace).stream()
          .map(Member::id)
          .findFirst()
          .ifPresent(by -> give(workspace, meeting, interview, by, now));
    }
  }

  /** A meeting that was moved or called off after it was to end has not ended. */
  private void withdraw(WorkspaceId workspace, Instant now) {
    var untold = store.untold(workspace);
    var meetings = calendar.meetings(workspace, untold);
    for (var id : untold) {
      var meeting = meetings.get(id);
      if (meeting == null || !meeting.isHeldBy(now)) {
        takeTimeBack(workspace, id, now);
        store.withdraw(workspace, id);
      }
    }
  }

  /** Notes who gave time to whom: a candidate to the client, or we to whoever decides. */
  private void give(
      WorkspaceId workspace, Meeting meeting, Interview interview, MemberId by, Instant now) {
    var pursuit = interview.pursuit();
    if (pursuit.isEmpty()) {
      return;
    }
    boolean isCandidates = interview.seat() == Seat.RECRUITER;
    var whom =
        isCandidates
            ? interview.candidate()
            : whoDecides(workspace, pursuit.get(), persons(workspace, meeting, interview));
    var kind = interview.seat() == Seat.SELLER ? TimeKind.MEETING : TimeKind.INTERVIEW;
    whom.flatMap(person ->
            pursuits.gave(
                workspace,
                pursuit.get(),
                person,
                !isCandidates,
                kind,
                meeting.ends(),
                meeting.title(),
                by,
                now))
        .ifPresent(time -> store.give(workspace, meeting.id(), time));
  }

  private Optional<PersonId> whoDecides(
      WorkspaceId workspace, PursuitId pursuit, Collection<PersonId> there) {
    return pursuits.parts(workspace, pursuit).stream()
        .filter(it -> there.contains(it.person()) && WHO_DECIDES.contains(it.role()))
        .min(Comparator.comparingInt(it -> WHO_DECIDES.indexOf(it.role())))
        .map(Part::person);
  }

  private void takeTimeBack(WorkspaceId workspace, MeetingId meeting, Instant now) {
    var by = accounts.members(workspace).stream().map(Member::id).findFirst();
    by.ifPresent(member ->
        store
            .given(workspace, meeting)
            .forEach(time -> pursuits.neverGave(workspace, time, member, now)));
  }

  /** One with all that its pages need. */
  Optional<DebriefSheet> sheet(WorkspaceId workspace, MeetingId meeting) {
    return store
        .one(workspace, meeting)
        .flatMap(it -> sheets(workspace, List.of(it)).stream().findFirst());
  }

  List<DebriefSheet> stillOpen(WorkspaceId workspace, int limit) {
    return sheets(workspace, store.stillOpen(workspace, limit));
  }

  List<DebriefSheet> newest(WorkspaceId workspace, int limit) {
    return sheets(workspace, store.newest(workspace, limit));
  }

  private List<DebriefSheet> sheets(WorkspaceId workspace, List<Debrief> debriefs) {
    if (debriefs.isEmpty()) {
      return List.of();
    }
    var ids = debriefs.stream().map(Debrief::meeting).toList();
    var meetings = calendar.meetings(workspace, ids);
    var all = interviews.of(workspace, ids);
    var own = accounts.ownAddresses(workspace);
    var known =
        people.whoAre(
            workspace,
            meetings.values().stream()
                .flatMap(it -> it.others(own).stream())
                .map(Attendee::address)
                .distinct()
                .toList());
    var wanted = new HashSet<PersonId>();
    known.values().forEach(it -> wanted.add(it.person()));
    all.values()
        .forEach(it -> {
          wanted.addAll(it.added());
          it.candidate().ifPresent(wanted::add);
        });
    var names =
        people.persons(workspace, wanted).entrySet().stream()
            .collect(toMap(Map.Entry::getKey, it -> it.getValue().name()));
    var named =
        pursuits.named(
            workspace,
            all.values().stream().flatMap(it -> it.pursuit().stream()).distinct().toList());
    return debriefs.stream()
        .flatMap(it ->
            Optional.ofNullable(all.get(it.meeting()))
                .map(interview -> {
                  var meeting = meetings.get(it.meeting());
                  var pursuit =
                      interview.pursuit().map(one -> named.getOrDefault(one, "")).orElse("");
                  var candidate =
                      interview.candidate().map(one -> names.getOrDefault(one, "")).orElse("");
                  return new DebriefSheet(
                      it,
                      interview,
                      meeting,
                      called(meeting, pursuit),
                      pursuit,
                      candidate,
                      meeting == null ? List.of() : invited(meeting, interview, own, known, names),
                      bank.bank());
                })
                .stream())
        .toList();
  }

  private static String called(@Nullable Meeting meeting, String pursuit) {
    if (meeting != null && !meeting.title().isBlank()) {
      return meeting.title();
    }
    return pursuit.isEmpty() ? "A meeting" : pursuit;
  }

  private static List<Met> invited(
      Meeting meeting,
      Interview interview,
      Collection<EmailAddress> own,
      Map<EmailAddress, Known> known,
      Map<PersonId, String> names) {
    var persons = new LinkedHashSet<PersonId>();
    meeting.attendees().stream()
        .filter(it -> !own.contains(it.address()) && it.answer() != Attendee.Answer.DECLINED)
        .flatMap(it -> Optional.ofNullable(known.get(it.address())).stream())
        .map(Known::person)
        .forEach(persons::add);
    persons.addAll(interview.added());
    interview.candidate().ifPresent(persons::remove);
    return persons.stream()
        .filter(names::containsKey)
        .map(it -> Met.of(it, names.getOrDefault(it, "")))
        .toList();
  }

  private Collection<PersonId> persons(
      WorkspaceId workspace, Meeting meeting, Interview interview) {
    var own = accounts.ownAddresses(workspace);
    var persons = new LinkedHashSet<PersonId>();
    people
        .whoAre(workspace, meeting.others(own).stream().map(Attendee::address).toList())
        .values()
        .forEach(it -> persons.add(it.person()));
    persons.addAll(interview.added());
    return persons;
  }

  /**
   * Keeps one answer alone.
   *
   * @return what is wrong with it, a sentence; "" where it was kept; empty where there is no such
   *     debrief or question
   */
  Optional<String> answer(
      WorkspaceId workspace,
      MeetingId meeting,
      String question,
      String about,
      String words,
      boolean isSkipped,
      ZoneId zone,
      MemberId by,
      Instant now) {
    var asked = asked(question);
    var debrief = store.one(workspace, meeting);
    if (asked.isEmpty() || debrief.isEmpty() || about.length() > AnswerRules.LONGEST) {
      return Optional.empty();
    }
    var kept = AnswerRules.kept(asked.get().kind(), words);
    var problem = AnswerRules.problem(asked.get().kind(), asked.get().options(), kept);
    if (problem.isPresent()) {
      return problem;
    }
    store.answer(
        workspace,
        meeting,
        new DebriefAnswer(
            question, about, isSkipped ? "" : kept, isSkipped || kept.isEmpty(), now));
    settle(workspace, meeting, zone, by, now);
    return Optional.of("");
  }

  /** How a question of the bank is answered, ours or one to the client. */
  private record Asked(AnswerKind kind, List<String> options) {}

  private Optional<Asked> asked(String question) {
    return bank.bank()
        .question(question)
        .map(it -> new Asked(it.kind(), it.options()))
        .or(() ->
            bank.bank().client().stream()
                .filter(it -> it.key().equals(question))
                .findFirst()
                .map(it -> new Asked(it.kind(), it.options())));
  }

  /**
   * Keeps what changed of many answers.
   *
   * @param fresh what stands in the form; a blank one takes an answer away
   * @return what is wrong with those that were not kept, sentences
   */
  Optional<List<String>> answers(
      WorkspaceId workspace,
      MeetingId meeting,
      Collection<DebriefAnswer> fresh,
      ZoneId zone,
      MemberId by,
      Instant now) {
    var debrief = store.one(workspace, meeting);
    if (debrief.isEmpty()) {
      return Optional.empty();
    }
    var problems = new LinkedHashSet<String>();
    boolean isChanged = false;
    for (var one : fresh) {
      var asked = asked(one.question());
      if (asked.isEmpty() || one.about().length() > AnswerRules.LONGEST) {
        continue;
      }
      var kept = AnswerRules.kept(asked.get().kind(), one.words());
      if (kept.equals(debrief.get().said(one.question(), one.about()))) {
        continue;
      }
      var problem = AnswerRules.problem(asked.get().kind(), asked.get().options(), kept);
      if (problem.isPresent()) {
        problems.add(problem.get());
      } else if (kept.isEmpty()) {
        store.unanswer(workspace, meeting, one.question(), one.about());
        isChanged = true;
      } else {
        store.answer(
            workspace, meeting, new DebriefAnswer(one.question(), one.about(), kept, false, now));
        isChanged = true;
      }
    }
    if (isChanged) {
      settle(workspace, meeting, zone, by, now);
    }
    return Optional.of(List.copyOf(problems));
  }

  /** What was told of somebody under a name alone is told of a person. False where nothing was. */
  boolean identify(
      WorkspaceId workspace,
      MeetingId meeting,
      String line,
      PersonId person,
      ZoneId zone,
      MemberId by,
      Instant now) {
    var debrief = store.one(workspace, meeting);
    if (debrief.isEmpty()) {
      return false;
    }
    var id = person.toString();
    boolean isMet = false;
    for (var answer : debrief.get().answers()) {
      if (answer.question().equals(DebriefRules.MET) && answer.lines().contains(line)) {
        var lines =
            answer.lines().stream().map(it -> it.equals(line) ? id : it).distinct().toList();
        store.answer(
            workspace,
            meeting,
            new DebriefAnswer(
                answer.question(), answer.about(), String.join("\n", lines), false, answer.at()));
        isMet = true;
      } else if (!line.isEmpty() && answer.about().equals(line)) {
        store.unanswer(workspace, meeting, answer.question(), line);
        store.answer(
            workspace,
            meeting,
            new DebriefAnswer(
                answer.question(), id, answer.words(), answer.isSkipped(), answer.at()));
      }
    }
    if (isMet) {
      settle(workspace, meeting, zone, by, now);
    }
    return isMet;
  }

  /** After every change: what it comes to, whether time was given, what the bank learns. */
  private void settle(
      WorkspaceId workspace, MeetingId meeting, ZoneId zone, MemberId by, Instant now) {
    var sheet = sheet(workspace, meeting).orElseThrow();
    var debrief = sheet.debrief();
    var rules = sheet.rules();
    var last = debrief.said(DebriefBank.LAST);
    var commitment =
        last.isEmpty() ? Optional.<Commitment>empty() : Optional.of(Commitment.in(last));
    boolean isDone = rules.isDone(debrief.answers());
    store.settle(
        workspace,
        meeting,
        commitment,
        commitment.filter(it -> it == Commitment.NOT_A_YES).map(_ -> last).orElse(""),
        isDone,
        now);
    boolean isOff = rules.isClosedByGate(debrief.answers());
    calendar.took(workspace, meeting, !isOff, now);
    for (var time : store.given(workspace, meeting)) {
      if (isOff) {
        pursuits.neverGave(workspace, time, by, now);
      } else {
        pursuits.gaveAfterAll(workspace, time, by, now);
      }
    }
    if (isDone && !isOff) {
      questions.learn(
          workspace, debrief, sheet.interview(), debrief.endedAt().atZone(zone).toLocalDate(), now);
    } else {
      questions.unlearn(workspace, debrief);
    }
  }

  /** Keeps what was told on the phone, in free words. False where there is no such debrief. */
  boolean words(WorkspaceId workspace, MeetingId meeting, String words, Instant now) {
    return store.setWords(workspace, meeting, words.replace("\0", "").strip(), now);
  }

  /** What the free words may answer, without what is answered so already. */
  List<Proposal> proposals(WorkspaceId workspace, DebriefSheet sheet, ZoneId zone) {
    var debrief = sheet.debrief();
    var reader = readers.getIfAvailable();
    if (reader == null || debrief.words().isEmpty()) {
      return List.of();
    }
    var toldAt = debrief.toldAt() == null ? debrief.openedAt() : debrief.toldAt();
    return reader
        .read(debrief.words(), toldAt.atZone(zone), debrief.endedAt().atZone(zone).toLocalDate())
        .stream()
        .filter(it -> asked(it.question()).isPresent())
        .filter(it -> !debrief.said(it.question()).equals(it.words()))
        .toList();
  }

  boolean isReading() {
    return readers.getIfAvailable() != null;
  }

  /** Removes one, with what the bank learned from it. */
  boolean remove(WorkspaceId workspace, MeetingId meeting, Instant now) {
    var debrief = store.one(workspace, meeting);
    debrief.ifPresent(it -> {
      questions.unlearn(workspace, it);
      calendar.took(workspace, meeting, true, now);
    });
    return debrief.isPresent() && store.remove(workspace, meeting, now);
  }

  boolean bringBack(
      WorkspaceId workspace, MeetingId meeting, ZoneId zone, MemberId by, Instant now) {
    if (!store.bringBack(workspace, meeting)) {
      return false;
    }
    settle(workspace, meeting, zone, by, now);
    return true;
  }
}
