package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.KeepsSecrets;
import io.politely.accounts.MemberId;
import io.politely.accounts.Vault;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.People;
import io.politely.people.Traces;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: which meetings there are, were, and will be. */
@Service
public class Calendar implements KeepsSecrets {

  private static final String SECRET = "calendar.source.secret";
  private static final String CARRIED = "calendar.source.carried";

  private final MeetingStore meetings;
  private final SourceStore events;
  private final EventIntake intake;
  private final Invitations invitations;
  private final People people;
  private final Vault vault;
  private final NewIds ids;
  private final ApplicationEventPublisher nudges;

  Calendar(
      MeetingStore meetings,
      SourceStore events,
      EventIntake intake,
      Invitations invitations,
      People people,
      Vault vault,
      NewIds ids,
      ApplicationEventPublisher nudges) {
    this.meetings = meetings;
    this.events = events;
    this.intake = intake;
    this.invitations = invitations;
    this.people = people;
    this.vault = vault;
    this.ids = ids;
    this.nudges = nudges;
  }

  /**
   * Keeps a meeting that the user tells of. Telling of it again changes it.
   *
   * @return its id
   */
  @Transactional
  public MeetingId note(WorkspaceId workspace, NewMeeting told, MemberId by, Instant now) {
    var id = MeetingId.of(told.uid(), told.original());
    meetings.keep(workspace, id, known(workspace, told), now);
    nudges.publishEvent(new MeetingsChanged(workspace));
    return id;
  }

  /** A meeting, also one that was called off. */
  @Transactional(readOnly = true)
  public Optional<Meeting> meeting(WorkspaceId workspace, MeetingId id) {
    return Optional.ofNullable(meetings.of(workspace, List.of(id)).get(id));
  }

  /** Those of these that there are. */
  @Transactional(readOnly = true)
  public Map<MeetingId, Meeting> meetings(WorkspaceId workspace, Collection<MeetingId> ids) {
    return meetings.of(workspace, ids);
  }

  /** What begins in a time, what was called off too, the first first. */
  @Transactional(readOnly = true)
  public List<Meeting> between(WorkspaceId workspace, Instant from, Instant until, int limit) {
    return meetings.between(workspace, from, until, limit);
  }

  /** What takes place, is no whole day, and ended in a time, the first first. */
  @Transactional(readOnly = true)
  public List<Meeting> endedBetween(WorkspaceId workspace, Instant after, Instant until) {
    return meetings.endedBetween(workspace, after, until);
  }

  /** What takes place with these addresses and ends after a moment or before it, by address. */
  @Transactional(readOnly = true)
  public Map<EmailAddress, List<Meeting>> with(
      WorkspaceId workspace, Collection<EmailAddress> addresses, Instant from, Instant until) {
    return meetings.with(workspace, addresses, from, until, false);
  }

  /** The same with what the user said did not take place: whoever asks what is kept is told all. */
  @Transactional(readOnly = true)
  public Map<EmailAddress, List<Meeting>> everWith(
      WorkspaceId workspace, Collection<EmailAddress> addresses, Instant from, Instant until) {
    return meetings.with(workspace, addresses, from, until, true);
  }

  /**
   * Keeps the user’s word whether a meeting took place, whatever calendars tell. It is about the
   * time at which it was to begin: when it is moved, it counts again.
   */
  @Transactional
  public void took(WorkspaceId workspace, MeetingId id, boolean itsPlace, Instant now) {
    if (meetings.miss(workspace, id, !itsPlace, now)) {
      nudges.publishEvent(new MeetingsChanged(workspace));
    }
  }

  /** What changed after a change, in the order of changes. */
  @Transactional(readOnly = true)
  public List<Meeting> changed(WorkspaceId workspace, long after, int limit) {
    return meetings.changed(workspace, after, limit);
  }

  /** What tells of meetings, what was disconnected too. */
  @Transactional(readOnly = true)
  public List<CalendarSource> sources(WorkspaceId workspace) {
    return events.sources(workspace);
  }

