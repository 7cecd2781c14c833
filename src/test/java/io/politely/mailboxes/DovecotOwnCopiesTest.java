package io.politely.mailboxes;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** On Dovecot, where {@code bin/check --real} installed it. */
@EnabledIfSystemProperty(named = "politely.real", matches = "true")
class DovecotOwnCopiesTest extends OwnCopiesContract {

  @Override
  MailServer start() {
    return new DovecotServer();
  }
}
