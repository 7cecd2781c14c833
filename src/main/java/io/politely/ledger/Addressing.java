package io.politely.ledger;

import io.politely.mail.StoredMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells how much what a message asks is put to us. */
final class Addressing {

  private static final int LONGEST_GREETING = 60;

  /** What stands before the comma of an address: "Dear Ada and Linus". */
  private static final int LONGEST_HEAD = 40;

  private static final int LONGEST_TAIL = 20;
  private static final int MOST_HEADS = 3;

  /** So much is an ask ours that a greeting puts to everybody among several. */
  private static final double AMONG_ALL = 0.55;

  /** Words that greet or join names, and are none; in seven languages. */
  private static final Set<String> AROUND_NAMES =
      Set.of(
          ("hi hello hey dear hallo liebe lieber moin servus guten morgen tag sehr geehrte geehrter"
                  + " bonjour salut cher chère coucou hola buenos días buenas estimado estimada"
                  + " querido querida olá oi bom dia boa tarde caro cara prezado prezada ciao"
                  + " buongiorno salve gentile beste geachte dag hoi good afternoon thanks thank"
                  + " you danke merci gracias grazie bedankt obrigado obrigada and und et y e en"
                  + " or oder mr mrs ms herr frau monsieur madame señor señora sig signor signora"
                  + " mevrouw meneer senhor senhora please bitte to à a o an")
              .split(" ", -1));

  private static final Set<String> EVERYBODY =
      Set.of(
          ("all everyone everybody team folks colleagues guys zusammen alle alles kollegen"
                  + " kolleginnen leute tous toutes équipe collègues todos todas equipo equipa"
                  + " equipe pessoal colegas gente tutti tutte colleghi squadra allemaal iedereen"
                  + " collega's")
              .split(" ", -1));

  /** Whom a sentence calls by name. */
  enum Called {
    US,
    SOMEBODY_ELSE,
    EVERYBODY,
    NOBODY
  }

  private Addressing() {}

  /** From 0, a reader among many, to 1, the one who is asked. */
  static double concern(Seat seat, StoredMessage message, List<StoredMessage> earlier) {
    var greeted = greeted(seat, message.reading().newestText());
    boolean answersUs = !earlier.isEmpty() && seat.isOurs(earlier.getLast());
    if (greeted == Called.US) {
      return 1;
    }
    if (seat.isTo(message)) {
      return toUs(seat, message, greeted, answersUs);
    }
    if (greeted == Called.SOMEBODY_ELSE) {
      return 0;
    }
    if (seat.isCc(message)) {
      return answersUs ? 0.6 : 0.1;
    }
    boolean everybody = message.listId() != null || !message.to().isEmpty();
    return answersUs ? 0.8 : everybody ? 0 : 0.9;
  }

  private static double toUs(Seat seat, StoredMessage message, Called greeted, boolean answersUs) {
    if (greeted == Called.SOMEBODY_ELSE) {
      return seat.addressees(message) == 1 ? 0.7 : 0.2;
    }
    if (greeted == Called.EVERYBODY && seat.addressees(message) > 1) {
      return AMONG_ALL;
    }
    if (seat.addressees(message) == 1 || answersUs) {
      return 1;
    }
    return amongMany(seat.addressees(message));
  }

  /**
   * How much each of several is meant. The more are addressed, the fewer answer: on two public sets
   * .46 of messages to one person, .40 to two, .33 to three to five, .17 to six to ten, .12 to
   * more.
   */
  private static double amongMany(int addressees) {
    return addressees <= 3 ? 0.8 : addressees <= 5 ? 0.55 : addressees <= 10 ? 0.37 : 0.26;
  }

  /** Whom the first line greets: "Hi Ada,". */
  private static Called greeted(Seat seat, String text) {
    int end = text.indexOf('\n');
    var first = end < 0 ? text : text.substring(0, end);
    if (first.length() > LONGEST_GREETING) {
      first = first.substring(0, LONGEST_GREETING);
    }
    int comma = first.indexOf(',');
    var head = comma > 0 && comma < LONGEST_HEAD ? first.substring(0, comma) : first;
    var called = head(seat, head);
    return called == Called.NOBODY && greets(head) ? calledIn(seat, head) : called;
  }

