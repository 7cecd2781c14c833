package io.politely.mail;

import java.time.Duration;

/**
 * How much one message may ask of the program that reads it. What asks for more is quarantined.
 *
 * @param messageBytes of the message as it came
 * @param depth of parts inside parts
 * @param parts in all
 * @param headers of one part
 * @param headerBytes of one header, its continuation lines included
 * @param decodedBytes of all parts together
 * @param decodedRatio decoded bytes for each byte of the message, beyond {@code decodedSlack}
 * @param decodedSlack decoded bytes that any message may have
 * @param textCharacters of the text or HTML that is read; longer ones are cut, not refused
 * @param time for one message
 */
public record Limits(
    int messageBytes,
    int depth,
    int parts,
    int headers,
    int headerBytes,
    long decodedBytes,
    int decodedRatio,
    long decodedSlack,
    int textCharacters,
    Duration time) {

  private static final int MEGABYTE = 1 << 20;

  /** The limits that every import keeps. */
  public static final Limits STANDARD =
      new Limits(
          50 * MEGABYTE,
          50,
          1_000,
          1_000,
          64 * 1024,
          50L * MEGABYTE,
          20,
          MEGABYTE,
          MEGABYTE,
          Duration.ofSeconds(5));
}
