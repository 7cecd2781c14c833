package io.politely.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Where a database is, as one word: equal only for the same database in the same place. */
final class Place {

  private Place() {}

  /**
   * @param machine what tells this machine from others, or the server's address
   * @param directory the data directory, or ""
   * @param database what the database says of itself
   */
  static String of(String machine, String directory, String database) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest((machine + "\n" + directory + "\n" + database).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
