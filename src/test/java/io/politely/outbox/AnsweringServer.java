package io.politely.outbox;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.politely.kernel.Edge;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/** GreenMail with many mailboxes, and what comes into them by other ways than ours. */
@Edge
final class AnsweringServer implements AutoCloseable {

  static final String PASSWORD = "three-blue-herons";

  private final GreenMail green = new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort()});

  AnsweringServer() {
    green.start();
  }

  int port() {
    return green.getImap().getPort();
  }

  /** A new mailbox, used by another program. */
  Mailbox mailbox(String login, String address) throws MessagingException {
    try {
      green.getManagers().getUserManager().createUser(address, login, PASSWORD);
    } catch (UserException e) {
      throw new IllegalStateException(e);
    }
    var mailbox = new Mailbox(port(), login);
    mailbox.make(ReplyCase.Place.toMake());
    return mailbox;
  }

  @Override
  public void close() {
    green.stop();
  }

  /** One mailbox; each thing is done over a connection of its own. */
  @Edge
  static final class Mailbox {

    private final Session session = Session.getInstance(new Properties());
    private final int port;
    private final String login;

    Mailbox(int port, String login) {
      this.port = port;
      this.login = login;
    }

    void make(List<String> folders) throws MessagingException {
      try (var store = store()) {
        for (var folder : folders) {
          var _ = store.getFolder(folder).create(Folder.HOLDS_MESSAGES | Folder.HOLDS_FOLDERS);
        }
      }
    }

    /** Delivers a message, as of now or of long ago. */
    void put(String folder, String message, boolean isSeen, Instant delivered)
        throws MessagingException {
      var bytes = message.getBytes(StandardCharsets.UTF_8);
      var put =
          new MimeMessage(session, new ByteArrayInputStream(bytes)) {
            @Override
            public Date getReceivedDate() {
              return Date.from(delivered);
            }
          };
      put.setFlag(Flags.Flag.SEEN, isSeen);
      try (var store = store()) {
        store.getFolder(folder).appendMessages(new Message[] {put});
      }
    }

    void move(String internetId, String from, String to) throws MessagingException {
      try (var store = store();
          var folder = store.getFolder(from)) {
        folder.open(Folder.READ_WRITE);
        var found = folder.search(new MessageIDTerm("<" + internetId + ">"));
        folder.copyMessages(found, store.getFolder(to));
        folder.setFlags(found, new Flags(Flags.Flag.DELETED), true);
        folder.expunge();
      }
    }

    private Store store() throws MessagingException {
      var store = session.getStore("imap");
      store.connect("127.0.0.1", port, login, PASSWORD);
      return store;
    }
  }
}
