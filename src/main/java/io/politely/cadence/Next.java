package io.politely.cadence;

import io.politely.cadence.Situation.Closure;
import java.time.Instant;
import java.util.Locale;

/** What comes next with a person in a situation, and why. */
public sealed interface Next {

  /** Why, a sentence that the user may read. */
  String reason();

  /**
   * We reach out.
   *
   * @param number which touch it is, from 1
   * @param of how many the policy has
   * @param earliest not before; in their working hours
   * @param best when it suits them a little better; not before the earliest
   * @param askMinutes the most that it may ask
   * @param needsValue whether it must bring something new and useful
   * @param before how much presses on them then
   * @param after how much would press on them after it
   */
  record Touch(
      int number,
      int of,
      Channel channel,
      Instant earliest,
      Instant best,
      int askMinutes,
      boolean needsValue,
      Pushiness before,
      Pushiness after,
      String reason)
      implements Next {}

  /** A last letter that asks for nothing and keeps the door open. */
  record Close(Instant earliest, Instant best, Closure how, Pushiness after, String reason)
      implements Next {}

  /** Our letters are spent: somebody who knows them is asked. {@code until}: then it is closed. */
  record AskConnector(Instant until, String reason) implements Next {}

  /** Nothing until a moment; then it is planned again. */
  record Wait(Instant until, String reason) implements Next {}

  /** They wrote, or spoke with us: the move is ours, and no follow-up. */
  record Answer(Instant since, String reason) implements Next {}

  /** None of their addresses takes mail. */
  record FixAddress(String reason) implements Next {}

  /** It is over. */
  record Over(End end, String reason) implements Next {}

  /** How a cadence ends. */
  enum End {
    /** They want no further contact. */
    STOPPED("They asked for no further contact"),
    DECLINED("They declined"),
    /** Somebody else is to be asked. */
    REFERRED("They named somebody else"),
    /** Nothing came back. Quiet until they act. */
    SILENT("Silence was the answer"),
    /** The pursuit ended, or its outcome was told. */
    SETTLED("What it was for ended"),
    /** The user ended it. */
    RETIRED("You ended it");

    private final String said;

    End(String said) {
      this.said = said;
    }

    /** How a page says it. */
    public String said() {
      return said;
    }

    /** The word for it in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
