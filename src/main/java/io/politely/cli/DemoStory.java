package io.politely.cli;

import static java.util.stream.Collectors.toMap;

import io.politely.cadence.Cadence;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.calendar.Calendar;
import io.politely.calendar.InvitationListener;
import io.politely.calendar.Meeting;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactImporter;
import io.politely.contacts.Contacts;
import io.politely.interviews.Brief.Proof;
import io.politely.interviews.BriefGuide.Scope;
import io.politely.interviews.Interviews;
import io.politely.interviews.InterviewsCatchUp;
import io.politely.interviews.Line;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.ledger.Matter;
import io.politely.mail.ConversationId;
import io.politely.people.Known;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the person of the sample would have done: imported their people and their calendar, opened
 * pursuits, written into a brief, begun to follow up. All of it goes in by the doors that a user
 * takes, so that the demo shows what Politely makes of it.
 */
@Edge
final class DemoStory {

  private static final Duration AHEAD = Duration.ofDays(30);
  private static final int MANY = 1_000;

  private final Sample sample;
  private final Path folder;

  private DemoStory(Sample sample, Path folder) {
    this.sample = sample;
    this.folder = folder;
  }

  /** That of the sample; empty where it is not there. */
  static Optional<DemoStory> ofSample() {
    return Sample.of(Sample.mailbox()).map(it -> new DemoStory(it, Sample.folder()));
  }

  /** Where the application is found. */
  interface Beans {

    <T> T bean(Class<T> type);
  }

  private record Told(List<Aim> pursuits) {}

  private record Aim(
      String kind,
      String title,
      String company,
      String source,
      String stage,
      List<String> requirements,
      List<Member> people,
      @Nullable ToldBrief brief,
      @Nullable ToldFollowUp followUp) {}

  private record Member(String address, String role, @Nullable String stage) {}

  /**
   * @param meeting its title
   */
  private record ToldBrief(String meeting, Map<String, String> proofs, List<ToldLine> lines) {}

  /**
   * @param of the address of the person whom it is about
   */
  private record ToldLine(
      String scope, @Nullable String of, String key, String words, @Nullable String source) {}

  /**
   * @param conversation its subject
   * @param since the event after which it follows, by the days of the sample
   */
  private record ToldFollowUp(
      String address, String situation, String conversation, String since, String promised) {}

  /** The mail of the days around today in a copy, its dates moved there. */
  Path mail(Path target, LocalDateTime now) {
    return Sample.shiftedCopy(
        folder.resolve("next").resolve("mail"), target, sample.businessDays(now));
  }

  /** Does what the user would have done, after the mail was read. */
  void play(FirstWorkspace workspace, Beans beans) {
    var now = beans.bean(Clock.class).instant();
    importPeople(workspace, beans, now);
    importCalendar(workspace.id(), beans, now);
    var told =
        JsonMapper.shared()
            .readValue(folder.resolve("next").resolve("story.json").toFile(), Told.class);
    var persons = persons(workspace.id(), told, beans);
    var opened = new ArrayList<PursuitId>();
    for (var aim : told.pursuits()) {
      opened.add(open(workspace, aim, persons, beans, now));
    }
    beans.bean(InterviewsCatchUp.class).catchUp(workspace.id());
    for (int i = 0; i < opened.size(); i++) {
      var aim = told.pursuits().get(i);
      if (aim.brief() != null) {
        write(workspace, opened.get(i), aim.brief(), persons, beans, now);
      }
      if (aim.followUp() != null) {
        follow(workspace, opened.get(i), aim.followUp(), persons, beans, now);
      }
    }
  }

  private void importPeople(FirstWorkspace workspace, Beans beans, Instant now) {
    var name = "contacts.vcf";
    var file = Sample.shifted(folder.resolve(name), new DateShift.Weeks(0));
    if (beans.bean(Contacts.class).read(workspace.id(), file) instanceof OfPeople people) {
      beans
          .bean(ContactImporter.class)
          .run(workspace.id(), name, people, workspace.owner(), now, _ -> {});
    }
  }

  private void importCalendar(WorkspaceId workspace, Beans beans, Instant now) {
    var name = "calendar.ics";
    beans
        .bean(Calendar.class)
        .readFile(workspace, name, Sample.shifted(folder.resolve(name), sample.weeks(now)), now);
    beans.bean(InvitationListener.class).catchUp(workspace);
  }

