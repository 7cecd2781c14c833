package io.politely.pursuits.web;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the rail. */
@Configuration(proxyBeanMethods = false)
class PursuitsRail {

  @Bean
  Screen pursuitsScreen() {
    return new Screen(
        35,
        "Pursuits",
        "/pursuits",
        "pursuits",
        'u',
        "Jobs, searches and deals, and who waits in them");
  }
}
