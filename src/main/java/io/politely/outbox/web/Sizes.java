package io.politely.outbox.web;

/** How large something is, as people say it. */
final class Sizes {

  private static final long KILO = 1_000;
  private static final double MEGA = 1_000_000;

  private Sizes() {}

  static String of(long bytes) {
    if (bytes < KILO) {
      return bytes + " B";
    }
    return bytes < MEGA
        ? "%d kB".formatted((bytes + KILO / 2) / KILO)
        : "%.1f MB".formatted(bytes / MEGA);
  }
}
