package io.politely.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a browser how some work gets on, until it is over. */
@Component
public class ProgressEvents {

  private static final Duration PAUSE = Duration.ofMillis(500);
  // A browser connects again by itself; an abandoned connection ends here at the latest.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  ProgressEvents() {}

  /**
   * Asks twice a second.
   *
   * @param progress empty when it is over
   */
  public SseEmitter of(String work, Supplier<Optional<Progress>> progress) {
    var emitter = new SseEmitter(LONGEST.toMillis());
    Thread.ofVirtual().name("events of " + work).start(() -> tell(emitter, progress));
    return emitter;
  }

  private static void tell(SseEmitter emitter, Supplier<Optional<Progress>> progress) {
    try {
      for (long told = 0; told < LONGEST.dividedBy(PAUSE); told++) {
        var now = progress.get();
        if (now.isEmpty()) {
          emitter.send(SseEmitter.event().name("over").data(""));
          break;
        }
        emitter.send(SseEmitter.event().name("progress").data(now.get()));
        Thread.sleep(PAUSE);
      }
    } catch (IOException | IllegalStateException e) {
      // The browser went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      emitter.complete();
    }
  }
}
