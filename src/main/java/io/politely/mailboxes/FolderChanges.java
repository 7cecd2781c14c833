package io.politely.mailboxes;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What happened in a folder since it was proven, as its server tells it (RFC 7162, QRESYNC).
 *
 * @param mark how the folder is now
 * @param vanished sets of UIDs, as the server writes them; they may name more than there ever was
 * @param arrived the UIDs of what lies there and was not there before
 */
record FolderChanges(FolderMark mark, List<String> vanished, List<Long> arrived) {

  FolderChanges {
    vanished = List.copyOf(vanished);
    arrived = List.copyOf(arrived);
  }

  /**
   * The UIDs of the folder now.
   *
   * @param here the UIDs that it had when it was proven, and what was fetched since
   * @return ascending; empty where they are not as many as the folder says it has, or what was told
   *     makes no sense: then all UIDs must be asked for
   */
  Optional<long[]> appliedTo(long... here) {
    var told = arrived.stream().mapToLong(Long::longValue);
    var uids =
        Optional.of(LongStream.concat(LongStream.of(here), told).sorted().distinct().toArray());
    for (var set : vanished) {
      uids = uids.flatMap(some -> UidSet.without(set, some));
    }
    return uids.filter(left -> left.length == mark.count());
  }
}
