package io.politely.mailboxes;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Sets of UIDs as IMAP writes them: {@code 1:4,7,9:12} (RFC 9051, sequence-set). */
final class UidSet {

  private static final long LARGEST = 0xffff_ffffL;

  private UidSet() {}

  /**
   * Writes a set.
   *
   * @param uids in any order
   */
  static String write(long... uids) {
    var sorted = uids.clone();
    Arrays.sort(sorted);
    var set = new StringBuilder();
    for (int i = 0; i < sorted.length; ) {
      int end = i;
      while (end + 1 < sorted.length && sorted[end + 1] <= sorted[end] + 1) {
        end++;
      }
      set.append(set.isEmpty() ? "" : ",").append(sorted[i]);
      if (sorted[end] > sorted[i]) {
        set.append(':').append(sorted[end]);
      }
      i = end + 1;
    }
    return set.toString();
  }

  /**
   * Reads a set.
   *
   * @param most a set with more is none: a few bytes can stand for four billion UIDs
   * @return in ascending order; empty where this is no such set
   */
  static Optional<long[]> read(String set, int most) {
    return ranges(set)
        .filter(ranges ->
            ranges.entrySet().stream()
                    .mapToLong(range -> range.getValue() - range.getKey() + 1)
                    .sum()
                <= most)
        .map(ranges ->
            ranges.entrySet().stream()
                .flatMapToLong(range -> LongStream.rangeClosed(range.getKey(), range.getValue()))
                .toArray());
  }

  /**
   * Takes a set away, which may be much larger than what it is taken from.
   *
   * @param uids keep their order
   * @return empty where this is no such set
   */
  static Optional<long[]> without(String set, long... uids) {
    return ranges(set)
        .map(ranges -> Arrays.stream(uids).filter(uid -> !isIn(ranges, uid)).toArray());
  }

  private static boolean isIn(NavigableMap<Long, Long> ranges, long uid) {
    var range = ranges.floorEntry(uid);
    return range != null && uid <= range.getValue();
  }

  /** The last UID of each range by its first one; no two ranges touch. */
  private static Optional<NavigableMap<Long, Long>> ranges(String set) {
    var byFirst = new TreeMap<Long, Long>();
    for (var part : set.strip().split(",", -1)) {
      int colon = part.indexOf(':');
      long from = number(colon < 0 ? part : part.substring(0, colon));
      long to = colon < 0 ? from : number(part.substring(colon + 1));
      if (from < 1 || to < 1) {
        return Optional.empty();
      }
      byFirst.merge(Math.min(from, to), Math.max(from, to), Math::max);
    }
    var apart = new TreeMap<Long, Long>();
    byFirst.forEach((from, to) -> {
      var before = apart.lastEntry();
      if (before != null && from <= before.getValue() + 1) {
        apart.put(before.getKey(), Math.max(before.getValue(), to));
      } else {
        apart.put(from, to);
      }
    });
    return Optional.of(apart);
  }

  private static long number(String digits) {
    if (digits.isEmpty() || digits.length() > 10) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number <= LARGEST ? number : -1;
  }
}
