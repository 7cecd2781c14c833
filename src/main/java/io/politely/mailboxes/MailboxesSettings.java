package io.politely.mailboxes;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the rail. */
@Configuration(proxyBeanMethods = false)
class MailboxesSettings {

  @Bean
  Screen mailboxesScreen() {
    return new Screen(
        90,
        "Mailboxes",
        "/mailboxes",
        "mail",
        'm',
        "Connect a mailbox, and see how far it is read");
  }
}
