package io.politely.reading;

import java.util.Locale;

/**
 * Questions that want no answer, told by what follows them: their writer answers at once ("Is it
 * ready? No, not by a mile."), goes on from the answer that he takes for granted ("Does it rain?
 * Then we stay in."), or teases.
 */
final class Rhetoric {

  private static final PhraseIndex ANSWERS =
      PhraseIndex.of(
          """
          no., no!, nope, yes., yes!, yep, of course, obviously, certainly not, not at all, hardly,
          exactly, then we, then it, then they, then you are, then you will, then that, then there,
          nein., nein!, ja., ja!, natürlich, eben, dann wäre, dann ist, dann sind,
          non., non!, oui., oui!, bien sûr, alors c'est, alors il,
          sí., sí!, por supuesto, claro, entonces es, sì., sì!, certo, allora è,
          nee., nee!, natuurlijk, dan is, não., não!, sim., sim!, então é
          """);

  /** What phrases cannot be written with, since commas part them. */
  private static final PhraseIndex BEFORE_COMMA =
      PhraseIndex.of("no, yes, well, nein, ja, non, oui, sí, sì, nee, não, sim, tja, bueno, bom");

  /** Many questions end with one word; whoever writes a hundred of them is not understood. */
  private static final int MOST_TRIES = 20;

  private Rhetoric() {}

  /**
   * Whether a question wants no answer.
   *
   * @param text where both sentences stand
   * @param next the sentence after it, "" for none
   */
  static boolean wantsNoAnswer(String text, String question, String next) {
    if (teases(next.length() <= 60 ? next : "") || teases(question)) {
      return true;
    }
    var lower = next.substring(0, Math.min(next.length(), 24)).toLowerCase(Locale.ROOT);
    return isAnswer(lower) && followsAtOnce(text, question, next);
  }

  private static boolean isAnswer(String lower) {
    int comma = lower.indexOf(',');
    return ANSWERS.begins(lower)
        || (comma > 0 && comma < 6 && BEFORE_COMMA.begins(lower.substring(0, comma)));
  }

  /** A tongue put out, as letters or as a picture. */
  private static boolean teases(String sentence) {
    return sentence.endsWith(":P")
        || sentence.endsWith(":-P")
        || sentence.endsWith(":p")
        || sentence.endsWith("😛")
        || sentence.endsWith("😜");
  }

  /** In one paragraph: between answers to different quotations there is a blank line at least. */
  private static boolean followsAtOnce(String text, String question, String next) {
    var end = question.substring(question.lastIndexOf(' ') + 1);
    int space = next.indexOf(' ');
    var begin = space < 0 ? next : next.substring(0, space);
    int at = -1;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      at = text.indexOf(end, at + 1);
      if (at < 0) {
        return false;
      }
      int after = at + end.length();
      int lines = 0;
      while (after < text.length() && Texts.isSpace(text.charAt(after))) {
        lines += text.charAt(after) == '\n' ? 1 : 0;
        after++;
      }
      if (lines < 2 && text.startsWith(begin, after)) {
        return true;
      }
    }
    return false;
  }
}
