package io.politely.cadence;

import io.politely.kernel.WorkspaceId;
import io.politely.ledger.BesideConversation;
import io.politely.mail.ConversationId;
import io.politely.people.PersonId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Leads from a conversation to the follow-up that goes on with it, or with somebody in it. */
@Component
class FollowUpBeside implements BesideConversation {

  private final Cadence cadence;

  FollowUpBeside(Cadence cadence) {
    this.cadence = cadence;
  }

  @Override
  public Optional<Line> line(
      WorkspaceId workspace, ConversationId conversation, Map<PersonId, String> names) {
    return cadence
        .openIn(workspace, conversation, names.keySet())
        .map(followUp ->
            new Line(
                "Follow-up with " + names.getOrDefault(followUp.person(), "them"),
                "/follow-ups/" + followUp.id()));
  }
}
