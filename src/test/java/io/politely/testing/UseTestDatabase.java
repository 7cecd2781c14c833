package io.politely.testing;

import io.politely.kernel.Edge;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every application context of a test the test database, unless the test names another one.
 * Registered in {@code META-INF/spring.factories} of the tests.
 */
@Edge
public final class UseTestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    if (!environment.containsProperty("politely.database.url")) {
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("test database", TestDatabase.access().properties()));
    }
  }
}
