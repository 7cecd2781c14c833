package io.politely.pursuits;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.people.CompanyId;
import io.politely.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Pursuits, their stages, who is in them, and what happened. */
@Repository
class PursuitStore {

  private static final String ADD =
      """
      insert into pursuits.pursuit
             (workspace_id, pursuit_id, kind, title, company, source, stage, state, posting_url, posting, notes,
              opened_at, changed_at)
      values (:workspace, :pursuit, :kind, :title, :company, :source, :stage, 'open', :posting_url, :posting, :notes,
              :now, :now)
      """;

  private static final String CHANGE =
      """
      update pursuits.pursuit
         set title = :title, company = :company, source = :source, posting_url = :posting_url,
             posting = :posting, notes = :notes, changed_at = :now
       where workspace_id = :workspace
         and pursuit_id = :pursuit
      """;

  private static final String ONE =
      """
      select pursuit_id, kind, title, company, company_id, source, stage, state, paused_until, posting_url,
             posting, notes, opened_at, changed_at
        from pursuits.pursuit
       where workspace_id = :workspace
         and pursuit_id = :pursuit
      """;

  private static final String LOCKED =
      """
      select pursuit_id, kind, title, company, company_id, source, stage, state, paused_until, posting_url,
             posting, notes, opened_at, changed_at
        from pursuits.pursuit
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         for update
      """;

  /**
   * Those that go on come first, each group by what happened last; no more than so many of a stage,
   * and how many there are.
   */
  private static final String LIST =
      """
      with found as (
           select pursuit_id, kind, title, company, company_id, source, stage, state, paused_until, posting_url,
                  '' as posting, '' as notes, opened_at, changed_at,
                  count(*) over (partition by stage) as in_stage,
                  row_number() over (partition by stage
                                     order by state in ('closed'), state in ('paused'), changed_at desc, pursuit_id) as place
             from pursuits.pursuit
            where workspace_id = :workspace
              and (:kind = '' or kind = :kind)
              and state = any (string_to_array(:states, ' '))
              and (:stage = '' or stage = :stage)
              and (:words = '' or strpos(lower(title || ' ' || company), :words) > 0)
              and (not :is_narrowed or pursuit_id = any (:narrowed)))
      select pursuit_id, kind, title, company, company_id, source, stage, state, paused_until, posting_url, posting,
             notes, opened_at, changed_at, in_stage
        from found
       where place <= :most_of_stage
       order by state in ('closed'), state in ('paused'), changed_at desc, pursuit_id
      """;

  private static final String SEVERAL =
      """
      select pursuit_id, kind, title, company, company_id, source, stage, state, paused_until, posting_url,
             '' as posting, '' as notes, opened_at, changed_at
        from pursuits.pursuit
       where workspace_id = :workspace
         and pursuit_id = any (:pursuits)
      """;

  private static final String OF_PERSON =
      """
      select pursuit_id, kind, title, company, company_id, source, stage, state, paused_until, posting_url,
             '' as posting, '' as notes, opened_at, changed_at
        from pursuits.pursuit
       where workspace_id = :workspace
         and pursuit_id in (select part.pursuit_id
                              from pursuits.part
                             where part.workspace_id = :workspace
                               and part.left_at is null
                               and part.person_id in (select same.person_id
                                                        from people.shown(:workspace) as same
                                                       where same.current_id = people.current_person(:workspace, :person)))
       order by changed_at desc, pursuit_id
      """;

  private static final String AT_COMPANY =
      """
      select pursuit_id, kind, title, company, company_id, source, stage, state, paused_until, posting_url,
             '' as posting, '' as notes, opened_at, changed_at
        from pursuits.pursuit
       where workspace_id = :workspace
         and (company_id = :company
              or pursuit_id in (select part.pursuit_id
                                  from people.shown(:workspace) as same
                                  join pursuits.part
                                    on part.workspace_id = :workspace
                                   and part.person_id = same.person_id
                                   and part.left_at is null
                                 where same.person_id = any (:persons)
                                    or (same.current_id = any (:persons) and same.current_id <> same.person_id)))
       order by changed_at desc, pursuit_id
       limit :limit
      """;

