package io.politely.touches;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which a line tells that somebody was reached, and how. In lower case, English. */
final class TouchCues {

  /** What happened, and the words that say so. */
  record Cue(TouchKind kind, Pattern words) {}

  /** In each clause those that stand earlier here are looked for first, and take their words. */
  static final List<Cue> CUES =
      List.of(
          cue(
              TouchKind.MISSED_CALL,
              """
              went (?:straight |right |directly )?to (?:voice ?mail|vm)
              (?:got|reached|hit) (?:only )?(?:her |his |their |the )?(?:voice ?mail|vm)(?! from)
              no (?:answer|pick ?up|luck|response)
              (?:did(?:n't| not)|wouldn't|nobody|no one) (?:pick(?:ed)? up|answer(?:ed)?)
              (?:could(?:n't| not)|can't|cannot|did(?:n't| not)|wasn't able to|unable to|failed to) (?:reach|get (?:hold of|through(?: to)?))
              tried (?:to )?(?:call(?:ing)?|phon(?:e|ing)|ring(?:ing)?|reach(?:ing)?|get(?:ting)? hold of)
              tried(?! to | email| mail)
              missed (?:\\p{L}+(?:'s)? )?calls?
              (?:line|phone|number) (?:was )?busy
              rang out
              """),
          cue(
              TouchKind.VOICEMAIL,
              """
              left (?:[\\p{L}']+ ){0,3}(?:voice ?mail|vm|message|msg)
              voice ?mails?
              vm
              voice (?:message|note)
              """),
          cue(
              TouchKind.LINKEDIN,
              """
              (?=.*\\b(?:linked-? ?in|li)\\b)(?:message[d]?|msg|dm(?:'?e?d)?|wrote|sent|pinged|connected|invited|reached out|accepted|replied|answered)
              (?:linked-? ?in|li) (?:message|msg|dm|note|invite|request|chat|connection)
              in-?mail(?:ed)?
              linkedin'?e?d
              """),
          cue(
              TouchKind.MISSED_MEETING,
              """
              no-? ?show(?:ed)?
              stood (?:me|us) up
              (?:did(?:n't| not)|never) (?:show(?:ed)?(?: up)?|turn(?:ed)? up|make it)
              (?:meeting|interview|lunch|coffee|demo|call) (?:was |got )?(?:cancell?ed|called off)
              cancell?ed (?:on me|on us|last minute|(?:the|our) (?:meeting|interview|lunch|coffee|demo|call))
              """),
          cue(
              TouchKind.MEETING,
              """
              (?:zoom|teams|video|google meet|facetime|skype) (?:call|meeting|chat)s?
              zoomed
              met(?: up)?(?: with)?
              (?:had|grabbed|went for|did) (?:a |an |our )?(?:[\\p{L}]+ )?(?:lunch|coffee|dinner|breakfast|drinks?|beers?|tea|meeting|interview|demo|workshop)
              (?:lunch|coffee|dinner|breakfast|drinks|beers?|meeting|interview|demo|workshop|site visit|walk)(?= (?:with|w/))
              (?:meeting|interview|demo)(?= (?:went|was))
              interviewed(?: with)?
              visited
              (?:bumped|ran) into
              sat down with
              saw(?= (?:her|him|them)\\b)
              """),
          cue(
              TouchKind.TEXT,
              """
              (?:sent|got|received) (?:[\\p{L}']+ ){0,3}(?:text|sms|whats ?app|dm)
              texted
              text(?: message)?(?= (?:to|from|with)\\b)
              (?:sms|whats ?app)(?:'?e?d)?
              messaged
              pinged
              slacked
              dm'?e?d
              """),
          cue(
              TouchKind.CALL,
              """
              (?<!is )(?<!are )(?<!company )(?<!so-)called(?! off| for| it)
              rang
              phoned
              diall?ed
              returned (?:[\\p{L}']+ ){0,3}call
              (?:had|took|did|finished|got|received) (?:a |an |our )?(?:[\\p{L}]+ ){0,2}(?:phone ?call|call|chat|word|conversation)
              (?:phone ?)?call(?= (?:with|w/|to|from|by)\\b)
              spoken?(?= |$)
              talked
              chatted
              caught up
              heard (?:back )?from
              got (?:hold of|through to)
              reached(?= (?:her|him|them|\\p{L}+)\\b)(?! out)
              (?:on|off) the phone with
              """));

  /** A verb that says that it did not happen. */
  static final Pattern NOT_DONE =
      words(
          """
          (?:did(?:n't| not)|have(?:n't| not)|has(?:n't| not)|had(?:n't| not)|never|forgot to|without|won't|will not|not) (?:\\p{L}+ )?(?:call(?:ed|ing)?(?: back)?|ring|rung|phoned?|text(?:ed)?|messaged?|meet|met|speak|spoken|spoke|talk(?:ed)?|left?|leave|heard|hear|write|written)
          """);

  /** Before a cue: it is still to be done. */
  static final Pattern STILL_TO_DO =
      Pattern.compile(
          "(?:\\b(?:will|shall|going to|gonna|should|must|needs? to|ha(?:ve|s) to|wants?"
              + " to|plan(?:s|ning)? to|hopes? to|might|may|can|could|would|let's|let"
              + " us|please|to|ought to)|'ll)\\s+(?:\\p{L}+\\s+)?$|\\b(?:schedul|set(?:ting)?"
              + " up|book|plann|arrang|confirm|resched|mov|propos|request|invit)\\p{L}*\\b.*$|\\b(?:asked"
              + " for|wants?|next|upcoming|tomorrow's) (?:an? |the )?(?:\\p{L}+ )?$");

  /** At the beginning of a clause: a note to oneself. */
  static final Pattern REMINDER =
      Pattern.compile(
          "^(?:call|ring|phone|text|message|meet|ping|remind|follow up|chase|ask)\\b(?!"
              + " (?:with|w/|from|to)\\b)");

  /** Nobody was reached, whoever called: the words tell nothing of that. */
  static final Pattern UNANSWERED =
      Pattern.compile("voice|vm|answer|pick|busy|luck|response|rang out");

  /** Behind a cue: they began it. */
  static final Pattern FROM_THEM =
      Pattern.compile("^(?: back)?(?: (?:a |an )?\\p{L}+)? ?\\b(?:from|by)\\b.*");

  /** Within or behind a cue: it came to us. */
  static final Pattern TO_US = Pattern.compile("\\b(?:me|us)\\b");

  /** Within or behind a cue: it went to them. */
  static final Pattern TO_THEM = Pattern.compile("\\b(?:her|him|them)\\b");

  static final Pattern GOT = Pattern.compile("\\b(?:got|received|took)\\b(?! hold| through)");

  private TouchCues() {}

  private static Cue cue(TouchKind kind, String alternatives) {
    return new Cue(kind, words(alternatives));
  }

  /** One alternative on each line, each a whole word or more. */
  static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}'])(?:%s)(?![\\p{L}\\p{N}'])"
            .formatted(String.join("|", alternatives.strip().split("\\s*\\R\\s*", -1))));
  }

  /** Whether the pattern is found there. */
  static boolean isIn(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find();
  }
}
