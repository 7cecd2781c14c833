package io.politely.patience;

/** A letter and one of those whom it is addressed to: whether and when they answer it. */
final class Awaited {

  private static final long NEVER = Long.MAX_VALUE;

  final Post post;
  final Habits reader;
  final Sent.Addressed to;

  /** Whether the letter answers one of theirs. */
  final boolean answersThem;

  /** Their rate of answers when it was sent: what everything else has to do better than. */
  final double rateBefore;

  boolean counted;
  private long answeredAt = NEVER;

  Awaited(Post post, Habits reader, Sent.Addressed to, double rateBefore) {
    this.post = post;
    this.reader = reader;
    this.to = to;
    this.rateBefore = rateBefore;
    answersThem = post.parent != null && post.parent.from == reader.person;
  }

  boolean isAnswered() {
    return answeredAt != NEVER;
  }

  void answered(long now) {
    answeredAt = now;
  }

  /** When they answered, or the end of time. */
  long answeredAt() {
    return answeredAt;
  }

  /** The rate of theirs that letters of this kind belong to. */
  Rate role() {
    return answersThem ? reader.answering : to.cc() ? reader.cc : reader.to;
  }

  /** Which of the kinds of letters that {@link Averages} tell apart. */
  int kind() {
    return (answersThem ? 1 : 0)
        + (to.cc() ? 2 : 0)
        + (post.parent == null ? 4 : 0)
        + (post.contents.series().submits() ? 8 : 0);
  }
}
