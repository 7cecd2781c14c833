package io.politely.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.politely.kernel.Edge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one Chromium of a test run: the one that is installed, never a downloaded one. */
@Edge
final class Chromium {

  private static final List<String> USUAL =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private static @Nullable Browser running;

  private Chromium() {}

  static synchronized Browser get() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static Browser start() {
    var executable = executable();
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--force-color-profile=srgb")));
  }

  private static Path executable() {
    var named = System.getenv("POLITELY_CHROMIUM");
    return Stream.concat(Stream.ofNullable(named), USUAL.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "The browser tests need Chromium and found none at "
                    + USUAL
                    + (named == null ? "" : " nor at POLITELY_CHROMIUM=" + named)
                    + ". Install it (Debian: apt-get install chromium) or set POLITELY_CHROMIUM to"
                    + " it."));
  }
}
