package io.politely.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Keeps uploaded mailboxes on disk until they are imported. */
@Component
public class Spool {

  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  private static final int LONGEST_NAME = 100;

  private final Path folder;

  /** Below a folder that only this program writes to. */
  Spool(
      @Value("${politely.uploads:${java.io.tmpdir}/politely-uploads}") Path folder,
      @Value("${spring.servlet.multipart.location}") Path arriving)
      throws IOException {
    this.folder = folder.toAbsolutePath().normalize();
    // The server writes there, but does not create it.
    Files.createDirectories(arriving);
  }

  /** Writes an upload to a file. */
  @FunctionalInterface
  public interface Upload {
    void writeTo(Path file) throws IOException;
  }

  /**
   * Keeps an upload under its own name, which may tell what folder it was.
   *
   * @param name as the browser says; only its last part is believed
   */
  public Path keep(@Nullable String name, Upload upload) throws IOException {
    var home = Files.createDirectories(folder.resolve(UUID.randomUUID().toString()));
    var file = home.resolve(safe(name == null ? "" : name));
    upload.writeTo(file);
    return file;
  }

  /** Deletes those of these mailboxes that were uploaded. */
  void release(List<String> sources) {
    for (var source : sources) {
      var home = Path.of(source).getParent();
      if (home != null && folder.equals(home.getParent())) {
        try {
          FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
          LOG.warn("An imported upload could not be deleted: {}", home, e);
        }
      }
    }
  }

  private static String safe(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var plain = last.replaceAll("[^\\p{L}\\p{N}@._ -]", "_").replaceAll("^\\.+", "");
    var kept =
        plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    return kept.isBlank() ? "mailbox" : kept;
  }
}