  @Transactional(readOnly = true)
  public Optional<CalendarSource> source(WorkspaceId workspace, SourceId id) {
    return events.sources(workspace).stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /**
   * Reads a calendar file. Reading it again changes nothing; one of the same name is a later
   * version of it.
   *
   * @return empty where it is no calendar
   */
  @Transactional
  public Optional<ReadReport> readFile(
      WorkspaceId workspace, String name, byte[] file, Instant now) {
    var reading = intake.reader().read(file);
    if (!reading.isCalendar()) {
      return Optional.empty();
    }
    var source = events.connect(workspace, newSource(), SourceKind.FILE, name, name, "", null);
    return Optional.of(keep(workspace, source, reading, false, "", now));
  }

  /** Connects a feed: an address at which a calendar file lies. It is read by {@link #told}. */
  @Transactional
  public SourceId connectFeed(WorkspaceId workspace, String name, URI address) {
    return events.connect(
        workspace, newSource(), SourceKind.FEED, name, address.toString(), "", null);
  }

  /** Connects a calendar on a CalDAV server. */
  @Transactional
  public SourceId connectServer(
      WorkspaceId workspace, String name, URI address, String login, String password) {
    var id =
        events
            .sourceAt(workspace, SourceKind.SERVER, address.toString())
            .orElseGet(this::newSource);
    return events.connect(
        workspace,
        id,
        SourceKind.SERVER,
        name,
        address.toString(),
        login,
        vault.seal(workspace, SECRET, id.value(), password));
  }

  /**
   * A password that a page carries from the search for calendars to the choice of one; it opens for
   * the server alone for which it was typed.
   */
  public String carried(WorkspaceId workspace, URI server, String password) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(vault.seal(workspace, CARRIED, row(server), password));
  }

