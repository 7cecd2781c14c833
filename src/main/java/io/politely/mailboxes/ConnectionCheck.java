package io.politely.mailboxes;

import io.politely.mailboxes.ConnectionProblem.NoEncryption;
import io.politely.mailboxes.Server.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tries whether an account can be read and sent from. Nothing is sent, and nothing changed. */
@Component
public class ConnectionCheck {

  private final ImapGateway imap;
  private final SyncSettings settings;

  ConnectionCheck(ImapGateway imap, SyncSettings settings) {
    this.imap = imap;
    this.settings = settings;
  }

  /**
   * What both servers said.
   *
   * @param reading why mail cannot be read; null where it can
   * @param sending why mail cannot be sent; null where it can
   */
  public record Result(Optional<ConnectionProblem> reading, Optional<ConnectionProblem> sending) {

    /** Whether both work. */
    public boolean isWell() {
      return reading.isEmpty() && sending.isEmpty();
    }

    /** A sentence for each that does not. */
    public List<String> sentences() {
      return Stream.concat(
              reading.stream().map(problem -> "Reading: " + problem.sentence()),
              sending.stream().map(problem -> "Sending: " + problem.sentence()))
          .toList();
    }
  }

  /** Signs in to both servers, and out again. */
  public Result of(MailAccount account, Credential credential) {
    return new Result(imap.check(account, credential), smtp(account, credential));
  }

  private Optional<ConnectionProblem> smtp(MailAccount account, Credential credential) {
    var server = account.smtp();
    if (server.security() == Security.NONE && !ThisMachine.is(server.host())) {
      return Optional.of(new NoEncryption(server.host(), server.port()));
    }
    var session = Session.getInstance(properties(server, credential));
    var secret =
        switch (credential) {
          case Credential.Password(String password) -> password;
          case Credential.AccessToken(String token) -> token;
        };
    try (var transport = session.getTransport("smtp")) {
      transport.connect(server.host(), server.port(), account.login(), secret);
      return Optional.empty();
    } catch (AuthenticationFailedException e) {
      var said = Optional.ofNullable(e.getMessage()).orElse("");
      return Optional.of(
          ServerWords.refusedLogin(
              server.host(), account.login(), credential instanceof Credential.AccessToken, said));
    } catch (MessagingException | RuntimeException e) {
      return Optional.of(problem(server, e));
    }
  }

  private static ConnectionProblem problem(Server server, Exception e) {
    var said = String.valueOf(e.getMessage());
    return said.contains("STARTTLS is required")
        ? new NoEncryption(server.host(), server.port())
        : ImapGateway.problem(server, e);
  }

  private Properties properties(Server server, Credential credential) {
    var properties = new Properties();
    var patience = Long.toString(settings.connect().toMillis());
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.smtp.auth", "true");
    if (credential instanceof Credential.AccessToken) {
      properties.put("mail.smtp.auth.mechanisms", "XOAUTH2");
    }
    switch (server.security()) {
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case NONE -> {
        // Only on this machine.
      }
    }
    return properties;
  }
}
