package io.politely.database;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What several parts here do with directories. */
@Edge
final class Directories {

  private Directories() {}

  /** Creates it, and where it is new, for its owner's eyes only. */
  static void createPrivate(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    Files.createDirectories(directory);
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  static void deleteRecursively(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Why it failed, in words; the bare message of these exceptions is often only a path. */
  static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "no such file or directory";
      case IOException other -> reason(String.valueOf(other.getMessage()));
    };
  }

  /** The cause hidden in what a program or the operating system said. */
  static String reason(String output) {
    var text = output.toLowerCase(Locale.ROOT);
    if (text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("disk quota")) {
      return "the disk is full";
    }
    if (text.contains("read-only file system")) {
      return "the file system is read-only";
    }
    if (text.contains("permission denied") || text.contains("access is denied")) {
      return "permission denied";
    }
    return output.strip().lines().reduce((_, last) -> last).orElse("no reason given").strip();
  }
}
