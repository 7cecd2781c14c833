package io.politely.touches.web;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the rail. */
@Configuration(proxyBeanMethods = false)
class TouchesRail {

  @Bean
  Screen touchesScreen() {
    return new Screen(
        37,
        "Calls",
        "/touches",
        "phone",
        'l',
        "Calls, meetings, texts and notes; log one by a line",
        "/touches/new");
  }
}
