package io.politely.patience;

import io.politely.reading.Act;
import io.politely.reading.Reading;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a message says, as far as the chance of an answer depends on it: numbers and kinds, none of
 * its words.
 *
 * @param words of the newest text
 * @param asks sentences that request something
 * @param questions sentences that want an answer
 * @param marks question marks
 * @param endsAsking whether one of them is near the end
 * @param acts what its sentences do
 * @param automatic whether a program wrote it
 * @param reply whether its subject says that it answers something
 * @param series of a message that is part of a numbered series ("[PATCH v2 3/7]"): which; of others
 *     {@link Series#NONE}
 * @param attached whether it has attachments
 */
record Contents(
    int words,
    int asks,
    int questions,
    int marks,
    boolean endsAsking,
    Set<Act> acts,
    boolean automatic,
    boolean reply,
    Series series,
    boolean attached) {

  private static final Pattern REPLY =
      Pattern.compile(
          "^\\s*(?:re|aw|sv|antw|odp|rif|réf)\\s*(?:\\[\\d+])?:", Pattern.CASE_INSENSITIVE);

  /** How near the end a question still asks for an answer, in characters. */
  private static final int END = 250;

  Contents {
    acts = Set.copyOf(acts);
  }

  /**
   * A message that hands something in, in numbered parts.
   *
   * @param part 0 for the letter that introduces the others
   * @param revision 1 for the first time
   */
  record Series(boolean submits, int part, int revision) {

    static final Series NONE = new Series(false, 1, 1);

    private static final Pattern TAG =
        Pattern.compile("\\[[^\\]]*\\b(?:patch|rfc)\\b[^\\]]*]", Pattern.CASE_INSENSITIVE);
    private static final Pattern PART = Pattern.compile("(\\d{1,4})/\\d+");
    private static final Pattern REVISION =
        Pattern.compile("\\bv(\\d{1,3})\\b", Pattern.CASE_INSENSITIVE);

    static Series of(String subject) {
      var tag = TAG.matcher(subject);
      return tag.find()
          ? new Series(true, number(PART, tag.group()), number(REVISION, tag.group()))
          : NONE;
    }

    private static int number(Pattern pattern, String label) {
      var found = pattern.matcher(label);
      return found.find() ? Integer.parseInt(found.group(1)) : 1;
    }
  }

  static Contents of(String subject, Reading reading, boolean attached) {
    var text = reading.newestText().strip();
    var acts = EnumSet.noneOf(Act.class);
    reading.signals().forEach(signal -> acts.add(signal.act()));
    return new Contents(
        words(text),
        count(reading, Act.ASK),
        count(reading, Act.QUESTION),
        (int) text.chars().filter(c -> c == '?').count(),
        text.indexOf('?', Math.max(0, text.length() - END)) >= 0,
        acts,
        !reading.kind().isPersonal(),
        REPLY.matcher(subject).find(),
        Series.of(subject),
        attached);
  }

  boolean wantsAnswer() {
    return asks + questions > 0;
  }

  boolean does(Act act) {
    return acts.contains(act);
  }

  private static int count(Reading reading, Act act) {
    return (int) reading.signals().stream().filter(signal -> signal.act() == act).count();
  }

  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      words += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return words;
  }
}
