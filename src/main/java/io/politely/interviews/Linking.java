package io.politely.interviews;

import io.politely.calendar.Attendee;
import io.politely.calendar.Meeting;
import io.politely.kernel.EmailAddress;
import io.politely.people.Known;
import io.politely.people.PersonId;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Role;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what a meeting is to us: which pursuit, what kind, about whom, and why. Pure. */
final class Linking {

  private static final int OF_A_PART = 4;
  private static final int OF_THEIR_COMPANY = 3;
  private static final int OF_THE_COMPANY_NAMED = 3;
  private static final int OF_THE_TITLE = 2;

  /** One sign is enough, but for a word that titles share by chance. */
  private static final int ENOUGH = 3;

  private static final int LONG_WORD = 4;

  private Linking() {}

  /** A pursuit and who is in it. */
  record Aim(Pursuit pursuit, List<Part> parts) {

    Aim {
      parts = List.copyOf(parts);
    }

    Optional<Part> part(PersonId person) {
      return parts.stream().filter(it -> it.person().equals(person)).findFirst();
    }
  }

  /**
   * All that it is decided by.
   *
   * @param own our addresses
   * @param known whom the addresses of attendees belong to
   * @param names of persons, by whom they are
   * @param added whom the user named beside those who are invited
   */
  record Facts(
      Meeting meeting,
      Set<EmailAddress> own,
      Map<EmailAddress, Known> known,
      Map<PersonId, String> names,
      List<PersonId> added,
      List<Aim> aims) {

    Facts {
      own = Set.copyOf(own);
      known = Map.copyOf(known);
      names = Map.copyOf(names);
      added = List.copyOf(added);
      aims = List.copyOf(aims);
    }
  }

  private record Scored(Aim aim, int score, String reason) {}

  /** What the meeting is. */
  static Interview link(Facts facts) {
    var meeting = facts.meeting();
    if (meeting.isPrivate()) {
      return plain(meeting, "It is private: only when it is, is known.");
    }
    var persons = persons(facts);
    var best =
        facts.aims().stream()
            .filter(it -> it.pursuit().state() != PursuitState.CLOSED)
            .map(it -> scored(it, facts, persons))
            .filter(it -> it.score() >= ENOUGH)
            .max(
                Comparator.comparingInt(Scored::score)
                    .thenComparing(it -> it.aim().pursuit().changedAt()));
    var word = KindWords.in(meeting.title());
    if (best.isEmpty()) {
      return word.map(found ->
              new Interview(
                  meeting.id(),
                  null,
                  found.kind(),
                  seatWithout(found.kind()),
                  null,
                  "Its title says “%s”; nobody in it is part of a pursuit.".formatted(found.word()),
                  false,
                  List.of()))
          .orElseGet(() -> plain(meeting, "Nobody in it is part of a pursuit."));
    }
    var aim = best.get().aim();
    var seat = Seat.in(aim.pursuit().kind());
    var candidate = seat == Seat.RECRUITER ? candidate(aim, facts, persons) : null;
    var kind = word.map(KindWords.Found::kind).orElseGet(() -> kind(aim, seat, persons, candidate));
    var why = best.get().reason();
    return new Interview(
        meeting.id(),
        aim.pursuit().id(),
        kind,
        seat,
        candidate,
        word.map(it -> why + " Its title says “%s”.".formatted(it.word())).orElse(why),
        false,
        named(aim, facts, persons));
  }

  /** Whether the title of a meeting may name a pursuit. */
  static boolean mayBeNamed(Pursuit pursuit, Meeting meeting) {
    return contains(meeting.title(), pursuit.company())
        || sharesWords(meeting.title(), pursuit.title());
  }

  /** Those of the pursuit who are in the title, and whom its calendar does not know to come. */
  private static List<PersonId> named(Aim aim, Facts facts, List<PersonId> persons) {
    return aim.parts().stream()
        .map(Part::person)
        .filter(it -> !persons.contains(it))
        .filter(it -> isNamed(facts.meeting().title(), facts.names().getOrDefault(it, "")))
        .toList();
  }

  /** Whether a title names somebody: a first name alone may be anybody’s. */
  static boolean isNamed(String title, String name) {
    return name.strip().indexOf(' ') > 0 && contains(title, name);
  }

