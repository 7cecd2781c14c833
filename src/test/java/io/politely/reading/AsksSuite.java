package io.politely.reading;

import io.politely.evaluate.Counts;
import io.politely.evaluate.JsonLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether a sentence asks for something, on the rows that are for testing. */
public final class AsksSuite {

  private static final int BINS = 10;

  private record Row(String text, boolean asks, double probability) {}

  private AsksSuite() {}

  /** Runs over a file of {@code id, split, text, ask}. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    var rows = new ArrayList<Row>();
    for (var file : files) {
      for (var row : JsonLines.read(file)) {
        if (row.get("split").asString().equals("test")) {
          var text = row.get("text").asString();
          rows.add(new Row(text, row.get("ask").asBoolean(), Signals.requestProbability(text)));
        }
      }
    }
    var counts = new Counts();
    rows.forEach(
        row -> counts.add(row.asks(), row.probability() >= AskModel.trained().threshold()));
    rows.stream()
        .sorted(Comparator.comparingDouble(AsksSuite::closeness))
        .limit(errors)
        .forEach(
            row -> System.err.printf("%5.2f %b %s%n", row.probability(), row.asks(), row.text()));
    var figures = new TreeMap<String, Object>();
    figures.put("n", rows.size());
    figures.put("f1", counts.f1());
    figures.put("precision", counts.precision());
    figures.put("recall", counts.recall());
    figures.put("auc", areaUnderCurve(rows));
    figures.put("ece", calibrationError(rows));
    return figures;
  }

  /** Small where the reading was far from right. */
  private static double closeness(Row row) {
    return row.asks() ? row.probability() : 1 - row.probability();
  }

  private static double areaUnderCurve(List<Row> rows) {
    double wins = 0;
    int pairs = 0;
    for (var ask : rows) {
      for (var other : rows) {
        if (ask.asks() && !other.asks()) {
          pairs++;
          int order = Double.compare(ask.probability(), other.probability());
          wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
        }
      }
    }
    return Counts.ratio(wins, pairs);
  }

  private static double calibrationError(List<Row> rows) {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      int index = bin;
      var inside =
          rows.stream()
              .filter(row -> Math.min(BINS - 1, (int) (row.probability() * BINS)) == index)
              .toList();
      double asked = inside.stream().filter(Row::asks).count();
      double said = inside.stream().mapToDouble(Row::probability).sum();
      error += Math.abs(asked - said);
    }
    return Counts.ratio(error, rows.size());
  }
}
