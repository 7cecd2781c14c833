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
    var session = Session.getInstance(new Properties());
    var store = session.getStore("imap");
    store.connect("127.0.0.1", port(), login, PASSWORD);
    var mailbox = new Mailbox(session, store);
    for (var folder : ReplyCase.Place.toMake()) {
      var _ = store.getFolder(folder).create(Folder.HOLDS_MESSAGES | Folder.HOLDS_FOLDERS);
    }
    return mailbox;
  }

  @Override
  public void close() {
    green.stop();
  }

  /** One mailbox. */
  @Edge
  static final class Mailbox implements AutoCloseable {

    private final Session session;
    private final Store store;

    Mailbox(Session session, Store store) {
      this.session = session;
      this.store = store;
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
      store.getFolder(folder).appendMessages(new Message[] {put});
    }

    void move(String internetId, String from, String to) throws MessagingException {
      try (var folder = store.getFolder(from)) {
        folder.open(Folder.READ_WRITE);
        var found = folder.search(new MessageIDTerm("<" + internetId + ">"));
        folder.copyMessages(found, store.getFolder(to));
        folder.setFlags(found, new Flags(Flags.Flag.DELETED), true);
        folder.expunge();
      }
    }

    @Override
    public void close() throws MessagingException {
      store.close();
    }
  }
}
