package io.politely.testing;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets time pass in a workspace: the clocks of the program and of the database stay, and everything
 * that happened lies further back.
 */
@Edge
public final class Passing {

  private static final String MOMENTS =
      """
      select format('update %I.%I set %s where workspace_id = ?', c.table_schema, c.table_name,
                    string_agg(format('%1$I = %1$I - %2$L::interval', c.column_name, ?::text), ', '))
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
       where c.table_schema in ('mail', 'outbox', 'cadence')
         and t.table_type = 'BASE TABLE'
         and c.data_type = 'timestamp with time zone'
         and exists (select 1
                       from information_schema.columns w
                      where w.table_schema = c.table_schema
                        and w.table_name = c.table_name
                        and w.column_name = 'workspace_id')
       group by c.table_schema, c.table_name
      """;

  private Passing() {}

  /** So much later. What is under way must have ended. */
  public static void by(Duration time, WorkspaceId workspace) {
    var access = TestDatabase.access();
    try (var owner =
        DriverManager.getConnection(
            access.url(), access.owner().user(), access.owner().password())) {
      owner.setAutoCommit(false);
      try (var set = owner.prepareStatement("select set_config('politely.workspace', ?, true)")) {
        set.setString(1, workspace.toString());
        set.execute();
      }
      for (var update : updates(owner, time)) {
        try (var statement = owner.prepareStatement(update)) {
          statement.setObject(1, workspace.value());
          statement.executeUpdate();
        }
      }
      owner.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> updates(Connection owner, Duration time) throws SQLException {
    var updates = new ArrayList<String>();
    try (var statement = owner.prepareStatement(MOMENTS)) {
      statement.setString(1, time.toSeconds() + " seconds");
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          updates.add(rows.getString(1));
        }
      }
    }
    return updates;
  }
}
