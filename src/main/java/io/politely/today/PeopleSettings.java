package io.politely.today;

import io.politely.web.Screen;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screen of people in the rail. */
@Configuration(proxyBeanMethods = false)
class PeopleSettings {

  @Bean
  Screen peopleScreen() {
    return new Screen(30, "People", "/people", "people", 'p', "Everybody you write with");
  }
}
