package io.politely.calendar;

import io.politely.kernel.WorkspaceId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts events of our own into a calendar on a server, when the user asks for it. They are private:
 * read again, they say no more than that one is busy, and nothing is opened for them.
 */
@Component
public class OwnEvents {

  private final Calendar calendar;
  private final CalDavGateway server;
  private final Clock clock;

  OwnEvents(Calendar calendar, CalDavGateway server, Clock clock) {
    this.calendar = calendar;
    this.server = server;
    this.clock = clock;
  }

  /** The calendar into which they are put: the first on a server. */
  public Optional<CalendarSource> target(WorkspaceId workspace) {
    return calendar.sources(workspace).stream()
        .filter(it -> it.kind() == SourceKind.SERVER && !it.isDisconnected())
        .findFirst();
  }

  /**
   * Puts one there.
   *
   * @param uid so that it is put there once
   * @return a sentence: that it is there, or why not
   */
  public String write(
      WorkspaceId workspace,
      String uid,
      String title,
      String words,
      Instant starts,
      Duration length,
      ZoneId zone) {
    var target = target(workspace);
    if (target.isEmpty()) {
      return "Connect a calendar on a server first: files and feeds can only be read.";
    }
    var password = calendar.password(workspace, target.get().id());
    if (password.isEmpty()) {
      return "Its password cannot be read any more: connect the calendar again.";
    }
    var event =
        new EventText(
            uid,
            null,
            false,
            0,
            clock.instant(),
            IcsWriter.time(starts, zone),
            new EventText.Length(0, length.toSeconds()),
            null,
            null,
            List.of(),
            List.of(),
            title,
            "",
            words,
            false,
            true,
            false,
            List.of());
    try {
      server.put(
          URI.create(target.get().address()).resolve(uid + ".ics"),
          new ServerLogin(target.get().login(), password.get()),
          "",
          IcsWriter.write(List.of(event)));
      return "It is in “%s”.".formatted(target.get().name());
    } catch (FileAlreadyExistsException e) {
      return "It is there already.";
    } catch (IOException e) {
      return CalendarRefresh.sentence(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "It was stopped before it was written.";
    }
  }
}
