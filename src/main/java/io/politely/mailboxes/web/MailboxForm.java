package io.politely.mailboxes.web;

import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.FoundServers;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person enters to connect a mailbox, as it was entered.
 *
 * @param savesSent whether the provider files what is sent itself
 */
public record MailboxForm(
    String address,
    String name,
    String login,
    String imapHost,
    String imapPort,
    String imapSecurity,
    String smtpHost,
    String smtpPort,
    String smtpSecurity,
    boolean savesSent) {

  /** What a form did not have was not entered. */
  public MailboxForm {
    address = entered(address);
    name = entered(name);
    login = entered(login);
    imapHost = entered(imapHost);
    imapPort = entered(imapPort);
    imapSecurity = entered(imapSecurity);
    smtpHost = entered(smtpHost);
    smtpPort = entered(smtpPort);
    smtpSecurity = entered(smtpSecurity);
  }

  private static String entered(@Nullable String field) {
    return field == null ? "" : field.strip();
  }

  static final MailboxForm EMPTY =
      new MailboxForm("", "", "", "", "993", "tls", "", "465", "tls", false);

  /** A first look at what is to be connected. */
  static MailboxForm begun(String address, String name) {
    return new MailboxForm(address, name, address, "", "993", "tls", "", "465", "tls", false);
  }

  /** The same for an account that has its address and name already. */
  MailboxForm at(EmailAddress known, String displayName) {
    return new MailboxForm(
        known.value(),
        displayName,
        login,
        imapHost,
        imapPort,
        imapSecurity,
        smtpHost,
        smtpPort,
        smtpSecurity,
        savesSent);
  }

  /** With the servers that were found, everything else as entered. */
  MailboxForm with(FoundServers found) {
    return new MailboxForm(
        address,
        name,
        found.login().isEmpty() ? login.isBlank() ? address : login : found.login(),
        found.imap().host(),
        Integer.toString(found.imap().port()),
        found.imap().security().word(),
        found.smtp().host(),
        Integer.toString(found.smtp().port()),
        found.smtp().security().word(),
        found.savesSent());
  }

  static MailboxForm of(MailAccount account) {
    return new MailboxForm(
        account.address().value(),
        account.displayName(),
        account.login(),
        account.imap().host(),
        Integer.toString(account.imap().port()),
        account.imap().security().word(),
        account.smtp().host(),
        Integer.toString(account.smtp().port()),
        account.smtp().security().word(),
        account.savesSentItself());
  }

  /**
   * What was entered, understood.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  NewMailAccount understood(String password) {
    var mailbox =
        EmailAddress.parse(address)
            .orElseThrow(
                () -> new IllegalArgumentException("Enter a whole address, like ada@example.org."));
    if (password.isEmpty()) {
      throw new IllegalArgumentException("Enter the password of the mailbox.");
    }
    return new NewMailAccount(
        mailbox,
        name.strip(),
        imapServer(),
        smtpServer(),
        login.isBlank() ? mailbox.value() : login.strip(),
        Authentication.PASSWORD,
        password,
        savesSent);
  }

  /**
   * Where mail is read.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  Server imapServer() {
    return server(imapHost, imapPort, imapSecurity);
  }

  /**
   * Where mail is sent.
   *
   * @throws IllegalArgumentException with a sentence for the user
   */
  Server smtpServer() {
    return server(smtpHost, smtpPort, smtpSecurity);
  }

  private static Server server(String host, String port, String security) {
    try {
      return new Server(host, Integer.parseInt(port.strip()), Security.of(security));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("A port is a number from 1 to 65535.", e);
    }
  }

  /** The ways to protect a connection, for a list to choose from. */
  public List<Choice> securities(String chosen) {
    return List.of(
        new Choice("tls", "TLS", chosen.equals("tls")),
        new Choice("starttls", "STARTTLS", chosen.equals("starttls")),
        new Choice("none", "None", chosen.equals("none")));
  }

  /** One line of a list to choose from. */
  public record Choice(String value, String word, boolean isChosen) {}
}
