package io.politely.outbox;

import io.politely.kernel.Edge;
import io.politely.mailboxes.ConnectionProblem;
import io.politely.mailboxes.Credential;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Server.Security;
import io.politely.mailboxes.ThisMachine;
import io.politely.outbox.GatedTransport.Phase;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A line to the server of one account: one message after the other over one connection, made when
 * it is needed and given up when anything is unclear. Used by one thread.
 */
@Edge
final class SmtpLine implements AutoCloseable {

  private final MailAccount account;
  private final Credential credential;
  private final OutboxSettings settings;
  private final SSLSocketFactory tls;
  private final ScheduledExecutorService alarms;
  private final Session session;
  private @Nullable GatedTransport transport;
  private @Nullable GuardedSocket socket;

  SmtpLine(
      MailAccount account,
      Credential credential,
      OutboxSettings settings,
      SSLSocketFactory tls,
      ScheduledExecutorService alarms) {
    this.account = account;
    this.credential = credential;
    this.settings = settings;
    this.tls = tls;
    this.alarms = alarms;
    this.session = Session.getInstance(properties());
  }

  /**
   * Sends one message to all recipients, or to none.
   *
   * @param gate asked between the body and the final dot; false: the dot does not leave
   */
  Outcome send(Claimed mail, BooleanSupplier gate) {
    boolean reused = transport != null;
    var first = attempt(mail, gate);
    // A server may give up a connection that waited; a new one knows nothing of it.
    return reused && first == null ? other(attempt(mail, gate)) : other(first);
  }

  private static Outcome other(@Nullable Outcome outcome) {
    return outcome == null ? new Outcome.Again("The server ended the connection.") : outcome;
  }

  /** Null: the connection was lost before anything was decided. */
  private @Nullable Outcome attempt(Claimed mail, BooleanSupplier gate) {
    var trouble = connect();
    var line = transport;
    var connection = socket;
    if (trouble != null || line == null || connection == null) {
      return trouble;
    }
    line.begin(connection, () -> opens(gate, connection));
    connection.patience(settings.reply());
    var alarm =
        alarms.schedule(connection::cut, settings.lease().toMillis(), TimeUnit.MILLISECONDS);
    try {
      line.sendMessage(
          new PackedMessage(session, mail.bytes().toArray(), account.address().value()),
          envelope(mail));
      return judge(line);
    } catch (MessagingException | RuntimeException e) {
      return judge(line);
    } finally {
      alarm.cancel(false);
    }
  }

  private boolean opens(BooleanSupplier gate, GuardedSocket connection) {
    connection.patience(settings.answer());
    return gate.getAsBoolean();
  }

  private @Nullable Outcome judge(GatedTransport line) {
    if (line.phase() == Phase.WITHHELD) {
      close();
      return new Outcome.Withheld();
    }
    if (line.phase() == Phase.DOT) {
      var answer = line.answer();
      if (answer.isYes()) {
        return new Outcome.Sent();
      }
      if (answer.isNotNow()) {
        return new Outcome.Again(said(answer));
      }
      if (answer.isNever()) {
        return new Outcome.Failed(said(answer));
      }
      close();
      return new Outcome.InDoubt(
          "The server did not say clearly whether it accepted the mail: it may have arrived.");
    }
    var never = line.objections().stream().filter(SmtpReply::isNever).findFirst();
    if (never.isPresent()) {
      return never.get().code() == 530
          ? new Outcome.Locked(said(never.get()))
          : new Outcome.Failed(said(never.get()));
    }
    var notNow = line.objections().stream().findFirst();
    close();
    return notNow.<Outcome>map(reply -> new Outcome.Again(said(reply))).orElse(null);
  }

  private static String said(SmtpReply reply) {
    return "The server said: " + reply.text();
  }

  /** Null when it is connected. */
  private @Nullable Outcome connect() {
    if (transport != null) {
      return null;
    }
    var server = account.smtp();
    if (server.security() == Security.NONE && !ThisMachine.is(server.host())) {
      return new Outcome.Locked(
          "The connection to %s would not be protected: choose TLS.".formatted(server.host()));
    }
    var fresh = new GatedTransport(session);
    try {
      switch (credential) {
        case Credential.Password(String password) ->
            fresh.connect(server.host(), server.port(), account.login(), password);
        case Credential.AccessToken(String token) ->
            fresh.connect(server.host(), server.port(), account.login(), token);
      }
      transport = fresh;
      return null;
    } catch (MessagingException | RuntimeException e) {
      if (socket != null) {
        socket.cut();
      }
      return whyNot(fresh, e);
    }
  }

