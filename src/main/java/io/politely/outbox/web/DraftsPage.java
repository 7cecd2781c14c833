package io.politely.outbox.web;

import io.politely.outbox.Draft;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What is being written, the newest first. */
public record DraftsPage(List<Row> rows) {

  public DraftsPage {
    rows = List.copyOf(rows);
  }

  /** A draft. */
  public record Row(String path, String to, String subject, String beginning, When savedAt) {}

  static DraftsPage of(List<Draft> drafts, Instant now, ZoneId zone) {
    return new DraftsPage(
        drafts.stream()
            .map(draft ->
                new Row(
                    "/drafts/" + draft.id(),
                    draft.text().to().isBlank() ? "To nobody yet" : draft.text().to().strip(),
                    draft.text().subject().isBlank() ? "No subject" : draft.text().subject(),
                    draft.text().body().strip(),
                    When.of(draft.savedAt(), now, zone)))
            .toList());
  }
}
