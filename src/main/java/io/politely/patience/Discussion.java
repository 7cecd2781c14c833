package io.politely.patience;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters that answer each other. */
final class Discussion {

  final int begunBy;
  final long begunAt;
  int letters;
  long lastAt;
  private final Map<Integer, Part> parts = new HashMap<>();

  Discussion(int begunBy, long begunAt) {
    this.begunBy = begunBy;
    this.begunAt = begunAt;
  }

  /** What one person does in it. */
  static final class Part {
    int wrote;
    long lastWrote;
    int lettersThen;
    int asked;
    int answered;

    boolean hasWritten() {
      return wrote > 0;
    }
  }

  void wrote(int person, long now) {
    letters++;
    lastAt = now;
    var part = part(person);
    part.wrote++;
    part.lastWrote = now;
    part.lettersThen = letters;
  }

  Part part(int person) {
    return parts.computeIfAbsent(person, _ -> new Part());
  }

  @Nullable Part knownPart(int person) {
    return parts.get(person);
  }

  int people() {
    return parts.size();
  }
}
