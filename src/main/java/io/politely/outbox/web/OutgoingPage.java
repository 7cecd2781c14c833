package io.politely.outbox.web;

import io.politely.outbox.web.OutboxPage.Row;
import io.politely.outbox.web.OutboxPage.StepLine;
import io.politely.outbox.web.PreviewPage.Recipient;
import java.util.List;

/** One mail with all that happened to it; {@code sent}: what its Sent folder tells, or "". */
public record OutgoingPage(
    Row row,
    boolean isInDoubt,
    List<StepLine> steps,
    String sent,
    List<Recipient> recipients,
    String body) {

  public OutgoingPage {
    steps = List.copyOf(steps);
    recipients = List.copyOf(recipients);
  }
}
