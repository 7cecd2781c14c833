package io.politely.people;

import io.politely.people.PersonSearch.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks for among people: each word must begin a word of a name or an address or its
 * domain.
 */
record PersonSearch(List<Word> words) {

  private static final int MOST_WORDS = 8;

  /** Folds what was typed as names are folded. */
  static PersonSearch of(String typed) {
    return new PersonSearch(
        Arrays.stream(typed.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .map(Word::of)
            .toList());
  }

  boolean asksNothing() {
    return words.isEmpty();
  }

  /**
   * One word, as patterns for {@code like}.
   *
   * @param inName in a folded name with a space before it
   * @param atStart of an address
   * @param atDomain of an address
   */
  record Word(String inName, String atStart, String atDomain) {

    private static final String NEVER = "";

    static Word of(String typed) {
      // With an @ it is an address that is looked for: names have none.
      var name = typed.indexOf('@') >= 0 ? "" : NameRules.sortName(typed);
      var address = literally(typed.toLowerCase(Locale.ROOT));
      var domain = address.startsWith("@") ? address.substring(1) : address;
      return new Word(
          name.isEmpty() ? NEVER : "% " + name + "%", address + "%", "%@" + domain + "%");
    }

    private static String literally(String text) {
      return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
  }
}
