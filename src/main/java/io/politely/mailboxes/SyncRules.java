package io.politely.mailboxes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What to fetch from a folder, what is gone, and when everything there is known here. */
final class SyncRules {

  private static final int MESSAGES_AT_ONCE = 500;

  private SyncRules() {}

  /**
   * How the copies here differ from the server's.
   *
   * @param missing here, the newest first
   * @param vanished from the server
   */
  @SuppressWarnings("ArrayRecordComponent") // many, handed on once
  record Difference(long[] missing, long[] vanished) {

    boolean isNone() {
      return missing.length == 0 && vanished.length == 0;
    }
  }

  /**
   * Compares two sets of UIDs, both ascending.
   *
   * @param here copies that are known
   * @param there what the server has
   */
  static Difference compare(long[] here, long[] there) {
    var missing = new long[there.length];
    var vanished = new long[here.length];
    int missed = 0;
    int gone = 0;
    int h = 0;
    int t = 0;
    while (h < here.length || t < there.length) {
      if (h == here.length || (t < there.length && there[t] < here[h])) {
        missing[missed++] = there[t++];
      } else if (t == there.length || here[h] < there[t]) {
        vanished[gone++] = here[h++];
      } else {
        h++;
        t++;
      }
    }
    var newestFirst = new long[missed];
    for (int i = 0; i < missed; i++) {
      newestFirst[i] = missing[missed - 1 - i];
    }
    return new Difference(newestFirst, Arrays.copyOf(vanished, gone));
  }

  /** A message and what it weighs. */
  record Sized(long uid, long bytes) {}

  /** What to fetch at once: in the given order, until that weighs enough. One is always enough. */
  static List<List<Sized>> batches(List<Sized> messages, long bytesAtOnce) {
    var batches = new ArrayList<List<Sized>>();
    var batch = new ArrayList<Sized>();
    long bytes = 0;
    for (var message : messages) {
      if (!batch.isEmpty()
          && (bytes + message.bytes() > bytesAtOnce || batch.size() == MESSAGES_AT_ONCE)) {
        batches.add(List.copyOf(batch));
        batch.clear();
        bytes = 0;
      }
      batch.add(message);
      bytes += message.bytes();
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  /**
   * Equal for equal sets: SHA-256 over UIDVALIDITY, the count, the highest UID and all UIDs in
   * order, as decimal numbers.
   *
   * @param uids ascending
   */
  static String digest(long uidValidity, long... uids) {
    var sha256 = sha256();
    long highest = uids.length == 0 ? 0 : uids[uids.length - 1];
    update(sha256, uidValidity);
    update(sha256, uids.length);
    update(sha256, highest);
    for (long uid : uids) {
      update(sha256, uid);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static void update(MessageDigest digest, long number) {
    digest.update((number + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have", e);
    }
  }
}
