package io.politely.ledger;

import io.politely.mail.StoredMessage;
import java.util.List;

/** Tells how much what a message asks is put to us. */
final class Addressing {

  private static final int LONGEST_GREETING = 60;

  /** Whom a sentence calls by name at its beginning. */
  enum Called {
    US,
    SOMEBODY_ELSE,
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
    return calledIn(seat, comma > 0 && comma < 40 ? first.substring(0, comma) : first);
  }

  /** Whom a sentence calls: "Ada, could you …", "@ada: …", "… , Ada?". */
  static Called vocative(Seat seat, String sentence) {
    int comma = sentence.indexOf(',');
    int colon = sentence.indexOf(':');
    int end = comma < 0 ? colon : colon < 0 ? comma : Math.min(comma, colon);
    if (end > 0 && end < 24 && sentence.substring(0, end).indexOf(' ') < 0) {
      return calledIn(seat, sentence.substring(0, end));
    }
    int last = sentence.lastIndexOf(',');
    if (last > 0 && sentence.length() - last < 20) {
      return calledIn(seat, sentence.substring(last));
    }
    return Called.NOBODY;
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
