package io.politely.calendar;

import io.politely.accounts.Accounts;
import io.politely.accounts.Rounds;
import io.politely.http.HttpGateway;
import io.politely.http.HttpGateway.Reply;
import io.politely.kernel.WorkspaceId;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks feeds and servers what they tell now: in rounds, and when somebody wants to know. */
@Component
public class CalendarRefresh {

  /** What the mark of a feed begins with. */
  private static final String VERSION = "version:";

  private static final String SINCE = "since:";
  private static final String TOO_LARGE = "It is larger than 16 MB, and was not read.";

  private final Calendar calendar;
  private final IcsReader reader;
  private final HttpGateway http;
  private final CalDavGateway server;
  private final Accounts accounts;
  private final CalendarSettings settings;
  private final Clock clock;
  private @Nullable Rounds rounds;

  CalendarRefresh(
      Calendar calendar,
      EventIntake intake,
      HttpGateway http,
      CalDavGateway server,
      Accounts accounts,
      CalendarSettings settings,
      Clock clock) {
    this.calendar = calendar;
    this.reader = intake.reader();
    this.http = http;
    this.server = server;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Reads a source now. What is wrong is noted on it.
   *
   * @return empty where it could not be read
   */
  public Optional<ReadReport> read(WorkspaceId workspace, SourceId id) {
    var source =
        calendar.source(workspace, id).filter(it -> it.kind().isAsked() && !it.isDisconnected());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          source.get().kind() == SourceKind.FEED
              ? feed(workspace, source.get())
              : server(workspace, source.get()));
    } catch (IOException e) {
      calendar.hasProblem(workspace, id, sentence(e), clock.instant());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Reads all sources, and brings near what repeats. */
  public void readAll(WorkspaceId workspace) {
    for (var source : calendar.sources(workspace)) {
      read(workspace, source.id());
    }
    calendar.roll(workspace, clock.instant());
  }

  private ReadReport feed(WorkspaceId workspace, CalendarSource source)
      throws IOException, InterruptedException {
    var answer = fetched(source);
    if (answer.status() == 304 && !source.mark().isEmpty()) {
      return calendar.toldNothingNew(workspace, source, clock.instant());
    }
    if (answer.status() != 200) {
      throw new IOException(
          switch (answer.status()) {
            case 401, 403 -> "The server does not show it any more: its address may be a new one.";
            case 404, 410 -> "There is no calendar at this address any more.";
            default -> "The server answered with %d.".formatted(answer.status());
          });
    }
    if (answer.body().length > IcsReader.LARGEST_FILE) {
      throw new IOException(TOO_LARGE);
    }
    var reading = reader.read(answer.body());
    if (!reading.isCalendar()) {
      throw new IOException("What lies at this address is no calendar.");
    }
    return calendar.told(workspace, source.id(), reading, mark(answer, reading), clock.instant());
  }

  private Reply fetched(CalendarSource source) throws IOException, InterruptedException {
    var headers = new HashMap<String, String>();
    headers.put("Accept", "text/calendar");
    if (source.mark().startsWith(VERSION)) {
      headers.put("If-None-Match", source.mark().substring(VERSION.length()));
    } else if (source.mark().startsWith(SINCE)) {
      headers.put("If-Modified-Since", source.mark().substring(SINCE.length()));
    }
    try {
      return http.file(URI.create(source.address()), headers);
    } catch (HttpGateway.TooLargeException e) {
      throw new IOException(TOO_LARGE, e);
    }
  }

  /** How the server calls this version; what was cut off is asked for again. */
  private static String mark(Reply answer, IcsReading reading) {
    var version = answer.header("etag");
    var since = answer.header("last-modified");
    if (!reading.isWhole()) {
      return "";
    }
    return !version.isEmpty() ? VERSION + version : since.isEmpty() ? "" : SINCE + since;
  }

  private ReadReport server(WorkspaceId workspace, CalendarSource source)
      throws IOException, InterruptedException {
    var password = calendar.password(workspace, source.id());
    if (password.isEmpty()) {
      throw new IOException("Its password cannot be read any more: connect it again.");
    }
    var changes =
        server.changes(
            URI.create(source.address()),
            new ServerLogin(source.login(), password.get()),
            source.mark(),
            calendar.etags(workspace, source.id()));
    return calendar.told(workspace, source.id(), changes, clock.instant());
  }

  /** What went wrong, as the user may read it. */
  public static String sentence(IOException e) {
    var message = e.getMessage();
    return message == null || !message.endsWith(".") ? "It could not be reached." : message;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (!settings.refresh().isZero()) {
      rounds = Rounds.start("calendars", settings.refresh(), accounts::workspaces, this::readAll);
    }
  }

  @PreDestroy
  void stop() {
    if (rounds != null) {
      rounds.close();
    }
  }
}
