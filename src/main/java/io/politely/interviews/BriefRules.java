package io.politely.interviews;

import io.politely.calendar.Meeting;
import io.politely.interviews.Brief.Answered;
import io.politely.interviews.Brief.Check;
import io.politely.interviews.Brief.Doubt;
import io.politely.interviews.Brief.Expected;
import io.politely.interviews.Brief.Participant;
import io.politely.interviews.Brief.Practice;
import io.politely.interviews.Brief.Proof;
import io.politely.interviews.Brief.Question;
import io.politely.interviews.BriefGuide.Field;
import io.politely.interviews.BriefGuide.Scope;
import io.politely.interviews.BriefGuide.Where;
import io.politely.people.PersonId;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.Requirement;
import io.politely.reading.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a brief of what is known, and questions of what is not. Pure. */
final class BriefRules {

  /** A brief is opened so many business days before the meeting at the latest: policy D12. */
  static final int DAYS_BEFORE = 2;

  private static final int ANSWERED_CONCERNS = 3;
  private static final int ENOUGH_QUESTIONS = 3;
  private static final int MOST_LIKELY = 10;
  private static final int MOST_ASKS = 8;

  private final BriefGuide guide;

  BriefRules(BriefGuide guide) {
    this.guide = guide;
  }

  /**
   * Whose answers to the basic questions, concerns and requirements are prepared: the user's own,
   * or those of the candidate whom a recruiter presents.
   */
  record Self(Scope scope, UUID subject) {}

  /**
   * All that a brief is made of.
   *
   * @param self null where nobody is presented
   * @param people who comes, without the fields of the brief
   * @param lines what was written
   * @param raised concerns that debriefs told of, and the user’s own
   * @param asked what was asked before, with where that is known from
   */
  record Known(
      Meeting meeting,
      Interview interview,
      @Nullable Pursuit aim,
      @Nullable Self self,
      List<Participant> people,
      List<Requirement> requirements,
      List<Line> lines,
      List<Concern> raised,
      List<Expected> asked,
      List<String> experience,
      List<Practice> practices) {

    Known {
      people = List.copyOf(people);
      requirements = List.copyOf(requirements);
      lines = List.copyOf(lines);
      raised = List.copyOf(raised);
      asked = List.copyOf(asked);
      experience = List.copyOf(experience);
      practices = List.copyOf(practices);
    }

    /** The same with what was written. */
    Known with(List<Line> written) {
      return new Known(
          meeting,
          interview,
          aim,
          self,
          people,
          requirements,
          written,
          raised,
          asked,
          experience,
          practices);
    }
  }

  private record Place(Scope scope, UUID subject, String key) {}

  /** The brief. */
  Brief brief(Known known) {
    return new Making(known).brief();
  }

  /** The last day on which a brief should be opened. */
  static LocalDate openBy(Meeting meeting, ZoneId zone) {
    var days = WorkingDays.at(zone);
    var day = LocalDate.ofInstant(meeting.starts(), zone);
    for (int i = 0; i < DAYS_BEFORE; i++) {
      day = days.sameOrPrevious(day.minusDays(1));
    }
    return day;
  }

  private final class Making {

    private final Known known;
    private final Seat seat;
    private final InterviewKind kind;
    private final UUID meeting;
    private final Map<Place, Line> lines = new HashMap<>();

    Making(Known known) {
      this.known = known;
      this.seat = known.interview().seat();
      this.kind = known.interview().kind();
      this.meeting = known.meeting().id().value();
      known.lines().forEach(it -> lines.put(new Place(it.scope(), it.subject(), it.key()), it));
    }

