package io.politely.wording;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits, weights and remarks as their file has them.
 *
 * @param limits by name, in the unit that the name tells
 * @param weights of traits, by name
 * @param borderlineFrom the sum of weights from which a letter is borderline
 * @param pushyFrom the sum from which it is pushy
 * @param remarks what is said of each kind, with {@code %s} for what differs
 */
record WordingPolicy(
    Map<String, Integer> limits,
    Map<String, Double> weights,
    double borderlineFrom,
    double pushyFrom,
    Map<RemarkKind, Remark> remarks) {

  WordingPolicy {
    limits = Map.copyOf(limits);
    weights = Map.copyOf(weights);
    remarks = Map.copyOf(remarks);
  }

  int limit(String name) {
    return known(limits, name);
  }

  double weight(String name) {
    return known(weights, name);
  }

  Remark remark(RemarkKind kind, String quote, @Nullable Object... differing) {
    var remark = known(remarks, kind);
    var sentence = remark.sentence().formatted(differing);
    return new Remark(kind, sentence, quote, remark.weight(), remark.evidence());
  }

  private static <K, V> V known(Map<K, V> values, K name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The policy of wording lacks " + name);
    }
    return value;
  }
}
