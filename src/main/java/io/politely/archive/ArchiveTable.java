package io.politely.archive;

import java.util.List;

/**
 * A table of which a workspace has rows.
 *
 * @param name schema and table, for instance {@code people.person}
 * @param columns those that are exported, without the workspace
 * @param keys of its primary key, without the workspace
 * @param parents tables that its rows refer to
 * @param counters columns that the database counts by itself
 * @param hasBytes whether its rows can be large
 */
record ArchiveTable(
    String name,
    List<String> columns,
    List<String> keys,
    List<String> parents,
    List<String> counters,
    boolean hasBytes) {

  /** Where its rows stand in the file. */
  String entry() {
    return name.replace('.', '/') + ".jsonl";
  }

  ArchiveTable with(List<String> others) {
    return new ArchiveTable(name, others, keys, parents, counters, hasBytes);
  }
}
