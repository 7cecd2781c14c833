package io.politely.ledger;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A fingerprint of a bag of lines: the same in whatever order they come, and of a fixed size
 * however many there are.
 *
 * <p>Adds the hashes of the lines modulo 2^256, and hashes the sum with their number.
 */
final class LineDigest {

  private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

  private final MessageDigest sha256 = sha256();
  private BigInteger sum = BigInteger.ZERO;
  private long lines;

  void add(String line) {
    sum = sum.add(new BigInteger(1, hash(line))).mod(MODULUS);
    lines++;
  }

  /** Lower-case hexadecimal, 64 digits. */
  String hex() {
    return HexFormat.of().formatHex(hash(lines + " " + sum.toString(16)));
  }

  private byte[] hash(String text) {
    return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
