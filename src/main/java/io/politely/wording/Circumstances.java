package io.politely.wording;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands between writer and reader when a letter comes.
 *
 * @param rank where the reader stands
 * @param tie how well they know each other
 * @param situation the row of the policy, "J1" to "D11", or "other"
 * @param touchNumber the how-manieth letter or call it is, from 1 on
 * @param daysSinceLastTouch calendar days since our last one; null for the first
 * @param theyWroteLast whether the newest word between both is theirs
 * @param sentBefore what went before in the user's words; "" where nobody has told
 * @param notBefore until when they asked for quiet; null where they did not
 * @param declined whether they have said no to this
 */
public record Circumstances(
    Rank rank,
    Closeness tie,
    String situation,
    int touchNumber,
    @Nullable Integer daysSinceLastTouch,
    boolean theyWroteLast,
    String sentBefore,
    @Nullable LocalDate notBefore,
    boolean declined) {

  /** A first letter to somebody of whom nothing is known. */
  public static Circumstances ofFirstLetter() {
    return new Circumstances(
        Rank.INDIVIDUAL, Closeness.COLD, "other", 1, null, false, "", null, false);
  }

  boolean isFollowUp() {
    return touchNumber > 1;
  }

  /** Whether at most so many days have passed since our last letter, which is unanswered. */
  boolean isWithin(int days) {
    return isFollowUp()
        && !theyWroteLast
        && daysSinceLastTouch != null
        && daysSinceLastTouch <= days;
  }
}
