package io.politely.people;

import java.util.UUID;

/** A merge of two persons. */
public record MergeId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
