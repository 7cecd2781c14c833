package io.politely.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the planner of the database knows of the sizes of tables. */
@Repository
public class StatisticsStore {

  private static final String REFRESH =
      """
      call database.refresh_statistics()
      """;

  private final JdbcClient jdbc;

  StatisticsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Looks again at the tables that trebled since the last time; cheap where none did. Called
   * between the transactions of a bulk work, which would otherwise run with plans for empty tables.
   */
  public void refresh() {
    jdbc.sql(REFRESH).update();
  }
}
