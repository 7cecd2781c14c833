package io.politely.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Word lists as the rules keep them: in a text block, parted by commas or line breaks. */
final class Phrases {

  private Phrases() {}

  static List<String> list(String table) {
    return Arrays.stream(table.split("[,\n]"))
        .map(String::strip)
        .filter(phrase -> !phrase.isEmpty())
        .toList();
  }

  static Set<String> set(String table) {
    return Set.copyOf(list(table));
  }
}
