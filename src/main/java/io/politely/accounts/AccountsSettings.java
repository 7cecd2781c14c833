package io.politely.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.web.OwnPath;
import io.politely.web.Screen;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may pass: everything needs a session, but signing in, status pages, calendar feeds, static
 * files and the health check.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SessionSettings.class, VaultSettings.class})
class AccountsSettings {

  @Bean
  SecurityFilterChain doors(HttpSecurity http, SessionContexts sessions, CsrfTokens tokens) {
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(
                    "/assets/**",
                    "/sign-in",
                    "/sign-in/*",
                    "/status/**",
                    "/follow-ups/calendar/*",
                    "/health",
                    "/error")
                .permitAll()
                .requestMatchers("/sessions", "/sign-in-links")
                .permitAll()
                .anyRequest()
                .authenticated())
        .securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf ->
            // No browser asks for links: whoever does shows a key that no page has. Whoever
            // answers on a status page has no session: its form carries a proof of its own.
            csrf.csrfTokenRepository(tokens)
                .ignoringRequestMatchers("/sign-in-links", "/status/**"))
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint(AccountsSettings::askToSignIn)
                .accessDeniedHandler(
                    (_, response, _) -> response.sendError(HttpStatus.FORBIDDEN.value())))
        // Headers are the business of the web module; the rest is not used here.
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  Screen settingsScreen() {
    return new Screen(
        90, "Settings", "/settings", "settings", 's', "Name, your mailboxes, password");
  }

  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException ignored)
      throws IOException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in");
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, "/sign-in" + backTo(request));
    } else {
      response.sendError(HttpStatus.UNAUTHORIZED.value());
    }
  }

  private static String backTo(HttpServletRequest request) {
    var query = request.getQueryString();
    var path = OwnPath.of(request.getRequestURI() + (query == null ? "" : "?" + query));
    return path.equals("/") ? "" : "?to=" + URLEncoder.encode(path, UTF_8);
  }
}
