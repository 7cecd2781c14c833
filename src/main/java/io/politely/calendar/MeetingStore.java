package io.politely.calendar;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Meetings, and who is invited to them. */
@Repository
class MeetingStore {

  private static final String NEXT_CHANGE =
      """
      insert into calendar.clock (workspace_id, change_number)
      values (:workspace, 1)
          on conflict (workspace_id) do update
         set change_number = clock.change_number + 1
      returning change_number
      """;

  private static final String KEEP =
      """
      insert into calendar.meeting
             (workspace_id, meeting_id, uid, original, sequence, stamp, title, place, words, starts_at, ends_at, all_day,
              zone, state, private, change_number, changed_at)
      values (:workspace, :meeting, :uid, :original, :sequence, :stamp, :title, :place, :words, :starts, :ends, :all_day,
              :zone, :state, :private, :change, :now)
          on conflict (workspace_id, meeting_id) do update
         set sequence = excluded.sequence,
             stamp = excluded.stamp,
             title = excluded.title,
             place = excluded.place,
             words = excluded.words,
             starts_at = excluded.starts_at,
             ends_at = excluded.ends_at,
             all_day = excluded.all_day,
             zone = excluded.zone,
             state = excluded.state,
             private = excluded.private,
             change_number = excluded.change_number,
             changed_at = excluded.changed_at
       where (excluded.sequence, excluded.stamp) >= (meeting.sequence, meeting.stamp)
      """;

