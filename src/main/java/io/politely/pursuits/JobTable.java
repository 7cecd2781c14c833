package io.politely.pursuits;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A list of jobs as a file has it, whatever the file is.
 *
 * @param kind "table", "trello", "json" or "linkedin"
 * @param rows the cells of each; there may be fewer or more than the header has
 * @param remarks what was left out, in sentences for the user
 */
public record JobTable(
    String kind, List<String> header, List<List<String>> rows, List<String> remarks) {

  public JobTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    remarks = List.copyOf(remarks);
  }

  /** One line that is equal for equal headers. */
  String headerLine() {
    return String.join(
        "\t", header.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList());
  }

  /** The first different cells of a column that are not empty. */
  public List<String> examples(int column, int most) {
    return rows.stream()
        .filter(row -> column < row.size() && !row.get(column).isBlank())
        .map(row -> row.get(column).strip())
        .distinct()
        .limit(most)
        .toList();
  }

  /** Those columns, and only those, in which any row has anything, or that have a name. */
  JobTable withoutEmptyColumns() {
    var used = new LinkedHashSet<Integer>();
    rows.forEach(row ->
        IntStream.range(0, row.size()).filter(i -> !row.get(i).isBlank()).forEach(used::add));
    var kept =
        IntStream.range(0, header.size())
            .filter(i -> used.contains(i) || !header.get(i).isBlank())
            .boxed()
            .toList();
    return new JobTable(
        kind,
        kept.stream().map(header::get).toList(),
        rows.stream()
            .map(row -> kept.stream().map(i -> i < row.size() ? row.get(i) : "").toList())
            .toList(),
        remarks);
  }
}
