package io.politely.pursuits;

import static java.util.stream.Collectors.groupingBy;

import io.politely.kernel.WorkspaceId;
import io.politely.outbox.DraftId;
import io.politely.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Time given, outcomes, and how they were told. */
@Repository
class OutcomeStore {

  private static final String ADD_TIME =
      """
      insert into pursuits.time_given
             (workspace_id, time_id, pursuit_id, person_id, by_us, kind, given_at, note)
      select :workspace, :time, part.pursuit_id, part.person_id, :by_us, :kind, :given_at, :note
        from pursuits.part
       where part.workspace_id = :workspace
         and part.pursuit_id = :pursuit
         and people.current_person(:workspace, part.person_id) = people.current_person(:workspace, :person)
       order by part.joined_at
       limit 1
      """;

  private static final String TAKE_TIME_BACK =
      """
      update pursuits.time_given
         set taken_back = :now
       where workspace_id = :workspace
         and time_id = :time
         and taken_back is null
      returning pursuit_id, person_id
      """;

  private static final String GIVE_TIME_AGAIN =
      """
      update pursuits.time_given
         set taken_back = null
       where workspace_id = :workspace
         and time_id = :time
         and taken_back is not null
      returning pursuit_id, person_id
      """;

  private static final String TIMES =
      """
      select given.time_id, person.current_id, given.by_us, given.kind, given.given_at, given.note
        from pursuits.time_given as given
        join people.shown(:workspace) as person
          on person.person_id = given.person_id
       where given.workspace_id = :workspace
         and given.pursuit_id = :pursuit
         and given.taken_back is null
       order by given.given_at, given.time_id
      """;

  private static final String REPLACE =
      """
      update pursuits.outcome
         set taken_back = :now
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and from_us = :from_us
         and taken_back is null
         and people.current_person(workspace_id, person_id) = people.current_person(:workspace, :person)
      """;

  private static final String ADD_OUTCOME =
      """
      insert into pursuits.outcome
             (workspace_id, outcome_id, pursuit_id, person_id, from_us, result, internal_reason, told_reason,
              requirement_id, circumstance_on, decided_at, decided_by)
      select :workspace, :outcome, part.pursuit_id, part.person_id, :from_us, :result, :internal_reason, :told_reason,
             :requirement, :circumstance_on, :now, :by
        from pursuits.part
       where part.workspace_id = :workspace
         and part.pursuit_id = :pursuit
         and people.current_person(:workspace, part.person_id) = people.current_person(:workspace, :person)
       order by part.joined_at
       limit 1
      """;

  private static final String TAKE_OUTCOME_BACK =
      """
      update pursuits.outcome
         set taken_back = :now
       where workspace_id = :workspace
         and outcome_id = :outcome
         and taken_back is null
      returning pursuit_id, person_id
      """;

  private static final String OUTCOMES =
      """
      select outcome.pursuit_id, outcome.outcome_id, person.current_id, outcome.from_us, outcome.result, outcome.internal_reason,
             outcome.told_reason, outcome.requirement_id, outcome.circumstance_on, outcome.decided_at
        from pursuits.outcome
        join people.shown(:workspace) as person
          on person.person_id = outcome.person_id
       where outcome.workspace_id = :workspace
         and outcome.pursuit_id = any (:pursuits)
         and outcome.taken_back is null
       order by outcome.decided_at, outcome.outcome_id
      """;

  private static final String TELLINGS =
      """
      select telling.outcome_id, telling.telling_id, telling.way, telling.internet_id, telling.state, telling.reason,
             telling.at
        from pursuits.outcome
        join pursuits.telling
          on telling.workspace_id = :workspace
         and telling.outcome_id = outcome.outcome_id
       where outcome.workspace_id = :workspace
         and outcome.pursuit_id = any (:pursuits)
         and outcome.taken_back is null
       order by telling.at, telling.telling_id
      """;

  private static final String WHERE_OUTCOME =
      """
      select pursuit_id, person_id
        from pursuits.outcome
       where workspace_id = :workspace
         and outcome_id = :outcome
         and taken_back is null
      """;

  private static final String ADD_TELLING =
      """
      insert into pursuits.telling (workspace_id, telling_id, outcome_id, way, internet_id, state, reason, at, by)
      values (:workspace, :telling, :outcome, :way, :internet_id, :state, '', :now, :by)
      """;

  private static final String IS_MAILED =
      """
      select exists (select 1
                       from pursuits.telling
                      where workspace_id = :workspace
                        and internet_id = :internet_id)
      """;

  private static final String SET_TELLING =
      """
      update pursuits.telling
         set state = :state, reason = :reason
       where workspace_id = :workspace
         and telling_id = :telling
         and state = :before
      returning outcome_id
      """;

