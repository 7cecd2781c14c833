package io.politely.pursuits;

import io.politely.kernel.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When to write again. */
@Repository
class NurtureStore {

  private static final String OF =
      """
      select pursuit_id, on_day, why
        from pursuits.nurture
       where workspace_id = :workspace
         and pursuit_id = :pursuit
      """;

  private static final String DUE =
      """
      select pursuit_id, on_day, why
        from pursuits.nurture
       where workspace_id = :workspace
         and on_day <= :today
       order by on_day, pursuit_id
       limit :limit
      """;

  private static final String SET =
      """
      insert into pursuits.nurture (workspace_id, pursuit_id, on_day, why)
      values (:workspace, :pursuit, :day, :why)
          on conflict (workspace_id, pursuit_id) do update
         set on_day = excluded.on_day, why = excluded.why
      """;

  private static final String END =
      """
      delete from pursuits.nurture
       where workspace_id = :workspace
         and pursuit_id = :pursuit
      returning pursuit_id, on_day, why
      """;

  private final JdbcClient jdbc;

  NurtureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Nurture> of(WorkspaceId workspace, PursuitId pursuit) {
    return jdbc.sql(OF)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit.value())
        .query(NurtureStore::nurture)
        .optional();
  }

  /** The longest due first. */
  List<Nurture> due(WorkspaceId workspace, LocalDate today, int limit) {
    return jdbc.sql(DUE)
        .param("workspace", workspace.value())
        .param("today", today)
        .param("limit", limit)
        .query(NurtureStore::nurture)
        .list();
  }

  void set(WorkspaceId workspace, Nurture nurture) {
    jdbc.sql(SET)
        .param("workspace", workspace.value())
        .param("pursuit", nurture.pursuit().value())
        .param("day", nurture.on())
        .param("why", nurture.why())
        .update();
  }

  /** What it was; empty where there was none. */
  Optional<Nurture> end(WorkspaceId workspace, PursuitId pursuit) {
    return jdbc.sql(END)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit.value())
        .query(NurtureStore::nurture)
        .optional();
  }

  private static Nurture nurture(ResultSet rs, int row) throws SQLException {
    return new Nurture(
        new PursuitId(rs.getObject("pursuit_id", UUID.class)),
        rs.getObject("on_day", LocalDate.class),
        rs.getString("why"));
  }
}
