package io.politely.cli;

import io.politely.cli.ApplicationOptions.Database;
import io.politely.database.DatabaseAccess;
import io.politely.database.DatabaseUnavailable;
import io.politely.database.Door;
import io.politely.database.EmbeddedDatabase;
import io.politely.database.ExternalDatabase;
import io.politely.database.UserDirectories;
import io.politely.kernel.Edge;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application, database included: up when {@link #open} returns, down after close. */
@Edge
final class RunningApplication implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final @Nullable EmbeddedDatabase embedded;

  private RunningApplication(
      ConfigurableApplicationContext context, @Nullable EmbeddedDatabase embedded) {
    this.context = context;
    this.embedded = embedded;
  }

  /**
   * Starts the database and the application on it.
   *
   * @param port where on loopback to serve the pages; 0 or empty for any free port
   * @throws DatabaseUnavailable with a sentence for the user
   */
  static RunningApplication open(ApplicationOptions options, OptionalInt port) {
    return open(options.application(), options.database(), port);
  }

  static RunningApplication open(Class<?> application, Database database, OptionalInt port) {
    return open(application, database, port, Map.of());
  }

  /** As above, with settings of the application. */
  static RunningApplication open(
      Class<?> application, Database database, OptionalInt port, Map<String, Object> settings) {
    return switch (database) {
      case Database.External(String url, String user, String password) -> {
        var access = ExternalDatabase.open(url, user, password);
        var logs = UserDirectories.cache().resolve("logs");
        yield new RunningApplication(start(application, access, logs, port, settings, true), null);
      }
      case Database.Embedded(Path directory) -> {
        var embedded = EmbeddedDatabase.start(directory);
        try {
          var key = newKey();
          var known = new HashMap<>(settings);
          known.put("politely.door-key", key);
          // Its port is another one at every start: the directory says which database it is. What
          // was sent is written down beside it, so that it is not put back together with it.
          var place = directory.toAbsolutePath().normalize();
          known.put("politely.outbox.address", place.toString());
          known.put(
              "politely.outbox.journal",
              place.resolveSibling(place.getFileName() + ".sent").toString());
          var context = start(application, embedded.access(), embedded.logs(), port, known, false);
          embedded.beforeStopping(context::close);
          var running = new RunningApplication(context, embedded);
          embedded.show(new Door(running.address(), key));
          yield running;
        } catch (RuntimeException e) {
          embedded.close();
          throw e;
        }
      }
    };
  }

  /** A front door of the application. */
  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Where the pages are served. */
  URI address() {
    if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      return URI.create("http://127.0.0.1:" + web.getWebServer().getPort() + "/");
    }
    throw new IllegalStateException("Opened without pages");
  }

  /** Whether the database can go on writing; for one that is not ours, it says so itself. */
  boolean hasRoom() {
    return embedded == null || embedded.hasRoom();
  }

  /** Waits for the end: of this process, or of the database, which is then told. */
  void await() {
    var lost = embedded == null ? new CompletableFuture<DatabaseUnavailable>() : embedded.lost();
    throw lost.join();
  }

  @Override
  public void close() {
    if (embedded != null) {
      embedded.close(); // closes the context first
    } else {
      context.close();
    }
  }

  private static String newKey() {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  private static ConfigurableApplicationContext start(
      Class<?> application,
      DatabaseAccess access,
      Path logs,
      OptionalInt port,
      Map<String, Object> settings,
      boolean closeAtExit) {
    Map<String, Object> properties = new HashMap<>(access.properties());
    properties.putAll(settings);
    properties.put("logging.file.name", logs.resolve("politely.log").toString());
    // Commands say in a sentence what went wrong; how it came about is for the file.
    properties.put("logging.threshold.console", "OFF");
    properties.putIfAbsent(
        "politely.outbox.journal", UserDirectories.data().resolve("outbox.sent").toString());
    properties.put("politely.uploads", logs.resolveSibling("uploads").toString());
    properties.put("server.port", port.orElse(0));
    var spring = new SpringApplication(application);
    // The pages are part of every context, so that there is one to test; they cost a port.
    spring.setWebApplicationType(WebApplicationType.SERVLET);
    spring.setDefaultProperties(properties);
    // With an embedded database its own hook closes the context first; two would race.
    spring.setRegisterShutdownHook(closeAtExit);
    spring.setLogStartupInfo(false);
    return spring.run();
  }
}
