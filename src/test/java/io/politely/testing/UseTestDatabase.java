package io.politely.testing;

import io.politely.kernel.Edge;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every application context of a test the test database, unless the test names another one.
 * Registered in {@code META-INF/spring.factories} of the tests. Programs of several tests share it,
 * each with a present of its own: none learns by itself, since that would change what the others
 * foretell.
 */
@Edge
public final class UseTestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("tests", Map.of("politely.learning.enabled", "false")));
    if (!environment.containsProperty("politely.database.url")) {
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("test database", TestDatabase.access().properties()));
    }
  }
}
