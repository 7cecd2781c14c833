package io.politely.contacts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables as text: cells between commas, semicolons or tabs, as programs export them. */
@Edge
public final class TableText {

  /** What is said of one that cannot be taken apart. */
  public static final String UNREADABLE =
      "This is no table that can be read: a quotation mark may be missing, or a cell is longer"
          + " than 200,000 characters.";

  private static final int MOST_COLUMNS = 500;
  private static final int LONGEST_CELL = 200_000;
  private static final int HEAD = 20;

  private TableText() {}

  /** A file as text: UTF-8, or UTF-16 by its mark, or else the letters of Western Europe. */
  public static String of(byte[] file) {
    return ContactReader.text(file);
  }

  /** All rows, but one more than {@code most} at most; empty where it is {@link #UNREADABLE}. */
  public static Optional<List<List<String>>> rows(String text, int most) {
    var rows = new ArrayList<List<String>>();
    try (var table = open(text)) {
      for (var row : table) {
        var cells = cells(row);
        if (!isReadable(cells)) {
          return Optional.empty();
        }
        rows.add(cells);
        if (rows.size() > most) {
          break;
        }
      }
      return Optional.of(rows);
    } catch (CsvParseException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CsvReader<CsvRecord> open(String text) {
    return CsvReader.builder()
        .fieldSeparator(separator(text))
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  static List<String> cells(CsvRecord row) {
    return row.getFields().stream().limit(MOST_COLUMNS).toList();
  }

  static boolean isReadable(List<String> cells) {
    return cells.stream().noneMatch(cell -> cell.length() > LONGEST_CELL);
  }

  /** Of comma, semicolon and tab the one that is most frequent in the first lines. */
  private static char separator(String text) {
    var head = text.lines().limit(HEAD).toList();
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long times =
          head.stream().mapToLong(line -> line.chars().filter(c -> c == candidate).count()).sum();
      if (times > most) {
        most = times;
        best = candidate;
      }
    }
    return best;
  }
}
