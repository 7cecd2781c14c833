package io.politely.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the {@link Frame} of a request, and hands it to controller methods that ask for it. */
@Component
class Frames implements HandlerMethodArgumentResolver {

  private final Assets assets;
  private final ToastCookie toasts;
  private final List<Screen> screens;

  Frames(Assets assets, ToastCookie toasts, List<Screen> screens) {
    this.assets = assets;
    this.toasts = toasts;
    this.screens = screens.stream().sorted().toList();
  }

  /** The frame of this request. Takes the waiting toast: it is shown once. */
  Frame of(HttpServletRequest request, HttpServletResponse response, String path) {
    var member = request.getRemoteUser();
    var query = Objects.requireNonNullElse(request.getParameter("q"), "");
    return new Frame(
        assets.path(),
        path,
        query,
        csrf(request),
        member,
        member == null ? List.of() : screens,
        toasts.take(request, response));
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Frame.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
    return of(request, response, pathOf(request));
  }

  private static String pathOf(HttpServletRequest request) {
    var query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }
}
