package io.politely.pursuits.web;

import io.politely.accounts.SignedIn;
import io.politely.mail.ConversationId;
import io.politely.pursuits.MaterialId;
import io.politely.pursuits.MaterialKind;
import io.politely.pursuits.Nurture;
import io.politely.pursuits.Posting;
import io.politely.pursuits.PostingReader;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.RequirementId;
import io.politely.pursuits.SavedViewId;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Shows pursuits, opens them, and moves them on. */
@Controller
class PursuitController {

  private static final int LONGEST_REQUIREMENT = 500;

  private final Pursuits pursuits;
  private final PursuitPages pages;
  private final PostingReader postings;
  private final Templates templates;
  private final Clock clock;

  PursuitController(
      Pursuits pursuits,
      PursuitPages pages,
      PostingReader postings,
      Templates templates,
      Clock clock) {
    this.pursuits = pursuits;
    this.pages = pages;
    this.postings = postings;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * The board of one kind, or the list.
   *
   * @param kind none: the kind of what changed last
   */
  @GetMapping("/pursuits")
  Answer board(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "board") String view,
      @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(defaultValue = "false") boolean whole,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(defaultValue = "") String words) {
    var wanted = PursuitKind.of(kind).orElseGet(() -> usual(me));
    var query = new BoardQuery(wanted, !view.equals("list"), closed, waiting, whole, stage, words);
    var found =
        waiting
            ? pursuits.listWaiting(me.workspace(), query.filter(), query.mostOfStage())
            : pursuits.list(me.workspace(), query.filter(), query.mostOfStage());
    var shown = found.shown().stream().map(Pursuit::id).toList();
    return Answer.page(
        templates.pursuitsBoard(
            frame,
            BoardPage.of(
                query,
                found,
                pursuits.stages(me.workspace(), wanted),
                pursuits.owed(me.workspace(), shown, me.zone()),
                pursuits.views(me.workspace()),
                clock.instant(),
                me.zone())));
  }

