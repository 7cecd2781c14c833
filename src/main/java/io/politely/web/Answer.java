package io.politely.web;

import gg.jte.models.runtime.JteModel;
import io.politely.kernel.Edge;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a controller method answers: a page, or the place to go to next.
 *
 * <p>What acts answers with {@link #seeOther}, with and without JavaScript: htmx follows the
 * redirect and takes the parts it needs out of the page that a browser would have shown.
 */
@Edge
public sealed interface Answer {

  /** A page. */
  static Answer page(JteModel model) {
    return new Page(HttpStatus.OK, model);
  }

  /** A page that says by its status that something did not work: a form with its problems. */
  static Answer page(HttpStatus status, JteModel model) {
    return new Page(status, model);
  }

  /** The form again, with what is wrong with it. */
  static Answer problem(JteModel model) {
    return new Page(HttpStatus.UNPROCESSABLE_CONTENT, model);
  }

  /** Go to {@code path}. */
  static Answer seeOther(String path) {
    return new SeeOther(path, null);
  }

  /** Go to {@code path}, and say there what was done. */
  static Answer seeOther(String path, Toast toast) {
    return new SeeOther(path, toast);
  }

  /** What was here is for good at {@code path}. */
  static Answer moved(String path) {
    return new Moved(path);
  }

  /** A rendered template. */
  record Page(HttpStatus status, JteModel model) implements Answer {}

  /** A redirect that makes the browser GET {@code path}, which is one of our own. */
  record SeeOther(String path, @Nullable Toast toast) implements Answer {

    public SeeOther {
      path = OwnPath.of(path);
    }
  }

  /** A permanent redirect to {@code path}, which is one of our own. */
  record Moved(String path) implements Answer {

    public Moved {
      path = OwnPath.of(path);
    }
  }
}
