package io.politely.mail;

import java.util.UUID;

/** A stored message. Not the Message-ID header, which is {@code internetId}. */
public record MessageId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
