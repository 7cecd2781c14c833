package io.politely.web;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says that pages are served, to whoever waits for that: the launcher, a supervisor. */
@Controller
class HealthController {

  @GetMapping("/health")
  ResponseEntity<String> answer() {
    return ResponseEntity.ok("ok\n");
  }
}
