package io.politely.crookedhouse;

import io.politely.database.NewIds;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Named after nothing, without a licence, with SQL, a clock, a transaction on the class and one on
 * a method that no workspace is passed to.
 */
@Transactional
class HouseManager {

  private final JdbcClient jdbc;
  private final NewIds ids;

  HouseManager(JdbcClient jdbc, NewIds ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  @Transactional
  void keep() {
    jdbc.sql("insert into house.room (room_id, kept_at) values (:room, :now)")
        .param("room", ids.next())
        .param("now", Instant.now())
        .update();
  }
}
