package io.politely.today;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the rail. */
@Configuration(proxyBeanMethods = false)
class TodaySettings {

  @Bean
  Screen todayScreen() {
    return new Screen(10, "Today", "/", "today", 't', "Whose move it is, and what to do next");
  }

  @Bean
  Screen conversationsScreen() {
    return new Screen(
        20,
        "Conversations",
        "/conversations",
        "conversations",
        'c',
        "Every conversation, newest first");
  }

  @Bean
  Screen reviewScreen() {
    return new Screen(
        70, "Review", "/review", "review", 'r', "Moves, joins and people that are in doubt");
  }
}
