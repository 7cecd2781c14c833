package io.politely.mail.web;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the rail. */
@Configuration(proxyBeanMethods = false)
class MailSettings {

  @Bean
  Screen importScreen() {
    return new Screen(
        90, "Import", "/imports", "import", 'i', "Read a mailbox, and see what became of others");
  }
}
