package io.politely.interviews.web;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the rail. */
@Configuration(proxyBeanMethods = false)
class MeetingsRail {

  @Bean
  Screen meetingsScreen() {
    return new Screen(
        17,
        "Meetings",
        "/meetings",
        "meeting",
        'm',
        "Interviews and calls: the brief before, the debrief after");
  }
}
