package io.politely.outbox.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.Fence;
import io.politely.outbox.Fencing;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingId;
import io.politely.outbox.OutgoingMail;
import io.politely.outbox.OutgoingState;
import io.politely.outbox.Planning;
import io.politely.people.Names;
import io.politely.people.People;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** The outbox: what waits, what is in doubt, what left; and what can be done about it. */
@Controller
class OutboxController {

  private static final int MOST_OPEN = 1_000;
  private static final int LATELY = 30;

  private final Outbox outbox;
  private final Fencing fencing;
  private final Mailboxes mailboxes;
  private final People people;
  private final Accounts accounts;
  private final Templates templates;
  private final Clock clock;

  OutboxController(
      Outbox outbox,
      Fencing fencing,
      Mailboxes mailboxes,
      People people,
      Accounts accounts,
      Templates templates,
      Clock clock) {
    this.outbox = outbox;
    this.fencing = fencing;
    this.mailboxes = mailboxes;
    this.people = people;
    this.accounts = accounts;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/outbox")
  Answer list(SignedIn me, Frame frame) {
    var open = outbox.open(me.workspace(), MOST_OPEN);
    var lately = outbox.list(me.workspace(), Optional.empty(), LATELY).items();
    var fence = outbox.fence(me.workspace()).filter(Fence::isClosed).map(Fence::reason).orElse("");
    return Answer.page(
        templates.outboxOutbox(
            frame,
            pages(me, Stream.concat(open.stream(), lately.stream()).toList())
                .page(fence, open, outbox.stepsInDoubt(me.workspace()), lately)));
  }

  @GetMapping("/outbox/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    var mail = mail(me, id);
    return Answer.page(
        templates.outboxMail(
            frame, pages(me, List.of(mail)).page(mail, outbox.steps(me.workspace(), mail.id()))));
  }

  /** Takes a mail back, also within the seconds for undoing: it is a draft again. */
  @DeleteMapping("/outbox/{id}")
  Answer takeBack(SignedIn me, @PathVariable UUID id) {
    var mail = mail(me, id);
    return outbox
        .giveBack(me.workspace(), mail.id(), me.member(), me.zone(), clock.instant())
        .map(draft ->
            Answer.seeOther(
                "/drafts/" + draft, Toast.saying("Taken back. Nothing of it was sent.")))
        .orElseGet(() ->
            Answer.seeOther(path(mail), Toast.saying("It is too late: it is no longer waiting.")));
  }

  @PostMapping("/outbox/{id}/cancellations")
  Answer cancel(SignedIn me, @PathVariable UUID id) {
    var mail = mail(me, id);
    var said =
        outbox.cancel(me.workspace(), mail.id(), me.member())
            ? "Cancelled. It will not be sent."
            : "It is too late: it is no longer waiting.";
    return Answer.seeOther("/outbox", Toast.saying(said));
  }

  /**
   * Lets go what was held.
   *
   * @param known what was before the eyes of whoever looked at it
   */
  @PostMapping("/outbox/{id}/releases")
  Answer release(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "") String known) {
    var mail = mail(me, id);
    var now = outbox.known(me.workspace());
    var from = mail.dueAt().isAfter(now) ? mail.dueAt() : now;
    var seen = DraftForm.known(known);
    var said =
        outbox.release(
                me.workspace(),
                mail.id(),
                me.member(),
                seen.isBefore(now) ? seen : now,
                now,
                from.plus(outbox.timely()))
            ? "Released."
            : "It was not held any more.";
    return Answer.seeOther("/outbox", Toast.saying(said));
  }

  @PostMapping("/outbox/{id}/arrivals")
  Answer itArrived(SignedIn me, @PathVariable UUID id) {
    var mail = mail(me, id);
    var said =
        outbox.itArrived(me.workspace(), mail.id(), me.member())
            ? "Noted: it arrived."
            : "It was not in doubt any more.";
    return Answer.seeOther("/outbox", Toast.saying(said));
  }

  @PostMapping("/outbox/{id}/resendings")
  Answer sendAgain(SignedIn me, @PathVariable UUID id) {
    var mail = mail(me, id);
    var now = outbox.known(me.workspace());
    var planning =
        outbox.sendAgain(me.workspace(), mail.id(), me.member(), now, now.plus(outbox.timely()));
    if (planning.isEmpty()) {
      return Answer.seeOther("/outbox", Toast.saying("It was not in doubt any more."));
    }
    return switch (planning.get()) {
      case Planning.Planned planned ->
          Answer.seeOther(
              "/outbox",
              Toast.undoable("It is sent again, as another mail.", "/outbox/" + planned.id()));
      case Planning.Refused(String sentence) ->
          throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
      case Planning.Impolite(var objections, _) ->
          throw new ResponseStatusException(
              HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", objections));
    };
  }

  /** A person says that no other copy of this database sends. */
  @PostMapping("/outbox/confirmations")
  Answer confirm(SignedIn me) {
    fencing.confirm(me.workspace(), me.member());
    return Answer.seeOther("/outbox", Toast.saying("Mail leaves from here again."));
  }

  private OutboxPages pages(SignedIn me, List<OutgoingMail> mails) {
    var members =
        accounts.members(me.workspace()).stream()
            .collect(
                Collectors.toMap(
                    member -> member.id().toString(),
                    member -> member.id().equals(me.member()) ? "you" : member.name()));
    return new OutboxPages(
        new Names(people.whoAre(me.workspace(), OutboxPages.addresses(mails.stream()))),
        members,
        sentFolders(me, mails),
        outbox.known(me.workspace()),
        clock.instant(),
        me.zone());
  }

  /**
   * Where mails in doubt would lie. Which of them leave no trace is asked after the folders: what
   * was read before a folder was proven is seen then.
   */
  private Map<OutgoingId, SentFolder> sentFolders(SignedIn me, List<OutgoingMail> mails) {
    var doubts = mails.stream().filter(mail -> mail.state() == OutgoingState.IN_DOUBT).toList();
    if (doubts.isEmpty()) {
      return Map.of();
    }
    var folders = new HashMap<MailAccountId, SentFolder>();
    for (var account : mailboxes.accounts(me.workspace())) {
      SentFolder.of(account, mailboxes.folders(me.workspace(), account.id()))
          .ifPresent(folder -> folders.put(account.id(), folder));
    }
    var traceless = outbox.traceless(me.workspace());
    var sent = new HashMap<OutgoingId, SentFolder>();
    for (var mail : doubts) {
      var folder = folders.get(mail.account());
      if (folder != null && traceless.contains(mail.id())) {
        sent.put(mail.id(), folder);
      }
    }
    return sent;
  }

  private OutgoingMail mail(SignedIn me, UUID id) {
    return outbox
        .mail(me.workspace(), new OutgoingId(id))
        .orElseThrow(() ->
            new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no such mail in this outbox."));
  }

  private static String path(OutgoingMail mail) {
    return "/outbox/" + mail.id();
  }
}
