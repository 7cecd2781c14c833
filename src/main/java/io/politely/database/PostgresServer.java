package io.politely.database;

import io.politely.kernel.Edge;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server process over one directory of data: making, starting and stopping it.
 *
 * <p>PostgreSQL refuses to run as root. There it runs in a user namespace of its own, where the
 * same user appears as nobody, so files need no other owner.
 */
@Edge
final class PostgresServer {

  static final String SUPERUSER = "postgres";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LARGEST_LOG = 10_000_000;
  private static final int PORT_LINE = 3;

  /** Many iterations protect words that people choose; these passwords are 192 random bits. */
  private static final String FEW_ITERATIONS = "scram_iterations=1";

  private final PostgresBinaries binaries;
  private final Path data;
  private final Path log;
  private final Durability durability;
  private final List<String> prefix;

  PostgresServer(PostgresBinaries binaries, Path data, Path log, Durability durability) {
    this.binaries = binaries;
    this.data = data;
    this.log = log;
    this.durability = durability;
    this.prefix = privileges();
  }

  boolean exists() {
    return Files.exists(data.resolve("PG_VERSION"));
  }

  /** Makes a new cluster; it appears complete or not at all. */
  void initialize(String superuserPassword) {
    try {
      var fresh = data.resolveSibling(data.getFileName() + ".new");
      Directories.deleteRecursively(fresh); // left by a start that was killed
      var password = Files.createTempFile(data.getParent(), "password", "");
      try {
        Files.writeString(password, superuserPassword);
        run(
            "The database could not be created in " + data,
            binaries.program("initdb").toString(),
            "--pgdata=" + fresh,
            "--username=" + SUPERUSER,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--set=" + FEW_ITERATIONS,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums",
            "--no-instructions",
            durability == Durability.DURABLE ? "--sync-method=fsync" : "--no-sync");
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(password);
        Directories.deleteRecursively(fresh);
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The database could not be created in %s (%s).".formatted(data, Directories.reason(e)),
          e);
    }
  }

  /** Starts it and waits until it accepts connections. */
  Running start(int port) {
    try {
      Files.writeString(data.resolve("postgresql.conf"), configuration(port));
      if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
        Files.move(
            log,
            log.resolveSibling(log.getFileName() + ".old"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The database in %s could not be configured (%s).".formatted(data, Directories.reason(e)),
          e);
    }
    // pg_ctl gives the server a session of its own, so that Ctrl-C in a terminal reaches only us,
    // and we stop it in order.
    run(
        "The database in " + data + " did not start",
        binaries.program("pg_ctl").toString(),
        "start",
        "--pgdata=" + data,
        "--log=" + log,
        "--wait",
        "--timeout=" + PATIENCE.toSeconds(),
        "--silent");
    return running()
        .orElseThrow(() ->
            new DatabaseUnavailable(
                "The database in %s stopped right after its start: its log is %s."
                    .formatted(data, log)));
  }

  /** Stops it in order: open transactions are rolled back, everything committed is on disk. */
  void stop() {
    var running = running();
    if (running.isEmpty()) {
      return;
    }
    run(
        "The database in " + data + " did not stop",
        binaries.program("pg_ctl").toString(),
        "stop",
        "--pgdata=" + data,
        "--mode=fast",
        "--wait",
        "--timeout=" + PATIENCE.toSeconds(),
        "--silent");
  }

  /**
   * The server that runs on this data now, whoever started it. A pid file left by a power cut may
   * name a process that is something else today.
   */
  Optional<Running> running() {
    var file = data.resolve("postmaster.pid");
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (lines.size() <= PORT_LINE || !lines.getFirst().strip().matches("\\d+")) {
      return Optional.empty();
    }
    int port = Integer.parseInt(lines.get(PORT_LINE).strip());
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(ProcessHandle::isAlive)
        .filter(PostgresServer::isPostgres)
        .map(process -> new Running(process, port));
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(command -> command.contains("postgres")).orElse(true);
  }

  /** Written anew at every start: this file is Politely's, not the user's. */
  private String configuration(int port) {
    return """
    # Written by Politely at every start.
    listen_addresses = '127.0.0.1'
    port = %1$d
    unix_socket_directories = ''
    max_connections = 40
    password_encryption = 'scram-sha-256'
    %3$s

    # Whatever was answered with success survives a crash and a power cut.
    fsync = %2$s
    synchronous_commit = %2$s
    full_page_writes = %2$s
    wal_level = minimal
    max_wal_senders = 0
    wal_compression = on
    max_wal_size = '2GB'
    checkpoint_timeout = '15min'

    shared_buffers = '256MB'
    # One mailbox fits into memory, and disks without heads do not mind where a page lies.
    random_page_cost = 1.1
    jit = off
    timezone = 'UTC'
    log_timezone = 'UTC'

    # Statements and parameters hold mail: they do not belong in a log.
    log_min_error_statement = panic
    log_parameter_max_length_on_error = 0
    log_error_verbosity = terse
    """
        .formatted(port, durability == Durability.DURABLE ? "on" : "off", FEW_ITERATIONS);
  }

  private void run(String failure, String... command) {
    var words = new ArrayList<>(prefix);
    words.addAll(List.of(command));
    @Nullable Path output = null;
    try {
      output = Files.createTempFile("politely", ".out");
      var builder =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              // To a file: the server inherits it, and a pipe would stay open with the server.
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      builder.environment().put("TZ", "UTC");
      var process = builder.start();
      if (!process.waitFor(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new DatabaseUnavailable(failure + ": it took too long.");
      }
      if (process.exitValue() != 0) {
        throw new DatabaseUnavailable(
            "%s (%s): its log is %s.".formatted(failure, cause(Files.readString(output)), log));
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable("%s (%s).".formatted(failure, Directories.reason(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable(failure + ": it was interrupted.", e);
    } finally {
      delete(output);
    }
  }

  /** The server's own last words tell more than those of pg_ctl. */
  private String cause(String output) throws IOException {
    var fatal = "FATAL:";
    if (output.contains("could not start server") && Files.exists(log)) {
      return Files.readString(log)
          .lines()
          .filter(line -> line.contains(fatal))
          .reduce((_, last) -> last)
          .map(line -> Directories.reason(line.substring(line.indexOf(fatal) + fatal.length())))
          .orElseGet(() -> Directories.reason(output));
    }
    return output
        .lines()
        .filter(line -> line.contains("error:") || line.contains(fatal))
        .findFirst()
        .map(Directories::reason)
        .orElseGet(() -> Directories.reason(output));
  }

  private static File nothing() {
    return new File(
        UserDirectories.Platform.current() == UserDirectories.Platform.WINDOWS
            ? "NUL"
            : "/dev/null");
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> privileges() {
    if (UserDirectories.Platform.current() != UserDirectories.Platform.LINUX || !isRoot()) {
      return List.of();
    }
    var namespace = List.of("unshare", "--user");
    try {
      var process =
          new ProcessBuilder("unshare", "--user", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() == 0) {
        return namespace;
      }
    } catch (IOException e) {
      // Not installed: the same sentence helps.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new DatabaseUnavailable(
        "PostgreSQL does not run as root, and this machine does not allow user namespaces (unshare"
            + " --user): run Politely as another user, or give a server with --database-url.");
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /** Whether a power cut may lose what was committed. */
  enum Durability {
    DURABLE,
    /** For tests only: nobody misses their data. */
    NONE
  }

  /**
   * A live server.
   *
   * @param process its first process, the postmaster
   * @param port on loopback
   */
  record Running(ProcessHandle process, int port) {}
}
