package io.politely.mail.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.mail.ImportId;
import io.politely.mail.ImportProgress;
import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.mail.Spool;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.ProgressEvents;
import io.politely.web.Toast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import politely.templates.Templates;

/** Reading mailboxes: begin, watch, stop, go on. */
@Controller
class ImportsController {

  private static final int ASIDES_SHOWN = 100;

  private final Accounts accounts;
  private final Importer importer;
  private final Mail mail;
  private final Spool spool;
  private final ProgressEvents events;
  private final Templates templates;

  ImportsController(
      Accounts accounts,
      Importer importer,
      Mail mail,
      Spool spool,
      ProgressEvents events,
      Templates templates) {
    this.accounts = accounts;
    this.importer = importer;
    this.mail = mail;
    this.spool = spool;
    this.events = events;
    this.templates = templates;
  }

  @GetMapping("/imports")
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.mailImports(frame, page(me, "", "")));
  }

  @PostMapping("/imports")
  Answer begin(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String path,
      @RequestParam(name = "file", required = false) Optional<List<MultipartFile>> files)
      throws IOException {
    var uploaded = files.orElse(List.of()).stream().filter(file -> !file.isEmpty()).toList();
    if (uploaded.isEmpty() && path.isBlank()) {
      return again(me, frame, path, "Choose a file, or enter the path of a mailbox.");
    }
    var sources = new ArrayList<Path>();
    if (!path.isBlank()) {
      if (!accounts.isOwner(me.workspace(), me.member())) {
        return again(me, frame, path, "Only the owner may name a path: upload the mailbox.");
      }
      var there = existing(path.strip());
      if (there.isEmpty()) {
        return again(me, frame, path, "There is nothing at %s.".formatted(path.strip()));
      }
      sources.add(there.get());
    }
    for (var file : uploaded) {
      sources.add(spool.keep(file.getOriginalFilename(), file::transferTo));
    }
    return Answer.seeOther("/imports/" + importer.start(me.workspace(), sources));
  }

  @GetMapping("/imports/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    var progress = progress(me, id);
    var page =
        ImportPage.of(
            progress,
            mail.importLog(me.workspace(), progress.run().id()),
            mail.quarantined(me.workspace(), progress.run().id(), ASIDES_SHOWN),
            me.zone());
    return Answer.page(templates.mailImport(frame, page));
  }

  @GetMapping(path = "/imports/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(SignedIn me, @PathVariable UUID id) {
    var run = progress(me, id).run().id();
    return events.of(
        "import " + run,
        () ->
            importer
                .progress(me.workspace(), run)
                .filter(progress -> !progress.run().state().isOver())
                .map(ImportPage::live));
  }

  @PostMapping("/imports/{id}/stops")
  Answer stop(SignedIn me, @PathVariable UUID id) {
    var run = progress(me, id).run().id();
    var said =
        importer.stop(me.workspace(), run)
            ? "It stops after the messages it is at."
            : "It was not running any more.";
    return Answer.seeOther("/imports/" + run, Toast.saying(said));
  }

  @PostMapping("/imports/{id}/resumptions")
  Answer resume(SignedIn me, @PathVariable UUID id) {
    var run = progress(me, id).run().id();
    var said =
        importer.resume(me.workspace(), run)
            ? "It goes on where it was."
            : "There is nothing left to go on with.";
    return Answer.seeOther("/imports/" + run, Toast.saying(said));
  }

  private ImportProgress progress(SignedIn me, UUID id) {
    return importer
        .progress(me.workspace(), new ImportId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Answer again(SignedIn me, Frame frame, String path, String problem) {
    return Answer.problem(templates.mailImports(frame, page(me, path, problem)));
  }

  private ImportsPage page(SignedIn me, String path, String problem) {
    return ImportsPage.of(importer.imports(me.workspace()), me.zone(), path, problem);
  }

  private static Optional<Path> existing(String path) {
    try {
      return Optional.of(Path.of(path)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
