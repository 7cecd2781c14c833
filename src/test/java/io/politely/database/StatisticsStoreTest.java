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

  /** In one transaction, in which no other program on this database looks at the table first. */
  @Test
  void the_planner_learns_how_large_a_table_has_become() {
    transaction.executeWithoutResult(status -> {
      letNobodyElseLook();
      int grown = growOwnAddressesUntilTheyTrebled();

      statistics.refresh();

      assertThat(rowsAsThePlannerSeesThem()).isGreaterThanOrEqualTo(grown);
    });
  }

  private void letNobodyElseLook() {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtext('politely.database.refresh_statistics')) is null
            """)
        .query(Boolean.class)
        .single();
  }

  /** Pages stay of rows that other tests rolled back or deleted: they count as well. */
  private int growOwnAddressesUntilTheyTrebled() {
    int grown = 0;
    do {
      growOwnAddresses();
      grown += ROWS;
    } while (!haveTrebled());
    return grown;
  }

  private boolean haveTrebled() {
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
  }
}
