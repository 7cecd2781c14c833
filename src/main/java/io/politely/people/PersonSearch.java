package io.politely.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks for among people: each word must begin a word of a name or an address or its
 * domain.
 */
record PersonSearch(List<String> words) {

  private static final int MOST_WORDS = 8;

  static PersonSearch of(String typed) {
    return new PersonSearch(
        Arrays.stream(typed.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList());
  }

  boolean asksNothing() {
    return words.isEmpty();
  }

  /** What to look for among the letters of {@link NameRules#beginnings}. */
  List<Letters> beginnings() {
    var all = new ArrayList<Letters>();
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      all.add(new Letters(at + 1, word.startsWith("@") ? word : "@" + word));
      // With an @ it is an address that is looked for: names have none.
      var name = word.indexOf('@') >= 0 ? "" : NameRules.sortName(word);
      if (!name.isEmpty()) {
        all.add(new Letters(at + 1, name));
      }
    }
    return all;
  }

  /** What to look for among whole addresses: each word, in order. */
  List<Letters> addresses() {
    var all = new ArrayList<Letters>();
    for (int at = 0; at < words.size(); at++) {
      all.add(new Letters(at + 1, words.get(at)));
    }
    return all;
  }

  /**
   * The first letters of something.
   *
   * @param word whose letters they are: its position, from 1
   */
  record Letters(long word, String first) {

    private static final String LAST_LETTER = Character.toString(Character.MAX_CODE_POINT);

    /** What begins with them comes before this: no letter is behind the last one. */
    String until() {
      return first + LAST_LETTER;
    }
  }
}