  private static final String WHERE_TELLING =
      """
      select outcome.pursuit_id, outcome.person_id
        from pursuits.telling
        join pursuits.outcome
          on outcome.workspace_id = :workspace
         and outcome.outcome_id = telling.outcome_id
       where telling.workspace_id = :workspace
         and telling.telling_id = :telling
      """;

  /** What the outbox may have news of: what waits, and what may still come back. */
  private static final String BY_MAIL =
      """
      select telling_id, way, internet_id, state, reason, at
        from pursuits.telling
       where workspace_id = :workspace
         and way = 'mail'
         and state in ('waiting', 'delivered')
         and at > :since
       order by at, telling_id
      """;

  private static final String HANGING =
      """
      select person
        from (select cast(:workspace as uuid) as workspace_id) as w
       cross join pursuits.left_hanging(w.workspace_id, :pursuit) as person
       order by person
      """;

  /** Closed ones in which somebody waits again: a merge was undone, or a telling came back. */
  private static final String CLOSED_OVER_SOMEBODY =
      """
      select pursuit_id
        from pursuits.pursuit
       where workspace_id = :workspace
         and state = 'closed'
         and exists (select 1
                       from pursuits.left_hanging(:workspace, pursuit_id))
      """;

  /** Time given without an outcome that reached whoever gave it, of both sides. */
  private static final String OWED =
      """
      with delivered as materialized (
               select outcome.pursuit_id, person.current_id, outcome.from_us,
                      case when outcome.from_us then max(telling.at) else outcome.decided_at end as at
                 from pursuits.outcome
                 join people.shown(:workspace) as person
                   on person.person_id = outcome.person_id
                 left join pursuits.telling
                   on telling.workspace_id = :workspace
                  and telling.outcome_id = outcome.outcome_id
                  and telling.state = 'delivered'
                where outcome.workspace_id = :workspace
                  and outcome.taken_back is null
                group by outcome.workspace_id, outcome.outcome_id, person.current_id)
      select given.pursuit_id, person.current_id, given.time_id, given.by_us, given.kind, given.given_at, given.note,
             part.stage, case when pursuit.state in ('closing', 'closed') then pursuit.changed_at end as ended_at
        from pursuits.time_given as given
        join people.shown(:workspace) as person
          on person.person_id = given.person_id
        join pursuits.part
          on part.workspace_id = :workspace
         and part.pursuit_id = given.pursuit_id
         and part.person_id = given.person_id
        join pursuits.pursuit
          on pursuit.workspace_id = :workspace
         and pursuit.pursuit_id = given.pursuit_id
       where given.workspace_id = :workspace
         and given.taken_back is null
         and (:is_everywhere or given.pursuit_id = any (:pursuits))
         and not exists (select 1
                           from delivered
                          where delivered.pursuit_id = given.pursuit_id
                            and delivered.current_id = person.current_id
                            and delivered.from_us <> given.by_us
                            and delivered.at >= given.given_at)
       order by given.given_at, given.time_id
      """;

  /**
   * Of everything that was decided by us, also what was taken back: whom it was told, how and when.
   */
  private static final String NOTICES =
      """
      select person.current_id, outcome.result, outcome.told_reason, outcome.decided_at, outcome.taken_back,
             telling.way, telling.state, telling.reason, telling.at
        from pursuits.outcome
        join people.shown(:workspace) as person
          on person.person_id = outcome.person_id
        left join pursuits.telling
          on telling.workspace_id = :workspace
         and telling.outcome_id = outcome.outcome_id
       where outcome.workspace_id = :workspace
         and outcome.pursuit_id = :pursuit
         and outcome.from_us
       order by outcome.decided_at, outcome.outcome_id, telling.at, telling.telling_id
      """;

  private static final String IN_WHICH_SOMEBODY_WAITS =
      """
      select pursuit.pursuit_id
        from pursuits.pursuit
       where pursuit.workspace_id = :workspace
         and exists (select 1 from pursuits.left_hanging(pursuit.workspace_id, pursuit.pursuit_id))
      """;

  private static final String LAW =
      """
      select law
        from pursuits.setting
       where workspace_id = :workspace
      """;

  private static final String SET_LAW =
      """
      insert into pursuits.setting (workspace_id, law)
      values (:workspace, :law)
          on conflict (workspace_id) do update
         set law = excluded.law
      """;

  private static final String SET_DRAFT =
      """
      update pursuits.outcome
         set draft_id = :draft
       where workspace_id = :workspace
         and outcome_id = :outcome
         and taken_back is null
      """;

