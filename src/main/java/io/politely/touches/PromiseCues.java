package io.politely.touches;

import java.util.List;
import java.util.regex.Pattern;

/** The words by which a line tells that something was promised. In lower case, English. */
final class PromiseCues {

  /** Who a way of promising binds. */
  enum Maker {
    /** The subject of the clause. */
    SUBJECT,
    US,
    THEM
  }

  /**
   * A way of promising.
   *
   * @param needsDay whether it is one only with a day by which it is due
   */
  record Cue(Maker maker, boolean needsDay, Pattern words) {}

  private static final String WOULD = "(?:'d|'ll| would| will| am going to| is going to)";

  /** Whom it is promised to, and who would keep it: not what is promised. */
  private static final String TO_WHOM = "(?: (?:me|us|her|him|them)\\b)?";

  static final List<Cue> CUES =
      List.of(
          new Cue(
              Maker.US,
              false,
              Pattern.compile(
                  "\\b(?:told [\\p{L}'-]+|said|promised"
                      + TO_WHOM
                      + ")(?: that)? (?:i|we)"
                      + WOULD
                      + "\\b")),
          new Cue(
              Maker.THEM,
              false,
              Pattern.compile(
                  "\\b(?:told (?:me|us)|said|says|promised"
                      + TO_WHOM
                      + "|thinks|thought)(?: that)? (?:he|she|they)"
                      + WOULD
                      + "\\b")),
          new Cue(
              Maker.SUBJECT,
              false,
              Pattern.compile("\\bpromise[sd]?\\b" + TO_WHOM + "(?: to\\b| that\\b)?")),
          new Cue(
              Maker.SUBJECT,
              false,
              Pattern.compile(
                  "\\b(?:agree[sd]?|committed|commits|offer(?:s|ed)|volunteer(?:s|ed)) to\\b(?!"
                      + " (?:an?|the|our|my|her|his|their)\\b)")),
          new Cue(Maker.US, false, Pattern.compile("\\bowe\\b")),
          new Cue(Maker.THEM, false, Pattern.compile("\\bowes? (?:me|us)\\b")),
          new Cue(
              Maker.SUBJECT,
              false,
              Pattern.compile(
                  "(?:\\bwill|'ll|\\bshall|\\bgonna|(?:\\b(?:am|is|are)|'[msr]e?) going to)\\b(?!"
                      + " (?:be\\b(?! in touch| back|"
                      + " sending)|see\\b|have\\b|need\\b|never\\b|not\\b|think\\b))")),
          new Cue(
              Maker.SUBJECT,
              true,
              Pattern.compile(
                  "(?:^|(?<= ))to"
                      + " (?=(?:send|share|intro|introduce|call|get|come|confirm|forward|check|let|follow|schedule|set|sign|return|provide|prepare|write|review|decide|revert|ping|mail|email|connect|put|book|update|give|talk|ask|find|make|draft|finali[sz]e)\\b)")));

  /** What says that nothing was promised. */
  static final Pattern REFUSED =
      Pattern.compile(
          "\\b(?:won't|will not|can't promise|cannot promise|did(?:n't| not) promise|never"
              + " promised|promised nothing|no promises?|asked (?:me|us|her|him|them) to|wants?"
              + " (?:me|us|her|him|them) to)\\b");

  private PromiseCues() {}
}
