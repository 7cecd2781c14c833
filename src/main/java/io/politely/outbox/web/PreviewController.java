package io.politely.outbox.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.SignedIn;
import io.politely.kernel.EmailAddress;
import io.politely.mail.Correspondent;
import io.politely.mail.MessageParser;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParsedMessage;
import io.politely.outbox.DraftId;
import io.politely.outbox.Outbox;
import io.politely.outbox.Planning;
import io.politely.outbox.Prepared;
import io.politely.outbox.web.ComposePage.Notice;
import io.politely.outbox.web.PreviewPage.Attached;
import io.politely.outbox.web.PreviewPage.Header;
import io.politely.outbox.web.PreviewPage.Recipient;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Moments;
import io.politely.web.Toast;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Shows a letter exactly as it leaves, and lets it go. */
@Controller
class PreviewController {

  private static final int SOURCE_SHOWN = 200_000;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm:ss xxx", Locale.ENGLISH);

  private final Outbox outbox;
  private final MessageParser parser;
  private final People people;
  private final Templates templates;
  private final Clock clock;

  PreviewController(
      Outbox outbox, MessageParser parser, People people, Templates templates, Clock clock) {
    this.outbox = outbox;
    this.parser = parser;
    this.people = people;
    this.templates = templates;
    this.clock = clock;
  }

