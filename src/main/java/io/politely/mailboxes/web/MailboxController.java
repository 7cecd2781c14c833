package io.politely.mailboxes.web;

import io.politely.accounts.SignedIn;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.Connecting;
import io.politely.mailboxes.Connecting.Outcome.Connected;
import io.politely.mailboxes.Connecting.Outcome.Refused;
import io.politely.mailboxes.FoundServers;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.ServerSearch;
import io.politely.mailboxes.Sync;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.List;
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
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** Connects mailboxes, shows how far they are known, and looks after them. */
@Controller
class MailboxController {

  private static final String HERE = "/mailboxes";
  private static final int LOG_LINES = 100;
  private static final int LONGEST_SIGNATURE = 2_000;

  private final Mailboxes mailboxes;
  private final Connecting connecting;
  private final ServerSearch search;
  private final Sync sync;
  private final OwnerOnly owner;
  private final Templates templates;
  private final Clock clock;

  MailboxController(
      Mailboxes mailboxes,
      Connecting connecting,
      ServerSearch search,
      Sync sync,
      OwnerOnly owner,
      Templates templates,
      Clock clock) {
    this.mailboxes = mailboxes;
    this.connecting = connecting;
    this.search = search;
    this.sync = sync;
    this.owner = owner;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping(HERE)
  Answer list(SignedIn me, Frame frame) {
    var pages = pages(me);
    var rows =
        mailboxes.accounts(me.workspace()).stream()
            .map(account -> pages.row(known(me, account, 0)))
            .toList();
    return Answer.page(templates.mailboxesMailboxes(frame, new MailboxesPage(rows)));
  }

  @GetMapping("/mailboxes/new")
  Answer begin(SignedIn me, Frame frame) {
    return Answer.page(
        templates.mailboxesConnect(frame, ConnectPage.first(MailboxForm.EMPTY, List.of())));
  }

  /** Looks for the servers of an address, and asks for the password. */
  @PostMapping("/mailboxes/searches")
  Answer search(
      SignedIn me,
      Frame frame,
      @RequestParam String address,
      @RequestParam(defaultValue = "search") String how) {
    owner.check(me);
    var form = MailboxForm.begun(address.strip(), me.name());
    var mailbox = EmailAddress.parse(address);
    if (mailbox.isEmpty()) {
      var problem = "Enter a whole address, like ada@example.org.";
      return Answer.problem(
          templates.mailboxesConnect(frame, ConnectPage.first(form, List.of(problem))));
    }
    var found = how.equals("search") ? search.find(mailbox.get()) : Optional.<FoundServers>empty();
    var page =
        found
            .map(servers ->
                new ConnectPage(
                    form.with(servers),
                    true,
                    servers.how(),
                    servers.help(),
                    servers.password().equals("oauth2"),
                    List.of()))
            .orElseGet(() ->
                new ConnectPage(
                    form,
                    true,
                    how.equals("search") ? "No servers were found: enter them." : "",
                    "",
                    false,
                    List.of()));
    return Answer.page(templates.mailboxesConnect(frame, page));
  }

  @PostMapping(HERE)
  Answer connect(
      SignedIn me,
      Frame frame,
      @ModelAttribute MailboxForm form,
      @RequestParam(defaultValue = "") String password) {
    owner.check(me);
    return switch (tried(() -> connecting.connect(me.workspace(), form.understood(password)))) {
      case Connected(var id) -> {
        sync.look(me.workspace());
        yield Answer.seeOther(path(id), Toast.saying("Connected. The newest mail is read first."));
      }
      case Refused(var sentences) ->
          Answer.problem(
              templates.mailboxesConnect(
                  frame, new ConnectPage(form, true, "", "", false, sentences)));
    };
  }

  @GetMapping("/mailboxes/{id}")
  Answer show(SignedIn me, Frame frame, @PathVariable UUID id) {
    var account = account(me, id);
    return Answer.page(
        templates.mailboxesMailbox(frame, page(me, account, MailboxForm.of(account), List.of())));
  }

  /** Changes how a mailbox is reached, once it lets us in that way. */
  @PutMapping("/mailboxes/{id}")
  Answer change(
      SignedIn me,
      Frame frame,
      @PathVariable UUID id,
      @ModelAttribute MailboxForm form,
      @RequestParam(defaultValue = "") String password) {
    owner.check(me);
    var account = account(me, id);
    var whole = form.at(account.address(), account.displayName());
    return switch (tried(
        () -> connecting.change(me.workspace(), account.id(), whole.understood(password)))) {
      case Connected(var same) -> {
        sync.look(me.workspace());
        yield Answer.seeOther(path(same), Toast.saying("Saved: both servers let Politely in."));
      }
      case Refused(var sentences) ->
          Answer.problem(templates.mailboxesMailbox(frame, page(me, account, whole, sentences)));
    };
  }

  @PutMapping("/mailboxes/{id}/signature")
  Answer sign(
      SignedIn me,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String signature) {
    var account = account(me, id);
    if (signature.length() > LONGEST_SIGNATURE || name.length() > 100) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, "A signature has at most 2,000 characters.");
    }
    mailboxes.sign(me.workspace(), account.id(), name.strip(), signature.strip());
    return Answer.seeOther(path(account.id()), Toast.saying("Saved."));
  }

  /** Tries both servers now. */
  @PostMapping("/mailboxes/{id}/checks")
  Answer check(SignedIn me, @PathVariable UUID id) {
    var account = account(me, id);
    var sentences =
        connecting
            .check(me.workspace(), account.id())
            .map(result -> result.sentences())
            .orElse(List.of());
    sync.look(me.workspace());
    sync.freshen(me.workspace(), account.id());
    return Answer.seeOther(
        path(account.id()),
        Toast.saying(
            sentences.isEmpty() ? "Both servers let Politely in." : String.join(" ", sentences)));
  }

  @PostMapping("/mailboxes/{id}/pause")
  Answer pause(SignedIn me, @PathVariable UUID id) {
    var account = account(me, id);
    mailboxes.pause(me.workspace(), account.id());
    return Answer.seeOther(
        path(account.id()),
        Toast.undoable("Paused: nothing is read or sent.", path(account.id()) + "/pause"));
  }

  @DeleteMapping("/mailboxes/{id}/pause")
  Answer goOn(SignedIn me, @PathVariable UUID id) {
    var account = account(me, id);
    mailboxes.isWell(me.workspace(), account.id());
    sync.look(me.workspace());
    return Answer.seeOther(path(account.id()), Toast.saying("Reading again."));
  }

  @DeleteMapping("/mailboxes/{id}")
  Answer disconnect(SignedIn me, @PathVariable UUID id) {
    owner.check(me);
    var account = account(me, id);
    mailboxes.disconnect(me.workspace(), account.id());
    return Answer.seeOther(
        HERE, Toast.saying("%s is disconnected. All messages stay.".formatted(account.address())));
  }

  private interface Attempt {
    Connecting.Outcome run();
  }

  /** What cannot be understood is refused with the sentence that says why. */
  private static Connecting.Outcome tried(Attempt attempt) {
    try {
      return attempt.run();
    } catch (IllegalArgumentException e) {
      return new Refused(List.of(String.valueOf(e.getMessage())));
    }
  }

  private MailAccount account(SignedIn me, UUID id) {
    return mailboxes
        .account(me.workspace(), new MailAccountId(id))
        .orElseThrow(() ->
            new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such mailbox here."));
  }

  private MailboxPage page(
      SignedIn me, MailAccount account, MailboxForm form, List<String> problems) {
    return pages(me).page(known(me, account, LOG_LINES), form, problems);
  }

  private MailboxPages pages(SignedIn me) {
    return new MailboxPages(clock.instant(), me.zone());
  }

  private MailboxPages.Known known(SignedIn me, MailAccount account, int logLines) {
    var workspace = me.workspace();
    return new MailboxPages.Known(
        account,
        mailboxes.provenAt(workspace, account.id()),
        logLines == 0 ? List.of() : mailboxes.folders(workspace, account.id()),
        logLines == 0 ? List.of() : mailboxes.log(workspace, account.id(), logLines),
        sync.progress(workspace, account.id()));
  }

  private static String path(MailAccountId id) {
    return HERE + "/" + id;
  }
}