    Brief brief() {
      var people = known.people().stream().map(this::asking).toList();
      var frame = answered(Where.FRAME, Scope.MEETING, meeting);
      var money = money();
      var expectations = ofPursuit(Where.EXPECTATIONS);
      var basics = known.self() == null ? List.<Answered>of() : basics(known.self());
      var proofs = known.self() == null ? List.<Proof>of() : proofs(known.self());
      var doubts = known.self() == null ? List.<Doubt>of() : doubts(known.self());
      var asks = asks(people);
      return new Brief(
          known.meeting(),
          known.interview(),
          known.aim(),
          people,
          frame,
          proofs,
          basics,
          doubts,
          likely(),
          asks,
          money,
          expectations,
          known.experience(),
          checks(people, frame, money, basics, proofs, doubts),
          guide.plan(),
          known.practices(),
          openBy(known.meeting(), known.meeting().zone()));
    }

    private Answered answered(Field field, Scope scope, UUID subject) {
      var line = lines.get(new Place(scope, subject, field.key()));
      return line == null
          ? new Answered(field, subject, "", "")
          : new Answered(field, subject, line.words(), line.source());
    }

    private List<Answered> answered(Where where, Scope scope, UUID subject) {
      return guide.fields(seat, where).stream()
          .filter(it -> it.scope() == scope)
          .map(it -> answered(it, scope, subject))
          .toList();
    }

    private List<Answered> ofPursuit(Where where) {
      return known.aim() == null
          ? List.of()
          : answered(where, Scope.PURSUIT, known.aim().id().value());
    }

    /**
     * What a candidate said of money is theirs: the next one of the search is told nothing of it.
     */
    private List<Answered> money() {
      return Stream.concat(
              ofPursuit(Where.MONEY).stream(),
              known
                  .interview()
                  .candidate()
                  .map(it -> answered(Where.MONEY, Scope.PERSON, it.value()))
                  .orElseGet(List::of)
                  .stream())
          .toList();
    }

    /** The same with what is known of their priorities, requirements and measures of success. */
    private Participant asking(Participant who) {
      var person = who.person();
      boolean isCandidate =
          person != null && known.interview().candidate().filter(person::equals).isPresent();
      return person == null || isCandidate
          ? who
          : new Participant(
              person,
              who.name(),
              who.address(),
              who.role(),
              who.level(),
              who.part(),
              who.wrote(),
              who.mutuals(),
              who.notes(),
              who.zone(),
              answered(Where.BUYER, Scope.PERSON, person.value()));
    }

    private List<Answered> basics(Self self) {
      return guide.fields(seat, Where.BASICS).stream()
          .map(it -> answered(it, self.scope(), self.subject()))
          .toList();
    }

    private List<Proof> proofs(Self self) {
      return known.requirements().stream()
          .map(it -> {
            var key = BriefGuide.PROOF + it.id();
            var line = lines.get(new Place(self.scope(), self.subject(), key));
            return new Proof(key, it.words(), line == null ? "" : line.words());
          })
          .toList();
    }

    /** Those that were raised come first, then those that have an answer. */
    private List<Doubt> doubts(Self self) {
      var raised =
          known.raised().stream()
              .map(it -> {
                var key = BriefGuide.RAISED + it.id();
                var line = lines.get(new Place(self.scope(), self.subject(), key));
                return new Doubt(
                    new BriefGuide.Concern(
                        key,
                        it.words(),
                        it.words(),
                        "It was raised, or is yours: answer it first.",
                        Set.of()),
                    key,
                    line == null ? it.answer() : line.words(),
                    true);
              });
      var usual =
          guide.concerns().stream()
              .filter(it -> it.seats().contains(seat))
              .map(it -> {
                var key = BriefGuide.concern(it);
                var line = lines.get(new Place(self.scope(), self.subject(), key));
                return new Doubt(it, key, line == null ? "" : line.words(), false);
              })
              .sorted(Comparator.comparing(it -> it.words().isBlank()));
      return Stream.concat(raised, usual).toList();
    }

    private List<Expected> likely() {
      var likely = new ArrayList<>(known.asked());
      guide.likely().stream()
          .filter(it -> it.seats().contains(seat) && it.kinds().contains(kind))
          .map(it -> new Expected(it.question(), "", it.practise()))
          .forEach(likely::add);
      return likely.stream().limit(MOST_LIKELY).toList();
    }

