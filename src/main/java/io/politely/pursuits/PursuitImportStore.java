package io.politely.pursuits;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.pursuits.NewJobs.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Imports of jobs, what they said, and what columns and stages of files mean. */
@Repository
class PursuitImportStore {

  private static final String BECOME_WRITER =
      """
      insert into pursuits.import_writer (workspace_id)
      values (:workspace)
      on conflict (workspace_id) do update set workspace_id = excluded.workspace_id
      """;

  private static final String BEGIN =
      """
      insert into pursuits.import
             (workspace_id, import_id, file, kind, content, began_at, begun_by, rows_total, rows_read, rows_new,
              rows_changed, rows_known, remarks)
      values (:workspace, :import, :file, :kind, :content, :now, :by, :rows, 0, 0, 0, 0, :remarks)
      """;

  private static final String COUNT =
      """
      update pursuits.import
         set rows_read = :read,
             rows_new = rows_new + :added,
             rows_changed = rows_changed + :changed,
             rows_known = rows_known + :known
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String END =
      """
      update pursuits.import
         set ended_at = :now
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String TAKEN_BACK =
      """
      update pursuits.import
         set undone_at = :now
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String IMPORTS =
      """
      select import_id, file, kind, began_at, rows_total, rows_read, rows_new, rows_changed, rows_known, remarks,
             ended_at, undone_at
        from pursuits.import
       where workspace_id = :workspace
       order by began_at desc, import_id desc
       limit :limit
      """;

  private static final String IMPORT =
      """
      select import_id, file, kind, began_at, rows_total, rows_read, rows_new, rows_changed, rows_known, remarks,
             ended_at, undone_at
        from pursuits.import
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String UNFINISHED =
      """
      select import_id, file, kind, began_at, rows_total, rows_read, rows_new, rows_changed, rows_known, remarks,
             ended_at, undone_at
        from pursuits.import
       where workspace_id = :workspace
         and content = :content
         and ended_at is null
         and undone_at is null
       order by began_at desc, import_id desc
       limit 1
      """;

  private static final String PURSUITS_OF =
      """
      select pursuit_id
        from pursuits.import_row
       where workspace_id = :workspace
         and import_id = :import
       order by company, title, row_key
       limit :limit
      """;

  private static final String LAST_SAID =
      """
      select distinct on (row_key)
             row_key, import_id, pursuit_id, title, company, posting_url, notes, stage
        from pursuits.import_row
       where workspace_id = :workspace
         and row_key = any (:keys)
       order by row_key, import_id desc
      """;

  private static final String SAID_BY =
      """
      select row_key, import_id, pursuit_id, title, company, posting_url, notes, stage
        from pursuits.import_row
       where workspace_id = :workspace
         and import_id = :import
       order by row_key
      """;

  /** Of each job that an import named, what the last of the others said; later ones come last. */
  private static final String SAID_BY_OTHERS =
      """
      select distinct on (other.row_key)
             other.row_key, other.import_id, other.pursuit_id, other.title, other.company, other.posting_url,
             other.notes, other.stage
        from pursuits.import_row as own
        join pursuits.import_row as other
          on other.workspace_id = :workspace
         and other.row_key = own.row_key
         and other.import_id <> :import
       where own.workspace_id = :workspace
         and own.import_id = :import
       order by other.row_key, other.import_id desc
      """;

  /** Those that nobody did anything to but imports. */
  private static final String UNTOUCHED =
      """
      select pursuit.pursuit_id
        from pursuits.import_row as said
        join pursuits.pursuit
          on pursuit.workspace_id = :workspace
         and pursuit.pursuit_id = said.pursuit_id
         and pursuit.title = said.title
         and pursuit.company = said.company
         and pursuit.posting_url = said.posting_url
         and pursuit.notes = said.notes
         and pursuit.posting = ''
       where said.workspace_id = :workspace
         and said.import_id = :import
         and not exists (select 1
                           from pursuits.step
                          where step.workspace_id = :workspace
                            and step.pursuit_id = said.pursuit_id
                            and step.by <> :by)
         and not exists (select 1
                           from pursuits.part
                          where part.workspace_id = :workspace
                            and part.pursuit_id = said.pursuit_id)
         and not exists (select 1
                           from pursuits.requirement
                          where requirement.workspace_id = :workspace
                            and requirement.pursuit_id = said.pursuit_id)
         and not exists (select 1
                           from pursuits.material
                          where material.workspace_id = :workspace
                            and material.pursuit_id = said.pursuit_id)
         and not exists (select 1
                           from pursuits.conversation
                          where conversation.workspace_id = :workspace
                            and conversation.pursuit_id = said.pursuit_id)
      """;

  private static final String FORGET =
      """
      delete from pursuits.import_row
       where workspace_id = :workspace
         and import_id = :import
         and row_key = any (:keys)
      """;

  private static final String TAKE_BACK =
      """
      call pursuits.take_back(:workspace, :pursuits)
      """;

