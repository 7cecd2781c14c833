package io.politely.mail;

import java.util.HashSet;
import java.util.Set;

/** All runs of five words of a text, without marks and case, as hashes. */
final class Shingles {

  private static final int WORDS = 5;
  private static final long STEP = 0x9E3779B97F4A7C15L; // an odd number whose bits are well mixed

  static final Shingles NONE = new Shingles(Set.of());

  private final Set<Long> hashes;

  private Shingles(Set<Long> hashes) {
    this.hashes = hashes;
  }

  static Shingles of(String text) {
    var hashes = new HashSet<Long>();
    var last = new long[WORDS];
    int words = 0;
    long word = 0;
    for (int at = 0; at <= text.length(); at++) {
      char c = at < text.length() ? text.charAt(at) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word = (word + Character.toLowerCase(c)) * STEP + 1;
      } else if (word != 0) {
        last[words++ % WORDS] = word;
        word = 0;
        if (words >= WORDS) {
          hashes.add(run(last, words));
        }
      }
    }
    return hashes.isEmpty() ? NONE : new Shingles(hashes);
  }

  private static long run(long[] last, int words) {
    long run = 0;
    for (int back = WORDS; back > 0; back--) {
      run = run * STEP + last[(words - back) % WORDS];
    }
    return run;
  }

  boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** The share of these runs that stand in the other text, 0…1; 0 where there are none. */
  double containedIn(Shingles other) {
    if (hashes.isEmpty()) {
      return 0;
    }
    int found = 0;
    for (var hash : hashes) {
      found += other.hashes.contains(hash) ? 1 : 0;
    }
    return (double) found / hashes.size();
  }
}
