package io.politely.database;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own over one data directory, running as a child process.
 *
 * <p>Started, it is up until {@link #close}, the end of this process, or a failure that restarting
 * it cannot mend. See {@code docs/decisions/0005-embedded-postgresql.md}.
 */
@Edge
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final String DATABASE = "politely";
  private static final String OWNER = "politely_owner";
  private static final String APPLICATION = "politely_app";
  private static final int PORTS_TRIED = 3;

  /** Its children hold its port and memory until they notice that it is gone, late when busy. */
  private static final Duration RESTARTS_FOR = Duration.ofMinutes(2);

  private static final long RESTART_PAUSE_MILLIS = 500;
  private static final int LONGEST_PAUSE = 10;

  /** Two segments of its log: it makes the next before it needs it. */
  private static final long ROOM_TO_WRITE = 2 * (16L << 20);

  private final DataDirectory directory;
  private final PostgresServer server;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CompletableFuture<DatabaseUnavailable> lost = new CompletableFuture<>();
  private final Thread hook = new Thread(this::stop, "stop-database");
  private final AtomicReference<Runnable> beforeStopping = new AtomicReference<>(() -> {});
  private @Nullable Process watcher;

  private EmbeddedDatabase(DataDirectory directory, PostgresServer server, int port) {
    this.directory = directory;
    this.server = server;
    this.port = port;
  }

  /**
   * Starts the database over a data directory, which is created where it does not exist.
   *
   * @throws DatabaseUnavailable with a sentence for the user, when it cannot
   */
  public static EmbeddedDatabase start(Path dataDirectory) {
    return start(dataDirectory, PostgresServer.Durability.DURABLE);
  }

  static EmbeddedDatabase start(Path dataDirectory, PostgresServer.Durability durability) {
    var directory = DataDirectory.open(dataDirectory);
    try {
      var server =
          new PostgresServer(
              PostgresBinaries.unpacked(UserDirectories.cache()),
              directory.postgres(),
              directory.logs().resolve("postgresql.log"),
              durability);
      if (!server.exists()) {
        server.initialize(directory.password(PostgresServer.SUPERUSER));
      }
      // We hold the directory, so whoever started this one is dead: it was left behind.
      server.stop();
      var database = new EmbeddedDatabase(directory, server, startOnFreePort(server));
      Runtime.getRuntime().addShutdownHook(database.hook);
      try {
        database.watchOver();
        if (!directory.isComplete()) {
          database.createRoles();
          database.letIndexServeSearch();
          directory.markComplete();
        }
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
      return database;
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** How to reach it. */
  public DatabaseAccess access() {
    return new DatabaseAccess(url(DATABASE), credentials(OWNER), credentials(APPLICATION), false);
  }

  /** Where logs of this data directory belong. */
  public Path logs() {
    return directory.logs();
  }

  /** Whether its disk has room for what it writes next; without, it stops where it stands. */
  public boolean hasRoom() {
    try {
      return Files.getFileStore(directory.path()).getUsableSpace() >= ROOM_TO_WRITE;
    } catch (IOException e) {
      return true; // then something else is wrong with it
    }
  }

  /** Lets other processes of this user know how the application on it is reached. */
  public void show(Door door) {
    directory.show(door);
  }

  /** How the application on a data directory is reached, if one ran there last. */
  public static Optional<Door> door(Path dataDirectory) {
    return DataDirectory.door(dataDirectory);
  }

  /** Completes when the server is gone and did not come back. */
  public CompletableFuture<DatabaseUnavailable> lost() {
    return lost.copy();
  }

  /** What uses the server and has to end before it, also when this process is told to end. */
  public void beforeStopping(Runnable work) {
    beforeStopping.set(work);
  }

  /** Stops the server and lets go of the data directory. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs or ran.
    }
  }

  private void stop() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    synchronized (server) {
      try {
        beforeStopping.get().run();
        server.stop();
        if (watcher != null) {
          watcher.destroyForcibly();
        }
      } finally {
        directory.close();
      }
    }
  }

  private static int startOnFreePort(PostgresServer server) {
    for (int attempt = 1; ; attempt++) {
      int port = PostgresServer.freePort();
      try {
        return server.start(port).port();
      } catch (DatabaseUnavailable e) {
        // Somebody else may have taken the port between asking for it and using it.
        if (attempt == PORTS_TRIED || !String.valueOf(e.getMessage()).contains("TCP/IP")) {
          throw e;
        }
      }
    }
  }

  private void watchOver() {
    var postmaster = server.running().orElseThrow().process();
    watcher = stopWhenWeDie(postmaster.pid());
    var _ = postmaster.onExit().thenRunAsync(this::restart);
  }

  /** The server ended without being asked to: killed, or out of memory. */
  private void restart() {
    long ended = System.nanoTime();
    synchronized (server) {
      for (int attempt = 1; !closed.get(); attempt++) {
        try {
          Thread.sleep(RESTART_PAUSE_MILLIS * Math.min(attempt, LONGEST_PAUSE));
          var _ = server.start(port);
          LOG.warn("The database had ended unexpectedly and was started again");
          watchOver();
          return;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        } catch (DatabaseUnavailable e) {
          if (System.nanoTime() - ended > RESTARTS_FOR.toNanos()) {
            lost.complete(e);
            return;
          }
        }
      }
    }
  }

  /**
   * A shell that waits for the end of this process, however it comes, and then stops the server. It
   * is a convenience: where there is no such shell, the next start stops what was left behind.
   */
  private static @Nullable Process stopWhenWeDie(long postmaster) {
    if (UserDirectories.Platform.current() == UserDirectories.Platform.WINDOWS) {
      return null;
    }
    try {
      // Our end of the pipe closes with us. SIGINT asks PostgreSQL for a fast shutdown.
      return new ProcessBuilder(
              "/bin/sh",
              "-c",
              "trap '' INT TERM HUP; cat > /dev/null; kill -INT \"$1\"",
              "politely-watcher",
              Long.toString(postmaster))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.info("No watcher for the database", e);
      return null;
    }
  }

  /** Repeatable: a start may be killed anywhere in here. */
  private void createRoles() {
    try (var connection = connectAsSuperuser("postgres")) {
      createRole(connection, OWNER);
      createRole(connection, APPLICATION);
      if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
        execute(connection, "create database politely owner politely_owner");
      }
      execute(connection, "revoke all on database politely from public");
      execute(connection, "grant connect, temporary on database politely to politely_app");
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "The roles of the database in %s could not be created: %s"
              .formatted(directory.path(), e.getMessage()),
          e);
    }
  }

  /**
   * Under row-level security an index serves only operators that are known to give nothing away of
   * rows that a policy hides, say in an error. Matching words is safe in this sense, but PostgreSQL
   * does not say so by itself, and each search would read the whole workspace.
   */
  private void letIndexServeSearch() {
    try (var connection = connectAsSuperuser(DATABASE)) {
      execute(connection, DatabaseFacts.LET_INDEX_SERVE_SEARCH);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(
          "The database in %s could not be prepared for search: %s"
              .formatted(directory.path(), e.getMessage()),
          e);
    }
  }

  private void createRole(Connection connection, String role) throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
      execute(
          connection,
          "create role %s login nosuperuser nocreatedb nocreaterole nobypassrls".formatted(role));
    }
    // Neither role nor password can be a parameter here; the password is of our own making.
    execute(connection, "alter role %s password '%s'".formatted(role, directory.password(role)));
  }

  private Connection connectAsSuperuser(String database) throws SQLException {
    return DriverManager.getConnection(
        url(database), PostgresServer.SUPERUSER, directory.password(PostgresServer.SUPERUSER));
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private DatabaseAccess.Credentials credentials(String role) {
    return new DatabaseAccess.Credentials(role, directory.password(role));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable"
        .formatted(port, database);
  }
}
