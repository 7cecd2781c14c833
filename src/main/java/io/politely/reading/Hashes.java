package io.politely.reading;

import java.util.Collection;

/**
 * A set of words by the hashes of {@link String#hashCode}, asked without making a string of the
 * word. Two words with one hash are one word to it, which happens once in billions.
 */
final class Hashes {

  private final int[] places;
  private boolean hasZero;

  private Hashes(int size) {
    places = new int[Integer.highestOneBit(Math.max(16, size * 4 - 1))];
  }

  static Hashes of(Collection<String> words) {
    var hashes = new Hashes(words.size());
    words.forEach(word -> hashes.add(word.hashCode()));
    return hashes;
  }

  boolean contains(int hash) {
    return hash == 0 ? hasZero : places[place(hash)] == hash;
  }

  private void add(int hash) {
    if (hash == 0) {
      hasZero = true;
    } else {
      places[place(hash)] = hash;
    }
  }

  private int place(int hash) {
    int mask = places.length - 1;
    int at = (hash ^ (hash >>> 16)) & mask;
    while (places[at] != 0 && places[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
