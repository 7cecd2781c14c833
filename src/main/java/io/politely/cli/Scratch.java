package io.politely.cli;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * A directory for what is thrown away at the end.
 *
 * @param directory in the system's temporary directory
 */
@Edge
record Scratch(Path directory) implements AutoCloseable {

  static Scratch create() {
    try {
      return new Scratch(Files.createTempDirectory("politely-"));
    } catch (IOException e) {
      throw new CommandFailed(
          "No temporary directory could be made in %s: make room there, or say where to keep the data with --data."
              .formatted(System.getProperty("java.io.tmpdir")));
    }
  }

  /** A directory in it that does not exist yet. */
  Path resolve(String name) {
    return directory.resolve(name);
  }

  @Override
  public void close() {
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
