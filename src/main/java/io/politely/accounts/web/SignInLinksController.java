package io.politely.accounts.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.Accounts;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/**
 * Makes a sign-in link for whoever can read the data directory, and with it everything: they prove
 * it by the key that lies there. Where no key was set nobody can.
 */
@Controller
class SignInLinksController {

  private static final Duration VALID = Duration.ofHours(1);

  private final Accounts accounts;
  private final Clock clock;
  private final String key;

  SignInLinksController(
      Accounts accounts, Clock clock, @Value("${politely.door-key:}") String key) {
    this.accounts = accounts;
    this.clock = clock;
    this.key = key;
  }

  /** Answers with the path of the link, for the owner of the oldest workspace. */
  @PostMapping("/sign-in-links")
  ResponseEntity<String> create(
      @RequestHeader(name = "X-Politely-Key", defaultValue = "") String shown) {
    if (key.isEmpty() || !MessageDigest.isEqual(key.getBytes(UTF_8), shown.getBytes(UTF_8))) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This is not the key.");
    }
    var workspace = accounts.workspaces().getFirst();
    var owner = accounts.members(workspace).getFirst().id();
    var token = accounts.issueSignInLink(workspace, owner, VALID, clock.instant());
    return ResponseEntity.status(HttpStatus.CREATED).body("/sign-in/" + token.text());
  }
}