  /** Beside a greeting there may be names that nobody here is known by: "Dear Ada Byron". */
  private static boolean greets(String head) {
    var words = head.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1);
    return words.length <= 2 || AROUND_NAMES.contains(words[0]);
  }

  /** Whom a sentence calls: "Ada, could you …", "Hi Ada, …", "@ada …", "… , Ada?", "All, …". */
  static Called vocative(Seat seat, String sentence) {
    var mentioned = mentioned(seat, sentence);
    if (mentioned != Called.NOBODY) {
      return mentioned;
    }
    var called = Called.NOBODY;
    int begin = 0;
    for (int heads = 0; heads < MOST_HEADS; heads++) {
      int end = endOfHead(sentence, begin);
      var head = end < 0 ? Called.NOBODY : head(seat, sentence.substring(begin, end));
      if (head == Called.US || head == Called.NOBODY) {
        return head == Called.US ? head : called == Called.NOBODY ? tail(seat, sentence) : called;
      }
      called = head;
      begin = end + 1;
    }
    return called;
  }

  /** Where what may be an address ends, or -1: "Ada," "Ada:" "Ada –" "Ada!". */
  private static int endOfHead(String sentence, int begin) {
    for (int i = begin; i < sentence.length() && i < begin + LONGEST_HEAD; i++) {
      boolean dash = sentence.startsWith(" - ", i) || sentence.charAt(i) == '–';
      if (dash || ",:!—".indexOf(sentence.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * An address is made of names, and words that greet or join them; one other word and it is none.
   */
  private static Called head(Seat seat, String text) {
    boolean somebody = false;
    boolean everybody = false;
    for (var word : text.strip().split("[^\\p{L}'’]+", -1)) {
      var lower = word.toLowerCase(Locale.ROOT);
      boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
      if (capital && seat.names(word)) {
        return Called.US;
      }
      if (capital && seat.namesSomebodyElse(word)) {
        somebody = true;
      } else if (EVERYBODY.contains(lower)) {
        everybody = true;
      } else if (!word.isEmpty() && !AROUND_NAMES.contains(lower)) {
        return Called.NOBODY;
      }
    }
    return somebody ? Called.SOMEBODY_ELSE : everybody ? Called.EVERYBODY : Called.NOBODY;
  }

  /** Whom a sign calls, anywhere: "@ada", whatever its case. */
  private static Called mentioned(Seat seat, String sentence) {
    var called = Called.NOBODY;
    for (int at = sentence.indexOf('@'); at >= 0; at = sentence.indexOf('@', at + 1)) {
      int end = at + 1;
      while (end < sentence.length() && Character.isLetter(sentence.charAt(end))) {
        end++;
      }
      boolean address = at > 0 && Character.isLetterOrDigit(sentence.charAt(at - 1));
      var name = sentence.substring(at + 1, end);
      if (!address && seat.names(name)) {
        return Called.US;
      }
      if (!address && seat.namesSomebodyElse(name)) {
        called = Called.SOMEBODY_ELSE;
      } else if (!address && EVERYBODY.contains(name.toLowerCase(Locale.ROOT))) {
        called = Called.EVERYBODY;
      }
    }
    return called;
  }

  private static Called tail(Seat seat, String sentence) {
    int last = sentence.lastIndexOf(',');
    return last > 0 && sentence.length() - last < LONGEST_TAIL
        ? calledIn(seat, sentence.substring(last))
        : Called.NOBODY;
  }

  private static Called calledIn(Seat seat, String text) {
    boolean somebody = false;
    int begin = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !Character.isLetter(text.charAt(i))) {
        var word = text.substring(begin, i);
        if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
          if (seat.names(word)) {
            return Called.US;
          }
          somebody |= seat.namesSomebodyElse(word);
        }
        begin = i + 1;
      }
    }
    return somebody ? Called.SOMEBODY_ELSE : Called.NOBODY;
  }
}
