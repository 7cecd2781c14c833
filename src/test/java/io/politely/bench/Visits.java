package io.politely.bench;

import io.politely.Politely;
import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.EmbeddedDatabase;
import io.politely.kernel.WorkspaceId;
import io.politely.testing.StatementCount;
import io.politely.testing.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Visits pages of a running application, and tells how long they took. */
final class Visits {

  private static final int WARM_UP = 60;
  private static final int REQUESTS = 200;

  private Visits() {}

  /** As the launcher does it, but with the statements counted. */
  static ConfigurableApplicationContext start(EmbeddedDatabase database) {
    var spring = new SpringApplication(Politely.class, StatementCount.class);
    Map<String, Object> properties = new LinkedHashMap<>(database.access().properties());
    properties.put("logging.threshold.console", "WARN");
    properties.put("server.port", 0);
    spring.setDefaultProperties(properties);
    spring.setRegisterShutdownHook(false);
    return spring.run();
  }

  /** Somebody of the workspace who is signed in. */
  static Visitor visitor(ConfigurableApplicationContext application, WorkspaceId workspace) {
    var accounts = application.getBean(Accounts.class);
    MemberId member = accounts.members(workspace).getFirst().id();
    var now = application.getBean(Clock.class).instant();
    var link = accounts.issueSignInLink(workspace, member, Duration.ofHours(1), now);
    if (application instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      return Visitor.of(web.getWebServer().getPort()).signedInBy(link);
    }
    throw new IllegalStateException("Started without pages");
  }

  /**
   * How long these pages take in turn, from the request to the last byte, and how many statements
   * each asked.
   */
  static String times(Visitor visitor, List<String> paths, StatementCount statements) {
    List<Double> milliseconds = new ArrayList<>();
    for (int request = 0; request < WARM_UP + REQUESTS; request++) {
      var path = paths.get(request % paths.size());
      long begin = System.nanoTime();
      var shown = visitor.open(path);
      double took = (System.nanoTime() - begin) / 1e6;
      if (shown.status() != 200) {
        throw new IllegalStateException(path + " answered " + shown.status());
      }
      if (request >= WARM_UP) {
        milliseconds.add(took);
      }
    }
    milliseconds.sort(null);
    var counts =
        paths.stream().map(path -> statements.of(path).size()).distinct().sorted().toList();
    return "p50 %.1f ms, p95 %.1f ms, max %.1f ms, statements %s"
        .formatted(
            milliseconds.get(REQUESTS / 2),
            milliseconds.get(REQUESTS * 95 / 100 - 1),
            milliseconds.getLast(),
            counts);
  }
}
