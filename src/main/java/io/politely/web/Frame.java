package io.politely.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the layout needs around every page. A controller method takes it as a parameter and hands it
 * to the template.
 *
 * @param assets the path of the static files, with their version in it
 * @param path the path of this page with its query, to come back to
 * @param query what stands in the search box
 * @param csrf the token that every form sends back as {@code _csrf}
 * @param member the name of whom is signed in, or null
 * @param screens the rail, in order; empty before sign-in
 * @param toast what was just done, or null
 */
public record Frame(
    String assets,
    String path,
    String query,
    String csrf,
    @Nullable String member,
    List<Screen> screens,
    @Nullable Toast toast) {

  public Frame {
    screens = List.copyOf(screens);
  }

  /** Around a page for somebody who is not known here: nothing of a session, nothing to keep. */
  public static Frame ofOutsider(String assets) {
    return new Frame(assets, "", "", "", null, List.of(), null);
  }

  /** Whether {@code screen} is the one that is shown. */
  public boolean isAt(Screen screen) {
    int end = path.indexOf('?');
    return screen.holds(end < 0 ? path : path.substring(0, end));
  }
}
