package io.politely.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import politely.templates.Templates;

/** The one place where every error becomes a page. */
@Controller
class ErrorController implements org.springframework.boot.webmvc.error.ErrorController {

  private final Templates templates;
  private final Frames frames;
  private final ErrorAttributes errors;

  ErrorController(Templates templates, Frames frames, ErrorAttributes errors) {
    this.templates = templates;
    this.frames = frames;
    this.errors = errors;
  }

  @RequestMapping("/error")
  Answer show(HttpServletRequest request, HttpServletResponse response) {
    int code =
        Objects.requireNonNullElse(
            (@Nullable Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), 404);
    var path = text(request, RequestDispatcher.ERROR_REQUEST_URI);
    var page = ErrorPage.of(code, tried(request, path), reason(request));
    return Answer.page(
        HttpStatus.valueOf(code), templates.layoutError(frames.of(request, response, path), page));
  }

  private static String tried(HttpServletRequest request, String path) {
    var verb =
        switch (request.getMethod().toUpperCase(Locale.ROOT)) {
          case "GET", "HEAD" -> "open";
          case "DELETE" -> "take back";
          default -> "send a form to";
        };
    return verb + " " + (path.isEmpty() ? "this page" : path);
  }

  /** What our code had to say about it; the words of libraries are not for users. */
  private String reason(HttpServletRequest request) {
    return errors.getError(new ServletWebRequest(request)) instanceof ResponseStatusException ours
            && ours.getReason() != null
        ? ours.getReason()
        : "";
  }

  private static String text(HttpServletRequest request, String attribute) {
    return request.getAttribute(attribute) instanceof String text ? text : "";
  }
}
