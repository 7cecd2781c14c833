package io.politely.bench;

import io.politely.accounts.Accounts;
import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingState;
import io.politely.calendar.NewMeeting;
import io.politely.database.EmbeddedDatabase;
import io.politely.database.NewIds;
import io.politely.interviews.InterviewsCatchUp;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import io.politely.people.People;
import io.politely.testing.StatementCount;
import io.politely.testing.Visitor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * How long pages take with 100,000 messages: from the request to the last byte of the answer, one
 * after another over loopback, after a few to warm up; and how much memory the whole application
 * needs for it. The visitor lives in the same process, so its time and memory are in the figures.
 *
 * <p>{@code bin/bench pages DIRECTORY} keeps the data there, and reads no mail when it is there
 * already.
 */
final class PagesBench {

  private static final int MESSAGES = 100_000;
  private static final int MEETINGS = 40;
  private static final int AT_A_MEETING = 3;
  private static final long SEED = 7;
  private static final EmailAddress OWNER = new EmailAddress(MadeUpMailbox.OWNER);

  private PagesBench() {}

  static Report run(Bench.Options options) throws IOException {
    if (!options.arguments().isEmpty()) {
      return measure(Path.of(options.arguments().getFirst()));
    }
    var directory = Commands.temporaryDirectory("pages");
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
        load(application, directory.resolve("made-up.mbox"));
      }
      var workspace = accounts.workspaces().getFirst();
      var figures = measure(Visits.visitor(application, workspace), application);
      return new Report("Pages with 100,000 messages", figures);
    }
  }

  private static void load(ConfigurableApplicationContext application, Path mbox)
      throws IOException {
    var now = application.getBean(Clock.class).instant();
    MadeUpMailbox.write(mbox, MESSAGES, now, SEED);
    var workspace = new WorkspaceId(application.getBean(NewIds.class).next());
    var accounts = application.getBean(Accounts.class);
    var _ = accounts.open(workspace, "Robin Hale", OWNER, ZoneOffset.UTC, now);
    accounts.replaceOwnAddresses(workspace, Set.of(OWNER), now);
    long begin = System.nanoTime();
    var run = application.getBean(Importer.class).run(workspace, List.of(mbox), _ -> {});
    application.getBean(LedgerCatchUp.class).catchUp(workspace);
    application.getBean(MailCatchUp.class).index(workspace);
    System.err.printf(
        "Loaded %,d messages in %.0f s.%n", run.imported(), (System.nanoTime() - begin) / 1e9);
  }

  private static Map<String, Object> measure(
      Visitor visitor, ConfigurableApplicationContext application) throws IOException {
    var statements = application.getBean(StatementCount.class);
    var figures = new LinkedHashMap<String, Object>();
    var pages = pages(visitor);
    pages.put("meetings", List.of("/meetings"));
    pages.put("brief", briefs(application));
    for (var page : pages.entrySet()) {
      var times = Visits.times(visitor, page.getValue(), statements);
      System.err.println(page.getKey() + ": " + times);
      figures.put(page.getKey(), times);
    }
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    figures.put("heap in use after collection, MB", heap.getUsed() >> 20);
    figures.put("heap taken, MB", heap.getCommitted() >> 20);
    figures.put("resident, MB", residentKilobytes() / 1024);
    return figures;
  }

  /** The addresses to visit in turn, by what they show. */
  private static Map<String, List<String>> pages(Visitor visitor) {
    var people = new ArrayList<String>();
    for (var name : List.of("", "?name=be", "?name=mar", "?name=ton")) {
      people.addAll(links(visitor, "/people" + name, "a[href^=/people/]"));
    }
    var companies = new ArrayList<String>();
    for (var person : people.subList(0, 40)) {
      companies.addAll(links(visitor, person, "a[href^=/companies/]"));
    }
    var conversations = new ArrayList<>(links(visitor, "/", "a[href^=/conversations/]"));
    conversations.addAll(links(visitor, "/conversations", "a[href^=/conversations/]"));
    var pages = new LinkedHashMap<String, List<String>>();
    pages.put("Today", List.of("/"));
    pages.put("Today, one list, 100 rows", List.of("/?list=ours", "/?list=theirs"));
    pages.put("Today, one list, 2,000 rows", List.of("/?list=ours&show=2000"));
    pages.put("conversation", conversations);
    pages.put("person", people);
    pages.put("people", List.of("/people"));
    pages.put("people search, a few", List.of("/people?name=beladine+mar", "/people?name=norelna"));
    pages.put("people search, many", List.of("/people?name=b", "/people?name=company1"));
    pages.put("people search, nobody", List.of("/people?name=qqq"));
    pages.put("company", companies);
    pages.put("search, rare word", List.of("/search?q=" + MadeUpMailbox.RARE));
    pages.put("search, common word", List.of("/search?q=" + MadeUpMailbox.COMMON));
    pages.put("search, first letter", List.of("/search?q=a", "/search?q=z"));
    pages.put("search, from:", List.of("/search?q=from:beladine", "/search?q=from:norelna"));
    pages.put("search, two words", List.of("/search?q=board+zi", "/search?q=deck+references"));
    pages.put("search, two common and a rare", List.of("/search?q=board+deck+zirconium"));
    pages.put("search, no hit", List.of("/search?q=qqqqqq"));
    pages.put("search, is:ours", List.of("/search?q=is:ours", "/search?q=references+is:ours"));
    pages.put("review", List.of("/review"));
    pages.put("conversations", List.of("/conversations", "/conversations?is=theirs"));
    pages.put("conversations, few of a kind", List.of("/conversations?is=unsure"));
    return pages;
  }

  /** Meetings with three people each who wrote. */
  private static List<String> briefs(ConfigurableApplicationContext application) {
    var workspace = application.getBean(Accounts.class).workspaces().getFirst();
    var member = application.getBean(Accounts.class).members(workspace).getFirst().id();
    var now = application.getBean(Clock.class).instant();
    var people =
        application
            .getBean(People.class)
            .persons(workspace, "", Optional.empty(), MEETINGS * AT_A_MEETING)
            .items();
    var briefs = new ArrayList<String>();
    for (int i = 0; i + AT_A_MEETING <= people.size(); i += AT_A_MEETING) {
      var starts = now.plus(Duration.ofHours(i));
      var attendees =
          people.subList(i, i + AT_A_MEETING).stream()
              .flatMap(person -> person.mailAddress().stream())
              .map(address -> new Attendee(address, "", Attendee.Answer.ACCEPTED, false))
              .toList();
      var id =
          application
              .getBean(Calendar.class)
              .note(
                  workspace,
                  new NewMeeting(
                      "meeting-" + i,
                      "",
                      0,
                      now,
                      "Interview " + i,
                      "",
                      "",
                      starts,
                      starts.plusSeconds(3600),
                      false,
                      ZoneOffset.UTC,
                      MeetingState.BOOKED,
                      false,
                      attendees),
                  member,
                  now);
      briefs.add("/meetings/" + id);
    }
    application.getBean(InterviewsCatchUp.class).catchUp(workspace);
    return briefs;
  }

  private static List<String> links(Visitor visitor, String page, String selector) {
    return visitor.open(page).document().select(selector).eachAttr("href").stream()
        .map(link -> link.replaceAll("[?#].*", ""))
        .filter(link -> link.length() > 30)
        .distinct()
        .toList();
  }

  /** What the operating system says of this process; the database's processes are not in it. */
  private static long residentKilobytes() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0L);
    }
  }
}
