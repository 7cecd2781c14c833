package io.politely.mailboxes;

import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** GreenMail: an IMAP server in this process. */
final class GreenMailServer implements MailServer {

  private final GreenMail green =
      new GreenMail(
          new ServerSetup[] {ServerSetup.IMAP.dynamicPort(), ServerSetup.IMAPS.dynamicPort()});

  GreenMailServer() {
    green.start();
    try {
      var users = green.getManagers().getUserManager();
      users.createUser(ADA.value(), LOGIN, PASSWORD);
      users.createUser(ADA_AT_HOME.value(), OTHER, PASSWORD);
    } catch (UserException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int port() {
    return green.getImap().getPort();
  }

  /** Where it wants TLS, with a certificate that nobody signed. */
  int securePort() {
    return green.getImaps().getPort();
  }

  @Override
  public void close() {
    green.stop();
  }
}
