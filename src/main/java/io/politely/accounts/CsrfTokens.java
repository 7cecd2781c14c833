package io.politely.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The token that a form must send back is a hash of the session's token: nothing to store, a new
 * one at every sign-in, and not to be set by another program on this host, as a cookie of its own
 * could be. Before sign-in a visit has a cookie instead.
 */
@Component
class CsrfTokens implements CsrfTokenRepository {

  private static final String VISIT = "politely_visit";
  private static final String HEADER = "X-Politely-Form";
  private static final String PARAMETER = "_csrf";

  private final SecureRandom random = new SecureRandom();

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return tokenOf(SessionCookie.text(request).orElseGet(this::newVisit), request);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    var visit = request.getAttribute(VISIT);
    if (token == null || !(visit instanceof String seed)) {
      return;
    }
    var cookie =
        ResponseCookie.from(VISIT, seed)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .secure(request.isSecure())
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return SessionCookie.text(request)
        .or(() -> visit(request))
        .map(seed -> token(seed))
        .orElse(null);
  }

  private CsrfToken tokenOf(String seed, HttpServletRequest request) {
    if (SessionCookie.text(request).isEmpty()) {
      request.setAttribute(VISIT, seed);
    }
    return token(seed);
  }

  private static CsrfToken token(String seed) {
    return new DefaultCsrfToken(HEADER, PARAMETER, hash("form " + seed));
  }

  private static Optional<String> visit(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, VISIT)).map(cookie -> cookie.getValue());
  }

  private String newVisit() {
    var seed = new byte[16];
    random.nextBytes(seed);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(seed);
  }

  private static String hash(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
