package io.politely.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a file says of itself, in {@code workspace.json}.
 *
 * @param format {@link #FORMAT}
 * @param digest of the whole state; see {@link #digest(List)}
 */
public record Manifest(String format, UUID workspace, String digest, List<Rows> tables) {

  /** The only one that there is. */
  static final String FORMAT = "politely-workspace-1";

  static final String ENTRY = "workspace.json";

  /**
   * The rows of a table.
   *
   * @param name schema and table
   * @param count how many rows
   * @param sha256 of its lines, each with its line feed; hexadecimal
   */
  public record Rows(String name, List<String> columns, long count, String sha256) {}

  /** How many rows there are in all. */
  public long count() {
    return tables.stream().mapToLong(Rows::count).sum();
  }

  /** The SHA-256 over a line for each table that has rows, by name: name, count, SHA-256. */
  static String digest(List<Rows> tables) {
    var sha256 = sha256();
    tables.stream()
        .filter(table -> table.count() > 0)
        .sorted(Comparator.comparing(Rows::name))
        .map(table -> "%s %d %s\n".formatted(table.name(), table.count(), table.sha256()))
        .forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(sha256.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