  private static Interview plain(Meeting meeting, String reason) {
    return new Interview(
        meeting.id(), null, InterviewKind.OTHER, Seat.SEEKER, null, reason, false, List.of());
  }

  private static Seat seatWithout(InterviewKind kind) {
    return switch (kind) {
      case INTAKE -> Seat.RECRUITER;
      case DISCOVERY -> Seat.SELLER;
      default -> Seat.SEEKER;
    };
  }

  private static List<PersonId> persons(Facts facts) {
    return Stream.concat(
            facts.meeting().others(facts.own()).stream()
                .map(Attendee::address)
                .flatMap(address -> Optional.ofNullable(facts.known().get(address)).stream())
                .map(Known::person),
            facts.added().stream())
        .distinct()
        .toList();
  }

  private static Scored scored(Aim aim, Facts facts, List<PersonId> persons) {
    var pursuit = aim.pursuit();
    var title = facts.meeting().title();
    int score = 0;
    var reasons = new ArrayList<String>();
    for (var part : aim.parts()) {
      var name = facts.names().getOrDefault(part.person(), "");
      boolean isInvited = persons.contains(part.person());
      if (isInvited || isNamed(title, name)) {
        score += OF_A_PART;
        reasons.add(
            "%s is %s in %s."
                .formatted(
                    name.isEmpty() ? "Somebody" : name,
                    part.role().said().toLowerCase(Locale.ROOT),
                    pursuit.name()));
      }
    }
    var company = pursuit.companyKnown();
    boolean isOfCompany =
        company != null
            && facts.meeting().others(facts.own()).stream()
                .flatMap(it -> Optional.ofNullable(facts.known().get(it.address())).stream())
                .anyMatch(it -> it.company().filter(one -> one.id().equals(company)).isPresent());
    if (isOfCompany) {
      score += OF_THEIR_COMPANY;
      reasons.add("Somebody who is invited writes from %s.".formatted(pursuit.company()));
    }
    if (!pursuit.company().isEmpty() && contains(title, pursuit.company())) {
      score += OF_THE_COMPANY_NAMED;
      reasons.add("Its title names %s.".formatted(pursuit.company()));
    }
    if (sharesWords(title, pursuit.title())) {
      score += OF_THE_TITLE;
      reasons.add("Its title names “%s”.".formatted(pursuit.title()));
    }
    return new Scored(aim, score, reasons.isEmpty() ? "" : reasons.getFirst());
  }

  private static InterviewKind kind(
      Aim aim, Seat seat, List<PersonId> persons, @Nullable PersonId candidate) {
    return switch (seat) {
      case SELLER -> InterviewKind.DISCOVERY;
      case RECRUITER ->
          candidate == null
              ? InterviewKind.INTAKE
              : persons.size() > 1 ? InterviewKind.HIRING_MANAGER : InterviewKind.SCREEN;
      case SEEKER -> {
        boolean isManager =
            persons.stream()
                .flatMap(it -> aim.part(it).stream())
                .anyMatch(it -> it.role() == Role.HIRING_MANAGER);
        boolean isRecruiter =
            persons.stream()
                .flatMap(it -> aim.part(it).stream())
                .anyMatch(it -> it.role() == Role.RECRUITER);
        yield persons.size() > 2
            ? InterviewKind.PANEL
            : isRecruiter && !isManager ? InterviewKind.SCREEN : InterviewKind.HIRING_MANAGER;
      }
    };
  }

  private static @Nullable PersonId candidate(Aim aim, Facts facts, List<PersonId> persons) {
    return aim.parts().stream()
        .filter(it -> it.role() == Role.CANDIDATE)
        .map(Part::person)
        .filter(it ->
            persons.contains(it)
                || isNamed(facts.meeting().title(), facts.names().getOrDefault(it, "")))
        .findFirst()
        .orElse(null);
  }

  private static boolean contains(String text, String words) {
    return !words.isBlank() && (" " + folded(text) + " ").contains(" " + folded(words) + " ");
  }

  private static boolean sharesWords(String title, String other) {
    var these = words(title);
    var those = words(other);
    these.retainAll(those);
    return !those.isEmpty() && these.size() * 2 >= those.size() && these.size() >= 2;
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    for (var word : folded(text).split(" ", -1)) {
      if (word.length() >= LONG_WORD) {
        words.add(word);
      }
    }
    return words;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
