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
          reply message, reply separator
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

  /** A quick no for most lines: neither an announcement nor a rule. */
  static boolean mayAnnounce(Lines lines, int line) {
    return isStroke(lines.first(line)) || lines.last(line) == ':';
  }

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
    for (var phrase : FORWARD) {
      if (bare.startsWith(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** A line of nothing but strokes, as stands above quoted headers. */
  static boolean isRule(String stripped) {
    return stripped.length() >= 3 && isStrokes(stripped);
  }

  /** A long underscored line, as mailing lists put above their footer. */
  static boolean isUnderscores(String stripped) {
    return stripped.length() >= 15 && stripped.charAt(0) == '_' && isOneCharacter(stripped);
  }

  /** Whether there is nothing but strokes. */
  static boolean isStrokes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isStroke(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStroke(char c) {
    return switch (c) {
      case '-', '_', '=', '*', '~', '—', '–', '#', '+', 'ᐧ' -> true;
      default -> false;
    };
  }

  private static boolean isOneCharacter(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != text.charAt(0)) {
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
    for (var phrase : phrases) {
      if (lower.contains(phrase)) {
        return true;
      }
    }
    return false;
  }
}
