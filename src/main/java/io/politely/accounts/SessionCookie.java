package io.politely.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The cookie that carries the token of a session. */
@Component
public class SessionCookie {

  static final String NAME = "politely_session";

  private final SessionSettings settings;

  SessionCookie(SessionSettings settings) {
    this.settings = settings;
  }

  /** The session that a request claims; whether it lives is the front door's business. */
  public Optional<Token> of(HttpServletRequest request) {
    return text(request).flatMap(Token::parse);
  }

  /** Keeps a new session in the browser. */
  public void keep(HttpServletRequest request, HttpServletResponse response, Token session) {
    set(request, response, session.text(), settings.longest());
  }

  /** Takes the session out of the browser. */
  public void forget(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", Duration.ZERO);
  }

  static Optional<String> text(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, NAME))
        .map(cookie -> cookie.getValue())
        .filter(value -> !value.isEmpty());
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    // Lax, not Strict: a link in an e-mail or a terminal must arrive signed in.
    var cookie =
        ResponseCookie.from(NAME, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
