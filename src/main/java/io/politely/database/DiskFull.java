package io.politely.database;

import io.politely.kernel.Edge;
import java.sql.SQLException;

/** Tells whether the database failed because its disk is full: the one failure a user can mend. */
@Edge
public final class DiskFull {

  /** PostgreSQL's {@code disk_full}. */
  private static final String STATE = "53100";

  private DiskFull() {}

  /** Whether that is behind a failure. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && STATE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
