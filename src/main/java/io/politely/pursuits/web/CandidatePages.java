package io.politely.pursuits.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.politely.accounts.SignedIn;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.pursuits.Outcome;
import io.politely.pursuits.OwedOutcome;
import io.politely.pursuits.Part;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.Stage;
import io.politely.pursuits.web.CandidatesPage.Reached;
import io.politely.pursuits.web.CandidatesPage.Row;
import io.politely.pursuits.web.CandidatesPage.Tab;
import io.politely.pursuits.web.CandidatesPage.Table;
import io.politely.web.When;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the candidates of a search, in a fixed number of statements. */
@Component
class CandidatePages {

  private static final int SHOWN = 100;
  private static final int FIRST_SHOWN = 25;

  private final Pursuits pursuits;
  private final People people;
  private final Clock clock;

  CandidatePages(Pursuits pursuits, People people, Clock clock) {
    this.pursuits = pursuits;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Which candidates are wanted.
   *
   * @param stage the word of the stage that they are in; "" for all
   * @param isWaiting only those who wait for an outcome
   * @param isWhole whether all are shown, however many they are
   */
  record Query(String stage, String words, boolean isWaiting, boolean isWhole) {

    static final Query ALL = new Query("", "", false, false);

    Query in(String of) {
      return new Query(of, words, isWaiting, false);
    }

    Query whole() {
      return new Query(stage, words, isWaiting, true);
    }

    String pathIn(Pursuit pursuit) {
      var fields = new ArrayList<String>();
      if (!stage.isEmpty()) {
        fields.add("stage=" + encoded(stage));
      }
      if (!words.isBlank()) {
        fields.add("words=" + encoded(words.strip()));
      }
      if (isWaiting) {
        fields.add("waiting=true");
      }
      if (isWhole) {
        fields.add("whole=true");
      }
      return path(pursuit) + (fields.isEmpty() ? "" : "?" + String.join("&", fields));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /** A candidate, before their name is known. */
  private record Candidate(
      Part part, Map<String, Instant> reached, @Nullable OwedOutcome owed, @Nullable Outcome told) {

    Instant since() {
      return reached.getOrDefault(part.stage(), part.joinedAt());
    }

    boolean isOver() {
      return told != null && told.isDelivered();
    }
  }

  /** Who waits first, the longest due first; then whoever has been where they are for longest. */
  private static final Comparator<Candidate> BY_CLOCK =
      Comparator.comparing((Candidate it) -> it.owed() == null ? Instant.MAX : it.owed().due())
          .thenComparing(Candidate::isOver)
          .thenComparing(Candidate::since)
          .thenComparing(it -> it.part().person().value());

  static String path(Pursuit pursuit) {
    return PursuitController.path(pursuit.id()) + "/candidates";
  }

  /** The page of all. */
  CandidatesPage page(SignedIn me, Pursuit pursuit, Query query) {
    var all = candidates(me, pursuit);
    var stages = pursuits.candidateStages();
    var known = query.words().isBlank() ? Map.<PersonId, Person>of() : persons(me, all);
    var wanted =
        all.stream()
            .filter(it -> query.words().isBlank() || isNamed(known.get(it.part().person()), query))
            .filter(it -> !query.isWaiting() || it.owed() != null)
            .toList();
    var inStage = wanted.stream().collect(groupingBy(it -> it.part().stage(), counting()));
    var found =
        wanted.stream()
            .filter(it -> query.stage().isEmpty() || it.part().stage().equals(query.stage()))
            .toList();
    var table = table(me, pursuit, found, query.isWhole() ? found.size() : SHOWN);
    var tabs = new ArrayList<Tab>();
    tabs.add(tab("All", "", wanted.size(), pursuit, query));
    stages.forEach(stage -> {
      int count = inStage.getOrDefault(stage.word(), 0L).intValue();
      tabs.add(tab(stage.name(), stage.word(), count, pursuit, query));
    });
    return new CandidatesPage(
        path(pursuit),
        pursuit.name(),
        PursuitController.path(pursuit.id()),
        query.words(),
        query.stage(),
        query.isWaiting(),
        tabs,
        table,
        table.rows().size() < table.found() ? query.whole().pathIn(pursuit) : "");
  }

  /**
   * Those with the most urgent clocks.
   *
   * @param parts everybody in it
   * @param owed what is owed in it
   * @param outcomes of those in it
   */
  Table first(
      SignedIn me,
      Pursuit pursuit,
      List<Part> parts,
      List<OwedOutcome> owed,
      List<Outcome> outcomes) {
    return table(me, pursuit, candidates(me, pursuit, parts, owed, outcomes), FIRST_SHOWN);
  }

  private static Tab tab(String name, String stage, int count, Pursuit pursuit, Query query) {
    return new Tab(name, query.in(stage).pathIn(pursuit), count, stage.equals(query.stage()));
  }

  private List<Candidate> candidates(SignedIn me, Pursuit pursuit) {
    var id = pursuit.id();
    return candidates(
        me,
        pursuit,
        pursuits.parts(me.workspace(), id),
        pursuits.owed(me.workspace(), id, me.zone()),
        pursuits.outcomes(me.workspace(), id));
  }

  private List<Candidate> candidates(
      SignedIn me,
      Pursuit pursuit,
      List<Part> parts,
      List<OwedOutcome> owed,
      List<Outcome> outcomes) {
    var reached = pursuits.reached(me.workspace(), pursuit.id());
    var waits =
        owed.stream()
            .filter(OwedOutcome::byUs)
            .collect(toMap(OwedOutcome::person, identity(), (first, _) -> first));
    var told =
        outcomes.stream()
            .filter(Outcome::fromUs)
            .collect(toMap(Outcome::person, identity(), (_, last) -> last));
    return parts.stream()
        .filter(part -> part.role() == Role.CANDIDATE)
        .map(part ->
            new Candidate(
                part,
                reached.getOrDefault(part.person(), Map.of()),
                waits.get(part.person()),
                told.get(part.person())))
        .sorted(BY_CLOCK)
        .toList();
  }

  private Table table(SignedIn me, Pursuit pursuit, List<Candidate> found, int most) {
    var shown = found.stream().limit(most).toList();
    var stages = pursuits.candidateStages();
    var persons = persons(me, shown);
    return new Table(
        stages,
        shown.stream().map(it -> row(me, pursuit, it, stages, persons)).toList(),
        found.size());
  }

  private Map<PersonId, Person> persons(SignedIn me, List<Candidate> of) {
    return people.persons(me.workspace(), of.stream().map(it -> it.part().person()).toList());
  }

  private Row row(
      SignedIn me,
      Pursuit pursuit,
      Candidate candidate,
      List<Stage> stages,
      Map<PersonId, Person> persons) {
    var now = clock.instant();
    var part = candidate.part();
    var owed = candidate.owed();
    return new Row(
        PursuitPages.name(persons, part.person()),
        PartController.path(pursuit.id(), part.person()),
        part.stage(),
        stages.stream().map(stage -> reached(me, candidate, stage, stages, now)).toList(),
        When.span(ChronoUnit.DAYS.between(candidate.since(), now)),
        clock(me, candidate, now),
        owed != null && owed.due().isBefore(now));
  }

  private static Reached reached(
      SignedIn me, Candidate candidate, Stage stage, List<Stage> stages, Instant now) {
    var part = candidate.part();
    var at =
        stage.equals(stages.getFirst())
            ? candidate.reached().getOrDefault(stage.word(), part.joinedAt())
            : candidate.reached().get(stage.word());
    return new Reached(
        at == null ? null : When.of(at, now, me.zone()), stage.word().equals(part.stage()));
  }

  private static String clock(SignedIn me, Candidate candidate, Instant now) {
    var owed = candidate.owed();
    if (owed != null) {
      return (candidate.told() == null ? "Outcome due " : "To be told ")
          + When.of(owed.due(), now, me.zone()).relative();
    }
    var told = candidate.told();
    return told == null ? "" : told.result().said() + (told.isDelivered() ? ", and they know" : "");
  }

  private static boolean isNamed(@Nullable Person person, Query query) {
    if (person == null) {
      return false;
    }
    var text = new StringBuilder(person.name());
    person.addresses().stream()
        .map(PersonAddress::address)
        .forEach(it -> text.append(' ').append(it.value()));
    var all = text.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(query.words().strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(all::contains);
  }
}
