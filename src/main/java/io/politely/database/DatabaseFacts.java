package io.politely.database;

import io.politely.kernel.Edge;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database says about itself, for a diagnosis.
 *
 * @param version of PostgreSQL
 * @param zoneOffsets seconds east of UTC now, by time zone, as PostgreSQL knows them
 */
@Edge
public record DatabaseFacts(String version, Map<String, Integer> zoneOffsets) {

  public DatabaseFacts {
    zoneOffsets = Map.copyOf(zoneOffsets);
  }

  /**
   * Asks the database, as the application.
   *
   * @throws DatabaseUnavailable with a sentence for the user, when it does not answer
   */
  public static DatabaseFacts of(DatabaseAccess access) {
    var login = access.application();
    try (var connection =
        DriverManager.getConnection(access.url(), login.user(), login.password())) {
      return new DatabaseFacts(
          connection.getMetaData().getDatabaseProductVersion(), zoneOffsets(connection));
    } catch (SQLException e) {
      throw new DatabaseUnavailable("The database does not answer: " + e.getMessage(), e);
    }
  }

  private static Map<String, Integer> zoneOffsets(Connection connection) throws SQLException {
    var offsets = new TreeMap<String, Integer>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select name, extract(epoch from utc_offset)::integer
                  from pg_timezone_names
                """)) {
      while (rows.next()) {
        offsets.put(rows.getString(1), rows.getInt(2));
      }
    }
    return offsets;
  }
}
