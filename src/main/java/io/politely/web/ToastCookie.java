package io.politely.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Carries a toast over a redirect in a short-lived cookie, so that no session is needed for it.
 *
 * <p>It is signed, because cookies are shared by everything that runs on a host, whatever its port:
 * another program on this machine could otherwise write us a note. The key lives as long as the
 * process; a restart forgets a waiting toast, which harms nobody.
 */
@Component
class ToastCookie {

  static final String NAME = "politely_toast";
  private static final Duration WAITS = Duration.ofMinutes(1);
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  ToastCookie() {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  void leave(HttpServletRequest request, HttpServletResponse response, Toast toast) {
    var undo = toast.undo() == null ? "" : toast.undo();
    set(request, response, sealed(undo + "\n" + toast.text()), WAITS);
  }

  @Nullable Toast take(HttpServletRequest request, HttpServletResponse response) {
    var cookie = WebUtils.getCookie(request, NAME);
    if (cookie == null || cookie.getValue().isEmpty()) {
      return null;
    }
    set(request, response, "", Duration.ZERO);
    return opened(cookie.getValue()).map(ToastCookie::read).orElse(null);
  }

  private static Toast read(String content) {
    int end = content.indexOf('\n');
    var undo = content.substring(0, end);
    return new Toast(content.substring(end + 1), undo.isEmpty() ? null : undo);
  }

  private String sealed(String content) {
    var bytes = content.getBytes(UTF_8);
    var base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString(bytes) + "." + base64.encodeToString(signature(bytes));
  }

  private Optional<String> opened(String sealed) {
    try {
      int dot = sealed.indexOf('.');
      var content = Base64.getUrlDecoder().decode(sealed.substring(0, Math.max(dot, 0)));
      var signature = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
      return MessageDigest.isEqual(signature, signature(content))
          ? Optional.of(new String(content, UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private byte[] signature(byte[] content) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
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
