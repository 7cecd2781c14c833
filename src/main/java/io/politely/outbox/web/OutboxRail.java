package io.politely.outbox.web;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the rail. */
@Configuration(proxyBeanMethods = false)
class OutboxRail {

  @Bean
  Screen outboxScreen() {
    return new Screen(
        60, "Outbox", "/outbox", "outbox", 'o', "What will leave, what is in doubt, and drafts");
  }
}
