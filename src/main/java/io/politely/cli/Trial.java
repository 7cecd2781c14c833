package io.politely.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.politely.accounts.Accounts;
import io.politely.cli.ApplicationOptions.Database;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.ledger.Ledger;
import io.politely.ledger.LedgerCatchUp;
import io.politely.ledger.Matter;
import io.politely.ledger.Move;
import io.politely.mail.ImportLogEntry;
import io.politely.mail.ImportRun;
import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.mail.Quarantined;
import io.politely.people.Names;
import io.politely.people.People;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** A first look at mailboxes: read them, say whose move it is, show the pages. */
@Edge
final class Trial {

  private static final int ROWS = 8;
  private static final int ROWS_SET_ASIDE = 1_000;

  private final ApplicationOptions options;
  private final PrintWriter out;
  private final PrintWriter err;

  Trial(ApplicationOptions options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** How the result is printed. */
  enum Format {
    TEXT,
    JSON
  }

  /**
   * What is wanted.
   *
   * @param me the user's own addresses; empty: to be guessed
   * @param asOf the moment to show it at; empty: now
   * @param story what the person whose mailbox it is has done with it, in the demo
   * @param serve whether to show the pages afterwards
   */
  record Wish(
      List<Path> mailboxes,
      List<EmailAddress> me,
      Optional<Instant> asOf,
      Optional<DemoStory> story,
      Format format,
      boolean serve,
      int port) {

    Wish {
      mailboxes = List.copyOf(mailboxes);
      me = List.copyOf(me);
    }

    OptionalInt pages() {
      return serve ? OptionalInt.of(port) : OptionalInt.empty();
    }
  }

  void run(Wish wish) {
    try (var scratch = Scratch.create();
        var application = open(wish, scratch)) {
      // Ctrl-C ends the program without coming back here.
      var cleanUp = new Thread(() -> close(application, scratch));
      Runtime.getRuntime().addShutdownHook(cleanUp);
      lookWhileThereIsRoom(wish, scratch, application);
      Runtime.getRuntime().removeShutdownHook(cleanUp);
    }
  }

  private RunningApplication open(Wish wish, Scratch scratch) {
    var database =
        options.saysWhere() ? options.database() : new Database.Embedded(scratch.resolve("data"));
    Map<String, Object> settings = new HashMap<>();
    wish.asOf().ifPresent(moment -> settings.put("politely.as-of", moment.toString()));
    return RunningApplication.open(options.application(), database, wish.pages(), settings);
  }

  private static void close(RunningApplication application, Scratch scratch) {
    application.close();
    scratch.close();
  }

  private void lookWhileThereIsRoom(Wish wish, Scratch scratch, RunningApplication application) {
    try {
      look(wish, scratch, application);
    } catch (DataAccessException | TransactionException e) {
      if (application.hasRoom()) {
        throw e;
      }
      throw new CommandFailed(
          options.saysWhere()
              ? "The disk is full. What was read so far is kept; make room, then run the same"
                  + " again."
              : "The disk is full: make room where temporary files go, or say with --data where"
                  + " there is some.");
    }
  }

  private void look(Wish wish, Scratch scratch, RunningApplication application) {
    var workspace = FirstWorkspace.of(application);
    var me = new LinkedHashSet<>(wish.me());
    var mailboxes = present(wish, scratch, application, me);
    var accounts = application.bean(Accounts.class);
    var clock = application.bean(Clock.class);
    if (!me.isEmpty()) {
      accounts.replaceOwnAddresses(workspace.id(), me, clock.instant());
    }
    long begin = System.nanoTime();
    var run = read(workspace, mailboxes, application);
    if (me.isEmpty() && accounts.ownAddresses(workspace.id()).isEmpty()) {
      guessOwner(workspace, application);
    }
    application.bean(LedgerCatchUp.class).catchUp(workspace.id());
    wish.story().ifPresent(it -> it.play(workspace, application::bean));
    double ledger = secondsSince(begin);
    if (wish.format() == Format.TEXT) {
      printLists(workspace, application);
    }
    if (wish.serve()) {
      out.printf("Look at it: %s%n", workspace.signInLink(application));
      out.printf("(The link works once, for an hour. Ctrl-C ends the look.)%n");
      out.flush();
      Browser.open(workspace.signInLink(application));
      application.bean(MailCatchUp.class).index(workspace.id());
      application.await();
    } else if (wish.format() == Format.JSON) {
      application.bean(MailCatchUp.class).index(workspace.id());
      var seconds = new TryResult.Seconds(ledger, secondsSince(begin));
      out.println(
          JsonMapper.shared().writeValueAsString(result(workspace, application, run, seconds)));
    }
  }

  /** The mailboxes to read; those of the sample as copies with present dates. */
  private static List<Path> present(
      Wish wish, Scratch scratch, RunningApplication application, Set<EmailAddress> me) {
    var now = application.bean(Clock.class).instant();
    var mailboxes =
        wish.mailboxes().stream()
            .map(mailbox ->
                Sample.of(mailbox)
                    .map(sample -> {
                      if (me.isEmpty()) {
                        me.addAll(sample.me());
                      }
                      var name = mailbox.toAbsolutePath().normalize().getFileName();
                      return Sample.shiftedCopy(
                          mailbox, scratch.resolve("sample").resolve(name), sample.weeks(now));
                    })
                    .orElse(mailbox));
    var here = LocalDateTime.ofInstant(now, ZoneId.systemDefault());
    var next = wish.story().map(it -> it.mail(scratch.resolve("next"), here));
    return Stream.concat(mailboxes, next.stream()).toList();
  }

  private ImportRun read(
      FirstWorkspace workspace, List<Path> mailboxes, RunningApplication application) {
    var progress = new ProgressLine(err);
    var run = application.bean(Importer.class).run(workspace.id(), mailboxes, progress::show);
    progress.end();
    application.bean(Mail.class).importLog(workspace.id(), run.id()).stream()
        .map(ImportLogEntry::sentence)
        .filter(sentence -> !sentence.equals(run.problem())) // which is said at the end
        .forEach(err::println);
    if (run.messages() == 0) {
      throw new CommandFailed(
          Optional.ofNullable(run.problem()).orElse("No mail was found in what was given."));
    }
    if (run.problem() != null) {
      throw new CommandFailed(run.problem());
    }
    if (run.quarantined() == run.messages()) {
      throw new CommandFailed(
          "Nothing could be read as mail. " + whySetAside(workspace, run, application));
    }
    err.printf(
        "Read %,d %s: %,d new, %,d known already, %,d set aside.%n",
        run.messages(),
        run.messages() == 1 ? "message" : "messages",
        run.imported(),
        run.duplicates(),
        run.quarantined());
    if (run.quarantined() > 0) {
      err.println("Set aside, with nothing lost: " + whySetAside(workspace, run, application));
    }
    return run;
  }

  /**
   * The most frequent reason, and that there are others; all of them stand on the import's page.
   */
  private static String whySetAside(
      FirstWorkspace workspace, ImportRun run, RunningApplication application) {
    var times =
        application.bean(Mail.class).quarantined(workspace.id(), run.id(), ROWS_SET_ASIDE).stream()
            .collect(groupingBy(Quarantined::reason, TreeMap::new, counting()));
    var first =
        times.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("It was set aside by an earlier import.");
    return times.size() > 1 ? first + " (And for other reasons.)" : first;
  }

  private void guessOwner(FirstWorkspace workspace, RunningApplication application) {
    var guess = application.bean(Mail.class).guessOwnAddresses(workspace.id());
    if (guess.addresses().isEmpty()) {
      err.println(guess.reason() + " Say it with --me.");
      return;
    }
    application
        .bean(Accounts.class)
        .replaceOwnAddresses(
            workspace.id(), guess.addresses(), application.bean(Clock.class).instant());
    err.println(
        "Taking you for %s: %s Say otherwise with --me."
            .formatted(
                String.join(", ", guess.addresses().stream().map(EmailAddress::value).toList()),
                guess.reason()));
  }

  private void printLists(FirstWorkspace workspace, RunningApplication application) {
    var ledger = application.bean(Ledger.class);
    var now = application.bean(Clock.class).instant();
    var counts = ledger.counts(workspace.id(), now);
    var ours = ledger.ours(workspace.id(), now, ROWS);
    var theirs = ledger.theirs(workspace.id(), now, ROWS);
    var scheduled = ledger.scheduled(workspace.id(), now, ROWS);
    var unsure = ledger.unsure(workspace.id(), now, ROWS);
    var text =
        new TodayText(
            names(workspace, application, Stream.of(ours, theirs, scheduled, unsure)),
            now,
            ZoneId.systemDefault());
    out.println();
    out.print(text.list("Your move", counts.ours(), ours));
    out.print(text.list("Their move", counts.theirs(), theirs));
    out.print(text.list("Scheduled", counts.scheduled(), scheduled));
    out.print(text.list("Unsure", counts.unsure(), unsure));
    out.printf("Nobody's move: %,d. Closed: %,d.%n%n", counts.nobodys(), counts.closed());
    out.flush();
  }

  private static Names names(
      FirstWorkspace workspace, RunningApplication application, Stream<List<Matter>> lists) {
    var moves = lists.flatMap(List::stream).map(Matter::move).toList();
    var mentioned = Names.mentioned(moves.stream().map(Move::reason).toList());
    var addresses =
        Stream.concat(moves.stream().flatMap(move -> move.with().stream()), mentioned.stream());
    return new Names(
        application.bean(People.class).whoAre(workspace.id(), addresses.distinct().toList()));
  }

  private static TryResult result(
      FirstWorkspace workspace,
      RunningApplication application,
      ImportRun run,
      TryResult.Seconds seconds) {
    var ledger = application.bean(Ledger.class);
    var counts = ledger.counts(workspace.id(), application.bean(Clock.class).instant());
    var moves =
        new TryResult.Moves(
            counts.ours(),
            counts.theirs(),
            counts.scheduled(),
            counts.nobodys(),
            counts.closed(),
            counts.unsure());
    return new TryResult(
        run.messages(),
        run.imported(),
        run.duplicates(),
        run.quarantined(),
        application.bean(People.class).count(workspace.id()),
        moves.all(),
        moves,
        seconds,
        ledger.digest(workspace.id()));
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