  private static final String UNINVITE =
      """
      delete from calendar.attendee
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private static final String INVITE =
      """
      insert into calendar.attendee (workspace_id, meeting_id, address, name, answer, organiser)
      values (:workspace, :meeting, :address, :name, :answer, :organiser)
          on conflict (workspace_id, meeting_id, address) do update
         set organiser = attendee.organiser or excluded.organiser
      """;

  private static final String NEXT_CHANGES =
      """
      insert into calendar.clock (workspace_id, change_number)
      values (:workspace, :some)
          on conflict (workspace_id) do update
         set change_number = clock.change_number + excluded.change_number
      returning change_number
      """;

  private static final String PUT =
      """
      insert into calendar.meeting
             (workspace_id, meeting_id, uid, original, sequence, stamp, title, place, words, starts_at, ends_at, all_day,
              zone, state, private, change_number, changed_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (workspace_id, meeting_id) do update
         set sequence = excluded.sequence,
             stamp = excluded.stamp,
             title = excluded.title,
             place = excluded.place,
             words = excluded.words,
             starts_at = excluded.starts_at,
             ends_at = excluded.ends_at,
             all_day = excluded.all_day,
             zone = excluded.zone,
             state = excluded.state,
             private = excluded.private,
             change_number = excluded.change_number,
             changed_at = excluded.changed_at
      """;

  private static final String UNINVITE_FROM =
      """
      delete from calendar.attendee
       where workspace_id = :workspace
         and meeting_id = any (:meetings)
      """;

  private static final String PUT_ATTENDEE =
      """
      insert into calendar.attendee (workspace_id, meeting_id, address, name, answer, organiser)
      values (?, ?, ?, ?, ?, ?)
          on conflict (workspace_id, meeting_id, address) do nothing
      """;

  private static final String OF_UIDS =
      """
      select meeting_id, uid, original, sequence, stamp, title, place, words, starts_at, ends_at, all_day, zone, state,
             private, change_number
        from calendar.meeting
       where workspace_id = :workspace
         and uid = any (:uids)
      """;

  private static final String OF =
      """
      select meeting_id, title, place, words, starts_at, ends_at, all_day, zone, state, private, change_number
        from calendar.meeting
       where workspace_id = :workspace
         and meeting_id = any (:meetings)
      """;

  private static final String BETWEEN =
      """
      select meeting_id, title, place, words, starts_at, ends_at, all_day, zone, state, private, change_number
        from calendar.meeting
       where workspace_id = :workspace
         and starts_at >= :from
         and starts_at < :until
       order by starts_at, meeting_id
       limit :limit
      """;

  private static final String ENDED =
      """
      select meeting_id, title, place, words, starts_at, ends_at, all_day, zone, state, private, change_number
        from calendar.meeting
       where workspace_id = :workspace
         and ends_at > :after
         and ends_at <= :until
         and state = 'booked'
         and not all_day
         and not private
       order by ends_at, meeting_id
      """;

  private static final String WITH =
      """
      select meeting.meeting_id, title, place, words, starts_at, ends_at, all_day, zone, state, private, change_number,
             attendee.address
        from calendar.attendee
        join calendar.meeting
          on meeting.workspace_id = attendee.workspace_id
         and meeting.meeting_id = attendee.meeting_id
       where attendee.workspace_id = :workspace
         and attendee.address = any (:addresses)
         and meeting.workspace_id = :workspace
         and meeting.state = 'booked'
         and not meeting.private
         and (:missed or meeting.missed_at is distinct from meeting.starts_at)
         and meeting.ends_at >= :from
         and meeting.starts_at < :until
       order by meeting.starts_at, meeting.meeting_id
      """;

  private static final String MISS =
      """
      update calendar.meeting
         set missed_at = case when :missed then starts_at end,
             change_number = :change,
             changed_at = :now
       where workspace_id = :workspace
         and meeting_id = :meeting
         and missed_at is distinct from case when :missed then starts_at end
      """;

  private static final String CHANGED =
      """
      select meeting_id, title, place, words, starts_at, ends_at, all_day, zone, state, private, change_number
        from calendar.meeting
       where workspace_id = :workspace
         and change_number > :after
       order by change_number
       limit :limit
      """;

  private static final String ATTENDEES =
      """
      select meeting_id, address, name, answer, organiser
        from calendar.attendee
       where workspace_id = :workspace
         and meeting_id = any (:meetings)
       order by meeting_id, organiser desc, address
      """;

  private static final String UNINVITE_ALL =
      """
      delete from calendar.attendee
       where workspace_id = :workspace
         and address = any (:addresses)
      """;

  private static final String WRITTEN =
      """
      select meeting_id, title, place, words
        from calendar.meeting
       where workspace_id = :workspace
         and (title <> '' or place <> '' or words <> '')
      """;

  private static final String REWRITE =
      """
      update calendar.meeting
         set title = :title,
             place = :place,
             words = :words
       where workspace_id = :workspace
         and meeting_id = :meeting
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  MeetingStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** The meetings of these events, as they are known. */
  Map<MeetingId, NewMeeting> ofUids(WorkspaceId workspace, Collection<String> uids) {
    record Found(Meeting meeting, String uid, String original, int sequence, Instant stamp) {}
    var found =
        jdbc.sql(OF_UIDS)
            .param("workspace", workspace.value())
            .param("uids", new SqlArrayValue("text", uids.toArray(Object[]::new)))
            .query((rs, _) ->
                new Found(
                    row(rs),
                    rs.getString("uid"),
                    rs.getString("original"),
                    rs.getInt("sequence"),
                    rs.getTimestamp("stamp").toInstant()))
            .list();
    var whole = new HashMap<MeetingId, Meeting>();
    invited(workspace, found.stream().map(Found::meeting).toList())
        .forEach(meeting -> whole.put(meeting.id(), meeting));
    var known = new HashMap<MeetingId, NewMeeting>();
    for (var one : found) {
      var meeting = whole.getOrDefault(one.meeting().id(), one.meeting());
      known.put(
          meeting.id(),
          new NewMeeting(
              one.uid(),
              one.original(),
              one.sequence(),
              one.stamp(),
              meeting.title(),
              meeting.place(),
              meeting.words(),
              meeting.starts(),
              meeting.ends(),
              meeting.isAllDay(),
              meeting.zone(),
              meeting.state(),
              meeting.isPrivate(),
              meeting.attendees()));
    }
    return known;
  }

  /** Makes these meetings what they are now, each with a change number of its own. */
  void put(WorkspaceId workspace, Map<MeetingId, NewMeeting> some, Instant now) {
    if (some.isEmpty()) {
      return;
    }
    long last =
        jdbc.sql(NEXT_CHANGES)
            .param("workspace", workspace.value())
            .param("some", some.size())
            .query(Long.class)
            .single();
    var rows = new ArrayList<Object[]>();
    var guests = new ArrayList<Object[]>();
    long change = last - some.size();
    for (var entry : some.entrySet()) {
      var id = entry.getKey().value();
      var meeting = entry.getValue();
      rows.add(
          new Object[] {
            workspace.value(),
            id,
            meeting.uid(),
            meeting.original(),
            meeting.sequence(),
            Timestamp.from(meeting.stamp()),
            meeting.title(),
            meeting.place(),
            meeting.words(),
            Timestamp.from(meeting.starts()),
            Timestamp.from(meeting.ends()),
            meeting.isAllDay(),
            meeting.zone().getId(),
            meeting.state().word(),
            meeting.isPrivate(),
            ++change,
            Timestamp.from(now)
          });
      for (var guest : meeting.attendees()) {
        guests.add(
            new Object[] {
              workspace.value(),
              id,
              guest.address().value(),
              guest.name(),
              guest.answer().word(),
              guest.isOrganiser()
            });
      }
    }
    batch.batchUpdate(PUT, rows);
    jdbc.sql(UNINVITE_FROM)
        .param("workspace", workspace.value())
        .param("meetings", values(some.keySet()))
        .update();
    batch.batchUpdate(PUT_ATTENDEE, guests);
  }

  /** Keeps a version of a meeting, unless a later one is known. */
  boolean keep(WorkspaceId workspace, MeetingId id, NewMeeting told, Instant now) {
    long change =
        jdbc.sql(NEXT_CHANGE).param("workspace", workspace.value()).query(Long.class).single();
    int kept =
        jdbc.sql(KEEP)
            .param("workspace", workspace.value())
            .param("meeting", id.value())
            .param("uid", told.uid())
            .param("original", told.original())
            .param("sequence", told.sequence())
            .param("stamp", Timestamp.from(told.stamp()))
            .param("title", told.title())
            .param("place", told.place())
            .param("words", told.words())
            .param("starts", Timestamp.from(told.starts()))
            .param("ends", Timestamp.from(told.ends()))
            .param("all_day", told.isAllDay())
            .param("zone", told.zone().getId())
            .param("state", told.state().word())
            .param("private", told.isPrivate())
            .param("change", change)
            .param("now", Timestamp.from(now))
            .update();
    if (kept == 0) {
      return false;
    }
    jdbc.sql(UNINVITE).param("workspace", workspace.value()).param("meeting", id.value()).update();
    for (var attendee : told.attendees()) {
      jdbc.sql(INVITE)
          .param("workspace", workspace.value())
          .param("meeting", id.value())
          .param("address", attendee.address().value())
          .param("name", attendee.name())
          .param("answer", attendee.answer().word())
          .param("organiser", attendee.isOrganiser())
          .update();
    }
    return true;
  }

  Map<MeetingId, Meeting> of(WorkspaceId workspace, Collection<MeetingId> ids) {
    var found = new LinkedHashMap<MeetingId, Meeting>();
    if (!ids.isEmpty()) {
      invited(
              workspace,
              jdbc.sql(OF)
                  .param("workspace", workspace.value())
                  .param("meetings", values(ids))
                  .query((rs, _) -> row(rs))
                  .list())
          .forEach(meeting -> found.put(meeting.id(), meeting));
    }
    return found;
  }

  List<Meeting> between(WorkspaceId workspace, Instant from, Instant until, int limit) {
    return invited(
        workspace,
        jdbc.sql(BETWEEN)
            .param("workspace", workspace.value())
            .param("from", Timestamp.from(from))
            .param("until", Timestamp.from(until))
            .param("limit", limit)
            .query((rs, _) -> row(rs))
            .list());
  }

  List<Meeting> endedBetween(WorkspaceId workspace, Instant after, Instant until) {
    return invited(
        workspace,
        jdbc.sql(ENDED)
            .param("workspace", workspace.value())
            .param("after", Timestamp.from(after))
            .param("until", Timestamp.from(until))
            .query((rs, _) -> row(rs))
            .list());
  }

  List<Meeting> changed(WorkspaceId workspace, long after, int limit) {
    return invited(
        workspace,
        jdbc.sql(CHANGED)
            .param("workspace", workspace.value())
            .param("after", after)
            .param("limit", limit)
            .query((rs, _) -> row(rs))
            .list());
  }

  Map<EmailAddress, List<Meeting>> with(
      WorkspaceId workspace,
      Collection<EmailAddress> addresses,
      Instant from,
      Instant until,
      boolean withMissed) {
    if (addresses.isEmpty()) {
      return Map.of();
    }
    record Found(String address, Meeting meeting) {}
    var found =
        jdbc.sql(WITH)
            .param("workspace", workspace.value())
            .param(
                "addresses",
                new SqlArrayValue(
                    "text", addresses.stream().map(EmailAddress::value).toArray(Object[]::new)))
            .param("from", Timestamp.from(from))
            .param("until", Timestamp.from(until))
            .param("missed", withMissed)
            .query((rs, _) -> new Found(rs.getString("address"), row(rs)))
            .list();
    var whole = new HashMap<MeetingId, Meeting>();
    invited(workspace, found.stream().map(Found::meeting).distinct().toList())
        .forEach(meeting -> whole.put(meeting.id(), meeting));
    var by = new LinkedHashMap<EmailAddress, List<Meeting>>();
    for (var one : found) {
      by.computeIfAbsent(new EmailAddress(one.address()), _ -> new ArrayList<>())
          .add(whole.getOrDefault(one.meeting().id(), one.meeting()));
    }
    return by;
  }

  /** Whether a meeting took place, whatever calendars tell. False where that was known. */
  boolean miss(WorkspaceId workspace, MeetingId id, boolean isMissed, Instant now) {
    long change =
        jdbc.sql(NEXT_CHANGE).param("workspace", workspace.value()).query(Long.class).single();
    return jdbc.sql(MISS)
            .param("workspace", workspace.value())
            .param("meeting", id.value())
            .param("missed", isMissed)
            .param("change", change)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private List<Meeting> invited(WorkspaceId workspace, List<Meeting> alone) {
    if (alone.isEmpty()) {
      return alone;
    }
    var attendees = new HashMap<MeetingId, List<Attendee>>();
    jdbc.sql(ATTENDEES)
        .param("workspace", workspace.value())
        .param("meetings", values(alone.stream().map(Meeting::id).toList()))
        .query(rs -> {
          attendees
              .computeIfAbsent(id(rs), _ -> new ArrayList<>())
              .add(
                  new Attendee(
                      new EmailAddress(rs.getString("address")),
                      rs.getString("name"),
                      Attendee.Answer.of(rs.getString("answer")),
                      rs.getBoolean("organiser")));
        });
    return alone.stream()
        .map(meeting -> meeting.inviting(attendees.getOrDefault(meeting.id(), List.of())))
        .toList();
  }

  private static Meeting row(ResultSet rs) throws SQLException {
    return new Meeting(
        id(rs),
        rs.getString("title"),
        rs.getString("place"),
        rs.getString("words"),
        rs.getTimestamp("starts_at").toInstant(),
        rs.getTimestamp("ends_at").toInstant(),
        rs.getBoolean("all_day"),
        ZoneId.of(rs.getString("zone")),
        MeetingState.of(rs.getString("state")),
        rs.getBoolean("private"),
        List.of(),
        rs.getLong("change_number"));
  }

  private static MeetingId id(ResultSet rs) throws SQLException {
    return new MeetingId(rs.getObject("meeting_id", UUID.class));
  }

  private static SqlArrayValue values(Collection<MeetingId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(MeetingId::value).toArray(Object[]::new));
  }

  /** Takes these out of every meeting. */
  void uninvite(WorkspaceId workspace, Collection<String> addresses) {
    jdbc.sql(UNINVITE_ALL)
        .param("workspace", workspace.value())
        .param("addresses", new SqlArrayValue("text", addresses.toArray(Object[]::new)))
        .update();
  }

  /** Takes somebody out of what is written about meetings. */
  void rewrite(WorkspaceId workspace, UnaryOperator<String> without) {
    record Written(UUID id, List<String> words) {}
    var all =
        jdbc.sql(WRITTEN)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Written(
                    rs.getObject("meeting_id", UUID.class),
                    List.of(rs.getString("title"), rs.getString("place"), rs.getString("words"))))
            .list();
    for (var one : all) {
      var words = one.words().stream().map(without).toList();
      if (!words.equals(one.words())) {
        jdbc.sql(REWRITE)
            .param("workspace", workspace.value())
            .param("meeting", one.id())
            .param("title", words.get(0))
            .param("place", words.get(1))
            .param("words", words.get(2))
            .update();
      }
    }
  }
}
