package io.politely.mailboxes;

/** On GreenMail, in every run. */
class SyncTest extends SyncContract {

  @Override
  MailServer start() {
    return new GreenMailServer();
  }
}
