package io.politely.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Tells Spring Security who sends a request: whom the session in its cookie belongs to. */
@Component
class SessionContexts implements SecurityContextRepository {

  private static final String FOUND = SessionContexts.class.getName() + ".found";

  private final Accounts accounts;
  private final SessionCookie cookie;
  private final Clock clock;

  SessionContexts(Accounts accounts, SessionCookie cookie, Clock clock) {
    this.accounts = accounts;
    this.cookie = cookie;
    this.clock = clock;
  }

  /** Asks the database only when somebody wants to know, and once. */
  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new DeferredSecurityContext() {
      @Override
      public SecurityContext get() {
        return load(request);
      }

      @Override
      public boolean isGenerated() {
        return get().getAuthentication() == null;
      }
    };
  }

  @Override
  @Deprecated
  @SuppressWarnings({"deprecation", "InlineMeSuggester"})
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  /** Sessions begin and end at the front door, not by what a filter says. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return load(request).getAuthentication() != null;
  }

  private SecurityContext load(HttpServletRequest request) {
    if (request.getAttribute(FOUND) instanceof SecurityContext found) {
      return found;
    }
    var context = new SecurityContextImpl();
    signedIn(request).ifPresent(who -> context.setAuthentication(new Session(who)));
    request.setAttribute(FOUND, context);
    return context;
  }

  private Optional<SignedIn> signedIn(HttpServletRequest request) {
    return cookie
        .of(request)
        .flatMap(token -> accounts.session(token.workspace(), token, clock.instant()));
  }

  /** Whoever has a living session has proved who they are. */
  private static final class Session extends AbstractAuthenticationToken {

    private final transient SignedIn who;

    Session(SignedIn who) {
      super(List.of());
      this.who = who;
      setAuthenticated(true);
    }

    @Override
    public String getName() {
      return who.name();
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public SignedIn getPrincipal() {
      return who;
    }
  }
}
