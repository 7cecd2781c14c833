package io.politely.contacts;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the columns of a table mean, one after the other. */
public record Mapping(List<Field> columns) {

  private static final int MOST_NAMED = 50;

  public Mapping {
    columns = List.copyOf(columns);
  }

  /** As far as the headers tell, in English or German; what they do not tell is left out. */
  static Mapping guess(List<String> header) {
    return new Mapping(
        header.stream().map(cell -> Field.called(cell.strip().toLowerCase(Locale.ROOT))).toList());
  }

  /** One line that is equal for equal headers. */
  static String header(List<String> cells) {
    return String.join(
        "\t", cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList());
  }

  /** Whether it tells who a row is about: by a name, an address or a link. */
  public boolean namesSomebody() {
    return columns.stream()
        .anyMatch(field ->
            switch (field) {
              case NAME, FIRST, LAST, MAIL -> true;
              case LINK, COMPANY, TITLE, PHONE, NOTE, TAG, CONNECTED, NOTHING -> false;
            });
  }

  /** Whether this is surely a header and no row: it names somebody, and something else. */
  boolean isSure() {
    return namesSomebody()
        && columns.stream().filter(field -> field != Field.NOTHING).distinct().count() >= 2;
  }

  /** Which columns are left out, in a sentence; none where all are taken. */
  List<String> leftOut(List<String> header) {
    var names =
        IntStream.range(0, Math.min(header.size(), columns.size()))
            .filter(i -> columns.get(i) == Field.NOTHING && !header.get(i).isBlank())
            .mapToObj(i -> header.get(i).strip())
            .limit(MOST_NAMED)
            .toList();
    return names.isEmpty()
        ? List.of()
        : List.of("Columns that were left out: %s.".formatted(String.join(", ", names)));
  }

  /** Who a row is about. Cells beyond the header mean nothing. */
  Contact contact(List<String> row) {
    var name =
        all(row, Field.NAME)
            .findFirst()
            .orElseGet(() ->
                String.join(
                    " ", Stream.concat(all(row, Field.FIRST), all(row, Field.LAST)).toList()));
    return new Contact(
        name,
        several(row, Field.MAIL).flatMap(cell -> EmailAddress.parse(cell).stream()).toList(),
        one(row, Field.COMPANY),
        one(row, Field.TITLE),
        several(row, Field.PHONE).toList(),
        all(row, Field.LINK).flatMap(cell -> Stream.of(cell.split(":::", -1))).toList(),
        String.join("\n\n", all(row, Field.NOTE).toList()),
        several(row, Field.TAG).toList(),
        all(row, Field.CONNECTED).findFirst().flatMap(ContactDates::day).orElse(null));
  }

  /** Some programs write several into one cell, with one of these between. */
  private Stream<String> several(List<String> row, Field field) {
    return all(row, field).flatMap(cell -> Stream.of(cell.split(":::|[,;]", -1)));
  }

  private String one(List<String> row, Field field) {
    return all(row, field).findFirst().orElse("");
  }

  private Stream<String> all(List<String> row, Field field) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
      if (columns.get(i) == field && !row.get(i).isBlank()) {
        cells.add(Formulas.meant(row.get(i).strip()));
      }
    }
    return cells.stream();
  }

  /** What each column means, by the words for it; empty where one of them is none. */
  public static Optional<Mapping> of(List<String> words) {
    var fields = words.stream().flatMap(word -> Field.of(word).stream()).toList();
    return fields.size() == words.size() ? Optional.of(new Mapping(fields)) : Optional.empty();
  }
}