  private static final String DRAFTED =
      """
      select outcome.outcome_id, person.current_id, outcome.draft_id
        from pursuits.outcome
        join people.shown(:workspace) as person
          on person.person_id = outcome.person_id
       where outcome.workspace_id = :workspace
         and (cast(:pursuit as uuid) is null or outcome.pursuit_id = :pursuit)
         and outcome.taken_back is null
         and outcome.draft_id is not null
         and not exists (select 1
                           from pursuits.telling
                          where telling.workspace_id = :workspace
                            and telling.outcome_id = outcome.outcome_id
                            and telling.state in ('waiting', 'delivered'))
       order by outcome.draft_id
      """;

  private static final String HEARD_UP_TO =
      """
      select coalesce(max(change_number), 0)
        from pursuits.heard
       where workspace_id = :workspace
      """;

  private static final String SET_HEARD_UP_TO =
      """
      insert into pursuits.heard as known (workspace_id, change_number)
      values (:workspace, :change_number)
          on conflict (workspace_id) do update
         set change_number = greatest(known.change_number, excluded.change_number)
      """;

  private final JdbcClient jdbc;

  OutcomeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where something lies: a pursuit, and a person in it. */
  record Place(PursuitId pursuit, PersonId person) {}

  /** An outcome that is in force, with the pursuit that it ended. */
  record Placed(PursuitId pursuit, Outcome outcome) {}

  /** False where that person is not in it. */
  boolean addTime(WorkspaceId workspace, PursuitId pursuit, TimeGiven time) {
    return jdbc.sql(ADD_TIME)
            .param("workspace", workspace.value())
            .param("pursuit", pursuit.value())
            .param("time", time.id().value())
            .param("person", time.person().value())
            .param("by_us", time.byUs())
            .param("kind", time.kind().word())
            .param("given_at", Timestamp.from(time.givenAt()))
            .param("note", time.note())
            .update()
        == 1;
  }

  Optional<Place> takeTimeBack(WorkspaceId workspace, TimeId time, Instant now) {
    return jdbc.sql(TAKE_TIME_BACK)
        .param("workspace", workspace.value())
        .param("time", time.value())
        .param("now", Timestamp.from(now))
        .query(OutcomeStore::place)
        .optional();
  }

  Optional<Place> giveTimeAgain(WorkspaceId workspace, TimeId time) {
    return jdbc.sql(GIVE_TIME_AGAIN)
        .param("workspace", workspace.value())
        .param("time", time.value())
        .query(OutcomeStore::place)
        .optional();
  }

