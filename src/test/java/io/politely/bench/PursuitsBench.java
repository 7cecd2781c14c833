package io.politely.bench;

import io.politely.accounts.Accounts;
import io.politely.accounts.MemberId;
import io.politely.database.EmbeddedDatabase;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.PursuitFilter;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Role;
import io.politely.pursuits.Source;
import io.politely.pursuits.TimeKind;
import io.politely.testing.StatementCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/bench pursuits [DIRECTORY]}: how long the pages of pursuits take with 2,000 deals on
 * one board, half of them with somebody who waits, and a search of 1,000 candidates: from the
 * request to the last byte, one after another over loopback. The visitor lives in the same process,
 * so its time is in the figures. A directory keeps the data for the next time.
 */
final class PursuitsBench {

  private static final int DEALS = 2_000;
  private static final int CANDIDATES = 1_000;
  private static final int DAYS = 60;
  private static final long SEED = 11;
  private static final EmailAddress OWNER = new EmailAddress("robin@example.com");

  private final Pursuits pursuits;
  private final People people;
  private final WorkspaceId workspace;
  private final MemberId member;
  private final Instant now;
  private final Random random = new Random(SEED);

  private PursuitsBench(ApplicationContext application, WorkspaceId workspace) {
    this.pursuits = application.getBean(Pursuits.class);
    this.people = application.getBean(People.class);
    this.workspace = workspace;
    this.member = application.getBean(Accounts.class).members(workspace).getFirst().id();
    this.now = application.getBean(Clock.class).instant();
  }

  static Report run(Bench.Options options) throws IOException {
    if (!options.arguments().isEmpty()) {
      return measure(Path.of(options.arguments().getFirst()));
    }
    var directory = Commands.temporaryDirectory("pursuits");
    try {
      return measure(directory);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static Report measure(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (var database = EmbeddedDatabase.start(directory.resolve("data"));
        var application = Visits.start(database)) {
      var accounts = application.getBean(Accounts.class);
      if (accounts.workspaces().isEmpty()) {
        load(application);
      }
      var workspace = accounts.workspaces().getFirst();
      var search =
          application
              .getBean(Pursuits.class)
              .list(workspace, new PursuitFilter(Optional.of(PursuitKind.SEARCH), false, "", ""), 1)
              .shown()
              .getFirst()
              .id();
      var visitor = Visits.visitor(application, workspace);
      var statements = application.getBean(StatementCount.class);
      var path = "/pursuits/" + search;
      var pages = new LinkedHashMap<String, List<String>>();
      pages.put("board of 2,000", List.of("/pursuits?kind=deal"));
      pages.put("list of 2,000", List.of("/pursuits?kind=deal&view=list"));
      pages.put("whole list of 2,000", List.of("/pursuits?kind=deal&view=list&whole=true"));
      pages.put("search of 1,000 candidates", List.of(path));
      pages.put("its candidates by stages", List.of(path + "/candidates"));
      pages.put("all 1,000 of them", List.of(path + "/candidates?whole=true"));
      pages.put("one by name", List.of(path + "/candidates?words=candidate500"));
      pages.put("its close-out", List.of(path + "/close-out"));
      var figures = new LinkedHashMap<String, Object>();
      pages.forEach((what, paths) -> {
        var times = Visits.times(visitor, paths, statements);
        System.err.println(what + ": " + times);
        figures.put(what, times);
      });
      return new Report("Pages of 2,000 pursuits and 1,000 candidates", figures);
    }
  }

  private static void load(ApplicationContext application) {
    long begin = System.nanoTime();
    var workspace = new WorkspaceId(application.getBean(NewIds.class).next());
    var begun = application.getBean(Clock.class).instant();
    var _ =
        application
            .getBean(Accounts.class)
            .open(workspace, "Robin Hale", OWNER, ZoneOffset.UTC, begun);
    var bench = new PursuitsBench(application, workspace);
    bench.openDeals();
    bench.openSearch();
    System.err.printf("Loaded in %.0f s.%n", (System.nanoTime() - begin) / 1e9);
  }

  private void openDeals() {
    for (int i = 0; i < DEALS; i++) {
      var deal = open(PursuitKind.DEAL, "Deal " + i, "Company " + i % 300);
      var buyer = met("buyer" + i, deal, Role.CLIENT);
      moveOn(deal, 5);
      if (random.nextBoolean()) {
        gave(deal, buyer, TimeKind.MEETING);
      }
    }
  }

  private void openSearch() {
    var search = open(PursuitKind.SEARCH, "Head of Sales", "Tidewell Software");
    var stages = pursuits.candidateStages();
    for (int i = 0; i < CANDIDATES; i++) {
      var candidate = met("candidate" + i, search, Role.CANDIDATE);
      gave(search, candidate, TimeKind.APPLICATION);
      int reached = random.nextInt(stages.size());
      for (int stage = 1; stage <= reached; stage++) {
        var word = stages.get(stage).word();
        pursuits.move(workspace, search, candidate, word, member, "", before());
      }
      if (reached > 2) {
        gave(search, candidate, TimeKind.INTERVIEW);
      }
    }
  }

  private PursuitId open(PursuitKind kind, String title, String company) {
    return pursuits.open(
        workspace,
        new NewPursuit(
            kind, title, company, Source.REFERRAL, "", "", "", List.of("Sells into rail")),
        member,
        before());
  }

  private void moveOn(PursuitId deal, int stages) {
    var word = pursuits.stages(workspace, PursuitKind.DEAL).get(random.nextInt(stages)).word();
    pursuits.move(workspace, deal, word, member, "", before());
  }

  private PersonId met(String name, PursuitId in, Role role) {
    var person = people.enter(workspace, name, new EmailAddress(name + "@example.org"));
    pursuits.join(workspace, in, person, role, member, before());
    return person;
  }

  private void gave(PursuitId in, PersonId person, TimeKind kind) {
    pursuits.gave(workspace, in, person, false, kind, before(), "", member, now);
  }

  private Instant before() {
    return now.minus(Duration.ofDays(random.nextInt(DAYS)));
  }
}
