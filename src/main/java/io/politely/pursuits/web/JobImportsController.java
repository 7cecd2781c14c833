package io.politely.pursuits.web;

import io.politely.accounts.SignedIn;
import io.politely.database.NewIds;
import io.politely.pursuits.JobFile.OfJobs;
import io.politely.pursuits.JobFile.Refused;
import io.politely.pursuits.JobImporter;
import io.politely.pursuits.JobMapping;
import io.politely.pursuits.NewJobs;
import io.politely.pursuits.PursuitImport;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Pursuits;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.ProgressEvents;
import io.politely.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import politely.templates.Templates;

/** Imports jobs from other programs: choose a file, look at what it holds, import, take back. */
@Controller
class JobImportsController {

  private static final String PATH = "/pursuits/imports";
  private static final int LONGEST_NAME = 200;
  private static final int SHOWN = 50;

  private final Pursuits pursuits;
  private final JobImporter importer;
  private final HeldJobs held;
  private final ProgressEvents events;
  private final Templates templates;
  private final NewIds ids;
  private final Clock clock;

  JobImportsController(
      Pursuits pursuits,
      JobImporter importer,
      HeldJobs held,
      ProgressEvents events,
      Templates templates,
      NewIds ids,
      Clock clock) {
    this.pursuits = pursuits;
    this.importer = importer;
    this.held = held;
    this.events = events;
    this.templates = templates;
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping(PATH)
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(templates.pursuitsImports(frame, page(me, "")));
  }

  /** Reads a file, and shows what would be imported; nothing is kept yet. */
  @PostMapping(PATH)
  Answer choose(
      SignedIn me,
      Frame frame,
      @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
      throws IOException {
    if (file.isEmpty() || file.get().isEmpty()) {
      return again(me, frame, "Choose a file.");
    }
    return switch (pursuits.readJobs(me.workspace(), file.get().getBytes())) {
      case OfJobs(var table) -> {
        var id = ids.next();
        held.hold(id, new HeldFile(me.workspace(), me.member(), name(file.get()), table));
        yield Answer.seeOther(PATH + "/files/" + id);
      }
      case Refused(var why) -> again(me, frame, why);
    };
  }

  @GetMapping(PATH + "/files/{id}")
  Answer look(SignedIn me, Frame frame, @PathVariable UUID id) {
    var file = held.held(me.workspace(), me.member(), id);
    if (file.isEmpty()) {
      return Answer.seeOther(PATH, Toast.saying("Choose the file again: it is not kept for long."));
    }
    var mapping = pursuits.jobMapping(me.workspace(), file.get().table());
    return Answer.page(templates.pursuitsImportFile(frame, page(me, id, file.get(), mapping)));
  }

  /**
   * Remembers what columns and stages are, and imports, or shows anew what would be imported.
   *
   * @param act "look" or "import"
   */
  @PostMapping(PATH + "/files/{id}")
  Answer begin(
      SignedIn me,
      Frame frame,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "look") String act) {
    var file = held.held(me.workspace(), me.member(), id);
    if (file.isEmpty()) {
      return Answer.seeOther(PATH, Toast.saying("Choose the file again: it is not kept for long."));
    }
    var table = file.get().table();
    var mapping =
        JobMapping.of(values(request, "field"))
            .filter(it -> it.columns().size() == table.header().size() && it.namesJobs());
    if (mapping.isEmpty()) {
      var page = page(me, id, file.get(), pursuits.jobMapping(me.workspace(), table));
      return Answer.problem(
          templates.pursuitsImportFile(
              frame, page.withProblem("Say which column is the title, or the company.")));
    }
    var stages = stages(request);
    pursuits.rememberJobs(me.workspace(), table, mapping.get(), stages);
    var jobs = pursuits.jobs(me.workspace(), table, mapping.get());
    if (act.equals("import") && stages.keySet().containsAll(jobs.stageOf().keySet())) {
      var begun =
          importer.start(me.workspace(), file.get().name(), jobs, me.member(), clock.instant());
      held.forget(id);
      return Answer.seeOther(JobImportPage.path(begun));
    }
    return Answer.seeOther(PATH + "/files/" + id);
  }

  @GetMapping(PATH + "/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    boolean running = importer.isRunning(id);
    return Answer.page(
        templates.pursuitsImport(
            frame,
            JobImportPage.of(
                known(me, id),
                running,
                pursuits.ofImport(me.workspace(), id, SHOWN),
                pursuits.stages(me.workspace(), PursuitKind.JOB),
                clock.instant(),
                me.zone())));
  }

  @GetMapping(path = PATH + "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(SignedIn me, @PathVariable UUID id) {
    known(me, id);
    return events.of(
        "import of jobs " + id,
        () ->
            Optional.of(known(me, id))
                .filter(_ -> importer.isRunning(id))
                .map(JobImportPage::live));
  }

  @PostMapping(PATH + "/{id}/stops")
  Answer stop(SignedIn me, @PathVariable UUID id) {
    var path = JobImportPage.path(known(me, id));
    return Answer.seeOther(
        path,
        Toast.saying(
            importer.stop(me.workspace(), id)
                ? "It stops after the jobs it is at."
                : "It was not running any more."));
  }

  @DeleteMapping(PATH + "/{id}")
  Answer undo(SignedIn me, @PathVariable UUID id) {
    if (pursuits.undoImport(me.workspace(), id, clock.instant()).isEmpty()) {
      throw unknown();
    }
    return Answer.seeOther(
        PATH, Toast.saying("Taken back, but for what you did something with since."));
  }

  private PursuitImport known(SignedIn me, UUID id) {
    return pursuits.jobImport(me.workspace(), id).orElseThrow(JobImportsController::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such import here.");
  }

  private Answer again(SignedIn me, Frame frame, String problem) {
    return Answer.problem(templates.pursuitsImports(frame, page(me, problem)));
  }

  private JobImportsPage page(SignedIn me, String problem) {
    return JobImportsPage.of(
        problem,
        pursuits.jobImports(me.workspace()),
        importer::isRunning,
        clock.instant(),
        me.zone());
  }

  private JobFilePage page(SignedIn me, UUID id, HeldFile file, JobMapping mapping) {
    NewJobs jobs = pursuits.jobs(me.workspace(), file.table(), mapping);
    return JobFilePage.of(
        PATH + "/files/" + id,
        file,
        mapping,
        jobs,
        pursuits.countJobs(me.workspace(), jobs),
        pursuits.stages(me.workspace(), PursuitKind.JOB));
  }

  private static Map<String, String> stages(HttpServletRequest request) {
    var names = values(request, "name");
    var words = values(request, "stage");
    var stages = new LinkedHashMap<String, String>();
    for (int i = 0; i < Math.min(names.size(), words.size()); i++) {
      stages.put(names.get(i), words.get(i));
    }
    return stages;
  }

  /** As they were sent: a name may contain commas, and Spring would take it apart there. */
  private static List<String> values(HttpServletRequest request, String name) {
    var values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }

  private static String name(MultipartFile file) {
    var name = Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("\\p{Cc}", "");
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
    return last.isEmpty() ? "A file" : last.substring(0, Math.min(last.length(), LONGEST_NAME));
  }
}
