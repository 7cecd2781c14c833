package io.politely.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.politely.database.DatabaseAccess;
import io.politely.database.EmbeddedDatabase;
import io.politely.database.TestEmbeddedDatabase;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The one database of a test run: embedded, migrated, started by the first test that asks. */
@Edge
public final class TestDatabase {

  private static @Nullable TestDatabase running;

  private final Path directory;
  private final EmbeddedDatabase server;
  private final HikariDataSource pool;

  private TestDatabase() {
    directory = temporaryDirectory();
    server = TestEmbeddedDatabase.start(directory);
    var access = server.access();
    Flyway.configure()
        .dataSource(access.url(), access.owner().user(), access.owner().password())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    pool = new HikariDataSource();
    pool.setPoolName("tests");
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.application().user());
    pool.setPassword(access.application().password());
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.setMaximumPoolSize(5);
    pool.setMinimumIdle(0);
  }

  static synchronized TestDatabase get() {
    if (running == null) {
      running = new TestDatabase();
    }
    return running;
  }

  /** How to reach it, also as the owner: what only tests of the schema need. */
  public static DatabaseAccess access() {
    return get().server.access();
  }

  HikariDataSource pool() {
    return pool;
  }

  static synchronized void stopIfStarted() {
    if (running != null) {
      running.pool.close();
      running.server.close();
      FileSystemUtils.deleteRecursively(running.directory.toFile());
      running = null;
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("politely-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
