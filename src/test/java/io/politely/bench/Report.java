package io.politely.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param title one line
 * @param figures by name, in order
 */
record Report(String title, Map<String, Object> figures) {

  static final Report EMPTY = new Report("", Map.of());

  Report {
    figures = new LinkedHashMap<>(figures);
  }

  String table() {
    var table = new StringBuilder("| " + title + " | |\n|---|---|\n");
    figures.forEach((name, figure) ->
        table.append("| ").append(name).append(" | ").append(shown(figure)).append(" |\n"));
    return table.toString();
  }

  /** Adds the table with the machine and the day. */
  void appendTo(Path page) throws IOException {
    var machine =
        "%s, %d cores, %s %s, Java %s"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    Files.writeString(page, "\n### " + machine + "\n\n" + table(), StandardOpenOption.APPEND);
  }

  private static String shown(Object figure) {
    return figure instanceof Double number
        ? (Math.abs(number) >= 100 ? "%,.0f" : "%.2f").formatted(number)
        : String.valueOf(figure);
  }
}
