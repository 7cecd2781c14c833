package io.politely.reading;

import io.politely.evaluate.Counts;
import io.politely.evaluate.JsonLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Newest text of a reply with the quotations it answers, against what a person kept of it. */
public final class NewestTextSuite {

  private NewestTextSuite() {}

  /** Runs over a file of {@code id, message, expected}. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    int rows = 0;
    int exact = 0;
    double lineF1 = 0;
    for (var file : files) {
      for (var row : JsonLines.read(file)) {
        var expected = folded(row.get("expected").asString());
        var found = folded(Newest.of(row.get("message").asString()).answeredText());
        rows++;
        lineF1 += lineF1(expected, found);
        if (found.equals(expected)) {
          exact++;
        } else if (rows - exact <= errors) {
          System.err.printf(
              "== %s%n-- found%n%s%n-- expected%n%s%n", row.get("id").asString(), found, expected);
        }
      }
    }
    var figures = new TreeMap<String, Object>();
    figures.put("n", rows);
    figures.put("exact", Counts.ratio(exact, rows));
    figures.put("lineF1", Counts.ratio(lineF1, rows));
    return figures;
  }

  private static String folded(String text) {
    var lines = text.lines().map(String::stripTrailing).toList();
    return String.join("\n", lines).strip();
  }

  private static double lineF1(String expected, String found) {
    var left = new ArrayList<>(expected.lines().filter(line -> !line.isBlank()).toList());
    var lines = found.lines().filter(line -> !line.isBlank()).toList();
    int total = left.size() + lines.size();
    int both = 0;
    for (var line : lines) {
      both += left.remove(line) ? 1 : 0;
    }
    return total == 0 ? 1 : 2.0 * both / total;
  }
}
