package io.politely.reading;

import io.politely.evaluate.JsonLines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Trains the model of asks: {@code bin/evaluate train-asks FILE.jsonl} reads the rows of the split
 * {@code train}, never others, and writes {@code src/main/resources/models/asks.properties}.
 *
 * <p>Logistic regression by stochastic gradient descent with AdaGrad steps, averaged over the
 * second half of the passes and over several orders. Features that occur once are left out, small
 * weights dropped. Slope, bias and threshold come from five-fold cross-validation, weighed so that
 * the share of asks is {@link #SHARE}: training rows were picked to hold more asks than mail does.
 */
public final class AsksTraining {

  private static final Path TARGET = Path.of("src/main/resources/models/asks.properties");

  /** Of the sentences in the published test part of the data set (its authors' figure). */
  private static final double SHARE = 0.31;

  private static final int FREQUENT = 250;
  private static final int PASSES = 16;
  private static final int ORDERS = 4;
  private static final int FOLDS = 5;
  private static final double STEP = 0.06;
  private static final double SHRINKAGE = 3e-4;
  private static final double SMALLEST = 0.12;

  private record Example(List<Integer> features, boolean asks) {}

  private record Weights(Map<Integer, Integer> places, List<Double> values) {

    double score(Example example) {
      double sum = 0;
      for (int feature : example.features()) {
        var place = places.get(feature);
        sum += place == null ? 0 : values.get(place);
      }
      return sum / Math.sqrt(example.features().size() + 1.0);
    }
  }

  private record Scored(double score, boolean asks) {}

  private AsksTraining() {}

  /** Trains on the rows of the files and writes the model. */
  public static Map<String, Object> run(List<String> files) throws IOException {
    var texts = new ArrayList<String>();
    var labels = new ArrayList<Boolean>();
    for (var file : files) {
      for (var row : JsonLines.read(file)) {
        if (row.get("split").asString().equals("train")) {
          texts.add(row.get("text").asString());
          labels.add(row.get("ask").asBoolean());
        }
      }
    }
    var frequent = frequentWords(texts);
    var hashes = Hashes.of(frequent);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < texts.size(); i++) {
      examples.add(new Example(features(texts.get(i), hashes), labels.get(i)));
    }
    var held = crossValidated(examples);
    var scale = calibrated(held);
    double threshold = bestThreshold(held, scale);
    write(trained(examples), frequent, scale, threshold);
    var figures = new TreeMap<String, Object>();
    figures.put("sentences", examples.size());
    figures.put("threshold", threshold);
    return figures;
  }

  private static List<Integer> features(String text, Hashes frequent) {
    var found = AskFeatures.of(text, CueTable.CUES.weigh(Words.of(text)), frequent);
    var features = new ArrayList<Integer>();
    for (int i = 0; i < found.count(); i++) {
      features.add(found.get(i));
    }
    return features;
  }

  private static List<String> frequentWords(List<String> texts) {
    var counts = new HashMap<String, Integer>();
    for (var text : texts) {
      for (var word : Words.of(text).words()) {
        if (Character.isLetter(word.charAt(0))) {
          counts.merge(word, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(FREQUENT)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static List<Scored> crossValidated(List<Example> examples) {
    var order = new ArrayList<>(examples);
    Collections.shuffle(order, new Random(7));
    var held = new ArrayList<Scored>();
    for (int fold = 0; fold < FOLDS; fold++) {
      var train = new ArrayList<Example>();
      var test = new ArrayList<Example>();
      for (int i = 0; i < order.size(); i++) {
        (i % FOLDS == fold ? test : train).add(order.get(i));
      }
      var weights = trained(train);
      test.forEach(example -> held.add(new Scored(weights.score(example), example.asks())));
    }
    return held;
  }

  private static Weights trained(List<Example> examples) {
    var counts = new HashMap<Integer, Integer>();
    for (var example : examples) {
      example.features().stream().distinct().forEach(f -> counts.merge(f, 1, Integer::sum));
    }
    var places = new HashMap<Integer, Integer>();
    for (var count : counts.entrySet()) {
      if (count.getValue() > 1) {
        places.put(count.getKey(), places.size());
      }
    }
    var rows = new int[examples.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          examples.get(i).features().stream()
              .filter(places::containsKey)
              .mapToInt(places::get)
              .toArray();
    }
    var sum = new double[places.size() + 1];
    for (int seed = 0; seed < ORDERS; seed++) {
      descend(rows, examples, sum, new Random(seed));
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= ORDERS * (PASSES - PASSES / 2);
    }
    return new Weights(places, Arrays.stream(sum).boxed().toList());
  }

  private static void descend(int[][] rows, List<Example> examples, double[] sum, Random random) {
    int bias = sum.length - 1;
    var weights = new double[sum.length];
    var squares = new double[sum.length];
    Arrays.fill(squares, 1e-6);
    var order = new ArrayList<Integer>();
    for (int i = 0; i < rows.length; i++) {
      order.add(i);
    }
    for (int pass = 0; pass < PASSES; pass++) {
      Collections.shuffle(order, random);
      for (int at : order) {
        double scale = 1 / Math.sqrt(examples.get(at).features().size() + 1.0);
        double score = weights[bias];
        for (int place : rows[at]) {
          score += weights[place] * scale;
        }
        double error = 1 / (1 + Math.exp(-score)) - (examples.get(at).asks() ? 1 : 0);
        for (int place : rows[at]) {
          step(weights, squares, place, error * scale + SHRINKAGE * weights[place]);
        }
        step(weights, squares, bias, error);
      }
      if (pass >= PASSES / 2) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weights[i];
        }
      }
    }
  }

  private static void step(double[] weights, double[] squares, int at, double gradient) {
    squares[at] += gradient * gradient;
    weights[at] -= STEP * gradient / Math.sqrt(squares[at]);
  }

  /** What a held-out row counts, so that asks have their share. */
  private static double weight(boolean asks, double share) {
    return asks ? SHARE / share : (1 - SHARE) / (1 - share);
  }

  private static double share(List<Scored> held) {
    return held.stream().filter(Scored::asks).count() / (double) held.size();
  }

  /** Slope and bias by Platt's method (1999) on held-out scores. */
  private static double[] calibrated(List<Scored> held) {
    double slope = 1;
    double bias = 0;
    double share = share(held);
    for (int pass = 0; pass < 4000; pass++) {
      double slopeGradient = 0;
      double biasGradient = 0;
      for (var row : held) {
        double error = probability(row.score(), slope, bias) - (row.asks() ? 1 : 0);
        slopeGradient += weight(row.asks(), share) * error * row.score();
        biasGradient += weight(row.asks(), share) * error;
      }
      slope -= 2 * slopeGradient / held.size();
      bias -= 2 * biasGradient / held.size();
    }
    return new double[] {slope, bias};
  }

  /** Half the best F1: the threshold that gives it, where probabilities are calibrated. */
  private static double bestThreshold(List<Scored> held, double[] scale) {
    double share = share(held);
    double most = 0;
    for (double threshold = 0.2; threshold < 0.7; threshold += 0.01) {
      double right = 0;
      double wrong = 0;
      for (var row : held) {
        boolean says = probability(row.score(), scale[0], scale[1]) >= threshold;
        right += says && row.asks() ? weight(true, share) : 0;
        wrong += says != row.asks() ? weight(row.asks(), share) : 0;
      }
      double f1 = 2 * right / (2 * right + wrong);
      most = Math.max(most, f1);
    }
    return most / 2;
  }

  private static double probability(double score, double slope, double bias) {
    return 1 / (1 + Math.exp(-(slope * score + bias)));
  }

  private static void write(
      Weights weights, List<String> frequent, double[] scale, double threshold) throws IOException {
    var kept = new TreeMap<Integer, Double>();
    double largest = 0;
    for (var place : weights.places().entrySet()) {
      double value = weights.values().get(place.getValue());
      if (Math.abs(value) >= SMALLEST && place.getKey() != 0) {
        kept.put(place.getKey(), value);
        largest = Math.max(largest, Math.abs(value));
      }
    }
    double unit = largest / Byte.MAX_VALUE;
    var packed = ByteBuffer.allocate(kept.size() * 5);
    kept.forEach((feature, value) -> packed.putInt(feature).put((byte) Math.round(value / unit)));
    Files.createDirectories(TARGET.getParent());
    Files.writeString(
        TARGET,
        String.format(
            Locale.ROOT,
            """
            # Weights of the model of asks; see asks.md. Written by bin/evaluate train-asks.
            slope=%.5f
            bias=%.5f
            threshold=%.2f
            unit=%.7f
            frequent=%s
            weights=%s
            """,
            scale[0],
            scale[1],
            threshold,
            unit,
            String.join(", ", frequent),
            Base64.getEncoder().encodeToString(packed.array())));
    System.err.printf(Locale.ROOT, "%d weights%n", kept.size());
  }
}
