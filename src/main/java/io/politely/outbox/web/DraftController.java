package io.politely.outbox.web;

import io.politely.accounts.SignedIn;
import io.politely.database.NewIds;
import io.politely.mail.ConversationId;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.Draft;
import io.politely.outbox.DraftId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Enclosure;
import io.politely.outbox.Leaving;
import io.politely.outbox.Outbox;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Where letters are written. Whatever is sent here is saved first, and judged then. */
@Controller
class DraftController {

  /** More is refused before it is read into memory. */
  private static final long LARGEST_FILE = 20L << 20;

  private final Outbox outbox;
  private final Mailboxes mailboxes;
  private final Mail mail;
  private final ComposePages pages;
  private final Templates templates;
  private final NewIds ids;
  private final Clock clock;

  DraftController(
      Outbox outbox,
      Mailboxes mailboxes,
      Mail mail,
      ComposePages pages,
      Templates templates,
      NewIds ids,
      Clock clock) {
    this.outbox = outbox;
    this.mailboxes = mailboxes;
    this.mail = mail;
    this.pages = pages;
    this.templates = templates;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new letter. It is a draft as soon as its form is sent. */
  @GetMapping("/letters/new")
  Answer begin(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String subject) {
    var text = new DraftText(null, to, "", "", subject, "", null, false, Leaving.NOW, "");
    return Answer.page(templates.outboxCompose(frame, pages.begun(me, fresh(), text)));
  }

  /** An answer to a conversation, or to one message of it. */
  @GetMapping("/conversations/{conversation}/reply")
  Answer answer(
      SignedIn me,
      Frame frame,
      @PathVariable UUID conversation,
      @RequestParam Optional<UUID> message) {
    var wanted = new ConversationId(conversation);
    var text =
        outbox.answer(
            me.workspace(),
            wanted,
            message.map(MessageId::new),
            mailboxes.accounts(me.workspace()));
    if (text.isPresent()) {
      return Answer.page(templates.outboxCompose(frame, pages.begun(me, fresh(), text.get())));
    }
    return mail.mergedInto(me.workspace(), wanted)
        .map(kept -> Answer.seeOther("/conversations/" + kept + "/reply"))
        .orElseThrow(() -> missing("There is no such conversation or message here."));
  }

  @GetMapping("/drafts")
  Answer list(SignedIn me, Frame frame) {
    return Answer.page(
        templates.outboxDrafts(
            frame, DraftsPage.of(outbox.drafts(me.workspace()), clock.instant(), me.zone())));
  }

  @GetMapping("/drafts/{id}")
  Answer show(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String find) {
    return Answer.page(
        templates.outboxCompose(frame, pages.saved(me, draft(me, id), find, List.of())));
  }

  /** Saves a draft, and does what its button says: look at it as it will leave, or for somebody. */
  @PutMapping("/drafts/{id}")
  Answer save(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @RequestParam Map<String, String> fields,
      @RequestParam(name = "file", required = false) Optional<List<MultipartFile>> files)
      throws IOException {
    var form = new DraftForm(fields);
    var draft = new DraftId(id);
    var refused = new ArrayList<String>();
    var enclosed = enclosures(files.orElse(List.of()), refused);
    var problem =
        outbox.saveDraft(
            me.workspace(),
            draft,
            form.text(),
            enclosed,
            form.detached(),
            me.member(),
            form.known(),
            clock.instant());
    if (!problem.isEmpty()) {
      refused.add(problem);
    }
    if (refused.isEmpty() && form.then().equals("preview")) {
      refused.addAll(outbox.prepare(me.workspace(), draft, me.zone(), clock.instant()));
    }
    if (!refused.isEmpty()) {
      return Answer.problem(
          templates.outboxCompose(frame, pages.saved(me, draft(me, id), form.find(), refused)));
    }
    return next(form, "/drafts/" + draft);
  }

  @DeleteMapping("/drafts/{id}")
  Answer discard(SignedIn me, @PathVariable UUID id) {
    if (!outbox.discardDraft(me.workspace(), new DraftId(id), clock.instant())) {
      throw missing("There is no such draft here.");
    }
    return Answer.seeOther(
        "/drafts", Toast.undoable("Thrown away.", "/drafts/" + id + "/discarded"));
  }

  /** Takes a draft back out of the bin. */
  @DeleteMapping("/drafts/{id}/discarded")
  Answer takeBack(SignedIn me, @PathVariable UUID id) {
    if (!outbox.takeBackDraft(me.workspace(), new DraftId(id))) {
      throw missing("There is no such draft here.");
    }
    return Answer.seeOther("/drafts/" + id, Toast.saying("Here it is again."));
  }

  private static Answer next(DraftForm form, String path) {
    if (form.then().equals("preview")) {
      return Answer.seeOther(path + "/preview");
    }
    return form.find().isEmpty()
        ? Answer.seeOther(path, Toast.saying("Saved."))
        : Answer.seeOther(
            path
                + "?find="
                + URLEncoder.encode(form.find(), StandardCharsets.UTF_8)
                + "#find-somebody");
  }

  private static List<Enclosure> enclosures(List<MultipartFile> files, List<String> refused)
      throws IOException {
    var enclosures = new ArrayList<Enclosure>();
    for (var file : files) {
      var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
      if (file.getSize() > LARGEST_FILE) {
        refused.add("“%s” is larger than 20 MB, so it was not attached.".formatted(name));
      } else if (!file.isEmpty()) {
        var type = Objects.requireNonNullElse(file.getContentType(), "");
        enclosures.add(new Enclosure(name, type, file.getBytes()));
      }
    }
    return enclosures;
  }

  private Draft draft(SignedIn me, UUID id) {
    return outbox
        .draft(me.workspace(), new DraftId(id))
        .orElseThrow(() -> missing("There is no such draft here. It may have been sent."));
  }

  private DraftId fresh() {
    return new DraftId(ids.next());
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