  private static final String SAY =
      """
      insert into pursuits.import_row
             (workspace_id, import_id, row_key, pursuit_id, title, company, posting_url, notes, stage)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OPEN =
      """
      insert into pursuits.pursuit
             (workspace_id, pursuit_id, kind, title, company, source, stage, state, posting_url, posting, notes,
              opened_at, changed_at)
      values (?, ?, 'job', ?, ?, ?, ?, 'open', ?, '', ?, ?, ?)
      """;

  private static final String STEP =
      """
      insert into pursuits.step (workspace_id, pursuit_id, person_id, at, what, before, after, by, why)
      values (?, ?, null, ?, ?, ?, ?, ?, ?)
      """;

  private static final String MAPPING =
      """
      select fields
        from pursuits.import_mapping
       where workspace_id = :workspace
         and header = :header
      """;

  private static final String REMEMBER =
      """
      insert into pursuits.import_mapping (workspace_id, header, fields)
      values (:workspace, :header, :fields)
      on conflict (workspace_id, header) do update set fields = excluded.fields
      """;

  private static final String STAGES =
      """
      select name, stage
        from pursuits.import_stage
       where workspace_id = :workspace
         and name = any (:names)
      """;

  private static final String REMEMBER_STAGE =
      """
      insert into pursuits.import_stage (workspace_id, name, stage)
      values (?, ?, ?)
      on conflict (workspace_id, name) do update set stage = excluded.stage
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  PursuitImportStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** What an import said about a job. */
  record Saying(UUID by, PursuitId pursuit, Said said) {}

  /**
   * A job that is opened.
   *
   * @param stage in which it stands
   */
  record Opened(PursuitId id, Said said, String stage, @Nullable Source source, Instant at) {}

  /** Something that happened to a job. */
  record Happened(PursuitId id, Step step) {}

  void becomeWriter(WorkspaceId workspace) {
    jdbc.sql(BECOME_WRITER).param("workspace", workspace.value()).update();
  }

  void begin(
      WorkspaceId workspace,
      UUID run,
      String file,
      String content,
      NewJobs jobs,
      MemberId by,
      Instant now) {
    in(BEGIN, workspace, run)
        .param("file", file)
        .param("kind", jobs.kind())
        .param("content", content)
        .param("now", Timestamp.from(now))
        .param("by", by.value())
        .param("rows", jobs.jobs().size())
        .param("remarks", texts(jobs.remarks()))
        .update();
  }

  void count(WorkspaceId workspace, UUID run, int read, int added, int changed, int known) {
    in(COUNT, workspace, run)
        .param("read", read)
        .param("added", added)
        .param("changed", changed)
        .param("known", known)
        .update();
  }

  void end(WorkspaceId workspace, UUID run, Instant now) {
    in(END, workspace, run).param("now", Timestamp.from(now)).update();
  }

  void takenBack(WorkspaceId workspace, UUID run, Instant now) {
    in(TAKEN_BACK, workspace, run).param("now", Timestamp.from(now)).update();
  }

  List<PursuitImport> imports(WorkspaceId workspace, int limit) {
    return jdbc.sql(IMPORTS)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query(PursuitImportStore::run)
        .list();
  }

  Optional<PursuitImport> one(WorkspaceId workspace, UUID run) {
    return in(IMPORT, workspace, run).query(PursuitImportStore::run).optional();
  }

  /** The one of these jobs that was begun and is not through. */
  Optional<PursuitImport> unfinished(WorkspaceId workspace, String content) {
    return jdbc.sql(UNFINISHED)
        .param("workspace", workspace.value())
        .param("content", content)
        .query(PursuitImportStore::run)
        .optional();
  }

  /** What an import opened or changed, by company. */
  List<PursuitId> pursuits(WorkspaceId workspace, UUID run, int limit) {
    return in(PURSUITS_OF, workspace, run)
        .param("limit", limit)
        .query((rs, _) -> new PursuitId(rs.getObject("pursuit_id", UUID.class)))
        .list();
  }

  /** What was said last about each of these jobs, by key; absent where nothing was. */
  Map<String, Saying> lastSaid(WorkspaceId workspace, Collection<String> keys) {
    return byKey(
        jdbc.sql(LAST_SAID)
            .param("workspace", workspace.value())
            .param("keys", texts(keys))
            .query(PursuitImportStore::saying)
            .list());
  }

  List<Saying> saidBy(WorkspaceId workspace, UUID run) {
    return in(SAID_BY, workspace, run).query(PursuitImportStore::saying).list();
  }

  /** What the last one of all others said about the jobs of an import, by key. */
  Map<String, Saying> saidByOthers(WorkspaceId workspace, UUID run) {
    return byKey(in(SAID_BY_OTHERS, workspace, run).query(PursuitImportStore::saying).list());
  }

  /**
   * The jobs of an import to which nothing was done but by imports.
   *
   * @param by what stands for imports in steps
   */
  List<PursuitId> untouched(WorkspaceId workspace, UUID run, String by) {
    return in(UNTOUCHED, workspace, run)
        .param("by", by)
        .query((rs, _) -> new PursuitId(rs.getObject("pursuit_id", UUID.class)))
        .list();
  }

