package io.politely.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Files among mail that are none: said once, together, not one by one. */
final class Skipped {

  private static final int NAMED = 3;

  /** What mail programs and systems keep beside mail; nobody misses it. */
  private static final Set<String> IRRELEVANT =
      Set.of(
          ".ds_store",
          "thumbs.db",
          "desktop.ini",
          "msgfilterrules.dat",
          "filterlog.html",
          "popstate.dat",
          "maildirfolder",
          "subscriptions",
          "archive_browser.html",
          "table_of_contents");

  private final List<String> names = new ArrayList<>();
  private final Deque<String> remarks = new ArrayDeque<>();
  private int count;

  /** Whether a file never holds mail, given its path. */
  static boolean isIrrelevant(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return IRRELEVANT.contains(name)
        || name.endsWith(".msf")
        || name.startsWith("dovecot")
        || name.startsWith("courierimap")
        || name.startsWith("._")
        || path.startsWith("__MACOSX/")
        || path.startsWith("tmp/")
        || path.contains("/tmp/")
        || path.contains(".git/");
  }

  void add(String path) {
    count++;
    if (names.size() < NAMED) {
      names.add(path);
    }
  }

  void remark(String sentence) {
    remarks.add(sentence);
  }

  /** The next sentence about what was skipped, each once. */
  Optional<String> take(String root) {
    if (count > 0) {
      var more = count > names.size() ? " and %,d more".formatted(count - names.size()) : "";
      remarks.addFirst(
          "%s in %s %s not look like mail and %s skipped: %s%s."
              .formatted(
                  count == 1 ? "One file" : "%,d files".formatted(count),
                  root,
                  count == 1 ? "does" : "do",
                  count == 1 ? "was" : "were",
                  String.join(", ", names),
                  more));
      count = 0;
      names.clear();
    }
    return Optional.ofNullable(remarks.poll());
  }
}
