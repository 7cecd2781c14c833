package io.politely.mailboxes;

import io.politely.kernel.WorkspaceId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a server wants to hear before it lets us in, as fresh as it must be. */
@Component
public class Credentials {

  private final Mailboxes mailboxes;

  Credentials(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  /**
   * The credential of an account. May ask a provider for a new token, so never inside a
   * transaction.
   *
   * @return empty where it must be given again by the user
   */
  public Optional<Credential> of(WorkspaceId workspace, MailAccount account) {
    return switch (account.authentication()) {
      case PASSWORD -> mailboxes.secret(workspace, account.id()).map(Credential.Password::new);
      case OAUTH2 -> Optional.empty();
    };
  }
}
