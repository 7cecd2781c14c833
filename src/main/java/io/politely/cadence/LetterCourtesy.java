package io.politely.cadence;

import io.politely.kernel.WorkspaceId;
import io.politely.outbox.Approved;
import io.politely.outbox.Courtesy;
import io.politely.outbox.DraftText;
import io.politely.outbox.OutgoingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers the outbox whether a letter would be polite: by what everybody here did to its readers.
 */
@Component
class LetterCourtesy implements Courtesy {

  private final Cadence cadence;

  LetterCourtesy(Cadence cadence) {
    this.cadence = cadence;
  }

  @Override
  public List<Objection> objections(WorkspaceId workspace, Approved mail) {
    return cadence.objections(workspace, mail);
  }

  @Override
  public void planned(WorkspaceId workspace, OutgoingId id, Approved mail, String why) {
    cadence.planned(workspace, id, mail, why);
  }

  @Override
  public Optional<Opinion> opinion(WorkspaceId workspace, DraftText text, Instant at) {
    return cadence.opinion(workspace, text, at);
  }
}