  private static final String SET_STATE =
      """
      update pursuits.pursuit
         set state = :state, paused_until = :paused_until, changed_at = :now
       where workspace_id = :workspace
         and pursuit_id = :pursuit
      """;

  private static final String SET_STAGE =
      """
      update pursuits.pursuit
         set stage = :stage, changed_at = :now
       where workspace_id = :workspace
         and pursuit_id = :pursuit
      """;

  private static final String PAUSED_UNTIL =
      """
      select pursuit_id
        from pursuits.pursuit
       where workspace_id = :workspace
         and state = 'paused'
         and paused_until <= :today
      """;

  private static final String STAGES =
      """
      select stage, name
        from pursuits.stage
       where workspace_id = :workspace
         and kind = :kind
       order by position
      """;

  private static final String FORGET_STAGES =
      """
      delete from pursuits.stage
       where workspace_id = :workspace
         and kind = :kind
      """;

  private static final String ADD_STAGE =
      """
      insert into pursuits.stage (workspace_id, kind, stage, name, position)
      values (:workspace, :kind, :stage, :name, :position)
      """;

  private static final String VIEWS =
      """
      select view_id, name, path
        from pursuits.saved_view
       where workspace_id = :workspace
       order by name
      """;

  private static final String KEEP_VIEW =
      """
      insert into pursuits.saved_view as known (workspace_id, view_id, name, path)
      select :workspace, :view, :name, :path
       where (select count(*) from pursuits.saved_view where workspace_id = :workspace) < :most
          on conflict (workspace_id, name) do update
         set path = excluded.path
      returning view_id
      """;

  private static final String FORGET_VIEW =
      """
      delete from pursuits.saved_view
       where workspace_id = :workspace
         and view_id = :view
      returning view_id, name, path
      """;

  private static final String ADD_STEP =
      """
      insert into pursuits.step (workspace_id, pursuit_id, person_id, at, what, before, after, by, why)
      values (:workspace, :pursuit, :person, :at, :what, :before, :after, :by, :why)
      """;

  private static final String STEPS =
      """
      select at, people.current_person(workspace_id, person_id) as person, what, before, after, by, why
        from pursuits.step
       where workspace_id = :workspace
         and pursuit_id = :pursuit
       order by position desc
       limit :limit
      """;

  private static final String STEPS_OF_PERSON =
      """
      select at, people.current_person(workspace_id, person_id) as person, what, before, after, by, why
        from pursuits.step
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and people.current_person(workspace_id, person_id) = people.current_person(:workspace, :person)
       order by position desc
       limit :limit
      """;

  private static final String JOIN =
      """
      insert into pursuits.part as known (workspace_id, pursuit_id, person_id, role, stage, joined_at)
      values (:workspace, :pursuit, :person, :role, :stage, :now)
          on conflict (workspace_id, pursuit_id, person_id) do update
         set role = excluded.role, left_at = null,
             stage = case when known.stage = '' then excluded.stage else known.stage end
      """;

  private static final String LEAVE =
      """
      update pursuits.part
         set left_at = :now
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and left_at is null
         and people.current_person(workspace_id, person_id) = people.current_person(:workspace, :person)
      """;

  private static final String SET_PART_STAGE =
      """
      update pursuits.part
         set stage = :stage
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and people.current_person(workspace_id, person_id) = people.current_person(:workspace, :person)
      """;

  /** A person who was merged from two of them is there once. */
  private static final String PARTS =
      """
      select distinct on (shown.current_id) shown.current_id as person, part.role, part.stage, part.joined_at
        from pursuits.part
        join people.shown(:workspace) as shown
          on shown.person_id = part.person_id
       where part.workspace_id = :workspace
         and part.pursuit_id = :pursuit
         and part.left_at is null
       order by shown.current_id, part.joined_at
      """;

  /** The same of several. */
  private static final String PARTS_OF =
      """
      select distinct on (part.pursuit_id, shown.current_id) part.pursuit_id, shown.current_id as person, part.role,
             part.stage, part.joined_at
        from pursuits.part
        join people.shown(:workspace) as shown
          on shown.person_id = part.person_id
       where part.workspace_id = :workspace
         and part.pursuit_id = any (:pursuits)
         and part.left_at is null
       order by part.pursuit_id, shown.current_id, part.joined_at
      """;

