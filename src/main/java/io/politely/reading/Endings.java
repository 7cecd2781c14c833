package io.politely.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Finds how a message begins and ends: greeting, closing, device footer, small print. */
final class Endings {

  private static final int LONGEST_GREETING = 60;
  private static final int LONGEST_FOOTER = 110;

  private static final Set<String> GREETINGS =
      Phrases.set(
          """
          hi, hello, hey, dear, hallo, liebe, lieber, moin, servus, guten, sehr, bonjour, bonsoir,
          salut, cher, chère, coucou, hola, buenos, buenas, estimado, estimada, querido, querida,
          olá, ola, oi, bom, boa, caro, cara, prezado, prezada, ciao, buongiorno, salve, gentile,
          gentilissimo, gentilissima, egregio, beste, geachte, dag, goedemorgen, goedemiddag,
          good, greetings, hej, madame, monsieur, grüezi
          """);

  private static final PhraseIndex DEVICE =
      PhraseIndex.of(
          """
          sent from my, sent from mobile, sent from a , sent from outlook, sent from mail,
          sent from [, sent from windows, sent from yahoo, sent from proton, sent from the,
          sent via, sent with, sent using, sent by, sent on the go, get outlook for, get [outlook,
          from my iphone, from my ipad, from my android, von meinem, gesendet von, gesendet mit,
          diese nachricht wurde von mein, envoyé depuis, envoyé de mon, envoyé à partir,
          enviado desde, enviado do meu, enviado de mi, enviado a partir, inviato da, inviato dal,
          verzonden met, verzonden vanaf, verstuurd vanaf, verstuurd met, sendt fra, skickat från,
          wysłane z, отправлено с, lähetetty, someone from mobile
          """);

  private static final PhraseIndex SMALL_PRINT =
      PhraseIndex.of(
          """
          confidential, intended recipient, intended solely, privileged, vertraulich,
          vertrauliche, confidentiel, confidencial, riservat, vertrouwelijk, unauthorised,
          unauthorized, virus-free, scanned for viruses, delete this message, delete this email,
          destinataire, destinatario, destinatário, bestemd voor, please consider the environment,
          registered in england, pliego, geschäftsführer, in error, by mistake, notify the sender,
          notify us, irrtümlich, par erreur, por error, por engano, per errore, abusievelijk
          """);

  private Endings() {}

  static void mark(Lines lines, Zone[] zones, String sender) {
    var closings = new Closings(lines, zones, new Names(sender));
    int begin = 0;
    while (begin < zones.length) {
      int end = begin;
      while (end < zones.length && zones[end] == Zone.NEWEST) {
        end++;
      }
      if (end > begin) {
        markRun(lines, zones, begin, end, closings);
      }
      begin = end + 1;
    }
    markGreeting(lines, zones);
  }

  private static void markRun(Lines lines, Zone[] zones, int begin, int end, Closings closings) {
    int last = withoutTail(lines, zones, begin, end);
    last = withoutSmallPrint(lines, zones, begin, last);
    last = withoutTail(lines, zones, begin, last);
    closings.mark(begin, last);
  }

  /** Takes device footers and strokes off the end; a footer may stand above more of them. */
  private static int withoutTail(Lines lines, Zone[] zones, int begin, int end) {
    int last = end;
    while (last > begin) {
      var text = lines.stripped(last - 1);
      if (!text.isEmpty() && !isDevice(text) && !isStroke(text)) {
        break;
      }
      last--;
    }
    for (int line = last; line < end; line++) {
      zones[line] = lines.isBlank(line) ? zones[line] : Zone.SIGNATURE;
    }
    return last;
  }

  private static boolean isStroke(String text) {
    return !text.isEmpty() && Announcements.isStrokes(text);
  }

  static boolean isDevice(String text) {
    if (text.length() > LONGEST_FOOTER) {
      return false;
    }
    int begin = 0;
    while (begin < text.length() && "<([*_-—~ ".indexOf(text.charAt(begin)) >= 0) {
      begin++;
    }
    var lower = text.substring(begin).toLowerCase(Locale.ROOT);
    return DEVICE.begins(lower)
        || (lower.endsWith("傳送") && lower.contains("iphone"))
        || lower.endsWith("から送信");
  }

  /** The last paragraphs that speak like a lawyer. */
  private static int withoutSmallPrint(Lines lines, Zone[] zones, int begin, int end) {
    int last = end;
    while (last > begin) {
      int paragraphEnd = last;
      while (paragraphEnd > begin && lines.isBlank(paragraphEnd - 1)) {
        paragraphEnd--;
      }
      int paragraph = paragraphEnd;
      while (paragraph > begin && !lines.isBlank(paragraph - 1)) {
        paragraph--;
      }
      if (paragraph == paragraphEnd
          || paragraph == begin
          || !isSmallPrint(lines, paragraph, paragraphEnd)) {
        break;
      }
      Arrays.fill(zones, paragraph, paragraphEnd, Zone.DISCLAIMER);
      last = paragraph;
    }
    return last;
  }

  private static boolean isSmallPrint(Lines lines, int begin, int end) {
    var paragraph = new StringBuilder();
    for (int line = begin; line < end && line < begin + 8; line++) {
      paragraph.append(lines.stripped(line)).append(' ');
    }
    var lower = paragraph.toString().toLowerCase(Locale.ROOT);
    return SMALL_PRINT.twoOccurIn(lower);
  }

  private static void markGreeting(Lines lines, Zone[] zones) {
    for (int line = 0; line < zones.length; line++) {
      if (zones[line] == Zone.NEWEST && !lines.isBlank(line)) {
        if (isGreeting(lines.stripped(line))) {
          zones[line] = Zone.GREETING;
        }
        return;
      }
    }
  }

  static boolean isGreeting(String text) {
    if (text.length() > LONGEST_GREETING || text.endsWith("?")) {
      return false;
    }
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean greets = GREETINGS.contains(text.substring(0, end).toLowerCase(Locale.ROOT));
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    return greets && (last == ',' || last == '!' || last == ':' || Texts.countWords(text) <= 4);
  }
}
