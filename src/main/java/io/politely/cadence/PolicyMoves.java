package io.politely.cadence;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the policy would move.
 *
 * @param looked how many follow-ups were planned both ways
 * @param isMore whether others go on that were not
 */
public record PolicyMoves(List<Move> moves, int looked, boolean isMore) {

  public PolicyMoves {
    moves = List.copyOf(moves);
  }

  /** A follow-up that would go on otherwise. */
  public record Move(FollowUp followUp, Next before, Next after) {}

  /** Whether something else would happen, or at another time. */
  static boolean differ(Next one, Next other) {
    return one.getClass() != other.getClass()
        || number(one) != number(other)
        || !Objects.equals(at(one), at(other));
  }

  /**
   * The same of one that was planned at another moment: when it is best to write moves by itself
   * once it is due, the first moment at which one may does not.
   */
  static boolean hasMoved(Next was, Next is) {
    return was.getClass() != is.getClass()
        || number(was) != number(is)
        || !Objects.equals(earliest(was), earliest(is));
  }

  private static @Nullable Instant earliest(Next next) {
    return switch (next) {
      case Next.Touch touch -> touch.earliest();
      case Next.Close close -> close.earliest();
      case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ ->
          at(next);
    };
  }

  private static int number(Next next) {
    return next instanceof Next.Touch touch ? touch.number() : 0;
  }

  private static @Nullable Instant at(Next next) {
    return switch (next) {
      case Next.Touch touch -> touch.best();
      case Next.Close close -> close.best();
      case Next.AskConnector(var until, _) -> until;
      case Next.Wait(var until, _) -> until;
      case Next.Answer _, Next.FixAddress _, Next.Over _ -> null;
    };
  }
}
