package io.politely.database;

import io.politely.kernel.Edge;
import java.nio.file.Path;

/** The way for tests to a database that may forget: several times faster on a slow disk. */
@Edge
public final class TestEmbeddedDatabase {

  private TestEmbeddedDatabase() {}

  public static EmbeddedDatabase start(Path dataDirectory) {
    return EmbeddedDatabase.start(dataDirectory, PostgresServer.Durability.NONE);
  }
}
