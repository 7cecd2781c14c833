package io.politely.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Edge
class EmbeddedDatabaseTest {

  @TempDir private Path directory;

  @Test
  void what_was_committed_is_there_after_the_server_was_killed() throws Exception {
    try (var database = EmbeddedDatabase.start(directory)) {
      execute(database, "create table kept (word text)");
      execute(database, "insert into kept values ('durable')");
      var postmaster = postmaster();

      postmaster.destroyForcibly();
      postmaster.onExit().get(10, TimeUnit.SECONDS);

      assertThat(eventually(database, "select word from kept")).isEqualTo("durable");
      assertThat(postmaster().pid()).isNotEqualTo(postmaster.pid());
    }
    assertThat(directory.resolve("postgresql/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_directory_serves_one_process_at_a_time() {
    try (var _ = TestEmbeddedDatabase.start(directory)) {
      assertThatThrownBy(() -> TestEmbeddedDatabase.start(directory))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("already runs on " + directory)
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void durability_is_on_and_passwords_are_private() throws Exception {
    try (var database = EmbeddedDatabase.start(directory)) {
      for (var setting :
          new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
        assertThat(ask(database, "show " + setting)).as(setting).isEqualTo("on");
      }
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("credentials"))))
        .isEqualTo("rw-------");
  }

  @Test
  void a_directory_of_a_newer_politely_is_refused() throws IOException {
    Files.writeString(directory.resolve("politely.version"), "format=2\n");

    assertThatThrownBy(() -> TestEmbeddedDatabase.start(directory))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("use the newer Politely");
  }

  @Test
  void a_directory_with_files_of_others_is_refused_and_left_alone() throws IOException {
    Files.writeString(directory.resolve("novel.txt"), "Chapter 1");

    assertThatThrownBy(() -> TestEmbeddedDatabase.start(directory))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("not Politely's");
    assertThat(directory).isDirectoryContaining(file -> file.endsWith("novel.txt"));
    assertThat(directory.resolve("politely.lock")).doesNotExist();
  }

  private ProcessHandle postmaster() throws IOException {
    var lines = Files.readAllLines(directory.resolve("postgresql/postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
  }

  /** The server needs a moment to come back. */
  private static String eventually(EmbeddedDatabase database, String query) throws Exception {
    for (int attempt = 0; attempt < 100; attempt++) {
      try {
        return ask(database, query);
      } catch (SQLException e) {
        Thread.sleep(Duration.ofMillis(200));
      }
    }
    return ask(database, query);
  }

  private static String ask(EmbeddedDatabase database, String query) throws SQLException {
    var owner = database.access().owner();
    try (var connection =
            DriverManager.getConnection(database.access().url(), owner.user(), owner.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    var owner = database.access().owner();
    try (var connection =
            DriverManager.getConnection(database.access().url(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
