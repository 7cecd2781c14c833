package io.politely.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import io.politely.accounts.Token;
import io.politely.kernel.Edge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What one signed-in person sees, at every width and in both themes. */
@Edge
final class Screens {

  /** A tablet, a phone. */
  private static final List<Integer> NARROWER = List.of(768, 360);

  private static final List<ColorScheme> THEMES = List.of(Window.THEME, ColorScheme.DARK);

  /** What axe asks of colours. */
  private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

  /** Half a megabyte, so a document takes it in once, for both themes. */
  private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

  /** What is wrong, and nothing of what is in order: that would be a hundred times as much. */
  private static final String RUN =
      """
      async (where, options) => {
        const found = await axe.run(where, {resultTypes: ['violations'], ...options});
        return found.violations.flatMap(rule => rule.nodes.slice(0, 5)
            .map(node => `${rule.id}: ${node.failureSummary} in ${node.html}`));
      }
      """;

  /** Everything but colours. */
  private static final String VIOLATIONS =
      """
      colours => (%s)(document, {rules: Object.fromEntries(
          colours.map(rule => [rule, {enabled: false}]))})
      """
          .formatted(RUN);

  /**
   * The colours of one text of each kind, which are most of the work: a list of 200 rows asks the
   * same 200 times. Texts are of one kind where all that they are in has the same names and classes
   * and paints the same behind them, and they have the same colour, size and weight.
   */
  private static final String COLOUR_VIOLATIONS =
      """
      colours => {
        const around = new Map();
        const ground = element => {
          if (!element) return '';
          if (!around.has(element)) {
            const style = getComputedStyle(element);
            around.set(element, [ground(element.parentElement), element.tagName, element.className,
                style.backgroundColor, style.backgroundImage, style.opacity].join(' '));
          }
          return around.get(element);
        };
        const shows = element => element.matches('input, select, textarea')
            || [...element.childNodes].some(it => it.nodeType === Node.TEXT_NODE && it.data.trim());
        const kinds = new Map();
        for (const element of document.querySelectorAll('body *')) {
          if (!shows(element) || !element.checkVisibility()) continue;
          const style = getComputedStyle(element);
          const kind = [ground(element), style.color, style.fontSize, style.fontWeight,
              style.textShadow, style.textDecorationLine, style.position, style.display,
              style.visibility, element.type, element.disabled].join(' ');
          if (!kinds.has(kind)) kinds.set(kind, element);
        }
        if (!kinds.size) return [];
        return (%s)({include: [...kinds.values()]},
            {runOnly: {type: 'rule', values: colours}});
      }
      """
          .formatted(RUN);

  /** Until then a picture can show some parts of a page in the theme before. */
  private static final String NEXT_FRAME =
      "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

  /** Where the pictures go; {@code -Dscreens=docs/guide/images} keeps them for the guide. */
  private static final Path PICTURES = Path.of(System.getProperty("screens", "target/screens"));

  /** Those of the guide are exact; others take half the time. */
  private static final String FORMAT = System.getProperty("screens") == null ? "jpeg" : "png";

  private final String server;
  private final List<Cookie> session;

  private Screens(String server, List<Cookie> session) {
    this.server = server;
    this.session = session;
  }

  /** Signs in by a link, in the browser. */
  static Screens signedInBy(Token link, int port) {
    var server = "http://127.0.0.1:" + port;
    try (var window = Window.take(true)) {
      var page = window.open(server + "/sign-in/" + link.text(), List.of());
      page.locator("main button").click();
      page.waitForURL(server + "/");
      var screens = new Screens(server, page.context().cookies());
      window.keep();
      return screens;
    }
  }

  /** Nobody signed in. */
  static Screens ofStrangers(int port) {
    return new Screens("http://127.0.0.1:" + port, List.of());
  }

  /** Looks at a page six times, leaves six pictures, and fails for anything that is wrong. */
  void check(String path, String name) {
    check(path, name, _ -> {});
  }

  /** The same after some steps on the page. */
  void check(String path, String name, Consumer<Page> steps) {
    visit(
        path,
        true,
        page -> {
          look(page, name, Window.WIDTH, steps);
          for (int width : NARROWER) {
            page.setViewportSize(width, Window.height(width));
            page.navigate(server + path);
            look(page, name, width, steps);
          }
        });
  }

  /** Works on a page at the width of a desk. */
  void visit(String path, Consumer<Page> steps) {
    visit(path, true, steps);
  }

  /** Works on a page in a browser that runs no scripts. */
  void visitWithoutScripts(String path, Consumer<Page> steps) {
    visit(path, false, steps);
  }

  private void visit(String path, boolean scripts, Consumer<Page> steps) {
    try (var window = Window.take(scripts)) {
      steps.accept(window.open(server + path, session));
      assertThat(window.complaints()).as("complaints of the browser at %s", path).isEmpty();
      window.keep();
    }
  }

  private static void look(Page page, String name, int width, Consumer<Page> steps) {
    steps.accept(page);
    page.evaluate("document.fonts.ready");
    showAll(page);
    for (var theme : THEMES) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      page.evaluate(NEXT_FRAME);
      var picture = "%s-%d-%s.%s".formatted(name, width, word(theme), FORMAT);
      page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(picture)));
      assertThat(overflow(page)).as("wider than the screen in %s", picture).isEmpty();
      assertThat(violations(page, theme)).as("found by axe in %s", picture).isEmpty();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(THEMES.getFirst()));
  }

  /** Makes the window as high as the page: a full-page picture would cut through fixed bars. */
  private static void showAll(Page page) {
    var size = page.viewportSize();
    int height = (Integer) page.evaluate("document.documentElement.scrollHeight");
    page.setViewportSize(size.width, Math.clamp(height, size.height, 6_000));
  }

  /** What sticks out to the right, if the page can be scrolled that way. */
  @SuppressWarnings("unchecked")
  private static List<String> overflow(Page page) {
    return (List<String>)
        page.evaluate(
            """
            () => {
              const wide = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= wide) return [];
              return [...document.querySelectorAll('body *')]
                  .filter(it => it.getBoundingClientRect().right > wide + 1)
                  .slice(0, 5)
                  .map(it => it.outerHTML.slice(0, 120));
            }
            """);
  }

  /** Everything in the first theme; in the others what a theme changes, which is colours alone. */
  static List<String> violations(Page page, ColorScheme theme) {
    var found = new ArrayList<String>();
    if (theme == THEMES.getFirst()) {
      page.evaluate(AXE);
      found.addAll(ask(page, VIOLATIONS));
    }
    found.addAll(ask(page, COLOUR_VIOLATIONS));
    return found;
  }

  @SuppressWarnings("unchecked")
  private static List<String> ask(Page page, String script) {
    return (List<String>) page.evaluate(script, COLOURS);
  }

  private static String word(ColorScheme theme) {
    return theme.name().toLowerCase(Locale.ROOT);
  }
}