  /** When each person came to each stage of their own, the last time. */
  private static final String REACHED =
      """
      select person.current_id, step.after, max(step.at) as at
        from pursuits.step
        join people.shown(:workspace) as person
          on person.person_id = step.person_id
       where step.workspace_id = :workspace
         and step.pursuit_id = :pursuit
         and step.what = 'stage'
       group by person.current_id, step.after
      """;

  private static final String IS_KNOWN =
      """
      select people.current_person(w.workspace_id, :person) is not null
        from (select cast(:workspace as uuid) as workspace_id) as w
      """;

  private static final String REQUIREMENTS =
      """
      select requirement_id, words
        from pursuits.requirement
       where workspace_id = :workspace
         and pursuit_id = :pursuit
       order by position, requirement_id
      """;

  private static final String ADD_REQUIREMENT =
      """
      insert into pursuits.requirement (workspace_id, pursuit_id, requirement_id, words, position)
      values (:workspace, :pursuit, :requirement, :words,
              (select coalesce(max(position), 0) + 1
                 from pursuits.requirement
                where workspace_id = :workspace
                  and pursuit_id = :pursuit))
      """;

  private static final String REMOVE_REQUIREMENT =
      """
      delete from pursuits.requirement
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and requirement_id = :requirement
         and not exists (select 1
                           from pursuits.outcome
                          where workspace_id = :workspace
                            and outcome.requirement_id = requirement.requirement_id)
      """;

  private static final String MATERIALS =
      """
      select material_id, kind, name, used_at
        from pursuits.material
       where workspace_id = :workspace
         and pursuit_id = :pursuit
       order by used_at, material_id
      """;

  private static final String ADD_MATERIAL =
      """
      insert into pursuits.material (workspace_id, pursuit_id, material_id, kind, name, used_at)
      values (:workspace, :pursuit, :material, :kind, :name, :now)
      """;

  private static final String REMOVE_MATERIAL =
      """
      delete from pursuits.material
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and material_id = :material
      """;

  private static final String APART =
      """
      select conversation_id
        from pursuits.conversation
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and not belongs
      """;

  private static final String SAY_WHETHER_BELONGS =
      """
      insert into pursuits.conversation as known (workspace_id, pursuit_id, conversation_id, belongs, said_at)
      values (:workspace, :pursuit, :conversation, :belongs, :now)
          on conflict (workspace_id, pursuit_id, conversation_id) do update
         set belongs = excluded.belongs, said_at = excluded.said_at
      """;

  private final JdbcClient jdbc;

  PursuitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WorkspaceId workspace, PursuitId id, NewPursuit fresh, String stage, Instant now) {
    described(ADD, workspace, id, fresh, now)
        .param("kind", fresh.kind().word())
        .param("stage", stage)
        .update();
  }

  boolean change(WorkspaceId workspace, PursuitId id, NewPursuit as, Instant now) {
    return described(CHANGE, workspace, id, as, now).update() == 1;
  }

  private JdbcClient.StatementSpec described(
      String sql, WorkspaceId workspace, PursuitId id, NewPursuit as, Instant now) {
    var source = as.source();
    return in(sql, workspace, id)
        .param("title", as.title())
        .param("company", as.company())
        .param("source", source == null ? "" : source.word())
        .param("posting_url", as.postingUrl())
        .param("posting", as.posting())
        .param("notes", as.notes())
        .param("now", Timestamp.from(now));
  }

  Optional<Pursuit> one(WorkspaceId workspace, PursuitId id) {
    return in(ONE, workspace, id).query(PursuitStore::pursuit).optional();
  }

  /** The same, and nobody else changes it before this transaction ends. */
  Optional<Pursuit> locked(WorkspaceId workspace, PursuitId id) {
    return in(LOCKED, workspace, id).query(PursuitStore::pursuit).optional();
  }

  /**
   * The pursuits that a filter lets through.
   *
   * @param among only these; null: all
   * @param mostOfStage no more than so many of each stage
   */
  Listed list(
      WorkspaceId workspace,
      PursuitFilter filter,
      @Nullable Collection<PursuitId> among,
      int mostOfStage) {
    var inStages = new HashMap<String, Integer>();
    var shown =
        jdbc.sql(LIST)
            .param("workspace", workspace.value())
            .param("kind", filter.kindWord())
            .param("states", filter.stateWords())
            .param("stage", filter.stage())
            .param("words", filter.words())
            .param("is_narrowed", among != null)
            .param("narrowed", uuids(among == null ? List.of() : among))
            .param("most_of_stage", mostOfStage)
            .query((rs, row) -> {
              inStages.put(rs.getString("stage"), rs.getInt("in_stage"));
              return pursuit(rs, row);
            })
            .list();
    return new Listed(shown, inStages);
  }

  private static SqlArrayValue uuids(Collection<PursuitId> ids) {
    return new SqlArrayValue("uuid", ids.stream().map(PursuitId::value).toArray());
  }

  /** Those with these ids, in no order. */
  List<Pursuit> several(WorkspaceId workspace, Collection<PursuitId> ids) {
    return jdbc.sql(SEVERAL)
        .param("workspace", workspace.value())
        .param("pursuits", uuids(ids))
        .query(PursuitStore::pursuit)
        .list();
  }

  List<Pursuit> atCompany(
      WorkspaceId workspace, CompanyId company, Collection<PersonId> persons, int limit) {
    return jdbc.sql(AT_COMPANY)
        .param("workspace", workspace.value())
        .param("company", company.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .param("limit", limit)
        .query(PursuitStore::pursuit)
        .list();
  }

  List<Pursuit> ofPerson(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(OF_PERSON)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query(PursuitStore::pursuit)
        .list();
  }

  void setState(
      WorkspaceId workspace,
      PursuitId id,
      PursuitState state,
      @Nullable LocalDate pausedUntil,
      Instant now) {
    in(SET_STATE, workspace, id)
        .param("state", state.word())
        .param("paused_until", pausedUntil)
        .param("now", Timestamp.from(now))
        .update();
  }

  void setStage(WorkspaceId workspace, PursuitId id, String stage, Instant now) {
    in(SET_STAGE, workspace, id).param("stage", stage).param("now", Timestamp.from(now)).update();
  }

  /** Paused ones whose day has come. */
  List<PursuitId> pausedUntil(WorkspaceId workspace, LocalDate today) {
    return jdbc.sql(PAUSED_UNTIL)
        .param("workspace", workspace.value())
        .param("today", today)
        .query((rs, _) -> new PursuitId(rs.getObject("pursuit_id", UUID.class)))
        .list();
  }

  /** Those of the workspace's own; empty where it has none for this kind. */
  List<Stage> stages(WorkspaceId workspace, PursuitKind kind) {
    return jdbc.sql(STAGES)
        .param("workspace", workspace.value())
        .param("kind", kind.word())
        .query((rs, _) -> new Stage(rs.getString("stage"), rs.getString("name")))
        .list();
  }

  void setStages(WorkspaceId workspace, PursuitKind kind, List<Stage> stages) {
    jdbc.sql(FORGET_STAGES)
        .param("workspace", workspace.value())
        .param("kind", kind.word())
        .update();
    for (int i = 0; i < stages.size(); i++) {
      jdbc.sql(ADD_STAGE)
          .param("workspace", workspace.value())
          .param("kind", kind.word())
          .param("stage", stages.get(i).word())
          .param("name", stages.get(i).name())
          .param("position", i)
          .update();
    }
  }

  List<SavedView> views(WorkspaceId workspace) {
    return jdbc.sql(VIEWS).param("workspace", workspace.value()).query(PursuitStore::view).list();
  }

  /** Empty where there are as many as there may be. */
  Optional<SavedViewId> keepView(WorkspaceId workspace, SavedView view, int most) {
    return jdbc.sql(KEEP_VIEW)
        .param("workspace", workspace.value())
        .param("view", view.id().value())
        .param("name", view.name())
        .param("path", view.path())
        .param("most", most)
        .query(UUID.class)
        .optional()
        .map(SavedViewId::new);
  }

  Optional<SavedView> forgetView(WorkspaceId workspace, SavedViewId view) {
    return jdbc.sql(FORGET_VIEW)
        .param("workspace", workspace.value())
        .param("view", view.value())
        .query(PursuitStore::view)
        .optional();
  }

  private static SavedView view(ResultSet rs, int row) throws SQLException {
    return new SavedView(
        new SavedViewId(rs.getObject("view_id", UUID.class)),
        rs.getString("name"),
        rs.getString("path"));
  }

  void addStep(WorkspaceId workspace, PursuitId id, Step step) {
    var person = step.person();
    in(ADD_STEP, workspace, id)
        .param("person", person == null ? null : person.value())
        .param("at", Timestamp.from(step.at()))
        .param("what", step.what())
        .param("before", step.before())
        .param("after", step.after())
        .param("by", step.by())
        .param("why", step.why())
        .update();
  }

  /** The newest first. */
  List<Step> steps(WorkspaceId workspace, PursuitId id, int limit) {
    return in(STEPS, workspace, id).param("limit", limit).query(PursuitStore::step).list();
  }

  /** Those of one person, the newest first. */
  List<Step> steps(WorkspaceId workspace, PursuitId id, PersonId person, int limit) {
    return of(STEPS_OF_PERSON, workspace, id, person)
        .param("limit", limit)
        .query(PursuitStore::step)
        .list();
  }

  private static Step step(ResultSet rs, int row) throws SQLException {
    return new Step(
        rs.getTimestamp("at").toInstant(),
        personOrNull(rs, "person"),
        rs.getString("what"),
        rs.getString("before"),
        rs.getString("after"),
        rs.getString("by"),
        rs.getString("why"));
  }

  void join(
      WorkspaceId workspace, PursuitId id, PersonId person, Role role, String stage, Instant now) {
    of(JOIN, workspace, id, person)
        .param("role", role.word())
        .param("stage", stage)
        .param("now", Timestamp.from(now))
        .update();
  }

  boolean leave(WorkspaceId workspace, PursuitId id, PersonId person, Instant now) {
    return of(LEAVE, workspace, id, person).param("now", Timestamp.from(now)).update() > 0;
  }

  boolean setStage(WorkspaceId workspace, PursuitId id, PersonId person, String stage) {
    return of(SET_PART_STAGE, workspace, id, person).param("stage", stage).update() > 0;
  }

  List<Part> parts(WorkspaceId workspace, PursuitId id) {
    return in(PARTS, workspace, id)
        .query((rs, _) ->
            new Part(
                new PersonId(rs.getObject("person", UUID.class)),
                Role.of(rs.getString("role")).orElseThrow(),
                rs.getString("stage"),
                rs.getTimestamp("joined_at").toInstant()))
        .list();
  }

  Map<PursuitId, List<Part>> parts(WorkspaceId workspace, Collection<PursuitId> ids) {
    var parts = new HashMap<PursuitId, List<Part>>();
    if (!ids.isEmpty()) {
      jdbc.sql(PARTS_OF)
          .param("workspace", workspace.value())
          .param(
              "pursuits",
              new SqlArrayValue("uuid", ids.stream().map(PursuitId::value).toArray(Object[]::new)))
          .query(rs -> {
            parts
                .computeIfAbsent(
                    new PursuitId(rs.getObject("pursuit_id", UUID.class)), _ -> new ArrayList<>())
                .add(
                    new Part(
                        new PersonId(rs.getObject("person", UUID.class)),
                        Role.of(rs.getString("role")).orElseThrow(),
                        rs.getString("stage"),
                        rs.getTimestamp("joined_at").toInstant()));
          });
    }
    return parts;
  }

  Map<PersonId, Map<String, Instant>> reached(WorkspaceId workspace, PursuitId id) {
    var reached = new HashMap<PersonId, Map<String, Instant>>();
    in(REACHED, workspace, id)
        .query(rs -> {
          reached
              .computeIfAbsent(
                  new PersonId(rs.getObject("current_id", UUID.class)), _ -> new HashMap<>())
              .put(rs.getString("after"), rs.getTimestamp("at").toInstant());
        });
    return reached;
  }

  boolean isKnown(WorkspaceId workspace, PersonId person) {
    return jdbc.sql(IS_KNOWN)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  List<Requirement> requirements(WorkspaceId workspace, PursuitId id) {
    return in(REQUIREMENTS, workspace, id)
        .query((rs, _) ->
            new Requirement(
                new RequirementId(rs.getObject("requirement_id", UUID.class)),
                rs.getString("words")))
        .list();
  }

  void addRequirement(WorkspaceId workspace, PursuitId id, Requirement requirement) {
    in(ADD_REQUIREMENT, workspace, id)
        .param("requirement", requirement.id().value())
        .param("words", requirement.words())
        .update();
  }

  /** False where somebody was told that it came down to it: then it stays. */
  boolean removeRequirement(WorkspaceId workspace, PursuitId id, RequirementId requirement) {
    return in(REMOVE_REQUIREMENT, workspace, id).param("requirement", requirement.value()).update()
        == 1;
  }

  List<Material> materials(WorkspaceId workspace, PursuitId id) {
    return in(MATERIALS, workspace, id)
        .query((rs, _) ->
            new Material(
                new MaterialId(rs.getObject("material_id", UUID.class)),
                MaterialKind.of(rs.getString("kind")).orElseThrow(),
                rs.getString("name"),
                rs.getTimestamp("used_at").toInstant()))
        .list();
  }

  void addMaterial(WorkspaceId workspace, PursuitId id, Material material) {
    in(ADD_MATERIAL, workspace, id)
        .param("material", material.id().value())
        .param("kind", material.kind().word())
        .param("name", material.name())
        .param("now", Timestamp.from(material.usedAt()))
        .update();
  }

  boolean removeMaterial(WorkspaceId workspace, PursuitId id, MaterialId material) {
    return in(REMOVE_MATERIAL, workspace, id).param("material", material.value()).update() == 1;
  }

  /** Conversations of which the user said that they do not belong to it. */
  Set<ConversationId> apart(WorkspaceId workspace, PursuitId id) {
    return in(APART, workspace, id)
        .query((rs, _) -> new ConversationId(rs.getObject("conversation_id", UUID.class)))
        .set();
  }

  void sayWhetherBelongs(
      WorkspaceId workspace,
      PursuitId id,
      ConversationId conversation,
      boolean belongs,
      Instant now) {
    in(SAY_WHETHER_BELONGS, workspace, id)
        .param("conversation", conversation.value())
        .param("belongs", belongs)
        .param("now", Timestamp.from(now))
        .update();
  }

  private JdbcClient.StatementSpec in(String sql, WorkspaceId workspace, PursuitId id) {
    return jdbc.sql(sql).param("workspace", workspace.value()).param("pursuit", id.value());
  }

  private JdbcClient.StatementSpec of(
      String sql, WorkspaceId workspace, PursuitId id, PersonId person) {
    return in(sql, workspace, id).param("person", person.value());
  }

  private static Pursuit pursuit(ResultSet rs, int row) throws SQLException {
    var company = rs.getObject("company_id", UUID.class);
    return new Pursuit(
        new PursuitId(rs.getObject("pursuit_id", UUID.class)),
        PursuitKind.of(rs.getString("kind")).orElseThrow(),
        rs.getString("title"),
        rs.getString("company"),
        company == null ? null : new CompanyId(company),
        Source.of(rs.getString("source")).orElse(null),
        rs.getString("stage"),
        PursuitState.of(rs.getString("state")).orElseThrow(),
        rs.getObject("paused_until", LocalDate.class),
        rs.getString("posting_url"),
        rs.getString("posting"),
        rs.getString("notes"),
        rs.getTimestamp("opened_at").toInstant(),
        rs.getTimestamp("changed_at").toInstant());
  }

  private static @Nullable PersonId personOrNull(ResultSet rs, String column) throws SQLException {
    var id = rs.getObject(column, UUID.class);
    return id == null ? null : new PersonId(id);
  }
}
