package io.politely.mailboxes;

/** On GreenMail, in every run. */
class OwnCopiesTest extends OwnCopiesContract {

  @Override
  MailServer start() {
    return new GreenMailServer();
  }
}
