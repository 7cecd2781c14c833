package io.politely.reading;

import java.util.List;
import java.util.Locale;

/** Recognizes lines that say that another message follows, and ruled lines. */
final class Announcements {

  private static final List<String> ORIGINAL =
      Phrases.list(
          """
          original message, original appointment, ursprüngliche nachricht, originalnachricht,
          original-nachricht, message original, message d'origine, mensaje original,
          mensagem original, messaggio originale, oorspronkelijk bericht, origineel bericht,
          ursprungligt meddelande, originalmeddelelse, oprindelig meddelelse, opprinnelig melding,
          wiadomość oryginalna, исходное сообщение, пересылаемое сообщение, original email,
          reply message
          """);

  private static final List<String> FORWARD =
      Phrases.list(
          """
          forwarded message, begin forwarded message, forwarded by, weitergeleitete nachricht,
          anfang der weitergeleiteten, weitergeleitet von, message transféré, début du message,
          mensaje reenviado, inicio del mensaje reenviado, mensagem encaminhada,
          início da mensagem, messaggio inoltrato, inizio messaggio inoltrato,
          doorgestuurd bericht, begin doorgestuurd bericht, vidarebefordrat meddelande,
          videresendt, přeposlaná zpráva, пересланное
          """);

  private static final int SHORTEST = 10;
  private static final int LONGEST = 120;

  private Announcements() {}

  static boolean isOriginal(String stripped) {
    return isRuled(stripped) && names(stripped, ORIGINAL);
  }

  static boolean isForward(String stripped) {
    if (isRuled(stripped)) {
      return names(stripped, FORWARD);
    }
    if (!stripped.endsWith(":")) {
      return false;
    }
    var bare = stripped.toLowerCase(Locale.ROOT);
    return FORWARD.stream().anyMatch(bare::startsWith);
  }

  /** A line of nothing but strokes, as stands above quoted headers. */
  static boolean isRule(String stripped) {
    return stripped.length() >= 3 && isOnly(stripped, "-_=*~—–#+ᐧ");
  }

  /** A long underscored line, as mailing lists put above their footer. */
  static boolean isUnderscores(String stripped) {
    return stripped.length() >= 15 && isOnly(stripped, "_");
  }

  static boolean isOnly(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRuled(String stripped) {
    if (stripped.length() < SHORTEST) {
      return false;
    }
    var bare = stripped.startsWith("*") ? stripped.substring(1) : stripped;
    return bare.startsWith("--") || bare.startsWith("__") || bare.startsWith("==");
  }

  private static boolean names(String stripped, List<String> phrases) {
    if (stripped.length() > LONGEST || isRule(stripped)) {
      return false;
    }
    var lower = stripped.toLowerCase(Locale.ROOT);
    return phrases.stream().anyMatch(lower::contains);
  }
}
