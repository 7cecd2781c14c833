package io.politely.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;

/**
 * A server at which somebody has a mailbox with a folder for what they sent, and everybody else one
 * too.
 */
@Edge
public final class MailHost implements AutoCloseable {

  private static final String SENT = "Sent";

  private final GreenMail green =
      new GreenMail(
          new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
  private final GreenMailUser owner;

  /** Starts it on two free ports. */
  public MailHost(EmailAddress address, String login, String password) {
    green.start();
    try {
      owner = green.getManagers().getUserManager().createUser(address.value(), login, password);
      folders().createMailbox(owner, SENT);
    } catch (UserException | FolderException | AuthorizationException e) {
      throw new IllegalStateException(e);
    }
  }

  public Server imap() {
    return new Server("127.0.0.1", green.getImap().getPort(), Security.NONE);
  }

  public Server smtp() {
    return new Server("127.0.0.1", green.getSmtp().getPort(), Security.NONE);
  }

  /** The Message-IDs in the folder for what was sent. */
  public List<String> sent() {
    return ids(messages(folders().getFolder(owner, SENT)));
  }

  /** The Message-IDs of what reached somebody. */
  public List<String> receivedBy(EmailAddress address) {
    var user = green.getManagers().getUserManager().getUserByEmail(address.value());
    if (user == null) {
      return List.of();
    }
    try {
      return ids(messages(folders().getInbox(user)));
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A message reaches the inbox. */
  public void deliver(String message) {
    var bytes = message.replace("\n", "\r\n").getBytes(ISO_8859_1);
    try {
      owner.deliver(
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    green.stop();
  }

  private ImapHostManager folders() {
    return green.getManagers().getImapHostManager();
  }

  private static List<MimeMessage> messages(MailFolder folder) {
    return folder.getMessages().stream().map(StoredMessage::getMimeMessage).toList();
  }

  private static List<String> ids(List<MimeMessage> messages) {
    return messages.stream().map(MailHost::id).toList();
  }

  private static String id(MimeMessage message) {
    try {
      return message.getMessageID().replaceAll("[<>]", "");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
