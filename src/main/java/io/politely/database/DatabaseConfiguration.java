package io.politely.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * Connects Spring with the database: one pool as the application's role, migrations as the owner.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
@EnableTransactionManagement(proxyTargetClass = true, order = 0)
class DatabaseConfiguration {

  /** Longer than a database that broke down takes to come back. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The one clock; set to another present by {@code politely.as-of}, from where it goes on. */
  @Bean
  Clock clock(@Value("${politely.as-of:}") String asOf) {
    var clock = Clock.systemUTC();
    return asOf.isEmpty()
        ? clock
        : Clock.offset(clock, Duration.between(clock.instant(), Instant.parse(asOf)));
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(DatabaseSettings settings) {
    var pool = new HikariDataSource();
    pool.setPoolName("politely");
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.user());
    pool.setPassword(settings.password());
    pool.setMaximumPoolSize(settings.poolSize());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "politely");
    if (settings.assumesRole()) {
      pool.setConnectionInitSql("set role politely_app");
    }
    return pool;
  }

  /** An older program would misread what a newer one wrote, so it does not start on it. */
  @Bean
  FlywayMigrationStrategy migrateUnlessNewer() {
    return flyway -> {
      refuseNewer(flyway);
      flyway.migrate();
    };
  }

  private static void refuseNewer(Flyway flyway) {
    for (var migration : flyway.info().all()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new DatabaseUnavailable(
            "The data was written by a newer Politely (it has migration %s, which this one does not know): use the newer one again."
                .formatted(migration.getVersion()));
      }
    }
  }
}
