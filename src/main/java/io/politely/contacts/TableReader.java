package io.politely.contacts;

import de.siegmar.fastcsv.reader.CsvParseException;
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
import java.util.stream.Stream;

/**
 * Reads a table. Its header may stand below some lines of words.
 *
 * @param remembered what the user said about a header
 * @param others profiles that are surely not the user's own
 */
@Edge
record TableReader(Function<String, Optional<Mapping>> remembered, Set<String> others) {

  private static final int MOST_ROWS = 250_000;
  private static final int LONGEST_PREAMBLE = 20;

  /** Its tree takes ten times as much memory. */
  private static final int LONGEST_JSON = 10 << 20;

  private static final Refused TOO_LONG =
      new Refused("The file has more than 250,000 rows: split it.");
  private static final Refused TOO_LONG_JSON =
      new Refused("A JSON file of people has at most 10 MB: split it, or save it as CSV.");
  private static final Refused NO_OBJECTS =
      new Refused("This JSON is no list of people, or it is damaged.");
  private static final Refused UNREADABLE = new Refused(TableText.UNREADABLE);

  ContactFile read(String text) {
    if (JsonRows.isJson(text)) {
      return text.length() > LONGEST_JSON
          ? TOO_LONG_JSON
          : JsonRows.in(text, MOST_ROWS + 1)
              .map(objects ->
                  read(
                      Stream.concat(Stream.of(objects.header()), objects.rows().stream())
                          .iterator()))
              .orElse(NO_OBJECTS);
    }
    try (var table = TableText.open(text)) {
      return read(table.stream().map(TableText::cells).iterator());
    } catch (CsvParseException e) {
      return UNREADABLE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ContactFile read(Iterator<List<String>> rows) {
    var preamble = new ArrayList<List<String>>();
    while (rows.hasNext() && preamble.size() < LONGEST_PREAMBLE) {
      var header = rows.next();
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
    return asked(preamble);
  }

  /** Why the rows cannot be taken, if they cannot. */
  private static Optional<ContactFile> taken(Iterator<List<String>> rows, TableRows taker) {
    for (int count = 0; rows.hasNext(); count++) {
      var cells = rows.next();
      if (!TableText.isReadable(cells)) {
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
