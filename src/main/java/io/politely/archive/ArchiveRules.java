package io.politely.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables and columns make a whole workspace, and in which order they come back. */
final class ArchiveRules {

  /** Who is signed in, and where mail may leave from, belongs to an installation. */
  private static final Set<String> TABLES_LEFT_OUT =
      Set.of("accounts.session", "accounts.sign_in_link", "outbox.fence");

  /** A file goes more ways than a database: nobody needs to guess passwords from it. */
  private static final Map<String, Set<String>> COLUMNS_LEFT_OUT =
      Map.of("accounts.member", Set.of("password_hash"));

  private ArchiveRules() {}

  /** What of all tables is exported. */
  static List<ArchiveTable> exported(List<ArchiveTable> all) {
    return all.stream()
        .filter(table -> !TABLES_LEFT_OUT.contains(table.name()))
        .map(table ->
            table.with(
                table.columns().stream()
                    .filter(column ->
                        !COLUMNS_LEFT_OUT.getOrDefault(table.name(), Set.of()).contains(column))
                    .toList()))
        .toList();
  }

  /** In an order in which no row comes before what it refers to. */
  static List<ArchiveTable> parentsFirst(List<ArchiveTable> tables) {
    var left = new LinkedHashMap<String, ArchiveTable>();
    tables.forEach(table -> left.put(table.name(), table));
    var ordered = new ArrayList<ArchiveTable>();
    while (!left.isEmpty()) {
      var next =
          left.values().stream()
              .filter(table -> table.parents().stream().noneMatch(left::containsKey))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalStateException("Tables refer to each other: " + left.keySet()));
      left.remove(next.name());
      ordered.add(next);
    }
    return List.copyOf(ordered);
  }

  /**
   * Which of the tables here a file has rows for, with the columns that it has.
   *
   * @throws UnusableArchive where it has a table or column that is unknown here
   */
  static List<ArchiveTable> of(Manifest manifest, List<ArchiveTable> here) throws UnusableArchive {
    var known = new LinkedHashMap<String, ArchiveTable>();
    here.forEach(table -> known.put(table.name(), table));
    var chosen = new ArrayList<ArchiveTable>();
    for (var rows : manifest.tables()) {
      var table = known.remove(rows.name());
      if (table == null || !table.columns().containsAll(rows.columns())) {
        throw new UnusableArchive(
            "It has %s, which this Politely does not know: import it with the one that wrote it, or"
                    .formatted(
                        table == null ? "a table " + rows.name() : "columns of " + rows.name())
                + " a newer one.");
      }
      chosen.add(table.with(rows.columns()));
    }
    return parentsFirst(chosen);
  }
}
