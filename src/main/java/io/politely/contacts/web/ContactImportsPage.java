package io.politely.contacts.web;

import io.politely.contacts.ContactImport;
import io.politely.contacts.Field;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The page on which people are imported.
 *
 * @param problem why the last file was not taken, or ""
 * @param columns those of a table that do not tell what they hold; empty: nothing is asked
 */
public record ContactImportsPage(String problem, List<Column> columns, List<Row> rows) {

  public ContactImportsPage {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Whether the user is asked what columns hold. */
  public boolean isAsking() {
    return !columns.isEmpty();
  }

  /** What a column can hold. */
  public List<Field> choices() {
    return List.of(Field.values());
  }

  /** Where an import is shown. */
  static String path(ContactImport one) {
    return "/people/imports/" + one.id();
  }

  /**
   * A column of a table.
   *
   * @param example what stands there in the first row, or ""
   * @param field the word for what it holds as far as can be guessed
   */
  public record Column(String id, String header, String example, String field) {}

  /** An import. */
  public record Row(String file, String path, String figures, When at) {

    static Row of(ContactImport one, boolean running, Instant now, ZoneId zone) {
      return new Row(
          one.file(),
          ContactImportsPage.path(one),
          figures(one, running),
          When.of(one.at(), now, zone));
    }

    private static String figures(ContactImport one, boolean running) {
      if (one.undoneAt().isPresent()) {
        return "Taken back";
      }
      var figures = "%,d new, %,d known before".formatted(one.added(), one.known());
      return one.isThrough()
          ? figures
          : "%s at row %,d of %,d: %s"
              .formatted(running ? "Running" : "Stopped", one.read(), one.rows(), figures);
    }
  }
}
