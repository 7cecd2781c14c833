package io.politely.reading;

import java.util.List;

final class Signals {
  private Signals() {}

  static List<Signal> of(Letter letter, Zones zones) {
    return List.of();
  }
}