  /** What an import said about these jobs was never said. */
  void forget(WorkspaceId workspace, UUID run, Collection<String> keys) {
    in(FORGET, workspace, run).param("keys", texts(keys)).update();
  }

  /** Removes pursuits in which nobody ever was, and what happened to them. */
  void takeBack(WorkspaceId workspace, List<PursuitId> untouched) {
    jdbc.sql(TAKE_BACK)
        .param("workspace", workspace.value())
        .param(
            "pursuits",
            new SqlArrayValue("uuid", untouched.stream().map(PursuitId::value).toArray()))
        .update();
  }

  void open(WorkspaceId workspace, List<Opened> jobs) {
    batch.batchUpdate(
        OPEN,
        jobs.stream()
            .map(job ->
                new Object[] {
                  workspace.value(),
                  job.id().value(),
                  job.said().title(),
                  job.said().company(),
                  job.source() == null ? "" : job.source().word(),
                  job.stage(),
                  job.said().url(),
                  job.said().notes(),
                  Timestamp.from(job.at()),
                  Timestamp.from(job.at())
                })
            .toList());
  }

  void note(WorkspaceId workspace, List<Happened> happened) {
    batch.batchUpdate(
        STEP,
        happened.stream()
            .map(it ->
                new Object[] {
                  workspace.value(),
                  it.id().value(),
                  Timestamp.from(it.step().at()),
                  it.step().what(),
                  it.step().before(),
                  it.step().after(),
                  it.step().by(),
                  it.step().why()
                })
            .toList());
  }

  void say(WorkspaceId workspace, List<Saying> sayings) {
    batch.batchUpdate(
        SAY,
        sayings.stream()
            .map(saying ->
                new Object[] {
                  workspace.value(),
                  saying.by(),
                  saying.said().key(),
                  saying.pursuit().value(),
                  saying.said().title(),
                  saying.said().company(),
                  saying.said().url(),
                  saying.said().notes(),
                  saying.said().stage()
                })
            .toList());
  }

  Optional<JobMapping> mapping(WorkspaceId workspace, String header) {
    return jdbc.sql(MAPPING)
        .param("workspace", workspace.value())
        .param("header", header)
        .query((rs, _) -> JobMapping.of(List.of((String[]) rs.getArray("fields").getArray())))
        .optional()
        .flatMap(mapping -> mapping);
  }

  void remember(WorkspaceId workspace, String header, JobMapping mapping) {
    jdbc.sql(REMEMBER)
        .param("workspace", workspace.value())
        .param("header", header)
        .param("fields", texts(mapping.columns().stream().map(JobField::word).toList()))
        .update();
  }

  /** The stages that these names were said to be; absent where nobody said. */
  Map<String, String> stages(WorkspaceId workspace, Collection<String> names) {
    return jdbc
        .sql(STAGES)
        .param("workspace", workspace.value())
        .param("names", texts(names))
        .query((rs, _) -> Map.entry(rs.getString("name"), rs.getString("stage")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void rememberStages(WorkspaceId workspace, Map<String, String> stageOf) {
    batch.batchUpdate(
        REMEMBER_STAGE,
        stageOf.entrySet().stream()
            .map(it -> new Object[] {workspace.value(), it.getKey(), it.getValue()})
            .toList());
  }

  private JdbcClient.StatementSpec in(String sql, WorkspaceId workspace, UUID run) {
    return jdbc.sql(sql).param("workspace", workspace.value()).param("import", run);
  }

  private static Map<String, Saying> byKey(List<Saying> sayings) {
    return sayings.stream().collect(Collectors.toMap(it -> it.said().key(), it -> it));
  }

  private static Saying saying(ResultSet rs, int row) throws SQLException {
    return new Saying(
        rs.getObject("import_id", UUID.class),
        new PursuitId(rs.getObject("pursuit_id", UUID.class)),
        new Said(
            rs.getString("row_key"),
            rs.getString("title"),
            rs.getString("company"),
            rs.getString("posting_url"),
            rs.getString("notes"),
            rs.getString("stage")));
  }

  private static PursuitImport run(ResultSet rs, int row) throws SQLException {
    return new PursuitImport(
        rs.getObject("import_id", UUID.class),
        rs.getString("file"),
        rs.getString("kind"),
        rs.getTimestamp("began_at").toInstant(),
        rs.getInt("rows_total"),
        rs.getInt("rows_read"),
        rs.getInt("rows_new"),
        rs.getInt("rows_changed"),
        rs.getInt("rows_known"),
        List.of((String[]) rs.getArray("remarks").getArray()),
        instant(rs, "ended_at"),
        instant(rs, "undone_at"));
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    var at = rs.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static SqlArrayValue texts(Collection<String> values) {
    return new SqlArrayValue("text", values.toArray());
  }
}
