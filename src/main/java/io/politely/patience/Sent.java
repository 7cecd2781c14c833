package io.politely.patience;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message, as far as the chance of an answer depends on it.
 *
 * @param id what answers name it by
 * @param answers the id of the message that it answers, or null
 * @param at when it was sent, in seconds since 1970
 * @param from who wrote it, by a number of the caller's
 * @param to the persons it is addressed to, each once, those of To before those of Cc; no lists,
 *     and not its writer
 */
record Sent(
    String id, @Nullable String answers, long at, int from, List<Addressed> to, Contents contents) {

  Sent {
    to = List.copyOf(to);
  }

  /**
   * Somebody whom a message is addressed to.
   *
   * @param person whoever is behind the address, by a number of the caller's
   * @param domain the domain of the address, by a number of the caller's
   * @param cc whether in Cc only
   * @param greeted whether its first words have their name
   * @param mentioned whether its text has their name anywhere
   */
  record Addressed(int person, int domain, boolean cc, boolean greeted, boolean mentioned) {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int GREETING = 80;
    private static final int SHORTEST_NAME = 3;

    /** Whether a text greets or mentions them is found out by the words of their name. */
    static Addressed named(int person, int domain, boolean cc, String name, String text) {
      var whole = text.toLowerCase(Locale.ROOT);
      boolean greeted = false;
      boolean mentioned = false;
      for (var word : NOT_LETTERS.split(name.toLowerCase(Locale.ROOT), -1)) {
        int at = word.length() < SHORTEST_NAME ? -1 : whole.indexOf(word);
        mentioned |= at >= 0;
        greeted |= at >= 0 && at < GREETING;
      }
      return new Addressed(person, domain, cc, greeted, mentioned);
    }
  }
}
