package io.politely.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.Accounts;
import io.politely.calendar.Calendar;
import io.politely.calendar.HostileLoad;
import io.politely.calendar.HostileLoad.Took;
import io.politely.database.EmbeddedDatabase;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/bench calendar}: a file of 10,000 events, one in fifty of them weekly, each with three
 * people; read into an empty workspace, and again. Then each calendar that was made to do harm, in
 * a process with 64 MB of memory.
 */
final class CalendarBench {

  private static final int EVENTS = 10_000;
  private static final long SEED = 7;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  private CalendarBench() {}

  static Report run() throws IOException, InterruptedException {
    var directory = Commands.temporaryDirectory("calendar");
    try (var database = EmbeddedDatabase.start(directory.resolve("data"));
        var application = Visits.start(database)) {
      var figures = measure(application);
      hostile(Files.createDirectory(directory.resolve("hostile")), figures);
      return new Report("A calendar of 10,000 events, and calendars made to do harm", figures);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static void hostile(Path directory, Map<String, Object> figures)
      throws IOException, InterruptedException {
    var all = HostileLoad.all(directory);
    figures.put("hostile calendars", HostileLoad.count());
    figures.put("of these read within 64 MB", all.size());
    figures.put("of these within a second", all.stream().filter(it -> it.seconds() <= 1).count());
    figures.put("the slowest, s", all.stream().mapToDouble(Took::seconds).max().orElse(0));
    figures.put("most that one keeps, MB", all.stream().mapToDouble(Took::kept).max().orElse(0));
    for (var one : all) {
      figures.put(
          one.name(),
          "%.2f s, %.0f MB allocated, %.1f MB kept: %s"
              .formatted(one.seconds(), one.allocated(), one.kept(), one.verdict()));
    }
  }

  private static Map<String, Object> measure(ApplicationContext application) {
    var calendar = application.getBean(Calendar.class);
    var now = application.getBean(Clock.class).instant();
    var workspace = new WorkspaceId(application.getBean(NewIds.class).next());
    application
        .getBean(Accounts.class)
        .open(
            workspace,
            "Robin",
            new EmailAddress("robin@example.com"),
            ZoneId.of("Europe/Berlin"),
            now);
    var file = file(now);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("events", EVENTS);
    figures.put("bytes", file.length);
    figures.put("read, s", seconds(() -> calendar.readFile(workspace, "a.ics", file, now)));
    figures.put(
        "meetings",
        calendar
            .between(
                workspace, now.minus(Duration.ofDays(500)), now.plus(Duration.ofDays(500)), 100_000)
            .size());
    figures.put(
        "the same again, s", seconds(() -> calendar.readFile(workspace, "a.ics", file, now)));
    return figures;
  }

  private static double seconds(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return Math.round((System.nanoTime() - begun) / 1e7) / 100.0;
  }

  private static byte[] file(Instant now) {
    var random = new Random(SEED);
    var file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for (int number = 0; number < EVENTS; number++) {
      var start = now.plus(Duration.ofMinutes(random.nextInt(800 * 24 * 60) - 400L * 24 * 60));
      file.append("BEGIN:VEVENT\r\nUID:").append(number).append("@example.org\r\n");
      file.append("DTSTAMP:").append(TIME.format(now)).append("Z\r\n");
      file.append("DTSTART;TZID=Europe/Berlin:").append(TIME.format(start)).append("\r\n");
      file.append("DURATION:PT45M\r\nSUMMARY:Meeting ").append(number).append("\r\n");
      if (number % 50 == 0) {
        file.append("RRULE:FREQ=WEEKLY;COUNT=20\r\n");
      }
      file.append("ORGANIZER:mailto:grace@example.org\r\n");
      for (int guest = 0; guest < 2; guest++) {
        file.append("ATTENDEE:mailto:guest%d@example.net\r\n".formatted(random.nextInt(2_000)));
      }
      file.append("END:VEVENT\r\n");
    }
    return file.append("END:VCALENDAR\r\n").toString().getBytes(UTF_8);
  }
}
