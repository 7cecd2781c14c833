package io.politely.mail;

import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs of reading mailboxes: how far they came and what there was to say. */
@Repository
class ImportStore {

  private static final String ADD =
      """
      insert into mail.import (
                  workspace_id, import_id, sources, state, started_at, bytes_total, bytes_done,
                  messages, imported, duplicates, quarantined, resume_at)
      values (:workspace, :import, :sources, 'waiting', :now, :bytes, 0, 0, 0, 0, 0, '{}')
      """;

  private static final String ALL =
      """
      select import_id, sources, state, started_at, ended_at, bytes_total, bytes_done, messages,
             imported, duplicates, quarantined, problem
        from mail.import
       where workspace_id = :workspace
       order by import_id desc
       limit :limit
      """;

  private static final String ONE =
      """
      select import_id, sources, state, started_at, ended_at, bytes_total, bytes_done, messages,
             imported, duplicates, quarantined, problem
        from mail.import
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String POSITIONS =
      """
      select resume_at
        from mail.import
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String CHANGE_STATE =
      """
      update mail.import
         set state = :state, ended_at = :ended, problem = :problem
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String ADVANCE =
      """
      update mail.import
         set bytes_done = :bytes,
             messages = messages + :imported + :duplicates + :quarantined + :left_out,
             imported = imported + :imported,
             duplicates = duplicates + :duplicates,
             quarantined = quarantined + :quarantined,
             resume_at = resume_at || cast(:positions as jsonb)
       where workspace_id = :workspace
         and import_id = :import
      """;

  private static final String ADD_LOG =
      """
      insert into mail.import_log (workspace_id, import_id, entry_id, at, sentence)
      values (?, ?, ?, ?, ?)
      """;

  private static final String LOG =
      """
      select at, sentence
        from mail.import_log
       where workspace_id = :workspace
         and import_id = :import
       order by entry_id
       limit :limit
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final NewIds ids;
  private final JsonMapper json;

  ImportStore(JdbcClient jdbc, JdbcTemplate batch, NewIds ids, JsonMapper json) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.ids = ids;
    this.json = json;
  }

  /** What one chunk added. */
  record Advance(int imported, int duplicates, int quarantined, int leftOut) {}

  ImportId add(WorkspaceId workspace, List<String> sources, long bytesTotal, Instant now) {
    var run = new ImportId(ids.next());
    jdbc.sql(ADD)
        .param("workspace", workspace.value())
        .param("import", run.value())
        .param("sources", new SqlArrayValue("text", sources.toArray()))
        .param("now", Timestamp.from(now))
        .param("bytes", bytesTotal)
        .update();
    return run;
  }

  /** The newest first. */
  List<ImportRun> all(WorkspaceId workspace, int limit) {
    return jdbc.sql(ALL)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query((rs, row) -> run(rs))
        .list();
  }

  Optional<ImportRun> one(WorkspaceId workspace, ImportId run) {
    return jdbc.sql(ONE)
        .param("workspace", workspace.value())
        .param("import", run.value())
        .query((rs, row) -> run(rs))
        .optional();
  }

  /** Where to go on in each mailbox, by its path. */
  Map<String, String> positions(WorkspaceId workspace, ImportId run) {
    var positions =
        jdbc.sql(POSITIONS)
            .param("workspace", workspace.value())
            .param("import", run.value())
            .query(String.class)
            .single();
    return new HashMap<>(json.readValue(positions, new TypeReference<Map<String, String>>() {}));
  }

  void change(
      WorkspaceId workspace,
      ImportId run,
      ImportState state,
      @Nullable Instant ended,
      @Nullable String problem) {
    int changed =
        jdbc.sql(CHANGE_STATE)
            .param("workspace", workspace.value())
            .param("import", run.value())
            .param("state", state.name().toLowerCase(Locale.ROOT))
            .param("ended", ended == null ? null : Timestamp.from(ended))
            .param("problem", problem)
            .update();
    checkOne(changed, run);
  }

  void advance(
      WorkspaceId workspace,
      ImportId run,
      Advance advance,
      Map<String, String> positions,
      long bytesDone) {
    int changed =
        jdbc.sql(ADVANCE)
            .param("workspace", workspace.value())
            .param("import", run.value())
            .param("imported", advance.imported())
            .param("duplicates", advance.duplicates())
            .param("quarantined", advance.quarantined())
            .param("left_out", advance.leftOut())
            .param("bytes", bytesDone)
            .param("positions", json.writeValueAsString(positions))
            .update();
    checkOne(changed, run);
  }

  void log(WorkspaceId workspace, ImportId run, List<String> sentences, Instant now) {
    batch.batchUpdate(
        ADD_LOG,
        sentences.stream()
            .map(sentence ->
                new Object[] {
                  workspace.value(), run.value(), ids.next(), Timestamp.from(now), sentence
                })
            .toList());
  }

  List<ImportLogEntry> log(WorkspaceId workspace, ImportId run, int limit) {
    return jdbc.sql(LOG)
        .param("workspace", workspace.value())
        .param("import", run.value())
        .param("limit", limit)
        .query((rs, row) ->
            new ImportLogEntry(rs.getTimestamp("at").toInstant(), rs.getString("sentence")))
        .list();
  }

  private static ImportRun run(ResultSet rs) throws SQLException {
    var ended = rs.getTimestamp("ended_at");
    return new ImportRun(
        new ImportId(rs.getObject("import_id", UUID.class)),
        Arrays.asList((String[]) rs.getArray("sources").getArray()),
        ImportState.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
        rs.getTimestamp("started_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        rs.getLong("bytes_total"),
        rs.getLong("bytes_done"),
        rs.getLong("messages"),
        rs.getLong("imported"),
        rs.getLong("duplicates"),
        rs.getLong("quarantined"),
        rs.getString("problem"));
  }

  private static void checkOne(int changed, ImportId run) {
    if (changed != 1) {
      throw new IllegalStateException("There is no import " + run);
    }
  }
}
