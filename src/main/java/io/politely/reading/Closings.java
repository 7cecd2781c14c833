package io.politely.reading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Finds how a writer takes leave: closing words, a name, and what stands below the name. */
final class Closings {

  private static final int LONGEST_CLOSING = 48;
  private static final int LONGEST_NAME = 48;
  private static final int LONGEST_CONTACT = 90;
  private static final int MOST_WORDS_OF_CLOSING = 6;
  private static final int MOST_LINES_BELOW = 12;

  private static final PhraseIndex CLOSINGS =
      PhraseIndex.of(
          """
          best, regards, best regards, kind regards, warm regards, many thanks, thanks, thank you,
          thx, cheers, sincerely, yours sincerely, yours, yours truly, all the best, best wishes,
          warmly, have a lovely, have a nice, have a great, have a good, with kind regards,
          with best regards, respectfully, take care, mit freundlichen, freundliche grüße,
          viele grüße, beste grüße, liebe grüße, herzliche grüße, schöne grüße, gruß, grüße, mfg,
          lg, vg, danke, vielen dank, besten dank, cordialement, bien cordialement, bien à vous,
          bien à toi, merci, amicalement, sincères salutations, salutations, bisous, à bientôt,
          saludos, un saludo, atentamente, cordialmente, un abrazo, gracias, muchas gracias,
          atenciosamente, abraços, abraço, obrigado, obrigada, cumprimentos,
          com os melhores cumprimentos, cordiali saluti, distinti saluti, saluti, un saluto,
          grazie, a presto, met vriendelijke groet, vriendelijke groet, groet, groeten,
          hartelijke groet, bedankt, alvast bedankt, dank, greetings, greetz, br, kr, rgds, tia,
          ciao, med vänlig hälsning, mvh, hälsningar, with thanks, with many thanks, warmest, cordially,
          mit besten, mit herzlichen, mit lieben, mit vielen, herzlich, herzlichst, beste wünsche,
          gruss, grüsse, freundliche grüsse, viele grüsse, beste grüsse, liebe grüsse,
          herzliche grüsse, schöne grüsse, lieben gruß, lieben gruss, mes salutations,
          meilleures salutations, bien amicalement, très cordialement, respectueusement,
          je vous prie d'agréer, veuillez agréer, bonne journée, bonne soirée, bon week-end,
          saludos cordiales, un cordial saludo, cordiales saludos, besos, abrazos,
          att, beijinho, beijinhos, beijos, um abraço, melhores cumprimentos, com os meus, com amizade,
          un abbraccio, un caro saluto, cari saluti, buona giornata, con i migliori, grazie mille,
          met hartelijke, hartelijk, hartelijke groeten, vriendelijke groeten, liefs, mvg,
          fijne dag, fijn weekend
          """);

  /** What turns thanks into a refusal or a condition: no, not and but. */
  private static final Set<String> ADVERSATIVES =
      Phrases.set(
          """
          no, not, but, though, however, nein, nicht, kein, keine, keinen, aber, leider, doch, non,
          pas, mais, aucun, aucune, pero, sino, ningún, ninguna, ma, però, nessun, nessuna, mas,
          porém, não, nenhum, nenhuma, maar, geen, niet, nee, helaas
          """);

  private final Lines lines;
  private final Zone[] zones;
  private final Names names;

  Closings(Lines lines, Zone[] zones, Names names) {
    this.lines = lines;
    this.zones = zones;
    this.names = names;
  }

  /** Marks the closing of the text in these lines, and what stands below it. */
  void mark(int begin, int end) {
    int closing = closing(begin, end);
    int name = signedBySender(begin, end);
    if (name < 0 && closing < 0) {
      name = signed(begin, end);
    }
    if (name >= 0 && (closing < 0 || name <= closing)) {
      markSigned(begin, name, end);
    } else if (closing >= 0) {
      markClosing(closing, end);
    }
  }

  /** The line of closing words, with nothing below it but short lines; -1 where there is none. */
  private int closing(int begin, int end) {
    int texts = 0;
    for (int line = end - 1; line >= begin && texts < MOST_LINES_BELOW; line--) {
      if (lines.isBlank(line)) {
        continue;
      }
      texts++;
      if (lines.length(line) > LONGEST_CONTACT) {
        return -1;
      }
      var text = lines.stripped(line);
      if (isClosing(text)) {
        return line;
      }
      if (text.endsWith("?") || isPostscript(text)) {
        return -1;
      }
    }
    return -1;
  }

  private void markClosing(int closing, int end) {
    int name = closing + 1;
    while (name < end && (lines.isBlank(name) || isClosing(lines.stripped(name)))) {
      name++;
    }
    boolean named = name < end && isName(lines.stripped(name));
    int closed = named ? name + 1 : name;
    Arrays.fill(zones, closing, Math.min(closed, end), Zone.CLOSING);
    markContact(closed, end);
  }

