package io.politely.web;

import org.jspecify.annotations.Nullable;

/**
 * A short note about what was just done.
 *
 * @param text one sentence: "Settled."
 * @param undo the path that a {@code DELETE} takes it back with, or null where that is not possible
 */
public record Toast(String text, @Nullable String undo) {

  public Toast {
    if (undo != null) {
      undo = OwnPath.of(undo);
    }
  }

  /** A note about something that cannot be taken back, or need not be. */
  public static Toast saying(String text) {
    return new Toast(text, null);
  }

  /** A note with an <em>Undo</em> button that sends {@code DELETE} to {@code path}. */
  public static Toast undoable(String text, String path) {
    return new Toast(text, path);
  }
}
