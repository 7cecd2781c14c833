package io.politely.mailboxes.web;

import io.politely.accounts.SignedIn;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.Connecting;
import io.politely.mailboxes.Connecting.Outcome.Connected;
import io.politely.mailboxes.Connecting.Outcome.Refused;
import io.politely.mailboxes.OAuth;
import io.politely.mailboxes.OAuth.Client;
import io.politely.mailboxes.OAuth.Discovery;
import io.politely.mailboxes.OAuth.Discovery.Found;
import io.politely.mailboxes.OAuth.Discovery.Unusable;
import io.politely.mailboxes.OAuth.Granting.Denied;
import io.politely.mailboxes.OAuth.Granting.Granted;
import io.politely.mailboxes.OAuthProvider;
import io.politely.mailboxes.Sync;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.Toast;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/**
 * Connects a mailbox with the provider's own sign-in. The provider sends the browser back with a
 * GET, which changes nothing: only the form on that page does.
 */
@Controller
class OAuthController {

  private static final String BACK = "/mailboxes/oauth/return";
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int MOST_PENDING = 100;

  private final OAuth oauth;
  private final Connecting connecting;
  private final Sync sync;
  private final OwnerOnly owner;
  private final Templates templates;
  private final Clock clock;

  /** Questions that were not answered yet, by their state. Lost with the process: asked again. */
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  OAuthController(
      OAuth oauth,
      Connecting connecting,
      Sync sync,
      OwnerOnly owner,
      Templates templates,
      Clock clock) {
    this.oauth = oauth;
    this.connecting = connecting;
    this.sync = sync;
    this.owner = owner;
    this.templates = templates;
    this.clock = clock;
  }

  private record Pending(
      SignedIn asker,
      OAuthProvider provider,
      Client client,
      EmailAddress address,
      String name,
      String login,
      URI redirect,
      String verifier,
      Instant at) {}

  @GetMapping("/mailboxes/oauth")
  Answer begin(
      SignedIn me,
      Frame frame,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "google") String provider) {
    var mailbox = MailboxForm.begun(address.strip(), me.name());
    var page = page(request, mailbox, OAuthForm.begun(provider), "", "", List.of());
    return Answer.page(templates.mailboxesOauth(frame, page));
  }

  /** Remembers what is asked, and shows where the user says yes. */
  @PostMapping("/mailboxes/oauth/requests")
  Answer ask(
      SignedIn me,
      Frame frame,
      HttpServletRequest request,
      @ModelAttribute MailboxForm mailbox,
      @ModelAttribute OAuthForm form) {
    owner.check(me);
    return switch (understood(mailbox, form)) {
      case Unusable(var sentence) ->
          Answer.problem(
              templates.mailboxesOauth(
                  frame, page(request, mailbox, form, "", "", List.of(sentence))));
      case Found(var provider) -> {
        var going = remember(me, request, provider, mailbox, form);
        var page = page(request, mailbox, form, going.toString(), provider.name(), List.of());
        yield Answer.page(templates.mailboxesOauth(frame, page));
      }
    };
  }

  /** The provider that was chosen or named, once everything else was entered well. */
  private Discovery understood(MailboxForm mailbox, OAuthForm form) {
    if (EmailAddress.parse(mailbox.address()).isEmpty()) {
      return new Unusable("Enter a whole address, like ada@example.org.");
    }
    if (!form.hasClientId()) {
      return new Unusable("Enter the client id as the provider shows it.");
    }
    if (!form.isOwn()) {
      return new Found(oauth.provider(form.provider()).orElseThrow(OAuthController::missing));
    }
    try {
      return oauth.discover(
          form.issuer(),
          form.scope(),
          mailbox.imapServer(),
          mailbox.smtpServer(),
          mailbox.savesSent());
    } catch (IllegalArgumentException e) {
      return new Unusable(String.valueOf(e.getMessage()));
    }
  }

  private URI remember(
      SignedIn me,
      HttpServletRequest request,
      OAuthProvider provider,
      MailboxForm mailbox,
      OAuthForm form) {
    var state = oauth.newSecret();
    var verifier = oauth.newSecret();
    var client = new Client(form.clientId(), form.clientSecret());
    var address = EmailAddress.parse(mailbox.address()).orElseThrow();
    var login = form.isOwn() && !mailbox.login().isEmpty() ? mailbox.login() : address.value();
    var redirect = redirect(request);
    forgetOld();
    pending.put(
        state,
        new Pending(
            me,
            provider,
            client,
            address,
            mailbox.name(),
            login,
            redirect,
            verifier,
            clock.instant()));
    return oauth.authorization(provider, client, redirect, address.value(), state, verifier);
  }

  /** Where the provider sends the browser back to. */
  @GetMapping(BACK)
  Answer comeBack(
      SignedIn me,
      Frame frame,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String error) {
    boolean isAllowed = error.isEmpty() && !code.isEmpty();
    var problem =
        isAllowed ? "" : "The provider did not allow it. Nothing is connected; try again any time.";
    return Answer.page(
        templates.mailboxesOauthReturn(frame, new OAuthReturnPage(code, state, problem)));
  }

  /** Exchanges the code, tries both servers, and connects. */
  @PostMapping("/mailboxes/oauth/codes")
  Answer finish(SignedIn me, Frame frame, @RequestParam String code, @RequestParam String state) {
    owner.check(me);
    var asked = pending.remove(state);
    if (asked == null || !isBy(me, asked) || isOld(asked)) {
      return refused(frame, "This answer is too old, or not to a question of yours.");
    }
    return switch (oauth.exchange(
        asked.provider(), asked.client(), asked.redirect(), code, asked.verifier())) {
      case Denied(var sentence, _) -> refused(frame, sentence);
      case Granted(var grant) ->
          switch (connecting.connect(
              me.workspace(),
              asked.address(),
              asked.name(),
              asked.login(),
              asked.provider(),
              grant)) {
            case Connected(var id) -> {
              sync.look(me.workspace());
              yield Answer.seeOther(
                  "/mailboxes/" + id, Toast.saying("Connected. The newest mail is read first."));
            }
            case Refused(var sentences) -> refused(frame, String.join(" ", sentences));
          };
    };
  }

  private static boolean isBy(SignedIn me, Pending asked) {
    return asked.asker().workspace().equals(me.workspace())
        && asked.asker().member().equals(me.member());
  }

  private boolean isOld(Pending asked) {
    return asked.at().plus(PATIENCE).isBefore(clock.instant());
  }

  private Answer refused(Frame frame, String sentence) {
    return Answer.problem(
        templates.mailboxesOauthReturn(frame, new OAuthReturnPage("", "", sentence)));
  }

  private OAuthPage page(
      HttpServletRequest request,
      MailboxForm mailbox,
      OAuthForm form,
      String going,
      String goingTo,
      List<String> problems) {
    return new OAuthPage(
        choices(form.provider()),
        redirect(request).toString(),
        mailbox,
        form,
        going,
        goingTo,
        problems);
  }

  private List<OAuthPage.Choice> choices(String chosen) {
    return oauth.providers().stream()
        .map(one -> new OAuthPage.Choice(one.id(), one.name(), one.help(), one.id().equals(chosen)))
        .toList();
  }

  /** By the address under which the user sees this page: the provider has to know exactly that. */
  private static URI redirect(HttpServletRequest request) {
    return URI.create(request.getRequestURL().toString()).resolve(BACK);
  }

  private void forgetOld() {
    pending.values().removeIf(this::isOld);
    if (pending.size() >= MOST_PENDING) {
      pending.clear();
    }
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such provider.");
  }
}
