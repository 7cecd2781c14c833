package io.politely.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Small readings of header values. */
final class Headers {

  private static final int MOST_IDS = 1_000;
  private static final int LONGEST_ID = 998; // a line of mail

  private Headers() {}

  /** On one line, runs of white space and control characters as single spaces. */
  static String oneLine(String text) {
    var line = new StringBuilder(text.length());
    appendOneLine(line, text);
    return text.contentEquals(line) ? text : line.toString();
  }

  /** Appends {@link #oneLine} of a text: words are copied whole, since that is most of it. */
  static void appendOneLine(StringBuilder line, String text) {
    int at = 0;
    boolean first = true;
    while (at < text.length()) {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      int word = at;
      while (at < text.length() && !isBlank(text.charAt(at))) {
        at++;
      }
      if (at > word) {
        if (!first) {
          line.append(' ');
        }
        first = false;
        line.append(text, word, at);
      }
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == 0x7f || c == '\u00a0' || c == '\ufeff';
  }

  /** The message ids in References or In-Reply-To, in order, each once. */
  static List<String> messageIds(String header) {
    var ids = new LinkedHashSet<String>();
    int start = header.indexOf('<');
    while (start >= 0 && ids.size() < MOST_IDS) {
      int end = header.indexOf('>', start);
      if (end < 0) {
        break;
      }
      int nested = header.lastIndexOf('<', end); // "<<id@host>" and "<broken <id@host>"
      add(ids, header.substring(nested + 1, end));
      start = header.indexOf('<', end);
    }
    if (ids.isEmpty()) {
      bareIds(header, ids);
    }
    return new ArrayList<>(ids);
  }

  /** The message's own id: the first one of its Message-ID header. */
  static Optional<String> messageId(String header) {
    var ids = messageIds(header);
    if (!ids.isEmpty()) {
      return Optional.of(ids.getFirst());
    }
    var bare = oneLine(withoutComments(header)).replace("<", "").replace(">", "").strip();
    return bare.isEmpty() || bare.indexOf(' ') >= 0 || bare.length() > LONGEST_ID
        ? Optional.empty()
        : Optional.of(bare);
  }

  /** The identifier of a list: what is in the brackets, or the whole. */
  static String listId(String header) {
    int start = header.lastIndexOf('<');
    int end = header.indexOf('>', Math.max(start, 0));
    var id = start >= 0 && end > start ? header.substring(start + 1, end) : header;
    return oneLine(id).replace(" ", "");
  }

  /**
   * Ids without brackets, when every word is one: prose such as "message from ada@example.org of
   * Monday" names a person, not a message.
   */
  private static void bareIds(String header, Set<String> ids) {
    var words = oneLine(withoutComments(header)).split("[ ,]+", -1);
    for (var word : words) {
      if (!word.isEmpty() && word.indexOf('@') <= 0) {
        return;
      }
    }
    for (var word : words) {
      if (ids.size() < MOST_IDS) {
        add(ids, word);
      }
    }
  }

  private static void add(Set<String> ids, String id) {
    var plain = withoutSpace(id);
    if (!plain.isEmpty() && plain.length() <= LONGEST_ID) {
      ids.add(plain);
    }
  }

  /** Folding may have put white space inside an id; none belongs there. */
  private static String withoutSpace(String id) {
    var plain = new StringBuilder(id.length());
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) > ' ') {
        plain.append(id.charAt(i));
      }
    }
    return plain.length() == id.length() ? id : plain.toString();
  }

  private static String withoutComments(String text) {
    return text.indexOf('(') < 0 ? text : text.replaceAll("\\([^()]*\\)", " ");
  }
}