  /** Keeps what is looked at under a name; the same name is another view then. */
  @PostMapping("/pursuits/views")
  Answer keepView(
      SignedIn me,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "job") String kind,
      @RequestParam(defaultValue = "board") String view,
      @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(defaultValue = "") String stage,
      @RequestParam(defaultValue = "") String words) {
    var query =
        new BoardQuery(
            PursuitKind.of(kind).orElse(PursuitKind.JOB),
            !view.equals("list"),
            closed,
            waiting,
            false,
            stage,
            words);
    var kept = pursuits.keepView(me.workspace(), name, query.path());
    return Answer.seeOther(
        query.path(),
        kept.map(id -> Toast.undoable("Kept.", "/pursuits/views/" + id))
            .orElseGet(() ->
                Toast.saying("Give the view a name of at most 60 characters; 50 can be kept.")));
  }

  @DeleteMapping("/pursuits/views/{id}")
  Answer forgetView(SignedIn me, @PathVariable UUID id) {
    var gone =
        pursuits
            .forgetView(me.workspace(), new SavedViewId(id))
            .orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such view here."));
    return Answer.seeOther(
        gone.path(), Toast.saying("The view “%s” is gone.".formatted(gone.name())));
  }

  @GetMapping("/pursuits/new")
  Answer begin(SignedIn me, Frame frame, @RequestParam(defaultValue = "job") String kind) {
    var wanted = PursuitKind.of(kind).orElse(PursuitKind.JOB);
    return Answer.page(templates.pursuitsForm(frame, fresh(PursuitForm.begun(wanted), "")));
  }

  /**
   * The form of a new pursuit with what a posting says. Nothing is kept before it is sent.
   *
   * @param address where it is posted
   * @param words the posting, pasted
   * @param file a saved page, a PDF or a text
   */
  @PostMapping("/pursuits/new/posting")
  Answer read(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "job") String kind,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
      throws IOException, InterruptedException {
    var wanted = PursuitKind.of(kind).orElse(PursuitKind.JOB);
    try {
      return Answer.page(
          templates.pursuitsForm(
              frame, fresh(PursuitForm.of(wanted, posting(address, words, file)), "")));
    } catch (PostingReader.Unreadable e) {
      var begun = PursuitForm.begun(wanted).withPosting(address, words);
      return Answer.problem(
          templates.pursuitsForm(frame, fresh(begun, String.valueOf(e.getMessage()))));
    }
  }

  private Posting posting(String address, String words, Optional<MultipartFile> file)
      throws IOException, InterruptedException, PostingReader.Unreadable {
    var chosen = file.filter(it -> !it.isEmpty());
    if (chosen.isPresent()) {
      try (var in = chosen.get().getInputStream()) {
        return postings.of(in.readNBytes(PostingReader.LARGEST + 1));
      }
    }
    return words.isBlank() && !address.isBlank() ? postings.at(address) : postings.of(words);
  }

  @PostMapping("/pursuits")
  Answer open(SignedIn me, Frame frame, @ModelAttribute PursuitForm form) {
    var entered = form.entered();
    var problem = entered.problem();
    if (problem.isPresent()) {
      return Answer.problem(templates.pursuitsForm(frame, fresh(form, problem.get())));
    }
    var id = pursuits.open(me.workspace(), entered, me.member(), clock.instant());
    return Answer.seeOther(path(id), Toast.saying("Opened."));
  }

  @GetMapping("/pursuits/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    return Answer.page(
        templates.pursuitsPursuit(frame, pages.pursuit(me, pages.required(me, id), "")));
  }

  @GetMapping("/pursuits/{id}/edit")
  Answer edit(SignedIn me, Frame frame, @PathVariable UUID id) {
    var pursuit = pages.required(me, id);
    return Answer.page(
        templates.pursuitsForm(frame, changed(pursuit.id(), PursuitForm.of(pursuit), "")));
  }

  @PutMapping("/pursuits/{id}")
  Answer describe(
      SignedIn me, Frame frame, @PathVariable UUID id, @ModelAttribute PursuitForm form) {
    var pursuit = pages.required(me, id);
    var entered = form.entered();
    var problem = entered.problem();
    if (problem.isPresent()) {
      return Answer.problem(
          templates.pursuitsForm(frame, changed(pursuit.id(), form, problem.get())));
    }
    pursuits.describe(me.workspace(), pursuit.id(), entered, clock.instant());
    return Answer.seeOther(path(pursuit.id()), Toast.saying("Saved."));
  }

  /** Moves a pursuit to a stage. */
  @PutMapping("/pursuits/{id}/stage")
  Answer move(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam String stage,
      @RequestParam(defaultValue = "") String back) {
    var pursuit = pages.required(me, id);
    if (!pursuits.move(me.workspace(), pursuit.id(), stage, me.member(), "", clock.instant())) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, "There is no such stage.");
    }
    var name = BoardPage.name(pursuits.stages(me.workspace(), pursuit.kind()), stage);
    return Answer.seeOther(
        back.isEmpty() ? path(pursuit.id()) : back,
        pursuit.stage().equals(stage)
            ? Toast.saying("It was there already.")
            : Toast.undoable(
                "%s: %s.".formatted(pursuit.title(), name),
                "%s/stage?to=%s".formatted(path(pursuit.id()), pursuit.stage())));
  }

  /** Moves it back. */
  @DeleteMapping("/pursuits/{id}/stage")
  Answer moveBack(SignedIn me, @PathVariable UUID id, @RequestParam String to) {
    var pursuit = pages.required(me, id);
    pursuits.move(me.workspace(), pursuit.id(), to, me.member(), "Moved back.", clock.instant());
    return Answer.seeOther(path(pursuit.id()), Toast.saying("Moved back."));
  }

  @PostMapping("/pursuits/{id}/requirements")
  Answer require(SignedIn me, Frame frame, @PathVariable UUID id, @RequestParam String words) {
    var pursuit = pages.required(me, id);
    if (words.isBlank() || words.length() > LONGEST_REQUIREMENT) {
      return Answer.problem(
          templates.pursuitsPursuit(
              frame,
              pages.pursuit(me, pursuit, "Say what is asked for, in at most 500 characters.")));
    }
    pursuits.require(me.workspace(), pursuit.id(), words);
    return Answer.seeOther(path(pursuit.id()) + "#asked");
  }

  @DeleteMapping("/pursuits/{id}/requirements/{requirement}")
  Answer requireNoMore(SignedIn me, @PathVariable UUID id, @PathVariable UUID requirement) {
    var pursuit = pages.required(me, id);
    boolean isGone =
        pursuits.requireNoMore(me.workspace(), pursuit.id(), new RequirementId(requirement));
    return Answer.seeOther(
        path(pursuit.id()) + "#asked",
        Toast.saying(
            isGone ? "Taken out." : "It stays: somebody was told that it came down to it."));
  }

  /** Notes what was shown or sent for it. */
  @PostMapping("/pursuits/{id}/materials")
  Answer use(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String name) {
    var pursuit = pages.required(me, id);
    var what = MaterialKind.of(kind);
    if (what.isEmpty() || name.isBlank() || name.length() > LONGEST_REQUIREMENT) {
      return Answer.problem(
          templates.pursuitsPursuit(
              frame,
              pages.pursuit(me, pursuit, "Say which version it was, in at most 500 characters.")));
    }
    pursuits.use(me.workspace(), pursuit.id(), what.get(), name, clock.instant());
    return Answer.seeOther(path(pursuit.id()) + "#materials");
  }

  @DeleteMapping("/pursuits/{id}/materials/{material}")
  Answer useNoMore(SignedIn me, @PathVariable UUID id, @PathVariable UUID material) {
    var pursuit = pages.required(me, id);
    pursuits.useNoMore(me.workspace(), pursuit.id(), new MaterialId(material));
    return Answer.seeOther(path(pursuit.id()) + "#materials", Toast.saying("Taken out."));
  }

  /** Says that a conversation with somebody in it is about something else. */
  @DeleteMapping("/pursuits/{id}/conversations/{conversation}")
  Answer setApart(SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
    var pursuit = pages.required(me, id);
    pursuits.sayWhetherBelongs(
        me.workspace(), pursuit.id(), new ConversationId(conversation), false, clock.instant());
    return Answer.seeOther(
        path(pursuit.id()) + "#talk",
        Toast.undoable(
            "It is about something else.",
            "%s/conversations/%s/mistake".formatted(path(pursuit.id()), conversation)));
  }

  /** It belongs to it after all. */
  @DeleteMapping("/pursuits/{id}/conversations/{conversation}/mistake")
  Answer takeIn(SignedIn me, @PathVariable UUID id, @PathVariable UUID conversation) {
    var pursuit = pages.required(me, id);
    pursuits.sayWhetherBelongs(
        me.workspace(), pursuit.id(), new ConversationId(conversation), true, clock.instant());
    return Answer.seeOther(path(pursuit.id()) + "#talk");
  }

  /** Lets it rest until a day. */
  @PostMapping("/pursuits/{id}/pauses")
  Answer pause(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String why) {
    var pursuit = pages.required(me, id);
    var day = day(until).filter(it -> it.isAfter(LocalDate.ofInstant(clock.instant(), me.zone())));
    if (day.isEmpty()) {
      return Answer.problem(
          templates.pursuitsPursuit(
              frame, pages.pursuit(me, pursuit, "A pause ends on a day: choose one to come.")));
    }
    pursuits.pause(
        me.workspace(), pursuit.id(), day.get(), me.member(), why.strip(), clock.instant());
    return Answer.seeOther(
        path(pursuit.id()), Toast.undoable("It rests.", path(pursuit.id()) + "/pauses"));
  }

  /** Lets it go on, whatever it was. */
  @DeleteMapping("/pursuits/{id}/pauses")
  Answer resume(SignedIn me, @PathVariable UUID id) {
    var pursuit = pages.required(me, id);
    pursuits.resume(me.workspace(), pursuit.id(), me.member(), "", clock.instant());
    return Answer.seeOther(path(pursuit.id()), Toast.saying("It goes on."));
  }

  /** Says when its people are written to again. */
  @PutMapping("/pursuits/{id}/nurture")
  Answer nurture(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String on,
      @RequestParam(defaultValue = "") String why) {
    var pursuit = pages.required(me, id);
    var today = LocalDate.ofInstant(clock.instant(), me.zone());
    var day = day(on).filter(it -> Nurture.canBe(it, today));
    if (day.isEmpty() || why.strip().length() > Nurture.LONGEST_WHY) {
      var problem =
          day.isEmpty()
              ? "Choose a day to come, within the next five years."
              : "Say why in at most 300 characters.";
      return Answer.problem(templates.pursuitsPursuit(frame, pages.pursuit(me, pursuit, problem)));
    }
    remember(me, new Nurture(pursuit.id(), day.get(), why.strip()));
    return Answer.seeOther(
        path(pursuit.id()),
        Toast.undoable("It stands on Today from that day on.", path(pursuit.id()) + "/nurture"));
  }

  /** They were written to, or will not be. */
  @DeleteMapping("/pursuits/{id}/nurture")
  Answer endNurture(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String back) {
    var pursuit = pages.required(me, id);
    var ended = pursuits.endNurture(me.workspace(), pursuit.id(), me.member(), clock.instant());
    var to = back.equals("/") ? back : path(pursuit.id());
    return ended
        .map(it ->
            Answer.seeOther(
                to,
                Toast.undoable(
                    "It is off the list.",
                    "%s/nurture/end?on=%s&why=%s"
                        .formatted(
                            path(pursuit.id()),
                            it.on(),
                            URLEncoder.encode(it.why(), StandardCharsets.UTF_8)))))
        .orElseGet(() -> Answer.seeOther(to));
  }

  /** It is on the list again, on its day, also where that is past. */
  @DeleteMapping("/pursuits/{id}/nurture/end")
  Answer nurtureAgain(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam LocalDate on,
      @RequestParam(defaultValue = "") String why) {
    var pursuit = pages.required(me, id);
    if (why.length() <= Nurture.LONGEST_WHY) {
      remember(me, new Nurture(pursuit.id(), on, why));
    }
    return Answer.seeOther(path(pursuit.id()), Toast.saying("It is on the list again."));
  }

  private void remember(SignedIn me, Nurture nurture) {
    pursuits.nurture(me.workspace(), nurture, me.member(), clock.instant());
  }

  /** Ends it: closed where nobody waits, else to the close-out. */
  @PostMapping("/pursuits/{id}/end")
  Answer end(SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String why) {
    var pursuit = pages.required(me, id);
    var state =
        pursuits
            .end(me.workspace(), pursuit.id(), me.member(), why.strip(), clock.instant())
            .orElseThrow();
    return state == PursuitState.CLOSED
        ? Answer.seeOther(
            path(pursuit.id()),
            Toast.undoable("Closed. Nobody is left hanging.", path(pursuit.id()) + "/pauses"))
        : Answer.seeOther(path(pursuit.id()) + "/close-out");
  }

  private PursuitKind usual(SignedIn me) {
    return pursuits.newest(me.workspace()).map(Pursuit::kind).orElse(PursuitKind.JOB);
  }

  private static PursuitFormPage fresh(PursuitForm form, String problem) {
    return new PursuitFormPage(
        "New pursuit", "/pursuits", true, form, problem, "/pursuits?kind=" + form.kind());
  }

  private static PursuitFormPage changed(PursuitId id, PursuitForm form, String problem) {
    return new PursuitFormPage("Change it", path(id), false, form, problem, path(id));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String path(PursuitId id) {
    return "/pursuits/" + id;
  }
}
