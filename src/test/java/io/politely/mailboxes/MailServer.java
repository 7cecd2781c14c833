package io.politely.mailboxes;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Server.Security;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A real IMAP server in this process, with one mailbox: Ada's. */
final class MailServer implements AutoCloseable {

  static final EmailAddress ADA = new EmailAddress("ada@example.com");
  static final String PASSWORD = "three-blue-herons";

  private final GreenMail green =
      new GreenMail(
          new ServerSetup[] {
            ServerSetup.IMAP.dynamicPort(), ServerSetup.IMAPS.dynamicPort(),
          });
  private final GreenMailUser ada;

  MailServer() {
    green.start();
    try {
      ada = green.getManagers().getUserManager().createUser(ADA.value(), "ada", PASSWORD);
    } catch (UserException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return green.getImap().getPort();
  }

  int securePort() {
    return green.getImaps().getPort();
  }

  /** How to reach Ada's mailbox. */
  NewMailAccount account() {
    return account(port(), Security.NONE, PASSWORD);
  }

  static NewMailAccount account(int port, Security security, String password) {
    var server = new Server("127.0.0.1", port, security);
    return new NewMailAccount(
        ADA, "Ada", server, server, "ada", Authentication.PASSWORD, password, false);
  }

  MailFolder folder(String name) {
    return hosts().getFolder(ada, name);
  }

  void create(String name) {
    try {
      hosts().createMailbox(ada, name);
    } catch (AuthorizationException | FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  void delete(String name) {
    try {
      hosts().deleteMailbox(ada, name);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void rename(String name, String other) {
    try {
      hosts().renameMailbox(ada, name, other);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a message into a folder; its UID. */
  long put(String folder, String message) {
    return put(folder, message.getBytes(StandardCharsets.UTF_8));
  }

  long put(String folder, byte[] message) {
    try {
      return folder(folder)
          .appendMessage(
              new MimeMessage(
                  jakarta.mail.Session.getInstance(new Properties()),
                  new ByteArrayInputStream(message)),
              new Flags(),
              Date.from(Instant.parse("2026-03-02T09:00:00Z")));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  void expunge(String folder, long uid) {
    try {
      folder(folder).getMessage(uid).setFlag(Flags.Flag.DELETED, true);
      folder(folder).expunge();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    green.stop();
  }

  private ImapHostManager hosts() {
    return green.getManagers().getImapHostManager();
  }

  /** A message from Grace to Ada that no other is like. */
  static String message(int number) {
    return """
    Message-ID: <%d@example.org>
    Date: Mon, 2 Mar 2026 09:%02d:%02d +0000
    From: Grace <grace@example.org>
    To: Ada <ada@example.com>
    Subject: Question %d

    Could you send me the plan number %d by Friday?
    """
        .formatted(number, number / 60 % 60, number % 60, number, number)
        .replace("\n", "\r\n");
  }
}
