package io.politely.mail;

import java.util.Locale;

/** What users read about files. */
final class Sentences {

  private Sentences() {}

  /** Why a file or folder could not be read. */
  static String unreadable(String file, Exception e) {
    var kind = e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    var reason =
        kind.startsWith("accessdenied")
            ? "you have no permission"
            : kind.startsWith("nosuchfile")
                ? "it is no longer there"
                : kind.startsWith("filesystemloop")
                    ? "it is a link to a folder around it"
                    : "reading it failed";
    return "%s cannot be read: %s.".formatted(file, reason);
  }

  /** That messages are not kept. */
  static String leftOut(int count) {
    return count == 1
        ? "One message names somebody who was erased, and was not kept."
        : "%,d messages name somebody who was erased, and were not kept.".formatted(count);
  }
}
