package io.politely.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.TestWorkspace;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class StatisticsStoreTest {

  private static final int ROWS = 20_000;

  @Autowired private StatisticsStore statistics;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void the_planner_learns_how_large_a_table_has_become() throws InterruptedException {
    int grown = 0;
    do {
      growOwnAddresses();
      grown += ROWS;
    } while (!hasTrebled());

    // Another program on this database may be looking just now: then it is that one which looks.
    for (int i = 0; i < 100 && hasTrebled(); i++) {
      statistics.refresh();
      Thread.sleep(100);
    }

    assertThat(rowsAsThePlannerSeesThem()).isGreaterThanOrEqualTo(grown);
  }

  /** The pages that stay from rows of other tests, rolled back or deleted, count as well. */
  private boolean hasTrebled() {
    return jdbc.sql(
            """
            select pg_relation_size(oid) / current_setting('block_size')::bigint > 3 * relpages
              from pg_class
             where oid = cast('accounts.own_address' as regclass)
            """)
        .query(Boolean.class)
        .single();
  }

  private double rowsAsThePlannerSeesThem() {
    return jdbc.sql(
            "select reltuples from pg_class where oid = cast('accounts.own_address' as regclass)")
        .query(Double.class)
        .single();
  }

  private void growOwnAddresses() {
    var workspace = TestWorkspace.fresh().id();
    transaction.executeWithoutResult(status -> {
      jdbc.sql("select set_config('politely.workspace', :workspace, true)")
          .param("workspace", workspace.toString())
          .query(String.class)
          .single();
      jdbc.sql(
              """
              insert into accounts.own_address (workspace_id, address, added_at)
              select :workspace, 'alias-' || number || '@example.com', now()
                from generate_series(1, :rows) as number
              """)
          .param("workspace", workspace.value())
          .param("rows", ROWS)
          .update();
    });
  }
}
