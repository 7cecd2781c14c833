package io.politely.accounts.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.PasswordSignIn;
import io.politely.accounts.SessionCookie;
import io.politely.accounts.SignIn;
import io.politely.accounts.Token;
import io.politely.web.Answer;
import io.politely.web.Frame;
import io.politely.web.OwnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import politely.templates.Templates;

/** Signing in creates a session, signing out deletes it. */
@Controller
class SignInController {

  private static final String NO_LINK =
      "This is not a whole sign-in link. Copy all of it, or ask for a new one.";

  private final Accounts accounts;
  private final PasswordSignIn passwords;
  private final SessionCookie cookie;
  private final Templates templates;
  private final Clock clock;

  SignInController(
      Accounts accounts,
      PasswordSignIn passwords,
      SessionCookie cookie,
      Templates templates,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.cookie = cookie;
    this.templates = templates;
    this.clock = clock;
  }

  @GetMapping("/sign-in")
  Answer ask(Frame frame, @RequestParam(defaultValue = "/") String to) {
    return Answer.page(
        templates.accountsSignIn(frame, SignInPage.byPassword("", "", OwnPath.of(to))));
  }

  /** Only asks: mail scanners and previews open links too, and must not use them up. */
  @GetMapping("/sign-in/{token}")
  Answer confirm(
      Frame frame, @PathVariable String token, @RequestParam(defaultValue = "/") String to) {
    var problem =
        Token.parse(token)
            .map(it -> accounts.whyLinkIsRefused(it.workspace(), it, clock.instant()).orElse(""))
            .orElse(NO_LINK);
    return Answer.page(
        templates.accountsSignIn(frame, SignInPage.byLink(token, problem, OwnPath.of(to))));
  }

  @PostMapping(value = "/sessions", params = "token")
  Answer signInByLink(
      Frame frame,
      @RequestParam String token,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    var outcome =
        Token.parse(token)
            .map(it -> accounts.signInByLink(it.workspace(), it, clock.instant()))
            .orElseGet(() -> new SignIn.Refused(NO_LINK));
    return answer(
        frame, outcome, to, problem -> SignInPage.byLink(token, problem, to), request, response);
  }

  @PostMapping(value = "/sessions", params = "!token")
  Answer signInByPassword(
      Frame frame,
      @RequestParam String address,
      @RequestParam String password,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    var outcome = passwords.signIn(address, password, request.getRemoteAddr(), clock.instant());
    return answer(
        frame,
        outcome,
        to,
        problem -> SignInPage.byPassword(problem, address, to),
        request,
        response);
  }

  @DeleteMapping("/sessions/current")
  Answer signOut(HttpServletRequest request, HttpServletResponse response) {
    cookie.of(request).ifPresent(token -> accounts.signOut(token.workspace(), token));
    cookie.forget(request, response);
    return Answer.seeOther("/sign-in");
  }

  private Answer answer(
      Frame frame,
      SignIn outcome,
      String to,
      Function<String, SignInPage> again,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (outcome) {
      case SignIn.Done done -> {
        cookie.keep(request, response, done.session());
        yield Answer.seeOther(to);
      }
      case SignIn.Refused refused ->
          Answer.problem(templates.accountsSignIn(frame, again.apply(refused.reason())));
    };
  }
}
