package io.politely.testing;

import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingId;
import io.politely.calendar.MeetingState;
import io.politely.calendar.NewMeeting;
import io.politely.interviews.Interviews;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Meetings of a pursuit for tests, with the people in them. */
@Component
public class Talks {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Calendar calendar;
  private final Interviews interviews;
  private final Pursuits pursuits;
  private final People people;

  Talks(Calendar calendar, Interviews interviews, Pursuits pursuits, People people) {
    this.calendar = calendar;
    this.interviews = interviews;
    this.pursuits = pursuits;
    this.people = people;
  }

  /**
   * A pursuit with somebody of each side.
   *
   * @param dana the hiring manager
   * @param rita who recruits, or the client of a search
   */
  public record Aim(PursuitId pursuit, PersonId dana, PersonId rita) {

    public static final EmailAddress DANA = new EmailAddress("dana@tidewell.example");
    public static final EmailAddress RITA = new EmailAddress("rita@example.net");
  }

  /** Ada wants to become head of sales at Tidewell. */
  public Aim job(Cast.Owner owner, Instant now) {
    return aim(owner, PursuitKind.JOB, Role.RECRUITER, now);
  }

  /** Ada looks for somebody for Tidewell. */
  public Aim search(Cast.Owner owner, Instant now) {
    return aim(owner, PursuitKind.SEARCH, Role.CLIENT, now);
  }

  private Aim aim(Cast.Owner owner, PursuitKind kind, Role rita, Instant now) {
    var workspace = owner.workspace();
    var pursuit =
        pursuits.open(
            workspace,
            new NewPursuit(kind, "Head of Sales", "Tidewell", null, "", "", "", List.of()),
            owner.member(),
            now);
    var aim =
        new Aim(
            pursuit,
            people.enter(workspace, "Dana Scott", Aim.DANA),
            people.enter(workspace, "Rita Moreno", Aim.RITA));
    pursuits.join(workspace, pursuit, aim.dana(), Role.HIRING_MANAGER, owner.member(), now);
    pursuits.join(workspace, pursuit, aim.rita(), rita, owner.member(), now);
    return aim;
  }

  /** A candidate of a search. */
  public PersonId candidate(
      Cast.Owner owner, Aim aim, String name, EmailAddress address, Instant now) {
    var candidate = people.enter(owner.workspace(), name, address);
    pursuits.join(owner.workspace(), aim.pursuit(), candidate, Role.CANDIDATE, owner.member(), now);
    return candidate;
  }

  /** An hour with these, which is linked at once. */
  public MeetingId meeting(
      Cast.Owner owner, String title, Instant starts, List<EmailAddress> others) {
    return meeting(owner, 0, title, starts, starts.plus(HOUR), MeetingState.BOOKED, others);
  }

  /** A version of a meeting that is known by its title. */
  public MeetingId meeting(
      Cast.Owner owner,
      int version,
      String title,
      Instant starts,
      Instant ends,
      MeetingState state,
      List<EmailAddress> others) {
    return keep(owner, version, title, "", starts, ends, false, state, false, others);
  }

  /** A version of one of many kinds. */
  public MeetingId keep(
      Cast.Owner owner,
      int version,
      String title,
      String original,
      Instant starts,
      Instant ends,
      boolean isAllDay,
      MeetingState state,
      boolean isPrivate,
      List<EmailAddress> others) {
    var attendees = new ArrayList<Attendee>();
    attendees.add(new Attendee(owner.address(), "", Attendee.Answer.ACCEPTED, false));
    others.forEach(it -> attendees.add(new Attendee(it, "", Attendee.Answer.ACCEPTED, false)));
    var meeting =
        calendar.note(
            owner.workspace(),
            new NewMeeting(
                title + owner.workspace(),
                original,
                version,
                Instant.EPOCH.plusSeconds(version),
                title,
                "",
                "",
                starts,
                ends,
                isAllDay,
                ZoneOffset.UTC,
                state,
                isPrivate,
                attendees),
            owner.member(),
            starts);
    while (interviews.linkSome(owner.workspace(), starts)) {}
    return meeting;
  }
}
