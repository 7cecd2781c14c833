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
 * @param searchesByIndex whether row-level security lets the index of words serve searches
 */
@Edge
public record DatabaseFacts(
    String version, Map<String, Integer> zoneOffsets, boolean searchesByIndex) {

  /** What makes searches use the index; only a superuser may say it, in the database meant. */
  public static final String LET_INDEX_SERVE_SEARCH =
      "alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof";

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
          connection.getMetaData().getDatabaseProductVersion(),
          zoneOffsets(connection),
          searchesByIndex(connection));
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

  private static boolean searchesByIndex(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select proleakproof
                  from pg_proc
                 where oid = 'pg_catalog.ts_match_vq(tsvector, tsquery)'::regprocedure
                """)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
