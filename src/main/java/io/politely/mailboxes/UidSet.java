package io.politely.mailboxes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    List<long[]> ranges = new ArrayList<>();
    long count = 0;
    for (var part : set.strip().split(",", -1)) {
      int colon = part.indexOf(':');
      long from = number(colon < 0 ? part : part.substring(0, colon));
      long to = colon < 0 ? from : number(part.substring(colon + 1));
      if (from < 1 || to < 1) {
        return Optional.empty();
      }
      count += Math.abs(to - from) + 1;
      if (count > most) {
        return Optional.empty();
      }
      ranges.add(new long[] {Math.min(from, to), Math.max(from, to)});
    }
    var uids = new long[(int) count];
    int next = 0;
    for (var range : ranges) {
      for (long uid = range[0]; uid <= range[1]; uid++) {
        uids[next++] = uid;
      }
    }
    return Optional.of(Arrays.stream(uids).sorted().distinct().toArray());
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
