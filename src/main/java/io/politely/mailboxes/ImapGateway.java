package io.politely.mailboxes;

import io.politely.mailboxes.ConnectionProblem.Blocked;
import io.politely.mailboxes.ConnectionProblem.Broken;
import io.politely.mailboxes.ConnectionProblem.Certificate;
import io.politely.mailboxes.ConnectionProblem.NoEncryption;
import io.politely.mailboxes.ConnectionProblem.NotAMailServer;
import io.politely.mailboxes.ConnectionProblem.TooSlow;
import io.politely.mailboxes.ConnectionProblem.UnknownHost;
import io.politely.mailboxes.Credential.AccessToken;
import io.politely.mailboxes.Credential.Password;
import io.politely.mailboxes.Server.Security;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.springframework.stereotype.Component;

/**
 * IMAP servers: everything that is asked of one goes through here. Folders are opened with EXAMINE
 * and messages read with PEEK, so that nothing changes there; the one thing that we add is our own
 * mail in the Sent folder.
 */
@Component
public class ImapGateway {

  /** How Angus says that a certificate is good, but of another server. */
  private static final String OTHER_NAME = "Can't verify identity of server";

  private final SyncSettings settings;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("imap-clock").factory());

  ImapGateway(SyncSettings settings) {
    this.settings = settings;
  }

  /** Whether an account can be read with this credential; empty where all is well. */
  public Optional<ConnectionProblem> check(MailAccount account, Credential credential) {
    try (var session = open(account, credential)) {
      session.folders();
      return Optional.empty();
    } catch (MailServerException e) {
      return Optional.of(e.problem());
    } catch (RefusedException e) {
      return Optional.of(ServerWords.bye(account.imap().host(), e.said()));
    }
  }

  /**
   * Files mail of ours in the account's Sent folder, marked as read, unless a message with this
   * Message-ID lies there already.
   *
   * @param messages by their Message-IDs without angle brackets
   * @param filed told of each that lies there now
   * @return empty where all of them do
   */
  public Optional<ConnectionProblem> append(
      MailAccount account,
      Credential credential,
      Map<String, byte[]> messages,
      Consumer<String> filed) {
    try (var session = open(account, credential)) {
      session.file(messages, filed);
      return Optional.empty();
    } catch (MailServerException e) {
      return Optional.of(e.problem());
    } catch (RefusedException e) {
      return Optional.of(ServerWords.bye(account.imap().host(), e.said()));
    }
  }

  /** Connects and signs in. */
  ImapSession open(MailAccount account, Credential credential) throws MailServerException {
    var server = account.imap();
    if (server.security() == Security.NONE && !ThisMachine.is(server.host())) {
      throw new MailServerException(new NoEncryption(server.host(), server.port()), null);
    }
    var sockets = new TrackedSockets();
    var deadline = clock.schedule(sockets::close, patience().toMillis(), TimeUnit.MILLISECONDS);
    try {
      var protocol =
          new GuardedProtocol(
              server.host(), server.port(), properties(sockets), server.security() == Security.TLS);
      if (server.security() == Security.STARTTLS) {
        if (!protocol.hasCapability("STARTTLS")) {
          throw new MailServerException(new NoEncryption(server.host(), server.port()), null);
        }
        protocol.startTLS();
        protocol.capability();
      }
      signIn(protocol, account, credential);
      protocol.capability(); // more may be offered to those who are in
      enableChanges(protocol);
      return new ImapSession(server, protocol, sockets, clock, settings.read());
    } catch (IOException | ProtocolException | RuntimeException e) {
      sockets.close();
      throw new MailServerException(problem(server, e), e);
    } catch (MailServerException e) {
      sockets.close();
      throw e;
    } finally {
      deadline.cancel(false);
    }
  }

  @PreDestroy
  void close() {
    clock.shutdownNow();
  }

  /** For everything until we are in; each step has its own, shorter, limit. */
  private Duration patience() {
    return settings.connect().plus(settings.read().multipliedBy(2));
  }

  private static void enableChanges(GuardedProtocol protocol) throws ProtocolException {
    if (protocol.hasCapability(ImapSession.CHANGES)) {
      try {
        protocol.enable(ImapSession.CHANGES);
      } catch (BadCommandException | CommandFailedException e) {
        // All UIDs are asked for, then, as elsewhere.
      }
    }
  }

  private static void signIn(GuardedProtocol protocol, MailAccount account, Credential credential)
      throws ProtocolException, MailServerException {
    var login = account.login();
    try {
      switch (credential) {
        case AccessToken(String token) -> protocol.authoauth2(login, token);
        case Password(String password) -> {
          if (protocol.hasCapability("AUTH=PLAIN")) {
            protocol.authplain(null, login, password);
          } else {
            protocol.login(login, password);
          }
        }
      }
    } catch (CommandFailedException e) {
      var said = Optional.ofNullable(e.getMessage()).orElse("");
      throw new MailServerException(
          ServerWords.refusedLogin(
              account.imap().host(), login, credential instanceof AccessToken, said),
          null); // the cause may hold what we said
    }
  }

  private Properties properties(TrackedSockets sockets) {
    var properties = new Properties();
    var milliseconds = Long.toString(settings.read().toMillis());
    properties.put("mail.imap.socketFactory", sockets);
    properties.put("mail.imap.socketFactory.fallback", "false");
    properties.put("mail.imap.connectiontimeout", Long.toString(settings.connect().toMillis()));
    properties.put("mail.imap.timeout", milliseconds);
    properties.put("mail.imap.ssl.checkserveridentity", "true");
    properties.put("mail.imap.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.imap.peek", "true");
    return properties;
  }

  /** What it means that a server could not be reached or understood: the innermost cause tells. */
  static ConnectionProblem problem(Server server, Throwable thrown) {
    ConnectionProblem problem = new Broken(server.host());
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      problem = meaning(server, cause).orElse(problem);
    }
    return problem;
  }

  private static Optional<ConnectionProblem> meaning(Server server, Throwable cause) {
    var host = server.host();
    var said = ServerWords.readable(String.valueOf(cause.getMessage()));
    return switch (cause) {
      case UnknownHostException _ -> Optional.of(new UnknownHost(host));
      case SocketTimeoutException _ -> Optional.of(new TooSlow(host, server.port()));
      case ConnectException _ -> Optional.of(new Blocked(host, server.port()));
      case NoRouteToHostException _ -> Optional.of(new Blocked(host, server.port()));
      case SSLHandshakeException _ -> Optional.of(new Certificate(host, said));
      case CertificateException _ -> Optional.of(new Certificate(host, said));
      case SSLException _ -> Optional.of(new NotAMailServer(host, server.port()));
      case IOException _ when said.startsWith(OTHER_NAME) ->
          Optional.of(new Certificate(host, "it is for another name"));
      default -> Optional.empty();
    };
  }
}
