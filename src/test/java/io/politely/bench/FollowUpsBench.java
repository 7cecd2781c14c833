package io.politely.bench;

import io.politely.accounts.Accounts;
import io.politely.cadence.FollowUpLoad;
import io.politely.database.EmbeddedDatabase;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.AddressEvidence;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Sighting;
import io.politely.testing.StatementCount;
import io.politely.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/bench follow-ups [PEOPLE]}: how long it takes to plan follow-ups with very many people
 * anew, with one after their reply, and what Today and the list take then.
 */
final class FollowUpsBench {

  private static final int PEOPLE = 100_000;
  private static final int AT_ONCE = 2_000;
  private static final EmailAddress OWNER = new EmailAddress("robin@example.com");

  private FollowUpsBench() {}

  static Report run(Bench.Options options) throws IOException {
    int people =
        options.arguments().isEmpty() ? PEOPLE : Integer.parseInt(options.arguments().getFirst());
    var directory = Commands.temporaryDirectory("follow-ups");
    try {
      return measure(directory, people);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static Report measure(Path directory, int many) throws IOException {
    try (var database = EmbeddedDatabase.start(directory.resolve("data"));
        var application = Visits.start(database)) {
      var workspace = new WorkspaceId(application.getBean(NewIds.class).next());
      var now = application.getBean(Clock.class).instant();
      var member =
          application
              .getBean(Accounts.class)
              .open(workspace, "Robin Hale", OWNER, ZoneOffset.UTC, now);
      long begin = System.nanoTime();
      var persons = new LinkedHashMap<String, PersonId>();
      var known = application.getBean(People.class);
      for (int from = 0; from < many; from += AT_ONCE) {
        var some = new ArrayList<EmailAddress>();
        for (int i = from; i < Math.min(many, from + AT_ONCE); i++) {
          some.add(new EmailAddress("person" + i + "@company" + i % 5_000 + ".example.com"));
        }
        known.meet(
            workspace,
            some.stream()
                .map(address -> new Sighting(address, "", AddressEvidence.NAMED))
                .toList());
        known
            .whoAre(workspace, some)
            .forEach((address, person) -> persons.put(address.value(), person.person()));
      }
      TestWorkspace.of(workspace, application.getBean(DataSource.class))
          .run(() -> FollowUpLoad.fill(application, workspace, persons, member, now));
      System.err.printf("Loaded in %.0f s.%n", (System.nanoTime() - begin) / 1e9);
      var figures = new LinkedHashMap<String, Object>();
      figures.put("people", many);
      figures.putAll(
          FollowUpLoad.measure(
              application, workspace, persons.values().stream().limit(200).toList(), now));
      var visitor = Visits.visitor(application, workspace);
      var statements = application.getBean(StatementCount.class);
      figures.put("Today", Visits.times(visitor, List.of("/"), statements));
      figures.put("the list", Visits.times(visitor, List.of("/follow-ups"), statements));
      return new Report("Follow-ups with %,d people".formatted(many), figures);
    }
  }
}