  /** The same opened; empty where it was not carried to this server. */
  public Optional<String> opened(WorkspaceId workspace, URI server, String carried) {
    try {
      return vault.open(
          workspace, CARRIED, row(server), Base64.getUrlDecoder().decode(carried.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static UUID row(URI server) {
    var origin = server.getScheme() + "://" + server.getRawAuthority();
    return UUID.nameUUIDFromBytes(origin.toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }

  /** The password of a source; empty where there is none, or the keys are not those that sealed. */
  @Transactional(readOnly = true)
  public Optional<String> password(WorkspaceId workspace, SourceId id) {
    return events
        .secret(workspace, id)
        .flatMap(sealed -> vault.open(workspace, SECRET, id.value(), sealed));
  }

  /**
   * Everything that a feed tells now: what it tells no longer is gone.
   *
   * @param mark how its server calls this version, or ""
   */
  @Transactional
  ReadReport told(
      WorkspaceId workspace, SourceId source, IcsReading reading, String mark, Instant now) {
    return keep(workspace, source, reading, reading.isWhole(), mark, now);
  }

  /** A feed tells what it told before. */
  @Transactional
  ReadReport toldNothingNew(WorkspaceId workspace, CalendarSource source, Instant now) {
    events.wasRead(workspace, source.id(), source.mark(), source.leftOut(), now);
    return new ReadReport(source.id(), 0, 0, 0, source.events(), source.leftOut());
  }

  /** What lies on a server now. */
  @Transactional
  ReadReport told(WorkspaceId workspace, SourceId source, ServerChanges changes, Instant now) {
    var told = new ArrayList<KnownEvent>();
    var leftOut = new LinkedHashSet<String>();
    var readable = new HashSet<String>();
    for (var item : changes.changed()) {
      var reading = intake.reader().read(item.file());
      leftOut.addAll(reading.leftOut());
      if (reading.isWhole()) {
        readable.add(item.href());
      }
      reading
          .events()
          .forEach(event -> told.add(KnownEvent.of(event, source, item.href(), item.etag())));
    }
    var known =
        events.ofSource(workspace, source).stream()
            .filter(it -> changes.isGone(it.href()) || readable.contains(it.href()))
            .toList();
    var taken = intake.take(workspace, told, known, true);
    return report(workspace, source, taken, List.copyOf(leftOut), changes.mark(), now);
  }

  /** Which versions of what lies on a server are known, by where it lies. */
  @Transactional(readOnly = true)
  Map<String, String> etags(WorkspaceId workspace, SourceId source) {
    var known = new HashMap<String, String>();
    events.ofSource(workspace, source).forEach(it -> known.putIfAbsent(it.href(), it.etag()));
    return known;
  }

  /** A source could not be read; what was read of it stays. */
  @Transactional
  void hasProblem(WorkspaceId workspace, SourceId source, String problem, Instant now) {
    events.hasProblem(workspace, source, problem, now);
  }

  /** A source tells no more; what it alone told of, and is not over, is cancelled. */
  @Transactional
  public boolean disconnect(WorkspaceId workspace, SourceId source, Instant now) {
    if (!events.disconnect(workspace, source, now)) {
      return false;
    }
    settle(workspace, events.uids(workspace, source), now);
    return true;
  }

  /** A source that was disconnected tells again. */
  @Transactional
  public boolean connectAgain(WorkspaceId workspace, SourceId source, Instant now) {
    if (!events.connectAgain(workspace, source)) {
      return false;
    }
    settle(workspace, events.uids(workspace, source), now);
    return true;
  }

  /**
   * Takes in a calendar that came by mail.
   *
   * @param from who sent it
   */
  @Transactional
  public Received receive(WorkspaceId workspace, EmailAddress from, byte[] calendar, Instant now) {
    var mail =
        events
            .sourceAt(workspace, SourceKind.MAIL, "")
            .orElseGet(() ->
                events.connect(
                    workspace, newSource(), SourceKind.MAIL, "Invitations in mail", "", "", null));
    var result = invitations.take(workspace, mail, from, calendar);
    settle(workspace, result.touched(), now);
    return result.received();
  }

  /** Up to when mail was looked through. */
  @Transactional(readOnly = true)
  Optional<Instant> cursor(WorkspaceId workspace) {
    return events.cursor(workspace);
  }

  @Transactional
  void setCursor(WorkspaceId workspace, Instant storedAt) {
    events.setCursor(workspace, storedAt);
  }

  /** As days pass, more times of what repeats come near. */
  @Transactional
  void roll(WorkspaceId workspace, Instant now) {
    settle(workspace, events.repeating(workspace), now);
  }

  @Override
  @Transactional(readOnly = true)
  public Set<Integer> keysInUse(WorkspaceId workspace) {
    return events.secrets(workspace).stream()
        .map(it -> vault.keyOf(it.secret()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  @Transactional
  public Resealed reseal(WorkspaceId workspace) {
    int resealed = 0;
    int closed = 0;
    for (var sealed : events.secrets(workspace)) {
      var row = sealed.source().value();
      var password = vault.open(workspace, SECRET, row, sealed.secret());
      if (password.isEmpty()) {
        closed++;
      } else if (!vault.isNewlySealed(sealed.secret())) {
        events.setSecret(
            workspace, sealed.source(), vault.seal(workspace, SECRET, row, password.get()));
        resealed++;
      }
    }
    return new Resealed(resealed, closed);
  }

  /** Takes somebody out of all meetings: who is invited, and what is written there. */
  @Transactional
  public void erase(WorkspaceId workspace, Traces traces) {
    var addresses = traces.addresses().stream().map(EmailAddress::value).toList();
    var mentions = new Mentions(traces);
    meetings.uninvite(workspace, addresses);
    meetings.rewrite(workspace, mentions::removedFrom);
    events.forgetAnswers(workspace, addresses);
    events.keep(
        workspace,
        events.written(workspace).stream()
            .map(event ->
                Map.entry(event, event.rewritten(traces.addresses(), mentions::removedFrom)))
            .filter(it -> !it.getKey().equals(it.getValue()))
            .map(Map.Entry::getValue)
            .toList());
  }

  private ReadReport keep(
      WorkspaceId workspace,
      SourceId source,
      IcsReading reading,
      boolean isAll,
      String mark,
      Instant now) {
    var told =
        reading.events().stream().map(event -> KnownEvent.of(event, source, "", "")).toList();
    var taken = intake.take(workspace, told, events.ofSource(workspace, source), isAll);
    return report(workspace, source, taken, reading.leftOut(), mark, now);
  }

  private ReadReport report(
      WorkspaceId workspace,
      SourceId source,
      EventIntake.Taken taken,
      List<String> leftOut,
      String mark,
      Instant now) {
    var told = new ArrayList<>(leftOut);
    told.addAll(settle(workspace, taken.touched(), now));
    events.wasRead(workspace, source, mark, told, now);
    return new ReadReport(
        source, taken.added(), taken.changed(), taken.cancelled(), taken.unchanged(), told);
  }

  /** Makes meetings of events; a sentence for each of which some times were left out. */
  private List<String> settle(WorkspaceId workspace, Collection<String> uids, Instant now) {
    var settled = intake.settle(workspace, uids, now);
    if (settled.isChanged()) {
      nudges.publishEvent(new MeetingsChanged(workspace));
    }
    return settled.cut();
  }

  private SourceId newSource() {
    return new SourceId(ids.next());
  }

  /** Whoever was erased stays out, and so do words that may be about them. */
  private NewMeeting known(WorkspaceId workspace, NewMeeting told) {
    var erased =
        people.erasedAmong(workspace, told.attendees().stream().map(Attendee::address).toList());
    return erased.isEmpty() ? told : told.without(erased);
  }
}
