package io.politely.cli;

import io.politely.database.UserDirectories;
import io.politely.kernel.Edge;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works on the data; a picocli mixin. */
@Edge
final class ApplicationOptions {

  private final Class<?> application;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the data in this directory instead of the usual one.")
  private @Nullable Path data;

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description =
          "Use this PostgreSQL (15 or newer, jdbc:postgresql://host:5432/database) instead of the"
              + " embedded one.")
  private @Nullable String databaseUrl;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      defaultValue = "politely_owner",
      description =
          "The user who owns that database (default: ${DEFAULT-VALUE}); the password comes from"
              + " POLITELY_DATABASE_PASSWORD.")
  private String databaseUser = "politely_owner";

  ApplicationOptions(Class<?> application) {
    this.application = application;
  }

  /** The configuration class of the application context. */
  Class<?> application() {
    return application;
  }

  /** Whether the user chose where the data is, in either way. */
  boolean saysWhere() {
    return data != null || databaseUrl != null;
  }

  /** Where the data is. */
  Database database() {
    if (databaseUrl != null) {
      var password = Optional.ofNullable(System.getenv("POLITELY_DATABASE_PASSWORD")).orElse("");
      return new Database.External(databaseUrl, databaseUser, password);
    }
    return new Database.Embedded(data != null ? data : UserDirectories.data());
  }

  /** Which database a command works on. */
  sealed interface Database {

    /** Our own, in a directory. */
    record Embedded(Path directory) implements Database {}

    /** Somebody else's. */
    record External(String url, String user, String password) implements Database {

      @Override
      public String toString() {
        return url; // without the password
      }
    }
  }
}
