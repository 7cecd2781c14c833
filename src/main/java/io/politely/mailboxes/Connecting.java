package io.politely.mailboxes;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.ConnectionCheck.Result;
import io.politely.mailboxes.MailAccount.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Connects mailboxes once both of their servers let us in. */
@Component
public class Connecting {

  private final Mailboxes mailboxes;
  private final Credentials credentials;
  private final ConnectionCheck check;
  private final Clock clock;

  Connecting(Mailboxes mailboxes, Credentials credentials, ConnectionCheck check, Clock clock) {
    this.mailboxes = mailboxes;
    this.credentials = credentials;
    this.check = check;
    this.clock = clock;
  }

  /** What became of connecting. */
  public sealed interface Outcome {

    /** It is read from now on. */
    record Connected(MailAccountId id) implements Outcome {}

    /** It is not: one sentence for each thing that is wrong. */
    record Refused(List<String> sentences) implements Outcome {

      public Refused {
        sentences = List.copyOf(sentences);
      }
    }
  }

  /** Connects a mailbox, after both servers let us in with its password. */
  public Outcome connect(WorkspaceId workspace, NewMailAccount wanted) {
    return connect(workspace, wanted, new Credential.Password(wanted.secret()));
  }

  private Outcome connect(WorkspaceId workspace, NewMailAccount wanted, Credential credential) {
    var tried = tried(wanted, credential);
    if (!tried.isWell()) {
      return new Outcome.Refused(tried.sentences());
    }
    return mailboxes
        .connect(workspace, wanted, clock.instant())
        .<Outcome>map(Outcome.Connected::new)
        .orElseGet(() ->
            new Outcome.Refused(List.of("%s is connected already.".formatted(wanted.address()))));
  }

  /** Connects a mailbox with what its provider granted, after both servers let us in by it. */
  public Outcome connect(
      WorkspaceId workspace,
      EmailAddress address,
      String displayName,
      String login,
      OAuthProvider provider,
      OAuthGrant grant) {
    var wanted =
        new NewMailAccount(
            address,
            displayName,
            provider.imapServer(),
            provider.smtpServer(),
            login,
            MailAccount.Authentication.OAUTH2,
            Credentials.written(grant),
            provider.savesSent());
    return connect(workspace, wanted, new Credential.AccessToken(grant.accessToken()));
  }

  /** Changes how a mailbox is reached, after both servers let us in that way. */
  public Outcome change(WorkspaceId workspace, MailAccountId id, NewMailAccount wanted) {
    var tried = tried(wanted, new Credential.Password(wanted.secret()));
    if (!tried.isWell()) {
      return new Outcome.Refused(tried.sentences());
    }
    return mailboxes.change(workspace, id, wanted)
        ? new Outcome.Connected(id)
        : new Outcome.Refused(List.of("There is no such mailbox."));
  }

  /**
   * Tries a connected mailbox now, and writes down whether it needs attention.
   *
   * @return empty where the workspace has no such mailbox
   */
  public Optional<Result> check(WorkspaceId workspace, MailAccountId id) {
    return mailboxes
        .account(workspace, id)
        .map(account -> {
          var credential = credentials.of(workspace, account);
          var result =
              credential
                  .map(known -> check.of(account, known))
                  .orElseGet(() -> withoutCredential(account));
          writeDown(workspace, account, result);
          return result;
        });
  }

  private void writeDown(WorkspaceId workspace, MailAccount account, Result result) {
    boolean needsPerson =
        result.reading().filter(ConnectionProblem::needsPerson).isPresent()
            || result.sending().filter(ConnectionProblem::needsPerson).isPresent();
    if (needsPerson) {
      mailboxes.needsAttention(workspace, account.id(), String.join(" ", result.sentences()));
    } else if (result.isWell() && account.state() == State.NEEDS_ATTENTION) {
      mailboxes.isWell(workspace, account.id());
    }
  }

  private static Result withoutCredential(MailAccount account) {
    return new Result(
        Optional.of(new ConnectionProblem.SignInAgain(account.imap().host())), Optional.empty());
  }

  private Result tried(NewMailAccount wanted, Credential credential) {
    return check.of(
        new MailAccount(
            new MailAccountId(new UUID(0, 0)),
            wanted.address(),
            wanted.displayName(),
            wanted.imap(),
            wanted.smtp(),
            wanted.login(),
            wanted.authentication(),
            "",
            wanted.savesSentItself(),
            State.ACTIVE,
            "",
            Instant.EPOCH),
        credential);
  }
}
