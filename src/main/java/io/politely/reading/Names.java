package io.politely.reading;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells whether a line is the name of somebody who signs: of the sender, or of anybody. */
final class Names {

  private static final int MOST_WORDS = 5;
  private static final int LONGEST = 60;
  private static final int SHORTEST_WORD = 2;

  /** What ends a message alone on its line and is no name, although it may look like one. */
  private static final Set<String> ANSWERS =
      Phrases.set(
          """
          yes, no, ok, okay, done, agreed, approved, confirmed, monday, tuesday, wednesday,
          thursday, friday, saturday, sunday, ja, nein, montag, dienstag, mittwoch, donnerstag,
          freitag, samstag, sonntag, oui, non, lundi, mardi, mercredi, jeudi, vendredi, sí, si,
          lunes, martes, miércoles, jueves, viernes, sim, não, segunda, terça, quarta, quinta, sexta,
          sì, lunedì, martedì, mercoledì, giovedì, venerdì, nee, maandag, dinsdag, woensdag,
          donderdag, vrijdag, attachment, attached, enclosure, anlage, anlagen, see, please, more,
          the, this, that, what, when, where, how, why, great, perfect, sure, never, nothing
          """);

  private final Set<String> sender = new HashSet<>();

  /** A bit for each letter that a word of the sender begins with: a quick no for other words. */
  private int initials;

  /** Names by the words of a sender's name and address, its domain left out. */
  Names(String sender) {
    int begin = 0;
    for (int i = 0; i <= sender.length(); i++) {
      if (i == sender.length() || !Character.isLetter(sender.charAt(i))) {
        boolean domain = begin > 0 && sender.charAt(begin - 1) == '@';
        if (i - begin >= SHORTEST_WORD && !domain) {
          this.sender.add(sender.substring(begin, i).toLowerCase(Locale.ROOT));
          initials |= initial(sender.charAt(begin));
        }
        while (domain && i < sender.length() && isDomain(sender.charAt(i))) {
          i++;
        }
        begin = i + 1;
      }
    }
  }

  /**
   * A short line with a word of the sender's name; numbers and what follows a comma may be there.
   */
  boolean areSenders(String line) {
    if (sender.isEmpty() || line.length() > LONGEST || endsAsking(line)) {
      return false;
    }
    boolean named = false;
    int words = 0;
    int begin = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || !Character.isLetter(line.charAt(i))) {
        if (i - begin >= SHORTEST_WORD) {
          words++;
          named = named || isSenders(line, begin, i);
        }
        begin = i + 1;
      }
    }
    return named && words <= MOST_WORDS;
  }

  /**
   * The sender's name, with no more than one other word outside brackets; or the initials alone.
   */
  boolean isSenderAlone(String line) {
    int bracket = line.indexOf('(');
    var bare = bracket > 0 ? line.substring(0, bracket) : line;
    if (sender.isEmpty() || bare.length() > LONGEST || endsAsking(line)) {
      return false;
    }
    int own = 0;
    int others = 0;
    int begin = 0;
    for (int i = 0; i <= bare.length(); i++) {
      if (i == bare.length() || !Character.isLetter(bare.charAt(i))) {
        if (i - begin >= SHORTEST_WORD) {
          boolean known = isSenders(bare, begin, i);
          own += known ? 1 : 0;
          others += known ? 0 : 1;
        } else if (i > begin) {
          own += bare.length() <= 2 && (initials & initial(bare.charAt(begin))) != 0 ? 1 : 0;
        }
        begin = i + 1;
      }
    }
    return own > 0 && others <= (own > 1 ? 1 : 0);
  }

  private boolean isSenders(String line, int begin, int end) {
    return (initials & initial(line.charAt(begin))) != 0
        && sender.contains(line.substring(begin, end).toLowerCase(Locale.ROOT));
  }

  /** The bit of a letter, whatever its case; some letters share one. */
  private static int initial(char letter) {
    return 1 << Character.toLowerCase(letter);
  }

  /** One to four words in capitals or with a capital each, and nothing else: "Ada K. Lovelace". */
  static boolean looksLikeOne(String line) {
    if (line.isEmpty() || line.length() > LONGEST / 2) {
      return false;
    }
    int words = 0;
    int begin = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == ' ' || line.charAt(i) == ',') {
        if (i > begin) {
          words++;
          if (!isNameWord(line.substring(begin, i))) {
            return false;
          }
        }
        begin = i + 1;
      }
    }
    return words > 0 && words <= MOST_WORDS - 1;
  }

  private static boolean isNameWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean joins = i > 0 && (c == '-' || c == '\'' || c == '’' || c == '.');
      if (!Character.isLetter(c) && !joins) {
        return false;
      }
    }
    return Character.isUpperCase(word.charAt(0))
        && (word.length() <= 2 || !word.endsWith("."))
        && !ANSWERS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  private static boolean endsAsking(String line) {
    return !line.isEmpty() && line.charAt(line.length() - 1) == '?';
  }
}
