package io.politely.mailboxes;

import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.Server.Security;

/** A real IMAP server on this machine, with one mailbox: Ada's. */
@Edge
interface MailServer extends AutoCloseable {

  EmailAddress ADA = new EmailAddress("ada@example.com");
  EmailAddress ADA_AT_HOME = new EmailAddress("ada@home.example");
  String LOGIN = "ada";
  String OTHER = "idle0";
  String PASSWORD = "three-blue-herons";

  int port();

  @Override
  void close();

  /** How to reach Ada's mailbox there. */
  default NewMailAccount account() {
    return account(port(), Security.NONE, PASSWORD);
  }

  static NewMailAccount account(int port, Security security, String password) {
    return account(new Server("127.0.0.1", port, security), password);
  }

  static NewMailAccount account(Server server, String password) {
    return new NewMailAccount(
        ADA, "Ada", server, server, LOGIN, Authentication.PASSWORD, password, false);
  }

  /** A further mailbox there, which is empty. */
  default NewMailAccount otherAccount() {
    var server = new Server("127.0.0.1", port(), Security.NONE);
    return new NewMailAccount(
        ADA_AT_HOME, "Ada", server, server, OTHER, Authentication.PASSWORD, PASSWORD, false);
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
