package io.politely.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class DatabaseFactsTest {

  @Test
  void a_database_of_our_own_searches_by_its_index() {
    assertThat(DatabaseFacts.of(TestDatabase.access()).searchesByIndex()).isTrue();
  }
}