  /** Oldest first. */
  List<TimeGiven> times(WorkspaceId workspace, PursuitId pursuit) {
    return jdbc.sql(TIMES)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit.value())
        .query(OutcomeStore::time)
        .list();
  }

  /** Puts an outcome in force instead of the one before. False where that person is not in it. */
  boolean decide(WorkspaceId workspace, PursuitId pursuit, Outcome outcome, String by) {
    jdbc.sql(REPLACE)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit.value())
        .param("from_us", outcome.fromUs())
        .param("person", outcome.person().value())
        .param("now", Timestamp.from(outcome.decidedAt()))
        .update();
    var told = outcome.told();
    return jdbc.sql(ADD_OUTCOME)
            .param("workspace", workspace.value())
            .param("pursuit", pursuit.value())
            .param("outcome", outcome.id().value())
            .param("person", outcome.person().value())
            .param("from_us", outcome.fromUs())
            .param("result", outcome.result().word())
            .param("internal_reason", outcome.internalReason())
            .param("told_reason", told == null ? "" : told.words())
            .param(
                "requirement",
                told instanceof ToldReason.OfRequirement it ? it.requirement().value() : null,
                Types.OTHER)
            .param(
                "circumstance_on",
                told instanceof ToldReason.OfCircumstance it ? it.on() : null,
                Types.DATE)
            .param("now", Timestamp.from(outcome.decidedAt()))
            .param("by", by)
            .update()
        == 1;
  }

  Optional<Place> takeOutcomeBack(WorkspaceId workspace, OutcomeId outcome, Instant now) {
    return jdbc.sql(TAKE_OUTCOME_BACK)
        .param("workspace", workspace.value())
        .param("outcome", outcome.value())
        .param("now", Timestamp.from(now))
        .query(OutcomeStore::place)
        .optional();
  }

  /** Those in force, of both sides. */
  List<Placed> outcomes(WorkspaceId workspace, Collection<PursuitId> pursuits) {
    var ids = uuids(pursuits);
    var tellings =
        jdbc
            .sql(TELLINGS)
            .param("workspace", workspace.value())
            .param("pursuits", ids)
            .query((rs, _) -> Map.entry(rs.getObject("outcome_id", UUID.class), telling(rs)))
            .list()
            .stream()
            .collect(groupingBy(Map.Entry::getKey));
    return jdbc.sql(OUTCOMES)
        .param("workspace", workspace.value())
        .param("pursuits", ids)
        .query((rs, _) ->
            new Placed(
                new PursuitId(rs.getObject("pursuit_id", UUID.class)),
                outcome(
                    rs,
                    tellings
                        .getOrDefault(rs.getObject("outcome_id", UUID.class), List.of())
                        .stream()
                        .map(Map.Entry::getValue)
                        .toList())))
        .list();
  }

  /** Where an outcome that is in force lies. */
  Optional<Place> place(WorkspaceId workspace, OutcomeId outcome) {
    return jdbc.sql(WHERE_OUTCOME)
        .param("workspace", workspace.value())
        .param("outcome", outcome.value())
        .query(OutcomeStore::place)
        .optional();
  }

  Optional<Place> place(WorkspaceId workspace, TellingId telling) {
    return jdbc.sql(WHERE_TELLING)
        .param("workspace", workspace.value())
        .param("telling", telling.value())
        .query(OutcomeStore::place)
        .optional();
  }

  void addTelling(WorkspaceId workspace, OutcomeId outcome, Telling telling, String by) {
    jdbc.sql(ADD_TELLING)
        .param("workspace", workspace.value())
        .param("telling", telling.id().value())
        .param("outcome", outcome.value())
        .param("way", telling.way().word())
        .param("internet_id", telling.internetId())
        .param("state", telling.state().word())
        .param("now", Timestamp.from(telling.at()))
        .param("by", by)
        .update();
  }

  boolean isMailed(WorkspaceId workspace, String internetId) {
    return jdbc.sql(IS_MAILED)
        .param("workspace", workspace.value())
        .param("internet_id", internetId)
        .query(Boolean.class)
        .single();
  }

  /** False where it is not in the state before any more. */
  boolean setTelling(
      WorkspaceId workspace,
      TellingId telling,
      TellingState before,
      TellingState after,
      String reason) {
    return jdbc.sql(SET_TELLING)
        .param("workspace", workspace.value())
        .param("telling", telling.value())
        .param("before", before.word())
        .param("state", after.word())
        .param("reason", reason)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  List<Telling> byMail(WorkspaceId workspace, Instant since) {
    return jdbc.sql(BY_MAIL)
        .param("workspace", workspace.value())
        .param("since", Timestamp.from(since))
        .query((rs, _) -> telling(rs))
        .list();
  }

  /** The word of the law that was turned on, or "". */
  String law(WorkspaceId workspace) {
    return jdbc.sql(LAW)
        .param("workspace", workspace.value())
        .query(String.class)
        .optional()
        .orElse("");
  }

  void setLaw(WorkspaceId workspace, String law) {
    jdbc.sql(SET_LAW).param("workspace", workspace.value()).param("law", law).update();
  }

  void setDraft(WorkspaceId workspace, OutcomeId outcome, DraftId draft) {
    jdbc.sql(SET_DRAFT)
        .param("workspace", workspace.value())
        .param("outcome", outcome.value())
        .param("draft", draft.value())
        .update();
  }

  /** Outcomes that nobody was told and nothing is on its way for, whose letter is written. */
  List<Drafted> drafted(WorkspaceId workspace, PursuitId pursuit) {
    return drafted(workspace, pursuit.value());
  }

  /** The same in all pursuits. */
  List<Drafted> drafted(WorkspaceId workspace) {
    return drafted(workspace, (UUID) null);
  }

  private List<Drafted> drafted(WorkspaceId workspace, @Nullable UUID pursuit) {
    return jdbc.sql(DRAFTED)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit, Types.OTHER)
        .query((rs, _) ->
            new Drafted(
                new OutcomeId(rs.getObject("outcome_id", UUID.class)),
                new PersonId(rs.getObject("current_id", UUID.class)),
                new DraftId(rs.getObject("draft_id", UUID.class))))
        .list();
  }

  long heardUpTo(WorkspaceId workspace) {
    return jdbc.sql(HEARD_UP_TO).param("workspace", workspace.value()).query(Long.class).single();
  }

  void setHeardUpTo(WorkspaceId workspace, long changeNumber) {
    jdbc.sql(SET_HEARD_UP_TO)
        .param("workspace", workspace.value())
        .param("change_number", changeNumber)
        .update();
  }

  /** Who gave time and was not told, by the gate's own rule. */
  List<PersonId> hanging(WorkspaceId workspace, PursuitId pursuit) {
    return jdbc.sql(HANGING)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit.value())
        .query((rs, _) -> new PersonId(rs.getObject("person", UUID.class)))
        .list();
  }

  List<PursuitId> closedOverSomebody(WorkspaceId workspace) {
    return jdbc.sql(CLOSED_OVER_SOMEBODY)
        .param("workspace", workspace.value())
        .query((rs, _) -> new PursuitId(rs.getObject("pursuit_id", UUID.class)))
        .list();
  }

  /**
   * Time given that has no answer, oldest first.
   *
   * @param among in these pursuits; null: in all
   */
  List<OpenTime> owed(WorkspaceId workspace, @Nullable Collection<PursuitId> among) {
    return jdbc.sql(OWED)
        .param("workspace", workspace.value())
        .param("is_everywhere", among == null)
        .param("pursuits", uuids(among == null ? List.of() : among))
        .query((rs, row) ->
            new OpenTime(
                new PursuitId(rs.getObject("pursuit_id", UUID.class)),
                time(rs, row),
                rs.getString("stage"),
                momentOrNull(rs, "ended_at")))
        .list();
  }

  List<Notice> notices(WorkspaceId workspace, PursuitId id) {
    return jdbc.sql(NOTICES)
        .param("workspace", workspace.value())
        .param("pursuit", id.value())
        .query((rs, _) -> {
          var way = rs.getString("way");
          var state = rs.getString("state");
          return new Notice(
              new PersonId(rs.getObject("current_id", UUID.class)),
              Result.of(rs.getString("result")).orElseThrow(),
              rs.getString("told_reason"),
              rs.getTimestamp("decided_at").toInstant(),
              rs.getTimestamp("taken_back") != null,
              way == null ? null : Way.of(way).orElseThrow(),
              state == null ? null : TellingState.of(state).orElseThrow(),
              Objects.requireNonNullElse(rs.getString("reason"), ""),
              momentOrNull(rs, "at"));
        })
        .list();
  }

  List<PursuitId> inWhichSomebodyWaits(WorkspaceId workspace) {
    return jdbc.sql(IN_WHICH_SOMEBODY_WAITS)
        .param("workspace", workspace.value())
        .query((rs, _) -> new PursuitId(rs.getObject("pursuit_id", UUID.class)))
        .list();
  }

  private static SqlArrayValue uuids(Collection<PursuitId> pursuits) {
    return new SqlArrayValue("uuid", pursuits.stream().map(PursuitId::value).toArray());
  }

  private static @Nullable Instant momentOrNull(ResultSet rs, String column) throws SQLException {
    var moment = rs.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }

  private static Place place(ResultSet rs, int row) throws SQLException {
    return new Place(
        new PursuitId(rs.getObject("pursuit_id", UUID.class)),
        new PersonId(rs.getObject("person_id", UUID.class)));
  }

  private static TimeGiven time(ResultSet rs, int row) throws SQLException {
    return new TimeGiven(
        new TimeId(rs.getObject("time_id", UUID.class)),
        new PersonId(rs.getObject("current_id", UUID.class)),
        rs.getBoolean("by_us"),
        TimeKind.of(rs.getString("kind")).orElseThrow(),
        rs.getTimestamp("given_at").toInstant(),
        rs.getString("note"));
  }

  private static Outcome outcome(ResultSet rs, List<Telling> tellings) throws SQLException {
    return new Outcome(
        new OutcomeId(rs.getObject("outcome_id", UUID.class)),
        new PersonId(rs.getObject("current_id", UUID.class)),
        rs.getBoolean("from_us"),
        Result.of(rs.getString("result")).orElseThrow(),
        rs.getString("internal_reason"),
        told(rs),
        rs.getTimestamp("decided_at").toInstant(),
        tellings);
  }

  private static @Nullable ToldReason told(ResultSet rs) throws SQLException {
    var words = rs.getString("told_reason");
    if (words.isEmpty()) {
      return null;
    }
    var requirement = rs.getObject("requirement_id", UUID.class);
    return requirement == null
        ? new ToldReason.OfCircumstance(rs.getObject("circumstance_on", LocalDate.class), words)
        : new ToldReason.OfRequirement(new RequirementId(requirement), words);
  }

  private static Telling telling(ResultSet rs) throws SQLException {
    return new Telling(
        new TellingId(rs.getObject("telling_id", UUID.class)),
        Way.of(rs.getString("way")).orElseThrow(),
        rs.getString("internet_id"),
        TellingState.of(rs.getString("state")).orElseThrow(),
        rs.getString("reason"),
        rs.getTimestamp("at").toInstant());
  }
}
