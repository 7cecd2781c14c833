package io.politely.cadence;

import io.politely.kernel.WorkspaceId;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The language model of a workspace. */
@Repository
class ModelStore {

  private static final String PUT =
      """
      insert into cadence.model (workspace_id, endpoint, name, sealed_key, changed_at)
      values (:workspace, :endpoint, :name, :sealed_key, :now)
          on conflict (workspace_id) do update
         set endpoint = excluded.endpoint,
             name = excluded.name,
             sealed_key = excluded.sealed_key,
             changed_at = excluded.changed_at
      """;

  private static final String RESEAL =
      """
      update cadence.model
         set sealed_key = :sealed_key
       where workspace_id = :workspace
      """;

  private static final String REMOVE =
      """
      delete from cadence.model
       where workspace_id = :workspace
      """;

  private static final String MODEL =
      """
      select endpoint, name
        from cadence.model
       where workspace_id = :workspace
      """;

  private static final String KEY =
      """
      select sealed_key
        from cadence.model
       where workspace_id = :workspace
         and sealed_key is not null
      """;

  private final JdbcClient jdbc;

  ModelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(WorkspaceId workspace, LanguageModel model, byte @Nullable [] sealedKey, Instant now) {
    jdbc.sql(PUT)
        .param("workspace", workspace.value())
        .param("endpoint", model.endpoint().toString())
        .param("name", model.name())
        .param("sealed_key", sealedKey)
        .param("now", Timestamp.from(now))
        .update();
  }

  void reseal(WorkspaceId workspace, byte[] sealedKey) {
    jdbc.sql(RESEAL).param("workspace", workspace.value()).param("sealed_key", sealedKey).update();
  }

  void remove(WorkspaceId workspace) {
    jdbc.sql(REMOVE).param("workspace", workspace.value()).update();
  }

  Optional<LanguageModel> model(WorkspaceId workspace) {
    return jdbc.sql(MODEL)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new LanguageModel(URI.create(rs.getString("endpoint")), rs.getString("name")))
        .optional();
  }

  Optional<byte[]> sealedKey(WorkspaceId workspace) {
    return jdbc.sql(KEY)
        .param("workspace", workspace.value())
        .query((rs, _) -> rs.getBytes("sealed_key"))
        .optional();
  }
}
