package io.politely.contacts;

import io.politely.kernel.Edge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;

/** Files out of a .zip, within limits. */
@Edge
public final class PackedFiles {

  private static final int MOST_ENTRIES = 10_000;

  /** In bytes: of what is not wanted, since unpacking it takes time too. */
  private static final long MOST_PASSED = 1L << 30;

  // Names that do not say otherwise are in the character set of old Windows; no byte is invalid.
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  private PackedFiles() {}

  /** Whether a file is a .zip. */
  public static boolean isPacked(byte[] file) {
    return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
  }

  /**
   * What of it is wanted, by the name without folders.
   *
   * @param most bytes, unpacked, of all that is wanted
   * @return empty where that is too much
   * @throws IOException if it is damaged, or protected by a password
   */
  public static Optional<Map<String, byte[]>> unpacked(
      byte[] file, Predicate<String> wanted, int most) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    int left = most;
    long toPass = MOST_PASSED;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file), OLD_NAMES)) {
      for (int count = 0; count < MOST_ENTRIES; count++) {
        var next = zip.getNextEntry();
        if (next == null) {
          break;
        }
        var name = next.getName().substring(next.getName().lastIndexOf('/') + 1);
        if (wanted.test(name)) {
          var bytes = zip.readNBytes(left + 1);
          left -= bytes.length;
          entries.put(name, bytes);
        } else {
          toPass -= passOver(zip, toPass + 1);
        }
        if (left < 0 || toPass < 0) {
          return Optional.empty();
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
    return Optional.of(entries);
  }

  /** Reads to the end of an entry, but no further than {@code most} bytes. */
  private static long passOver(ZipInputStream zip, long most) throws IOException {
    long passed = 0;
    for (long step = 1; step > 0 && passed < most; passed += step) {
      step = zip.skip(most - passed);
    }
    return passed;
  }
}
