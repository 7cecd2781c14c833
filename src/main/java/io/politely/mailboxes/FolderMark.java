package io.politely.mailboxes;

import org.jspecify.annotations.Nullable;

/**
 * What a folder says of itself. While UIDVALIDITY, UIDNEXT and the count stay, no message came and
 * none went (RFC 9051, 2.3.1.1): a new one would raise UIDNEXT, and one that went would lower the
 * count.
 *
 * @param uidValidity 0: never opened
 * @param uidNext 0: the server does not tell
 * @param count messages in it
 * @param modseq HIGHESTMODSEQ, or 0 where the server has none; it also moves with flags
 */
public record FolderMark(long uidValidity, long uidNext, long count, long modseq) {

  /** Of a folder that was never opened. */
  static final FolderMark NONE = new FolderMark(0, 0, 0, 0);

  boolean hasTheSameMessagesAs(FolderMark other) {
    return hasNothingNewSince(other) && count == other.count;
  }

  /** No message came since: UIDNEXT would be higher, whether or not it is still there. */
  boolean hasNothingNewSince(FolderMark other) {
    return uidValidity == other.uidValidity && uidNext == other.uidNext && uidNext > 0;
  }

  /**
   * The same with UIDNEXT of an earlier look where the server does not tell it on opening; lower
   * than it is, it only lets the folder be read once more.
   */
  FolderMark orUidNextOf(@Nullable FolderMark earlier) {
    return uidNext > 0 || earlier == null || earlier.uidValidity != uidValidity
        ? this
        : new FolderMark(uidValidity, earlier.uidNext, count, modseq);
  }

  /** Nothing at all happened, not even to a flag; known only where the server counts changes. */
  boolean isUntouchedSince(FolderMark other) {
    return hasTheSameMessagesAs(other) && modseq > 0 && modseq == other.modseq;
  }

  /**
   * Whether UIDs mean other messages than before. UIDNEXT never goes back under one UIDVALIDITY; a
   * server where it does hands out UIDs again.
   */
  boolean beginsAnewAfter(FolderMark before) {
    return uidValidity != before.uidValidity || (uidNext > 0 && uidNext < before.uidNext);
  }
}
