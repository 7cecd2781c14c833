package io.politely.mail.web;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.ImportId;
import io.politely.mail.ImportProgress;
import io.politely.mail.Importer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** Tells a browser how an import gets on, until it is over. */
@Component
class ImportEvents {

  private static final Duration PAUSE = Duration.ofMillis(500);
  // A browser connects again by itself; an abandoned connection ends here at the latest.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Importer importer;

  ImportEvents(Importer importer) {
    this.importer = importer;
  }

  SseEmitter of(WorkspaceId workspace, ImportId run) {
    var emitter = new SseEmitter(LONGEST.toMillis());
    Thread.ofVirtual().name("events of import " + run).start(() -> tell(emitter, workspace, run));
    return emitter;
  }

  private void tell(SseEmitter emitter, WorkspaceId workspace, ImportId run) {
    try {
      for (long told = 0; told < LONGEST.dividedBy(PAUSE); told++) {
        var progress = importer.progress(workspace, run);
        if (progress.isEmpty() || progress.get().run().state().isOver()) {
          emitter.send(SseEmitter.event().name("over").data(""));
          break;
        }
        emitter.send(event(progress.get()));
        Thread.sleep(PAUSE);
      }
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      emitter.complete(); // the browser went away
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  private static SseEventBuilder event(ImportProgress progress) {
    var run = progress.run();
    return SseEmitter.event()
        .name("progress")
        .data(
            Map.of(
                "fields",
                Map.of(
                    "state", Words.state(run.state()),
                    "progress", Words.progress(progress),
                    "imported", Words.number(run.imported()),
                    "duplicates", Words.number(run.duplicates()),
                    "quarantined", Words.number(run.quarantined())),
                "done",
                run.bytesDone(),
                "total",
                Math.max(1, run.bytesTotal())));
  }
}