  /**
   * The line with the sender's name alone, or -1: what stands below it is a signature, small print
   * too, unless it goes on speaking to the reader.
   */
  private int signedBySender(int begin, int end) {
    int name = -1;
    int texts = 0;
    for (int line = end - 1; line >= begin && texts < MOST_LINES_BELOW; line--) {
      if (lines.isBlank(line)) {
        continue;
      }
      texts++;
      if (lines.length(line) > LONGEST_CONTACT) {
        if (name >= 0 || lines.last(line) == '?') {
          break;
        }
        continue;
      }
      var text = lines.stripped(line);
      boolean top = line == begin || lines.isBlank(line - 1) || isShort(line - 1);
      if (top && names.isSenderAlone(text)) {
        name = line;
      } else if (text.endsWith("?") || isPostscript(text) || (name >= 0 && !belongsToName(text))) {
        break;
      }
    }
    return name;
  }

  /** The line of a name without closing words, with only a title and numbers below it; or -1. */
  private int signed(int begin, int end) {
    int name = -1;
    int texts = 0;
    boolean contact = false;
    for (int line = end - 1; line > begin && texts < MOST_LINES_BELOW; line--) {
      if (lines.isBlank(line)) {
        continue;
      }
      if (lines.length(line) > LONGEST_CONTACT) {
        break;
      }
      texts++;
      var text = lines.stripped(line);
      boolean apart = lines.isBlank(line - 1) || line == end - 1;
      if (names.areSenders(text)
          || (apart && (texts == 1 || contact) && Names.looksLikeOne(text))) {
        name = line;
      } else if (!belongsToName(text)) {
        break;
      }
      contact |= isContact(text);
    }
    return name > firstText(begin, end) ? name : -1;
  }

  private void markSigned(int begin, int name, int end) {
    int first = name;
    int above = name - 1;
    while (above > begin && lines.isBlank(above) && above >= name - 2) {
      above--;
    }
    boolean adjacent = above == name - 1;
    boolean takesLeave =
        above > begin
            && isClosingShaped(above)
            && (adjacent ? lines.isBlank(above - 1) : isClosing(lines.stripped(above)));
    if (takesLeave || (above >= begin && isClosing(lines.stripped(above)))) {
      first = above;
    }
    Arrays.fill(zones, first, name + 1, Zone.CLOSING);
    markContact(name + 1, end);
  }

  /** A few words that end like no sentence: what stands so above a name takes leave. */
  private boolean isClosingShaped(int line) {
    return isShort(line)
        && ".?:;".indexOf(lines.last(line)) < 0
        && Texts.countWords(lines.stripped(line)) <= MOST_WORDS_OF_CLOSING;
  }

  private boolean isShort(int line) {
    return lines.length(line) <= LONGEST_CLOSING;
  }

  private int firstText(int begin, int end) {
    int line = begin;
    while (line < end && lines.isBlank(line)) {
      line++;
    }
    return line;
  }

  private void markContact(int begin, int end) {
    for (int line = begin; line < end; line++) {
      zones[line] = lines.isBlank(line) ? zones[line - 1] : Zone.SIGNATURE;
    }
  }

  /** A title, an address, a number: short, and no sentence. */
  private static boolean belongsToName(String text) {
    if (isPostscript(text)) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    return isContact(text) || (".?!:,;".indexOf(last) < 0 && Texts.countWords(text) <= 8);
  }

  /** Something to reach somebody by: a number or an address. */
  private static boolean isContact(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += Texts.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= 7 || text.indexOf('@') >= 0 || text.contains("www.");
  }

  private static boolean isPostscript(String text) {
    return text.startsWith("P.S") || text.startsWith("PS") || text.startsWith("P.D");
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && !text.endsWith("?") && !text.endsWith(".");
  }

  static boolean isClosing(String text) {
    if (text.isEmpty() || text.length() > LONGEST_CLOSING) {
      return false;
    }
    var lower = text.toLowerCase(Locale.ROOT);
    for (var closing : CLOSINGS.startingWith(lower.charAt(0))) {
      if (lower.startsWith(closing)) {
        int rest = closing.length();
        boolean whole = rest == lower.length() || !Character.isLetterOrDigit(lower.charAt(rest));
        if (whole
            && Texts.countWords(lower.substring(rest)) <= 4
            && lower.indexOf('?') < 0
            && !goesOn(text.substring(rest))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A closing word that only begins a sentence: "Danke, kein Interesse.", "Gracias, pero no". After
   * a farewell stands a name, another farewell, or what belongs to it ("thanks in advance").
   */
  private static boolean goesOn(String rest) {
    var words = Words.of(rest);
    if (words.count() == 0) {
      return false;
    }
    if (ADVERSATIVES.contains(words.word(0))) {
      return true;
    }
    var after = rest.substring(1).strip();
    boolean apart =
        ",;.!–—-".indexOf(rest.charAt(0)) >= 0 || rest.startsWith(" –") || rest.startsWith(" -");
    return apart
        && words.count() >= 3
        && Character.isLowerCase(after.charAt(0))
        && !isClosing(after);
  }
}
