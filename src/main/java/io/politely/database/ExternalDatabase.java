package io.politely.database;

import io.politely.kernel.Edge;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs. */
@Edge
public final class ExternalDatabase {

  private static final int OLDEST = 15;

  private ExternalDatabase() {}

  /**
   * Checks that the server can be used, and prepares the role of the application there.
   *
   * @param url a JDBC URL, {@code jdbc:postgresql://host:port/database}
   * @param user who owns the database: migrations run as this user
   * @throws DatabaseUnavailable with a sentence for the user, when it cannot be used
   */
  public static DatabaseAccess open(String url, String user, String password) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new DatabaseUnavailable(
          "\"%s\" is not the URL of a PostgreSQL database: it has the form jdbc:postgresql://host:5432/database."
              .formatted(withoutQuery(url)));
    }
    try (var connection = DriverManager.getConnection(url, user, password)) {
      refuseOld(connection, url);
      prepareRole(connection, url, user);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "The database %s cannot be used: %s"
              .formatted(withoutQuery(url), firstLine(e.getMessage())),
          e);
    }
    var credentials = new DatabaseAccess.Credentials(user, password);
    return new DatabaseAccess(url, credentials, credentials, true);
  }

  private static void refuseOld(Connection connection, String url) throws SQLException {
    var server = connection.getMetaData();
    if (server.getDatabaseMajorVersion() < OLDEST) {
      throw new DatabaseUnavailable(
          "The database %s runs PostgreSQL %s, and Politely needs %d or newer."
              .formatted(withoutQuery(url), server.getDatabaseProductVersion(), OLDEST));
    }
  }

  /** The application becomes this role on every connection, so that row-level security holds. */
  private static void prepareRole(Connection connection, String url, String user)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      if (!answers(connection, "select 1 from pg_roles where rolname = 'politely_app'")) {
        statement.execute(
            "create role politely_app nologin nosuperuser nocreatedb nocreaterole nobypassrls");
      }
      if (answers(
          connection,
          "select 1 from pg_roles where rolname = 'politely_app' and (rolsuper or rolbypassrls)")) {
        throw new DatabaseUnavailable(
            "The role politely_app of %s may bypass row-level security: take superuser and bypassrls from it."
                .formatted(withoutQuery(url)));
      }
      if (!answers(
          connection, "select 1 where pg_has_role(current_user, 'politely_app', 'member')")) {
        statement.execute("grant politely_app to current_user");
      }
      statement.execute("set role politely_app");
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "The user %s of %s may not become politely_app (%s): let an administrator run \"create role politely_app nologin\" and \"grant politely_app to %s\"."
              .formatted(user, withoutQuery(url), firstLine(e.getMessage()), user),
          e);
    }
  }

  private static boolean answers(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  /** A query part may hold a password. */
  private static String withoutQuery(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "no reason given" : message.lines().findFirst().orElse(message);
  }
}
