package io.politely.reading;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * How likely an English sentence asks its reader for something: a logistic regression over {@link
 * AskFeatures}. Its weights and how they were made are described in {@code models/asks.md}.
 */
final class AskModel {

  private static final AskModel TRAINED =
      read(ResourceBundle.getBundle("models.asks", Locale.ROOT));

  /** A hash and a weight. */
  private static final int BYTES_EACH = 5;

  private final Hashes frequent;
  private final int[] features;
  private final byte[] weights;
  private final double unit;
  private final double slope;
  private final double bias;
  private final double threshold;

  private AskModel(
      Hashes frequent, int size, double unit, double slope, double bias, double threshold) {
    this.frequent = frequent;
    this.unit = unit;
    this.slope = slope;
    this.bias = bias;
    this.threshold = threshold;
    // A power of two, at most half full: a feature is found in one or two steps.
    int capacity = Integer.highestOneBit(Math.max(16, size * 4 - 1));
    features = new int[capacity];
    weights = new byte[capacity];
  }

  static AskModel trained() {
    return TRAINED;
  }

  /** From above here a sentence is taken for a request; chosen for the best F1 in training. */
  double threshold() {
    return threshold;
  }

  /** Calibrated for text of which about three sentences in ten ask. */
  double probability(String sentence, Map<Act, Double> cues) {
    var found = AskFeatures.of(sentence, cues, frequent);
    long sum = 0;
    for (int i = 0; i < found.count(); i++) {
      sum += weights[place(found.get(i))];
    }
    return 1 / (1 + Math.exp(-(slope * unit * sum / Math.sqrt(found.count() + 1.0) + bias)));
  }

  /** Where the feature is kept, or an empty place, which weighs nothing. */
  private int place(int feature) {
    int mask = features.length - 1;
    int at = feature & mask;
    while (features[at] != 0 && features[at] != feature) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static AskModel read(ResourceBundle file) {
    var packed = Base64.getDecoder().decode(file.getString("weights"));
    int size = packed.length / BYTES_EACH;
    var model =
        new AskModel(
            AskFeatures.words(file.getString("frequent")),
            size,
            Double.parseDouble(file.getString("unit")),
            Double.parseDouble(file.getString("slope")),
            Double.parseDouble(file.getString("bias")),
            Double.parseDouble(file.getString("threshold")));
    for (int i = 0; i < size; i++) {
      int feature = feature(packed, i * BYTES_EACH);
      int place = model.place(feature);
      model.features[place] = feature;
      model.weights[place] = packed[i * BYTES_EACH + 4];
    }
    return model;
  }

  /** Four bytes of a feature's hash, the highest first. */
  private static int feature(byte[] packed, int at) {
    int feature = 0;
    for (int i = 0; i < 4; i++) {
      feature = (feature << 8) | (packed[at + i] & 0xff);
    }
    return feature;
  }
}
