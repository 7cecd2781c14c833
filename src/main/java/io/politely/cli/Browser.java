package io.politely.cli;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens a page in the user's browser, where there is one. */
@Edge
final class Browser {

  private Browser() {}

  /** Tries; a user without a browser has the printed link. */
  static void open(URI page) {
    opener()
        .ifPresent(command -> {
          try {
            new ProcessBuilder(Stream.concat(command.stream(), Stream.of(page.toString())).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
          } catch (IOException e) {
            // There is none after all.
          }
        });
  }

  private static Optional<List<String>> opener() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return Optional.of(List.of("open"));
    }
    if (system.contains("windows")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    boolean hasDesktop =
        System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    return hasDesktop ? Optional.of(List.of("xdg-open")) : Optional.empty();
  }
}
