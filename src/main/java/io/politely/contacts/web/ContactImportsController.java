package io.politely.contacts.web;

import io.politely.accounts.SignedIn;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.contacts.ContactFile.Unmapped;
import io.politely.contacts.ContactImport;
import io.politely.contacts.ContactImporter;
import io.politely.contacts.Contacts;
import io.politely.contacts.Mapping;
import io.politely.contacts.web.ContactImportsPage.Column;
import io.politely.contacts.web.ContactImportsPage.Row;
import io.politely.people.People;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.ProgressEvents;
import io.politely.web.Toast;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import politely.templates.Templates;

/** Imports people, and takes imports back. */
@Controller
class ContactImportsController {

  private static final int LONGEST_NAME = 200;
  private static final int PEOPLE_SHOWN = 50;
  private static final int DOUBLES_COUNTED = 100;

  private final Contacts contacts;
  private final ContactImporter importer;
  private final People people;
  private final ProgressEvents events;
  private final Templates templates;
  private final Clock clock;

  ContactImportsController(
      Contacts contacts,
      ContactImporter importer,
      People people,
      ProgressEvents events,
      Templates templates,
      Clock clock) {
    this.contacts = contacts;
    this.importer = importer;
    this.events = events;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/people/imports")
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.contactsImports(frame, page(me, "", List.of())));
  }

  /** Imports a file; with headers and fields, remembers first what these columns hold. */
  @PostMapping("/people/imports")
  Answer begin(
      SignedIn me,
      Frame frame,
      MultipartHttpServletRequest request,
      @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
      throws IOException {
    if (file.isEmpty() || file.get().isEmpty()) {
      return again(me, frame, "Choose a file.", List.of());
    }
    if (file.get().getSize() > Contacts.LARGEST_FILE) {
      return again(me, frame, Contacts.TOO_LARGE.why(), List.of());
    }
    remember(me, values(request, "header"), values(request, "field"));
    return switch (contacts.read(me.workspace(), file.get().getBytes())) {
      case OfPeople found -> {
        var begun =
            importer.start(me.workspace(), name(file.get()), found, me.member(), clock.instant());
        yield Answer.seeOther(ContactImportsPage.path(begun));
      }
      case Unmapped unmapped -> again(me, frame, "", columns(unmapped));
      case Refused refused -> again(me, frame, refused.why(), List.of());
    };
  }

  @GetMapping("/people/imports/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    // Asked before the store: an import that ends in between is then shown as it was, not as cut
    // off.
    boolean running = importer.isRunning(id);
    var shown = known(me, id);
    var named = contacts.people(me.workspace(), id, PEOPLE_SHOWN);
    var page =
        ContactImportPage.of(
            shown,
            running,
            List.copyOf(new LinkedHashSet<>(named)),
            people.persons(me.workspace(), named),
            people.suggestedMerges(me.workspace(), DOUBLES_COUNTED).size(),
            clock.instant(),
            me.zone());
    return Answer.page(templates.contactsImport(frame, page));
  }

  @GetMapping(path = "/people/imports/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(SignedIn me, @PathVariable UUID id) {
    known(me, id);
    return events.of(
        "import of people " + id,
        () ->
            Optional.of(known(me, id))
                .filter(_ -> importer.isRunning(id))
                .map(ContactImportPage::live));
  }

  @PostMapping("/people/imports/{id}/stops")
  Answer stop(SignedIn me, @PathVariable UUID id) {
    var path = ContactImportsPage.path(known(me, id));
    return Answer.seeOther(
        path,
        Toast.saying(
            importer.stop(me.workspace(), id)
                ? "It stops after the rows it is at."
                : "It was not running any more."));
  }

  @DeleteMapping("/people/imports/{id}")
  Answer undo(SignedIn me, @PathVariable UUID id) {
    if (contacts.undo(me.workspace(), id, clock.instant()).isEmpty()) {
      throw unknown();
    }
    return Answer.seeOther(
        "/people/imports", Toast.saying("Taken back. The same file brings everything again."));
  }

  private ContactImport known(SignedIn me, UUID id) {
    return contacts
        .contactImport(me.workspace(), id)
        .orElseThrow(ContactImportsController::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such import here.");
  }

  private void remember(SignedIn me, List<String> header, List<String> words) {
    if (!header.isEmpty() && header.size() == words.size()) {
      Mapping.of(words)
          .filter(Mapping::namesSomebody)
          .ifPresent(mapping -> contacts.remember(me.workspace(), header, mapping));
    }
  }

  private Answer again(SignedIn me, Frame frame, String problem, List<Column> columns) {
    return Answer.problem(templates.contactsImports(frame, page(me, problem, columns)));
  }

  private ContactImportsPage page(SignedIn me, String problem, List<Column> columns) {
    var now = clock.instant();
    return new ContactImportsPage(
        problem,
        columns,
        contacts.imports(me.workspace()).stream()
            .map(one -> Row.of(one, importer.isRunning(one.id()), now, me.zone()))
            .toList());
  }

  private static List<Column> columns(Unmapped table) {
    return IntStream.range(0, table.header().size())
        .mapToObj(i ->
            new Column(
                "field-" + i,
                table.header().get(i),
                i < table.example().size() ? table.example().get(i) : "",
                table.guess().columns().get(i).word()))
        .toList();
  }

  /** As they were sent: a header may contain commas, and Spring would take it apart there. */
  private static List<String> values(MultipartHttpServletRequest request, String name) {
    var values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }

  private static String name(MultipartFile file) {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("\\p{Cc}", "");
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    return last.isEmpty() ? "A file" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
  }
}
