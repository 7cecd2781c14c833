package io.politely.accounts;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Signing in by address and password, before it is known which workspace that is. */
@Component
public class PasswordSignIn {

  /** One answer for every failure: it does not tell who is a member here. */
  private static final String REFUSED =
      "Address and password do not belong together. Check both, or use a sign-in link.";

  private static final String TOO_MANY = "Too many attempts. Wait a minute, then try again.";

  private final Accounts accounts;
  private final SignInAttempts attempts;
  private final Secrets secrets;

  PasswordSignIn(Accounts accounts, SignInAttempts attempts, Secrets secrets) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.secrets = secrets;
  }

  /**
   * Signs in to the first workspace where address and password belong together.
   *
   * @param place where the attempt comes from: the remote address
   */
  public SignIn signIn(String address, String password, String place, Instant now) {
    var parsed = EmailAddress.parse(address);
    if (parsed.isEmpty()) {
      return new SignIn.Refused(REFUSED);
    }
    if (!attempts.allows(parsed.get(), place, now)) {
      return new SignIn.Refused(TOO_MANY);
    }
    return session(parsed.get(), password, now)
        .<SignIn>map(SignIn.Done::new)
        .orElseGet(() -> new SignIn.Refused(REFUSED));
  }

  private Optional<Token> session(EmailAddress address, String password, Instant now) {
    var workspaces = accounts.workspacesOf(address);
    if (workspaces.isEmpty()) {
      secrets.matches(password, null); // takes as long as a wrong password
    }
    return workspaces.stream()
        .flatMap(it -> accounts.signInByPassword(it, address, password, now).stream())
        .findFirst();
  }
}
