package io.politely.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.politely.kernel.WorkspaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every dot that leaves, written down outside of the database and on the disk before it does: a
 * database that was put back to an earlier state is known by it.
 *
 * <p>One line for each: workspace, mail, token. Two files, so that it does not grow for ever; what
 * falls out is weeks old.
 */
@Component
class DotJournal {

  private static final long LARGEST = 8_000_000;

  private final @Nullable Path file;
  private @Nullable FileChannel channel;

  DotJournal(OutboxSettings settings) {
    this.file = settings.journal();
  }

  /** Returns when they are on the disk. */
  synchronized void write(List<Dot> dots) {
    if (file == null || dots.isEmpty()) {
      return;
    }
    var lines =
        dots.stream()
            .map(dot -> "%s %s %d\n".formatted(dot.workspace(), dot.id(), dot.token()))
            .collect(Collectors.joining());
    try {
      var open = channel == null || channel.size() > LARGEST ? next(file) : channel;
      var bytes = US_ASCII.encode(lines);
      while (bytes.hasRemaining()) {
        open.write(bytes);
      }
      open.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("The journal of what is sent cannot be written", e);
    }
  }

  /** What it knows, the oldest first; a line that a crash cut off is no dot that left. */
  synchronized List<Dot> read() {
    var dots = new ArrayList<Dot>();
    if (file != null) {
      readInto(dots, before(file));
      readInto(dots, file);
    }
    return dots;
  }

  private FileChannel next(Path path) throws IOException {
    if (channel != null) {
      channel.close();
    }
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (Files.exists(path) && Files.size(path) > LARGEST) {
      Files.move(path, before(path), StandardCopyOption.REPLACE_EXISTING);
    }
    var opened =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    opened.write(US_ASCII.encode("\n")); // after a line that a crash cut off
    channel = opened;
    return opened;
  }

  private static Path before(Path path) {
    return path.resolveSibling(path.getFileName() + ".before");
  }

  private static void readInto(List<Dot> dots, Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try {
      for (var line : Files.readAllLines(path, US_ASCII)) {
        if (line.matches("[0-9a-f-]{36} [0-9a-f-]{36} \\d{1,18}")) {
          var words = line.split(" ", -1);
          dots.add(
              new Dot(
                  new WorkspaceId(UUID.fromString(words[0])),
                  new OutgoingId(UUID.fromString(words[1])),
                  Long.parseLong(words[2])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The journal of what was sent cannot be read", e);
    }
  }
}
