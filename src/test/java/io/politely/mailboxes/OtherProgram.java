package io.politely.mailboxes;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** Another program that works on the same mailbox: it adds, moves and deletes. */
final class OtherProgram implements AutoCloseable {

  private final Store store;

  OtherProgram(int port) {
    this(port, MailServer.LOGIN);
  }

  OtherProgram(int port, String login) {
    var properties = new Properties();
    properties.put("mail.imap.port", Integer.toString(port));
    try {
      store = Session.getInstance(properties).getStore("imap");
      store.connect("127.0.0.1", port, login, MailServer.PASSWORD);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something that is done with a folder. */
  private interface Work<T> {
    T on(Folder folder) throws MessagingException;
  }

  void create(String name) {
    attempt(() -> store.getFolder(name).create(Folder.HOLDS_MESSAGES));
  }

  void delete(String name) {
    attempt(() -> store.getFolder(name).delete(false));
  }

  void rename(String name, String other) {
    attempt(() -> store.getFolder(name).renameTo(store.getFolder(other)));
  }

  void put(String folder, String... messages) {
    attempt(() -> {
      var session = Session.getInstance(new Properties());
      var all = new Message[messages.length];
      for (int i = 0; i < messages.length; i++) {
        var bytes = messages[i].getBytes(StandardCharsets.ISO_8859_1);
        all[i] = new MimeMessage(session, new ByteArrayInputStream(bytes));
      }
      store.getFolder(folder).appendMessages(all);
      return true;
    });
  }

  /** Deletes the message at this place, the oldest is 1. */
  void expunge(String folder, int place) {
    in(
        folder,
        open -> {
          open.getMessage(place).setFlag(Flags.Flag.DELETED, true);
          return open.expunge();
        });
  }

  void flag(String folder, int place) {
    in(
        folder,
        open -> {
          open.getMessage(place).setFlag(Flags.Flag.FLAGGED, true);
          return true;
        });
  }

  void move(String folder, int place, String other) {
    in(
        folder,
        open -> {
          var message = open.getMessage(place);
          open.copyMessages(new Message[] {message}, store.getFolder(other));
          message.setFlag(Flags.Flag.DELETED, true);
          return open.expunge();
        });
  }

  /** Whether any message in there counts as read. */
  boolean hasSeen(String folder) {
    return in(
        folder,
        open -> {
          for (var message : open.getMessages()) {
            if (message.isSet(Flags.Flag.SEEN)) {
              return true;
            }
          }
          return false;
        });
  }

  List<Long> uids(String folder) {
    return in(
        folder,
        open -> {
          var uids = new Long[open.getMessageCount()];
          for (int i = 0; i < uids.length; i++) {
            uids[i] = ((UIDFolder) open).getUID(open.getMessage(i + 1));
          }
          return Arrays.asList(uids);
        });
  }

  @Override
  public void close() {
    attempt(() -> {
      store.close();
      return true;
    });
  }

  private <T> T in(String name, Work<T> work) {
    return attempt(() -> {
      var folder = store.getFolder(name);
      folder.open(Folder.READ_WRITE);
      try {
        return work.on(folder);
      } finally {
        folder.close(false);
      }
    });
  }

  private interface Attempt<T> {
    T get() throws MessagingException;
  }

  private static <T> T attempt(Attempt<T> work) {
    try {
      return work.get();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
