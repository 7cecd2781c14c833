package io.politely.contacts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.contacts.ContactFile.Unmapped;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads a table. Its header may stand below some lines of words.
 *
 * @param remembered what the user said about a header
 * @param others profiles that are surely not the user's own
 */
@Edge
record TableReader(Function<String, Optional<Mapping>> remembered, Set<String> others) {

  private static final int MOST_ROWS = 250_000;
  private static final int MOST_COLUMNS = 500;
  private static final int LONGEST_CELL = 200_000;
  private static final int LONGEST_PREAMBLE = 20;

  private static final Refused TOO_LONG =
      new Refused("The file has more than 250,000 rows: split it.");
  private static final Refused UNREADABLE =
      new Refused(
          "This is no table that can be read: a quotation mark may be missing, or a cell is longer"
              + " than 200,000 characters.");

  ContactFile read(String text) {
    var preamble = new ArrayList<List<String>>();
    try (var table = open(text)) {
      var rows = table.iterator();
      while (rows.hasNext() && preamble.size() < LONGEST_PREAMBLE) {
        var header = cells(rows.next());
        preamble.add(header);
        var said = remembered.apply(Mapping.header(header));
        var letters = LinkedInLetters.under(header, others);
        if (letters.isPresent() && said.isEmpty()) {
          return taken(rows, letters.get()).orElseGet(letters.get()::people);
        }
        var mapping = said.orElseGet(() -> Mapping.guess(header));
        if (said.isPresent() || mapping.isSure()) {
          var people = new MappedRows(header, mapping);
          return taken(rows, people).orElseGet(people::people);
        }
      }
    } catch (CsvParseException e) {
      return UNREADABLE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return asked(preamble);
  }

  /** Why the rows cannot be taken, if they cannot. */
  private static Optional<ContactFile> taken(Iterator<CsvRecord> rows, TableRows taker) {
    for (int count = 0; rows.hasNext(); count++) {
      var cells = cells(rows.next());
      if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
        return Optional.of(UNREADABLE);
      }
      if (count == MOST_ROWS) {
        return Optional.of(TOO_LONG);
      }
      taker.add(cells);
    }
    return Optional.empty();
  }

  private static ContactFile asked(List<List<String>> rows) {
    var header =
        IntStream.range(0, rows.size())
            .filter(i -> rows.get(i).stream().filter(cell -> !cell.isBlank()).count() >= 2)
            .findFirst();
    if (header.isEmpty()) {
      return new Refused("No row of this file looks like the header of a table.");
    }
    int at = header.getAsInt();
    return new Unmapped(
        rows.get(at),
        Mapping.guess(rows.get(at)),
        at + 1 < rows.size() ? rows.get(at + 1) : List.of());
  }

  private static CsvReader<CsvRecord> open(String text) {
    return CsvReader.builder()
        .fieldSeparator(separator(text))
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  private static List<String> cells(CsvRecord row) {
    return row.getFields().stream().limit(MOST_COLUMNS).toList();
  }

  /** Of comma, semicolon and tab the one that is most frequent in the first lines. */
  private static char separator(String text) {
    var head = text.lines().limit(LONGEST_PREAMBLE).toList();
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

  /** Rows whose columns are known. */
  private static final class MappedRows implements TableRows {

    private final List<String> header;
    private final Mapping mapping;
    private final List<Contact> contacts = new ArrayList<>();
    private int empty;

    MappedRows(List<String> header, Mapping mapping) {
      this.header = header;
      this.mapping = mapping;
    }

    @Override
    public void add(List<String> cells) {
      var contact = mapping.contact(cells);
      if (contact.namesSomebody()) {
        contacts.add(contact);
      } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        empty++;
      }
    }

    OfPeople people() {
      boolean linkedIn = mapping.columns().contains(Field.CONNECTED);
      return new OfPeople(
          linkedIn ? "linkedin" : "table", contacts, empty, mapping.leftOut(header));
    }
  }
}
