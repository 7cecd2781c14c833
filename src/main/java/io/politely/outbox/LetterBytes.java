package io.politely.outbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A message as it leaves, byte for byte. Never changes. */
public final class LetterBytes {

  private final byte[] bytes;

  private LetterBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static LetterBytes of(byte[] bytes) {
    return new LetterBytes(bytes.clone());
  }

  public int size() {
    return bytes.length;
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  /** SHA-256, in hexadecimal digits. */
  String hash() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LetterBytes same && Arrays.equals(bytes, same.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Without content. */
  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
