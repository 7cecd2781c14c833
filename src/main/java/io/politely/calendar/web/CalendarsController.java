package io.politely.calendar.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.calendar.CalDavGateway;
import io.politely.calendar.Calendar;
import io.politely.calendar.CalendarRefresh;
import io.politely.calendar.CalendarSource;
import io.politely.calendar.ReadReport;
import io.politely.calendar.ServerCalendar;
import io.politely.calendar.ServerLogin;
import io.politely.calendar.SourceId;
import io.politely.calendar.web.CalendarsPage.ServerForm;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Moments;
import io.politely.web.Toast;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Connects calendars, and shows how far they are known. */
@Controller
class CalendarsController {

  private static final String HERE = "/calendars";
  private static final int LARGEST_FILE = 16 << 20;
  private static final int LONGEST_NAME = 200;

  private final Calendar calendar;
  private final CalendarRefresh refresh;
  private final CalDavGateway server;
  private final Accounts accounts;
  private final Templates templates;
  private final Clock clock;

  CalendarsController(
      Calendar calendar,
      CalendarRefresh refresh,
      CalDavGateway server,
      Accounts accounts,
      Templates templates,
      Clock clock) {
    this.calendar = calendar;
    this.refresh = refresh;
    this.server = server;
    this.accounts = accounts;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(
        templates.calendarCalendars(
            frame, CalendarsPage.of(calendar.sources(me.workspace()), moments(me))));
  }

  @PostMapping("/calendars/files")
  Answer file(
      SignedIn me,
      Frame frame,
      @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
      throws IOException {
    if (file.isEmpty() || file.get().isEmpty()) {
      return problem(me, frame, "Choose a file.");
    }
    if (file.get().getSize() > LARGEST_FILE) {
      return problem(me, frame, "The file is larger than 16 MB, and was not read.");
    }
    return calendar
        .readFile(me.workspace(), name(file.get()), file.get().getBytes(), clock.instant())
        .map(report -> Answer.seeOther(HERE, Toast.saying(report.sentence())))
        .orElseGet(() -> problem(me, frame, "This is no calendar file."));
  }

  @PostMapping("/calendars/feeds")
  Answer feed(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String name) {
    checkOwner(me);
    var feed = address(address);
    return feed.isEmpty()
        ? problem(me, frame, "Enter a whole address that begins with https.")
        : read(
            me,
            calendar.connectFeed(
                me.workspace(), name.isBlank() ? feed.get().getHost() : name.strip(), feed.get()));
  }

  /** Asks a server which calendars there are. */
  @PostMapping("/calendars/searches")
  Answer search(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String password)
      throws InterruptedException {
    checkOwner(me);
    var form = new ServerForm(address.strip(), login.strip(), "");
    var at = address(address);
    if (at.isEmpty()) {
      return shown(me, frame, "Enter a whole address that begins with https.", form, List.of());
    }
    try {
      var found = server.discover(at.get(), new ServerLogin(login.strip(), password));
      return found.isEmpty()
          ? shown(me, frame, "There is no calendar for events on this server.", form, found)
          : shown(
              me,
              frame,
              "",
              form.carrying(calendar.carried(me.workspace(), found.getFirst().address(), password)),
              found);
    } catch (IOException e) {
      return shown(me, frame, CalendarRefresh.sentence(e), form, List.of());
    }
  }

  @PostMapping("/calendars/servers")
  Answer connect(
      SignedIn me,
      Frame frame,
      @RequestParam String calendarAddress,
      @RequestParam(defaultValue = "Calendar") String name,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String carried) {
    checkOwner(me);
    var at = address(calendarAddress);
    if (at.isEmpty()) {
      return problem(me, frame, "Enter a whole address that begins with https.");
    }
    return calendar
        .opened(me.workspace(), at.get(), carried)
        .map(password ->
            read(
                me,
                calendar.connectServer(
                    me.workspace(), cut(name.strip()), at.get(), login.strip(), password)))
        .orElseGet(() -> problem(me, frame, "Look for the calendars of this server once more."));
  }

  @PostMapping("/calendars/{id}/readings")
  Answer readAgain(SignedIn me, @PathVariable UUID id) {
    return read(me, known(me, id).id());
  }

  @DeleteMapping("/calendars/{id}")
  Answer disconnect(SignedIn me, @PathVariable UUID id) {
    checkOwner(me);
    var source = known(me, id);
    calendar.disconnect(me.workspace(), source.id(), clock.instant());
    return Answer.seeOther(
        HERE,
        Toast.undoable(
            "Disconnected. What only it told of, and is not over, is called off.",
            HERE + "/" + id + "/removal"));
  }

  @DeleteMapping("/calendars/{id}/removal")
  Answer bringBack(SignedIn me, @PathVariable UUID id) {
    var source = known(me, id);
    calendar.connectAgain(me.workspace(), source.id(), clock.instant());
    return Answer.seeOther(HERE, Toast.saying("It is back."));
  }

  private Answer read(SignedIn me, SourceId source) {
    return Answer.seeOther(
        HERE,
        Toast.saying(
            refresh
                .read(me.workspace(), source)
                .map(ReadReport::sentence)
                .orElse("It could not be read: see what is wrong.")));
  }

  private Answer problem(SignedIn me, Frame frame, String problem) {
    return shown(me, frame, problem, ServerForm.EMPTY, List.of());
  }

  private Answer shown(
      SignedIn me, Frame frame, String problem, ServerForm form, List<ServerCalendar> found) {
    var page =
        CalendarsPage.of(calendar.sources(me.workspace()), moments(me), problem, form, found);
    var model = templates.calendarCalendars(frame, page);
    return problem.isEmpty() ? Answer.page(model) : Answer.problem(model);
  }

  private CalendarSource known(SignedIn me, UUID id) {
    return calendar
        .source(me.workspace(), new SourceId(id))
        .orElseThrow(() ->
            new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such calendar here."));
  }

  /** Whoever connects calendars makes this machine talk to any server that they name. */
  private void checkOwner(SignedIn me) {
    if (!accounts.isOwner(me.workspace(), me.member())) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Only the owner of a workspace connects calendars.");
    }
  }

  private Moments moments(SignedIn me) {
    return new Moments(clock.instant(), me.zone());
  }

  private static Optional<URI> address(String typed) {
    try {
      var text = typed.strip().replaceFirst("(?i)^webcals?://", "https://");
      var address = new URI(text);
      var scheme = Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
      return address.getHost() != null && scheme.startsWith("http")
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String name(MultipartFile file) {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("\\p{Cc}", "");
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    return last.isEmpty() ? "A file" : cut(last);
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }
}
