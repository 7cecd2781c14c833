package io.politely.outbox;

import io.politely.kernel.Edge;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long mails were held by nodes, without the times at which nobody could have taken them over:
 * no node was up, or the database was away. Both clocks are this machine's.
 */
@Edge
final class Holds {

  private final boolean[] up;
  private final List<Away> aways = new ArrayList<>();
  private boolean isDatabaseUp = true;
  private @Nullable Instant awaySince = Instant.now();

  private record Away(Instant from, Instant to) {}

  /**
   * What was seen.
   *
   * @param longest how long a mail was claimed or dispatching at most
   * @param overdue how many were so for longer than was allowed
   */
  record Seen(Duration longest, int overdue) {}

  Holds(int nodes) {
    this.up = new boolean[nodes];
  }

  synchronized void node(int node, boolean isUp) {
    up[node] = isUp;
    look();
  }

  synchronized void database(boolean isUp) {
    isDatabaseUp = isUp;
    look();
  }

  private void look() {
    boolean isAway = !isDatabaseUp || !isAnyUp();
    if (isAway && awaySince == null) {
      awaySince = Instant.now();
    } else if (!isAway && awaySince != null) {
      aways.add(new Away(awaySince, Instant.now()));
      awaySince = null;
    }
  }

  private boolean isAnyUp() {
    for (boolean one : up) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  /** Reads from the steps how long each mail was held each time. */
  synchronized Seen seen(Connection connection, String workspace, Duration allowed)
      throws SQLException {
    var longest = Duration.ZERO;
    int overdue = 0;
    try (var statement =
        connection.prepareStatement(
            """
            select at, coalesce(next_at, clock_timestamp()) as next_at
              from (select state, at, lead(at) over (partition by mail_id order by position) as next_at
                      from outbox.step
                     where workspace_id = ?::uuid) as steps
             where state in ('claimed', 'dispatching')
            """)) {
      statement.setString(1, workspace);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var from = rows.getTimestamp("at").toInstant();
          var to = rows.getTimestamp("next_at").toInstant();
          var held = Duration.between(from, to).minus(away(from, to));
          longest = held.compareTo(longest) > 0 ? held : longest;
          overdue += held.compareTo(allowed) > 0 ? 1 : 0;
        }
      }
    }
    return new Seen(longest, overdue);
  }

  private Duration away(Instant from, Instant to) {
    var sum = Duration.ZERO;
    for (var away : aways) {
      var begin = away.from().isAfter(from) ? away.from() : from;
      var end = away.to().isBefore(to) ? away.to() : to;
      sum = begin.isBefore(end) ? sum.plus(Duration.between(begin, end)) : sum;
    }
    return sum;
  }
}