  private static Map<String, PersonId> persons(WorkspaceId workspace, Told told, Beans beans) {
    var addresses =
        told.pursuits().stream()
            .flatMap(it -> it.people().stream())
            .map(it -> new EmailAddress(it.address()))
            .distinct()
            .toList();
    Map<EmailAddress, Known> known = beans.bean(People.class).whoAre(workspace, addresses);
    return known.entrySet().stream()
        .collect(toMap(it -> it.getKey().value(), it -> it.getValue().person()));
  }

  private static Optional<PersonId> person(Map<String, PersonId> persons, String address) {
    return Optional.ofNullable(persons.get(address));
  }

  private static PursuitId open(
      FirstWorkspace workspace, Aim aim, Map<String, PersonId> persons, Beans beans, Instant now) {
    var pursuits = beans.bean(Pursuits.class);
    var fresh =
        new NewPursuit(
            PursuitKind.of(aim.kind()).orElseThrow(),
            aim.title(),
            aim.company(),
            Source.of(aim.source()).orElse(null),
            "",
            "",
            "",
            aim.requirements());
    var id = pursuits.open(workspace.id(), fresh, workspace.owner(), now);
    pursuits.move(workspace.id(), id, aim.stage(), workspace.owner(), "", now);
    for (var one : aim.people()) {
      var role = Role.of(one.role()).orElseThrow();
      person(persons, one.address())
          .ifPresent(person -> {
            pursuits.join(workspace.id(), id, person, role, workspace.owner(), now);
            if (one.stage() != null) {
              pursuits.move(workspace.id(), id, person, one.stage(), workspace.owner(), "", now);
            }
          });
    }
    return id;
  }

  private static void write(
      FirstWorkspace workspace,
      PursuitId pursuit,
      ToldBrief told,
      Map<String, PersonId> persons,
      Beans beans,
      Instant now) {
    var interviews = beans.bean(Interviews.class);
    var meeting =
        beans.bean(Calendar.class).between(workspace.id(), now, now.plus(AHEAD), MANY).stream()
            .filter(it -> it.title().equals(told.meeting()))
            .map(Meeting::id)
            .findFirst();
    var brief = meeting.flatMap(it -> interviews.brief(workspace.id(), it, workspace.owner(), now));
    if (meeting.isEmpty() || brief.isEmpty()) {
      return;
    }
    var own = workspace.owner().value();
    var lines = new ArrayList<Line>();
    for (var line : told.lines()) {
      var scope = Scope.of(line.scope()).orElseThrow();
      Optional<UUID> subject =
          switch (scope) {
            case MEETING -> meeting.map(it -> it.value());
            case PURSUIT -> Optional.of(pursuit.value());
            case OWN -> Optional.of(own);
            case PERSON ->
                Stream.ofNullable(line.of())
                    .flatMap(it -> person(persons, it).stream())
                    .map(PersonId::value)
                    .findFirst();
          };
      var source = Optional.ofNullable(line.source()).orElse("");
      subject.ifPresent(
          it -> lines.add(new Line(scope, it, line.key(), line.words(), source, "", now)));
    }
    for (Proof proof : brief.get().requirements()) {
      Optional.ofNullable(told.proofs().get(proof.requirement()))
          .ifPresent(it -> lines.add(new Line(Scope.OWN, own, proof.key(), it, "", "", now)));
    }
    interviews.write(workspace.id(), meeting.get(), lines, workspace.owner(), now);
  }

  private void follow(
      FirstWorkspace workspace,
      PursuitId pursuit,
      ToldFollowUp told,
      Map<String, PersonId> persons,
      Beans beans,
      Instant now) {
    long weeks = sample.weeks(now).weeks();
    person(persons, told.address())
        .ifPresent(person ->
            beans
                .bean(Cadence.class)
                .start(
                    workspace.id(),
                    new NewFollowUp(
                        person,
                        told.situation(),
                        pursuit,
                        conversation(workspace.id(), told, beans, now),
                        Instant.parse(told.since()).plus(Duration.ofDays(weeks * 7)),
                        LocalDate.parse(told.promised()).plusWeeks(weeks),
                        null,
                        Research.NONE),
                    workspace.owner(),
                    now));
  }

  private static @Nullable ConversationId conversation(
      WorkspaceId workspace, ToldFollowUp told, Beans beans, Instant now) {
    return beans
        .bean(Ledger.class)
        .newest(workspace, null, Optional.empty(), now, MANY)
        .items()
        .stream()
        .filter(it -> it.subject().endsWith(told.conversation()))
        .map(Matter::conversation)
        .findFirst()
        .orElse(null);
  }
}
