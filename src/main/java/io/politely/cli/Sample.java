package io.politely.cli;

import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The mailbox that comes with the program. Its dates are fixed; loading it moves them to the
 * present.
 *
 * @param anchor what "now" was when it was written
 * @param zone by whose clock it was written
 * @param me whose mailbox it is
 */
@Edge
record Sample(Instant anchor, ZoneId zone, List<EmailAddress> me) {

  private static final String PROPERTIES = "sample.properties";
  private static final int LEVELS = 3;

  Sample {
    me = List.copyOf(me);
  }

  /** Where it lies: the launcher says where the program is; without it, here. */
  static Path mailbox() {
    return folder().resolve("mailbox");
  }

  /** Where all that belongs to it lies. */
  static Path folder() {
    return Path.of(System.getProperty("politely.home", ""), "sample");
  }

  /** The sample that a path belongs to: {@code sample.properties} lies in it or close above it. */
  static Optional<Sample> of(Path path) {
    var absolute = path.toAbsolutePath().normalize();
    return Stream.iterate(absolute, directory -> directory != null, Path::getParent)
        .limit(LEVELS)
        .map(directory -> directory.resolve(PROPERTIES))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(Sample::read);
  }

  /** The shift of all that has a weekday in its words. */
  DateShift.Weeks weeks(Instant now) {
    return DateShift.Weeks.between(anchor, now);
  }

  /** The shift of what is to be near today, on whatever day that is. */
  DateShift.BusinessDays businessDays(LocalDateTime now) {
    return DateShift.BusinessDays.between(anchor.atZone(zone).toLocalDateTime(), now);
  }

  /** A copy of the mailbox below {@code target} with its dates moved. */
  static Path shiftedCopy(Path mailbox, Path target, DateShift shift) {
    try {
      Files.walkFileTree(
          mailbox,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes any)
                throws IOException {
              Files.createDirectories(target.resolve(mailbox.relativize(directory).toString()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes any)
                throws IOException {
              Files.write(
                  target.resolve(mailbox.relativize(file).toString()), shifted(file, shift));
              return FileVisitResult.CONTINUE;
            }
          });
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file with its dates moved. */
  static byte[] shifted(Path file, DateShift shift) {
    try {
      // One byte is one character, so that whatever encoding a message has stays as it is.
      return shift
          .apply(Files.readString(file, StandardCharsets.ISO_8859_1))
          .getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sample read(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sample(
        Instant.parse(properties.getProperty("anchor")),
        ZoneId.of(properties.getProperty("zone", "UTC")),
        Stream.of(properties.getProperty("me", "").split(",", -1))
            .flatMap(address -> EmailAddress.parse(address).stream())
            .toList());
  }
}
