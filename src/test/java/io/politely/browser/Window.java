package io.politely.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import io.politely.kernel.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A window of the browser. It stays open from test to test, since Chromium takes longer to open one
 * than to show a page; whoever comes next finds it without a session, at the width of a desk and in
 * daylight. One in which something failed is closed.
 */
@Edge
final class Window implements AutoCloseable {

  /** A desk. */
  static final int WIDTH = 1280;

  /** Daylight. */
  static final ColorScheme THEME = ColorScheme.LIGHT;

  private static final Deque<Window> WITH_SCRIPTS = new ArrayDeque<>();
  private static final Deque<Window> WITHOUT_SCRIPTS = new ArrayDeque<>();

  private final BrowserContext context;
  private final Page page;
  private final Deque<Window> others;
  private final List<String> complaints = new ArrayList<>();
  private String opened = "";
  private boolean opening;
  private boolean kept;

  private Window(BrowserContext context, Deque<Window> others) {
    this.context = context;
    this.page = context.newPage();
    this.others = others;
    page.onConsoleMessage(message -> {
      boolean bad = message.type().equals("error") || message.type().equals("warning");
      // An error page is an error for the browser too; that is no complaint about the page.
      if (bad && !message.location().startsWith(opened)) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onFrameNavigated(frame -> {
      if (frame.equals(page.mainFrame()) && opening) {
        // Until here it was the page of whoever had the window before.
        complaints.clear();
        opening = false;
      }
    });
  }

  static Window take(boolean scripts) {
    var free = scripts ? WITH_SCRIPTS : WITHOUT_SCRIPTS;
    var window = free.poll();
    if (window == null) {
      var options =
          new Browser.NewContextOptions()
              .setReducedMotion(ReducedMotion.REDUCE)
              .setLocale("en-GB")
              .setJavaScriptEnabled(scripts);
      return new Window(Chromium.get().newContext(options), free);
    }
    window.kept = false;
    return window;
  }

  /** Shows a page to whom these cookies belong. */
  Page open(String url, List<Cookie> session) {
    context.clearCookies();
    context.addCookies(session);
    page.mouse().move(0, 0);
    page.setViewportSize(WIDTH, height(WIDTH));
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(THEME));
    opened = url;
    opening = true;
    page.navigate(url);
    return page;
  }

  static int height(int width) {
    return width < 600 ? 740 : 860;
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Says that nothing failed. */
  void keep() {
    kept = true;
  }

  @Override
  public void close() {
    if (kept) {
      others.push(this);
    } else {
      context.close();
    }
  }
}
