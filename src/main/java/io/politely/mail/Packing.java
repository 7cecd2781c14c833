package io.politely.mail;

import io.politely.kernel.Edge;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Packs the bytes of messages for the store: quickly rather than tightly. */
@Edge
final class Packing {

  private Packing() {}

  static byte[] deflate(byte[] bytes, int length) {
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes, 0, length);
      deflater.finish();
      var packed = new byte[length / 2 + 256];
      int size = 0;
      while (!deflater.finished()) {
        if (size == packed.length) {
          packed = Arrays.copyOf(packed, size * 2);
        }
        size += deflater.deflate(packed, size, packed.length - size);
      }
      return Arrays.copyOf(packed, size);
    } finally {
      deflater.end();
    }
  }

  static byte[] inflate(byte[] packed) {
    var inflater = new Inflater();
    try {
      inflater.setInput(packed);
      var bytes = new byte[Math.max(1024, packed.length * 4)];
      int size = 0;
      while (!inflater.finished()) {
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, size * 2);
        }
        int more = inflater.inflate(bytes, size, bytes.length - size);
        if (more == 0 && inflater.needsInput()) {
          throw new IllegalStateException("A stored message lacks its end");
        }
        size += more;
      }
      return Arrays.copyOf(bytes, size);
    } catch (DataFormatException e) {
      throw new IllegalStateException("A stored message is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
