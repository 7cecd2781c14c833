package io.politely.database;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A directory with all data of one Politely, held by one process at a time.
 *
 * <pre>
 * politely.lock       held while a process uses the directory; names it
 * politely.version    the format of the directory; written once everything is in place
 * credentials         the generated passwords, readable by the owner only
 * postgresql/         the data of the embedded server
 * door                the address and key of the application that runs, readable by the owner only
 * logs/
 * </pre>
 */
@Edge
final class DataDirectory implements AutoCloseable {

  /** Raised when the layout changes so that an older Politely must not touch it. */
  private static final int FORMAT = 1;

  private static final String VERSION = "politely.version";
  private static final String LOCK = "politely.lock";
  private static final String CREDENTIALS = "credentials";
  private static final String DOOR = "door";

  /** Far behind the content, so that others can read who holds it, also on Windows. */
  private static final long LOCK_POSITION = Long.MAX_VALUE - 1;

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /** Takes the directory for this process, creating it where it does not exist. */
  static DataDirectory open(Path path) {
    var directory = path.toAbsolutePath().normalize();
    try {
      if (Files.exists(directory) && !Files.isDirectory(directory)) {
        throw new DatabaseUnavailable(
            "%s is a file, not a directory: choose another place with --data."
                .formatted(directory));
      }
      refuseForeign(directory);
      Directories.createPrivate(directory);
      var opened = new DataDirectory(directory, locked(directory));
      try {
        opened.refuseNewer();
        Directories.createPrivate(opened.logs());
        return opened;
      } catch (RuntimeException | IOException e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  Path postgres() {
    return path.resolve("postgresql");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path path() {
    return path;
  }

  /** Whether an earlier start got as far as {@link #markComplete}. */
  boolean isComplete() {
    return Files.exists(path.resolve(VERSION));
  }

  void markComplete() {
    var version = new Properties();
    version.setProperty("format", Integer.toString(FORMAT));
    write(VERSION, version);
  }

  /** The password of a role, generated when it is asked for the first time. */
  String password(String role) {
    try {
      var file = path.resolve(CREDENTIALS);
      var credentials = Files.exists(file) ? read(file) : new Properties();
      var known = credentials.getProperty(role);
      if (known != null) {
        return known;
      }
      var random = new byte[24];
      new SecureRandom().nextBytes(random);
      var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      credentials.setProperty(role, password);
      write(CREDENTIALS, credentials);
      return password;
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  /** Writes down how the running application is reached. */
  void show(Door door) {
    var properties = new Properties();
    properties.setProperty("address", door.address().toString());
    properties.setProperty("key", door.key());
    write(DOOR, properties);
  }

  /** How the application is reached that ran last; it may be gone. */
  static Optional<Door> door(Path directory) {
    try {
      var properties = read(directory.resolve(DOOR));
      return Optional.of(
          new Door(
              URI.create(properties.getProperty("address", "")),
              properties.getProperty("key", "")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Lets go of the directory. The lock file stays: deleting it would race with the next process.
   */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path.resolve(DOOR));
      lockFile.close();
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private static void refuseForeign(Path directory) throws IOException {
    if (!Files.isDirectory(directory)
        || Files.exists(directory.resolve(LOCK))
        || Files.exists(directory.resolve(VERSION))) {
      return;
    }
    try (var entries = Files.list(directory)) {
      // A mounted file system brings its own directory.
      if (entries.anyMatch(entry -> !entry.getFileName().toString().equals("lost+found"))) {
        throw new DatabaseUnavailable(
            "%s holds files that are not Politely's: choose an empty or new directory with --data."
                .formatted(directory));
      }
    }
  }

  private void refuseNewer() throws IOException {
    if (!isComplete()) {
      return;
    }
    var format = read(path.resolve(VERSION)).getProperty("format", "");
    if (format.equals(Integer.toString(FORMAT))) {
      return;
    }
    throw new DatabaseUnavailable(
        "The data in %s has format \"%s\", and this Politely knows %d: use the newer Politely that wrote it, or another directory with --data."
            .formatted(path, format, FORMAT));
  }

  private static FileChannel locked(Path directory) throws IOException {
    var file = directory.resolve(LOCK);
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new DatabaseUnavailable(
          "Politely already runs on %s%s: stop it first, or choose another directory with --data."
              .formatted(directory, holder(file).map(pid -> " (process " + pid + ")").orElse("")));
    }
    channel.truncate(0);
    channel.write(
        StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid()) + "\n"));
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCK_POSITION, 1, false);
    } catch (OverlappingFileLockException e) {
      return null; // held by this very process
    }
  }

  private static Optional<String> holder(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(pid -> pid.matches("\\d+"));
    } catch (IOException e) {
      return Optional.empty(); // it only makes the sentence shorter
    }
  }

  private static Properties read(Path file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }

  /** Atomic and durable: the file is the old or the new one, never half of it. */
  private void write(String name, Properties content) {
    try {
      var text = new StringWriter();
      content.store(text, null);
      var fresh = Files.createTempFile(path, name, ".new");
      try {
        if (fileStore().supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
          channel.write(StandardCharsets.UTF_8.encode(text.toString()));
          channel.force(true);
        }
        Files.move(fresh, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw unusable(path, e);
    }
  }

  private FileStore fileStore() throws IOException {
    return Files.getFileStore(path);
  }

  private static DatabaseUnavailable unusable(Path directory, IOException cause) {
    return new DatabaseUnavailable(
        "The data directory %s cannot be used (%s): choose another one with --data."
            .formatted(directory, Directories.reason(cause)),
        cause);
  }
}
