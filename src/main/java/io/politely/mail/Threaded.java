package io.politely.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What threading decides about the messages of a component. */
record Threaded(List<Group> groups, List<Suggestion> suggestions) {

  Threaded {
    groups = List.copyOf(groups);
    suggestions = List.copyOf(suggestions);
  }

  /** The messages of one conversation, in canonical order. */
  record Group(List<Member> members) {

    Group {
      members = List.copyOf(members);
    }

    Threadable first() {
      return members.getFirst().message();
    }

    Threadable last() {
      return members.getLast().message();
    }
  }

  /**
   * A message in its conversation.
   *
   * @param parent the message that it answers, or null
   * @param confidence 0…1; 1 for headers
   */
  record Member(
      Threadable message, @Nullable MessageId parent, JoinedBy joinedBy, double confidence) {}

  /** A join that is too uncertain to make without asking. */
  record Suggestion(MessageId message, MessageId parent, double confidence, String reason) {}
}
