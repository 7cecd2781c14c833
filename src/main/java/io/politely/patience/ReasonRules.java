package io.politely.patience;

import static io.politely.patience.Feature.*;

/**
 * Says a reason as a fact that is true of the letter: the sign of a weight alone says nothing that
 * one may tell a user. Where no fact goes with the effect, nothing is said.
 */
final class ReasonRules {

  private static final String NOTHING = "";

  /** Two in a row; see {@link Situation}. */
  private static final double TWO_UNANSWERED = 2 / 3.0;

  private static final double ONE_OPEN = Math.log1p(1) / 2;
  private static final double ONE_LETTER = Math.log1p(1) / 2;
  private static final double SMALL = 1e-4;

  private final float[] situation;
  private final float[] usual;

  /**
   * Of a letter.
   *
   * @param situation of it
   * @param usual that of a first, plain letter to somebody of whom nothing is known
   */
  ReasonRules(float[] situation, float[] usual) {
    this.situation = situation.clone();
    this.usual = usual.clone();
  }

  /** A sentence, or "". */
  String sentence(Reason reason, boolean isLikelier) {
    return switch (reason) {
      case HABIT -> habit(isLikelier);
      case PAIR -> pair(isLikelier);
      case ACTIVITY -> activity(isLikelier);
      case PACE -> pace();
      case LOAD -> load();
      case ADDRESSING -> addressing();
      case COMPANY -> company();
      case DISCUSSION -> discussion(isLikelier);
      case CONTENTS -> contents(isLikelier);
      case WRITER -> writer(isLikelier);
      case DAY -> is(WEEKEND) || is(FRIDAY) ? "It was sent around a weekend." : NOTHING;
      case SINCE -> since();
    };
  }

  private String habit(boolean isLikelier) {
    if (goesWith(RATE, isLikelier)) {
      return isLikelier
          ? "They answer more letters than most."
          : "They answer fewer letters than most.";
    }
    return goesWith(LATELY, isLikelier)
        ? isLikelier
            ? "They have answered more letters of late."
            : "They have answered fewer letters of late."
        : NOTHING;
  }

  private String pair(boolean isLikelier) {
    if (is(FIRST_LETTER)) {
      return "You have not written to them before.";
    }
    if (isLikelier) {
      return is(NEVER_ANSWERED)
          ? "You have written to them before."
          : "They have answered you before.";
    }
    if (is(NEVER_ANSWERED)) {
      return "They have not answered you so far.";
    }
    if (value(STREAK) > TWO_UNANSWERED - SMALL) {
      return "They left your last letters unanswered.";
    }
    return value(PAIR_RATE) < 0 ? "They answer you less often than they answer others." : NOTHING;
  }

  private String activity(boolean isLikelier) {
    if (is(WROTE_IN_A_WEEK)) {
      return isLikelier ? "They wrote within the last week." : NOTHING;
    }
    if (is(WROTE_IN_A_MONTH)) {
      return isLikelier ? "They wrote within the last month." : NOTHING;
    }
    if (isLikelier) {
      return is(NEVER_WROTE) ? NOTHING : "They have written before.";
    }
    return is(NEVER_WROTE)
        ? "No letter of theirs is known."
        : "They have not been heard of for a month.";
  }

  private String pace() {
    double slower = is(HOURS) ? value(HOURS) : value(OFTEN_LATE);
    return slower > 0
        ? "They take longer to answer than most."
        : slower < 0 ? "They answer sooner than most." : NOTHING;
  }

  private String load() {
    // One that is open can be this letter itself.
    return value(OPEN) > ONE_OPEN + SMALL
        ? "Other letters to them wait for an answer too."
        : is(GETS_MUCH) ? "They have got letters lately." : NOTHING;
  }

  private String addressing() {
    if (is(IN_COPY)) {
      return "They have it only as a copy.";
    }
    if (!is(ALONE)) {
      return "It is addressed to others as well.";
    }
    return is(GREETED) || is(MENTIONED) ? NOTHING : "It does not call them by their name.";
  }

  private String company() {
    if (is(ALONE)) {
      return NOTHING;
    }
    return is(RANK)
        ? "Others who got it are likelier to answer."
        : "Nobody else who got it is likelier to answer.";
  }

  private String discussion(boolean isLikelier) {
    if (isLikelier) {
      return is(ANSWERS_THEM)
          ? "It answers a letter of theirs."
          : is(TAKES_PART) ? "They take part in this conversation." : NOTHING;
    }
    if (value(LETTERS) < ONE_LETTER + SMALL && is(AGE)) {
      return "Nobody has taken it up so far.";
    }
    if (is(UNANSWERED_HERE)) {
      return "They left other letters of this conversation unanswered.";
    }
    return is(TAKES_PART) || !is(DEPTH) ? NOTHING : "They have not written in this conversation.";
  }

  private String contents(boolean isLikelier) {
    boolean asks = is(ASKS) || is(QUESTIONS) || is(ENDS_ASKING);
    if (isLikelier) {
      return asks ? "It asks for something." : "Letters with such words are answered more often.";
    }
    if (is(THANKS)) {
      return "It only thanks.";
    }
    return asks ? "Letters that ask in this way are answered less often." : "It asks for nothing.";
  }

  private String writer(boolean isLikelier) {
    if (isLikelier != value(WRITER_RATE) > 0) {
      return NOTHING;
    }
    return isLikelier
        ? "Your letters are answered more often than most."
        : "Your letters are answered less often than most.";
  }

  private String since() {
    if (is(WROTE_SINCE)) {
      return "They have written since, and not answered it.";
    }
    if (is(WRITER_WENT_ON)) {
      return "You have written again since.";
    }
    if (is(OTHERS_WENT_ON)) {
      return "The conversation went on without them.";
    }
    long days = Math.round(Math.floor(Math.exp(2 * value(DAYS_SILENT)) + SMALL));
    return days == 1
        ? "A day has passed without an answer."
        : days + " days have passed without an answer.";
  }

  private boolean goesWith(Feature feature, boolean isLikelier) {
    float difference = value(feature) - usual[feature.place()];
    return isLikelier ? difference > 0 : difference < 0;
  }

  private boolean is(Feature feature) {
    return value(feature) != 0;
  }

  private float value(Feature feature) {
    return situation[feature.place()];
  }
}
