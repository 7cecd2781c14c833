package io.politely.patience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter in its discussion. */
final class Post {

  final String id;
  final long at;
  final int from;
  final Contents contents;
  final @Nullable Post parent;
  final int depth;
  final Discussion discussion;
  int answers;
  List<Awaited> awaited = List.of();

  Post(Sent sent, @Nullable Post parent) {
    id = sent.id();
    at = sent.at();
    from = sent.from();
    contents = sent.contents();
    this.parent = parent;
    depth = parent == null ? 0 : parent.depth + 1;
    discussion = parent == null ? new Discussion(sent.from(), sent.at()) : parent.discussion;
  }
}
