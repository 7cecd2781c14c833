package io.politely.mail;

import io.politely.kernel.WorkspaceId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings conversations and search up to the message store, in small transactions. */
@Component
public class MailCatchUp {

  private final Mail mail;
  private final ApplicationEventPublisher events;

  MailCatchUp(Mail mail, ApplicationEventPublisher events) {
    this.mail = mail;
    this.events = events;
  }

  /** Threads everything that waits, then nudges whoever reads conversations. */
  public void thread(WorkspaceId workspace) {
    while (mail.threadSome(workspace)) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
    events.publishEvent(new MailChanged(workspace));
  }

  /** Indexes everything that waits. */
  public void index(WorkspaceId workspace) {
    while (mail.indexSome(workspace) > 0) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
