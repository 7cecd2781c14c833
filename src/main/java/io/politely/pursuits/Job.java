package io.politely.pursuits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as one row of a file tells about it.
 *
 * @param key equal for two rows that are about one job
 * @param stage what the file calls where it stands, or ""
 * @param saved the day on which it was saved, or null
 * @param applied the day of the application, or null
 * @param source where it came from, or null
 */
public record Job(
    String key,
    String title,
    String company,
    String url,
    String notes,
    String stage,
    @Nullable LocalDate saved,
    @Nullable LocalDate applied,
    @Nullable Source source) {

  /** The first day that is known of it. */
  Optional<LocalDate> began() {
    if (saved == null || applied == null) {
      return Optional.ofNullable(saved == null ? applied : saved);
    }
    return Optional.of(saved.isBefore(applied) ? saved : applied);
  }

  /** The day of the application. */
  Optional<LocalDate> appliedOn() {
    return Optional.ofNullable(applied);
  }

  /** What can be kept of anything that tells jobs apart. */
  static String keyOf(String what) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
