package io.politely.ledger;

import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.people.PersonId;
import java.util.Map;
import java.util.Optional;

/** A line beside a conversation, of a module above this one: what is planned with those in it. */
public interface BesideConversation {

  /** What it says, and where it leads. */
  record Line(String words, String path) {}

  /**
   * Empty where there is nothing to say.
   *
   * @param names of the others in it who have a page, in the order of the page
   */
  Optional<Line> line(
      WorkspaceId workspace, ConversationId conversation, Map<PersonId, String> names);
}