  private Outcome whyNot(GatedTransport fresh, Exception failure) {
    var host = account.smtp().host();
    if (failure instanceof AuthenticationFailedException) {
      if (credential instanceof Credential.AccessToken && fresh.objections().isEmpty()) {
        // A token is refused with a question (RFC 7628, 3.2.2), for which there is no other answer.
        return new Outcome.Locked(new ConnectionProblem.SignInAgain(host).sentence());
      }
      var reply = fresh.objections().stream().filter(SmtpReply::isNever).findFirst();
      return reply.isPresent()
          ? new Outcome.Locked(
              "%s did not accept the password: %s".formatted(host, reply.get().text()))
          : new Outcome.Again("%s did not let us in this time.".formatted(host));
    }
    if (String.valueOf(failure.getMessage()).contains("STARTTLS is required")) {
      return new Outcome.Locked("%s offers no protection (STARTTLS).".formatted(host));
    }
    var cause = causes(failure).filter(it -> it instanceof IOException).findFirst().orElse(failure);
    return switch (cause) {
      case SSLException _ ->
          new Outcome.Locked("The certificate of %s could not be verified.".formatted(host));
      case UnknownHostException _ ->
          new Outcome.Again("There is no server named %s.".formatted(host));
      case ConnectException _ ->
          new Outcome.Again(
              "%s does not answer on port %d.".formatted(host, account.smtp().port()));
      case SocketTimeoutException _ ->
          new Outcome.Again("%s took too long to answer.".formatted(host));
      default ->
          fresh.objections().stream()
              .findFirst()
              .<Outcome>map(reply -> new Outcome.Again(said(reply)))
              .orElseGet(
                  () -> new Outcome.Again("No connection to %s came about.".formatted(host)));
    };
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(10);
  }

  /** Gives the connection up; the next mail makes a new one. */
  @Override
  public void close() {
    var line = transport;
    transport = null;
    if (line != null) {
      try {
        if (socket != null) {
          socket.patience(Duration.ofMillis(1));
        }
        line.close();
      } catch (MessagingException e) {
        // The server is told out of courtesy only.
      }
    }
    if (socket != null) {
      socket.cut();
    }
  }

  private static Address[] envelope(Claimed mail) {
    return mail.recipients().stream()
        .map(recipient -> {
          var address = new InternetAddress();
          address.setAddress(recipient);
          return address;
        })
        .toArray(Address[]::new);
  }

  private Properties properties() {
    var properties = new Properties();
    boolean hasLogin = !account.login().isEmpty();
    properties.setProperty("mail.smtp.auth", Boolean.toString(hasLogin));
    properties.setProperty(
        "mail.smtp.auth.mechanisms",
        credential instanceof Credential.AccessToken ? "XOAUTH2" : "PLAIN LOGIN");
    boolean upgrades = account.smtp().security() == Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(upgrades));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(upgrades));
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.sendpartial", "false");
    properties.setProperty("mail.smtp.localhost", "[127.0.0.1]"); // tells nobody our name
    properties.setProperty(
        "mail.smtp.connectiontimeout", Long.toString(settings.connect().toMillis()));
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.socketFactory", new Plain());
    properties.put("mail.smtp.ssl.socketFactory", new Upgrade());
    return properties;
  }

  /** Makes guarded connections; those that begin with TLS do so by themselves. */
  private final class Plain extends SocketFactory {

    @Override
    public Socket createSocket() {
      boolean begins = account.smtp().security() == Security.TLS;
      var made = new GuardedSocket(account.smtp().host(), begins ? tls : null, settings.reply());
      socket = made;
      return made;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }

  /** Turns a guarded connection into a protected one, after STARTTLS. */
  private final class Upgrade extends SSLSocketFactory {

    @Override
    public Socket createSocket(Socket present, String host, int port, boolean autoClose)
        throws IOException {
      ((GuardedSocket) present).protect(tls, host);
      return present;
    }

    @Override
    public String[] getDefaultCipherSuites() {
      return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
      return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
