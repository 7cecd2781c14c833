package io.politely.mail;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import io.politely.kernel.Edge;
import java.util.Arrays;

/** Packs the bytes of messages for the store: quickly rather than tightly. */
@Edge
final class Packing {

  private static final int LEVEL = 1;

  /** Setting one up takes as long as packing a short message. */
  private static final ThreadLocal<ZstdCompressCtx> PACKER =
      ThreadLocal.withInitial(() -> new ZstdCompressCtx().setLevel(LEVEL));

  private Packing() {}

  /** The first {@code length} bytes, packed as one Zstandard frame that tells its size. */
  static byte[] pack(byte[] bytes, int length) {
    return PACKER.get().compress(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
  }

  static byte[] unpack(byte[] packed) {
    try {
      return Zstd.decompress(packed);
    } catch (ZstdException e) {
      throw new IllegalStateException("A stored message is damaged", e);
    }
  }
}
