package io.politely.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Gives the space of what was deleted back to the tables, and has the planner forget what it knew
 * of it: samples of values are part of that. Only the owner of the tables may.
 */
@Component
public class Vacuum {

  private static final Logger log = LoggerFactory.getLogger(Vacuum.class);

  /** Only ours: the others say that they are not. */
  private static final String TABLES =
      """
      select string_agg(c.oid::regclass::text, ', ')
        from pg_class c
       where c.relkind = 'r'
         and c.relowner = (select r.oid from pg_roles r where r.rolname = current_user)
      """;

  private final Environment settings;

  Vacuum(Environment settings) {
    this.settings = settings;
  }

  /** Runs it now; where that is not possible the database does it by itself, later. */
  public void run() {
    try (var connection =
            DriverManager.getConnection(
                settings.getRequiredProperty("spring.flyway.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getProperty("spring.flyway.password", ""));
        var statement = connection.createStatement()) {
      var tables = tables(statement);
      if (!tables.isEmpty()) {
        statement.execute("vacuum (analyze, skip_locked) " + tables);
      }
    } catch (SQLException | IllegalStateException e) {
      log.warn("What was deleted is not cleaned up yet; the database will do that itself", e);
    }
  }

  private static String tables(Statement statement) throws SQLException {
    try (var rows = statement.executeQuery(TABLES)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)).orElse("") : "";
    }
  }
}