  /** The message as it was made last. A draft that was changed since has to be made anew. */
  @GetMapping("/drafts/{id}/preview")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    var draft = new DraftId(id);
    if (outbox.draft(me.workspace(), draft).isEmpty()) {
      throw missing("There is no such draft here. It may have been sent.");
    }
    return outbox
        .prepared(me.workspace(), draft, me.zone())
        .map(prepared ->
            Answer.page(
                templates.outboxPreview(frame, page(me, draft, prepared, List.of(), false))))
        .orElseGet(() -> Answer.seeOther("/drafts/" + id));
  }

  /** Its HTML part, for a frame in which nothing can act or load. */
  @GetMapping("/drafts/{id}/preview/html")
  ResponseEntity<byte[]> html(SignedIn me, @PathVariable UUID id) {
    var html =
        outbox
            .prepared(me.workspace(), new DraftId(id), me.zone())
            .flatMap(prepared -> parser.html(prepared.bytes().toArray()))
            .orElseThrow(() -> missing("There is no such draft here."));
    return ResponseEntity.ok()
        .header(
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'self'; sandbox allow-popups")
        .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
        .body(html.getBytes(UTF_8));
  }

  /**
   * Plans what was looked at.
   *
   * @param hash of the message that was on the page
   * @param known what was before the eyes of whoever looked at it
   */
  @PostMapping("/outbox")
  Answer send(
      SignedIn me,
      Frame frame,
      @RequestParam UUID draft,
      @RequestParam(defaultValue = "") String hash,
      @RequestParam(defaultValue = "") String known,
      @RequestParam(defaultValue = "") String why) {
    var id = new DraftId(draft);
    var prepared = outbox.prepared(me.workspace(), id, me.zone());
    var planning =
        outbox.send(me.workspace(), id, hash, me.member(), DraftForm.known(known), me.zone(), why);
    return switch (planning) {
      case Planning.Planned planned ->
          Answer.seeOther(
              prepared
                  .flatMap(it -> it.letter().answered())
                  .map(answered -> "/conversations/" + answered.conversation())
                  .orElse("/outbox"),
              Toast.undoable(said(me, planned), "/outbox/" + planned.id()));
      case Planning.Refused(String sentence) ->
          refused(me, frame, id, prepared, List.of(sentence), false);
      case Planning.Impolite(var objections, boolean canBeOverridden) ->
          refused(me, frame, id, prepared, objections, canBeOverridden);
    };
  }

  private Answer refused(
      SignedIn me,
      Frame frame,
      DraftId id,
      Optional<Prepared> prepared,
      List<String> sentences,
      boolean canBeOverridden) {
    return prepared
        .map(it ->
            Answer.problem(
                templates.outboxPreview(frame, page(me, id, it, sentences, canBeOverridden))))
        .orElseThrow(() ->
            new ResponseStatusException(
                HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", sentences)));
  }

  private String said(SignedIn me, Planning.Planned planned) {
    var present = outbox.known(me.workspace());
    return planned.dueAt().isBefore(present.plusSeconds(60))
        ? "It leaves in a moment."
        : "It leaves on " + new Moments(clock.instant(), me.zone()).stamp(planned.dueAt()) + ".";
  }

  private PreviewPage page(
      SignedIn me, DraftId id, Prepared prepared, List<String> problems, boolean asksWhy) {
    // Before anything is read: what comes from now on was not seen.
    var known = outbox.known(me.workspace());
    var bytes = prepared.bytes().toArray();
    if (!(parser.parse(bytes, null) instanceof Parsed(ParsedMessage message))) {
      throw new IllegalStateException("The message that was made cannot be read");
    }
    var source = new String(bytes, ISO_8859_1).replace("\r\n", "\n");
    return new PreviewPage(
        "/drafts/" + id,
        id.toString(),
        message.subject().isBlank() ? "No subject" : message.subject(),
        headers(message),
        envelope(me, prepared),
        text(message),
        message.attachments().stream()
            .map(file -> new Attached(file.name(), file.type(), Sizes.of(file.bytes())))
            .toList(),
        leaves(me, prepared),
        prepared.due().isPresent() ? "Send it then" : "Send",
        source.substring(0, Math.min(SOURCE_SHOWN, source.length())),
        source.length() > SOURCE_SHOWN ? Sizes.of(source.length() - SOURCE_SHOWN) : "",
        prepared.hash(),
        known.toString(),
        problems,
        asksWhy,
        notices(me, id, prepared),
        outbox
            .draft(me.workspace(), id)
            .flatMap(draft ->
                outbox.opinion(
                    me.workspace(), draft.text(), prepared.due().orElse(clock.instant())))
            .orElse(null));
  }

  private static String text(ParsedMessage message) {
    var text = message.letter().text();
    return text == null ? "" : text.replace("\r", "").stripTrailing();
  }

  private static List<Header> headers(ParsedMessage message) {
    var headers = new ArrayList<Header>();
    var from = message.from();
    headers.add(new Header("From", from == null ? "" : line(List.of(from))));
    headers.add(new Header("To", line(message.to())));
    if (!message.cc().isEmpty()) {
      headers.add(new Header("Cc", line(message.cc())));
    }
    headers.add(new Header("Subject", message.subject()));
    var date = message.letter().sentAt();
    headers.add(new Header("Date", date == null ? "" : DATE.format(date)));
    headers.add(new Header("Message-ID", "<" + message.internetId() + ">"));
    if (!message.inReplyTo().isEmpty()) {
      headers.add(new Header("In-Reply-To", "<" + message.inReplyTo().getFirst() + ">"));
      headers.add(new Header("References", message.references().size() + " messages"));
    }
    return headers;
  }

  private static String line(List<Correspondent> correspondents) {
    return correspondents.stream()
        .map(one ->
            one.name().isBlank() ? one.address().value() : one.name() + " <" + one.address() + ">")
        .collect(Collectors.joining(", "));
  }

  private List<Recipient> envelope(SignedIn me, Prepared prepared) {
    var letter = prepared.letter();
    var names = new Names(people.whoAre(me.workspace(), letter.recipients()));
    return Recipient.of(names, letter.to(), letter.cc(), letter.bcc());
  }

  private String leaves(SignedIn me, Prepared prepared) {
    return prepared
        .due()
        .map(due ->
            "It leaves on %s, your time (%s). Until then you can take it back or change it."
                .formatted(
                    new Moments(clock.instant(), me.zone()).stamp(due),
                    me.zone().getId().replace('_', ' ')))
        .orElse(
            "It leaves as soon as you send it. For %d seconds you can take that back."
                .formatted(outbox.undo().toSeconds()));
  }

  private List<Notice> notices(SignedIn me, DraftId id, Prepared prepared) {
    var notices = new ArrayList<Notice>();
    outbox
        .stopAgainst(me.workspace(), prepared.letter().recipients())
        .ifPresent(stop ->
            notices.add(
                new Notice(
                    "Nobody here writes to them any more, so this cannot be sent: " + stop.reason(),
                    "/do-not-contact",
                    "Do not contact",
                    true)));
    outbox
        .draft(me.workspace(), id)
        .filter(draft -> outbox.hasNews(me.workspace(), draft, me.zone()))
        .ifPresent(draft ->
            notices.add(
                new Notice(
                    "Mail came from them since you began to write: read it before you send.",
                    prepared
                        .letter()
                        .answered()
                        .map(answered -> "/conversations/" + answered.conversation())
                        .orElse(search(prepared.letter().recipients())),
                    "Read it",
                    true)));
    return notices;
  }

  private static String search(List<EmailAddress> recipients) {
    return recipients.isEmpty() ? "/conversations" : "/search?q=from:" + recipients.getFirst();
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