    /** What is not known, the user's own, then what is worth asking anyway. */
    private List<Question> asks(List<Participant> people) {
      var asks = new ArrayList<Question>();
      var own = lines.get(new Place(Scope.MEETING, meeting, BriefGuide.ASKS));
      if (own != null) {
        own.words()
            .lines()
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .forEach(it -> asks.add(new Question(it, "", "Yours")));
      }
      var unknown = new HashMap<String, List<String>>();
      var fields = new ArrayList<Field>();
      for (var who : people) {
        for (var answered : who.fields()) {
          if (!answered.isKnown()) {
            if (!unknown.containsKey(answered.field().key())) {
              fields.add(answered.field());
            }
            unknown.computeIfAbsent(answered.field().key(), _ -> new ArrayList<>()).add(who.name());
          }
        }
      }
      for (var field : fields) {
        asks.add(
            new Question(
                field.ask(),
                field.follow(),
                "Not known of " + names(unknown.getOrDefault(field.key(), List.of()))));
      }
      guide.asks().stream()
          .filter(it -> it.seats().contains(seat) && it.kinds().contains(kind))
          .forEach(it -> asks.add(new Question(it.question(), it.follow(), "")));
      return asks.stream().limit(MOST_ASKS).toList();
    }

    private List<Check> checks(
        List<Participant> people,
        List<Answered> frame,
        List<Answered> money,
        List<Answered> basics,
        List<Proof> proofs,
        List<Doubt> doubts) {
      var checks = new ArrayList<Check>();
      for (var field : frame) {
        checks.add(new Check(field.field().key(), field.field().label(), field.isKnown()));
      }
      var asked = people.stream().filter(it -> !it.fields().isEmpty()).toList();
      checks.add(
          new Check(
              "people",
              "You know who comes, and what each of them wants, or ask it",
              !asked.isEmpty() || !people.isEmpty()));
      for (var basic : basics) {
        checks.add(new Check(basic.field().key(), basic.field().label(), basic.isKnown()));
      }
      if (!doubts.isEmpty()) {
        long answered = doubts.stream().filter(it -> !it.words().isBlank()).count();
        checks.add(
            new Check(
                "concerns",
                "Three concerns have an answer (%d have)".formatted(answered),
                answered >= ANSWERED_CONCERNS));
      }
      if (!proofs.isEmpty()) {
        long proven = proofs.stream().filter(it -> !it.words().isBlank()).count();
        checks.add(
            new Check(
                "proof",
                "Each requirement has a proof (%d of %d)".formatted(proven, proofs.size()),
                proven == proofs.size()));
      }
      var own = lines.get(new Place(Scope.MEETING, meeting, BriefGuide.ASKS));
      long questions = own == null ? 0 : own.words().lines().filter(it -> !it.isBlank()).count();
      checks.add(
          new Check(
              "asks",
              "Three questions of your own (%d)".formatted(questions),
              questions >= ENOUGH_QUESTIONS));
      for (var amount : money) {
        checks.add(new Check(amount.field().key(), amount.field().label(), amount.isKnown()));
      }
      checks.add(
          new Check("practice", "Practised at least once, aloud", !known.practices().isEmpty()));
      return checks;
    }
  }

  private static String names(List<String> names) {
    var distinct = names.stream().distinct().toList();
    return distinct.size() <= 1
        ? String.join("", distinct)
        : String.join(", ", distinct.subList(0, distinct.size() - 1))
            + " and "
            + distinct.getLast();
  }

  /** Persons of whom lines are read. */
  static List<UUID> subjects(Known known, UUID member) {
    var subjects = new ArrayList<UUID>();
    subjects.add(known.meeting().id().value());
    subjects.add(member);
    if (known.aim() != null) {
      subjects.add(known.aim().id().value());
    }
    known.people().stream()
        .map(Participant::person)
        .filter(Objects::nonNull)
        .map(PersonId::value)
        .forEach(subjects::add);
    known.interview().candidate().map(PersonId::value).ifPresent(subjects::add);
    return subjects;
  }
}
