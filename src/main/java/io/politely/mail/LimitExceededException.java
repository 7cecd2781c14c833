package io.politely.mail;

import io.politely.kernel.Edge;
import java.io.IOException;

/** A message asked for more than {@link Limits} allow. */
@Edge
final class LimitExceededException extends IOException {

  private static final long serialVersionUID = 1;

  private final String sentence;

  LimitExceededException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /** What it asked for, a sentence the user may read. */
  String sentence() {
    return sentence;
  }
}
