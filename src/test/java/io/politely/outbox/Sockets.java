package io.politely.outbox;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Which process a connection of this machine belongs to; on Linux, by its own books. */
@Edge
final class Sockets {

  private Sockets() {}

  /** Whether a process holds the connection between these two ports. */
  static boolean belongsTo(long process, int port, int serverPort) throws IOException {
    var inode = inode(port, serverPort);
    var files = Path.of("/proc", Long.toString(process), "fd");
    if (inode.isEmpty() || !Files.isDirectory(files)) {
      return false;
    }
    try (var open = Files.list(files)) {
      return open.anyMatch(file -> leadsTo(file, "socket:[" + inode.get() + "]"));
    }
  }

  private static boolean leadsTo(Path file, String target) {
    try {
      return Files.readSymbolicLink(file).toString().equals(target);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static Optional<String> inode(int port, int serverPort) throws IOException {
    var from = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
    var to = ":%04X".formatted(serverPort).toUpperCase(Locale.ROOT);
    for (var table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
      for (var line : Files.readAllLines(Path.of(table))) {
        var words = line.strip().split("\\s+", -1);
        if (words.length > 9 && words[1].endsWith(from) && words[2].endsWith(to)) {
          return Optional.of(words[9]);
        }
      }
    }
    return Optional.empty();
  }
}
