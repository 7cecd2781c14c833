package io.politely.cadence.web;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the rail. */
@Configuration(proxyBeanMethods = false)
class FollowUpsRail {

  @Bean
  Screen followUpsScreen() {
    return new Screen(
        15,
        "Follow-ups",
        "/follow-ups",
        "scheduled",
        'f',
        "What to send next, to whom, when, and why");
  }
}
