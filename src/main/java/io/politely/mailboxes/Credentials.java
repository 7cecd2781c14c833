package io.politely.mailboxes;

import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.OAuth.Granting.Denied;
import io.politely.mailboxes.OAuth.Granting.Granted;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a server wants to hear before it lets us in, as fresh as it must be. */
@Component
public class Credentials {

  private final Mailboxes mailboxes;
  private final OAuth oauth;
  private final Clock clock;

  /** One renewal at a time for each account: a provider may make the older of two tokens void. */
  private final Map<MailAccountId, ReentrantLock> turns = new ConcurrentHashMap<>();

  Credentials(Mailboxes mailboxes, OAuth oauth, Clock clock) {
    this.mailboxes = mailboxes;
    this.oauth = oauth;
    this.clock = clock;
  }

  /**
   * The credential of an account. May ask a provider for a new token, so never inside a
   * transaction.
   *
   * @return empty where it must be given again by the user, or cannot be had at the moment
   */
  public Optional<Credential> of(WorkspaceId workspace, MailAccount account) {
    return switch (account.authentication()) {
      case PASSWORD -> mailboxes.secret(workspace, account.id()).map(Credential.Password::new);
      case OAUTH2 -> token(workspace, account);
    };
  }

  private Optional<Credential> token(WorkspaceId workspace, MailAccount account) {
    var turn = turns.computeIfAbsent(account.id(), any -> new ReentrantLock());
    turn.lock();
    try {
      return mailboxes
          .secret(workspace, account.id())
          .flatMap(Credentials::grant)
          .flatMap(grant ->
              grant.isFresh(clock.instant())
                  ? Optional.of(grant)
                  : renewed(workspace, account, grant))
          .map(grant -> new Credential.AccessToken(grant.accessToken()));
    } finally {
      turn.unlock();
    }
  }

  private Optional<OAuthGrant> renewed(
      WorkspaceId workspace, MailAccount account, OAuthGrant grant) {
    return switch (oauth.renew(grant)) {
      case Granted(var fresh) -> {
        mailboxes.renewSecret(workspace, account.id(), written(fresh));
        yield Optional.of(fresh);
      }
      case Denied(var sentence, var needsPerson) -> {
        if (needsPerson) {
          mailboxes.needsAttention(workspace, account.id(), sentence);
        }
        yield Optional.empty();
      }
    };
  }

  /** A grant as it is kept. */
  static String written(OAuthGrant grant) {
    return JsonMapper.shared().writeValueAsString(grant);
  }

  private static Optional<OAuthGrant> grant(String secret) {
    try {
      return Optional.of(JsonMapper.shared().readValue(secret, OAuthGrant.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
