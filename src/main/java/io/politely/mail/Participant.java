package io.politely.mail;

import io.politely.kernel.EmailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Somebody in a conversation.
 *
 * @param wrote messages from this address
 * @param received messages to or cc this address
 * @param lastAt the newest of them
 */
record Participant(EmailAddress address, int wrote, int received, Instant lastAt) {

  /** Everybody in a conversation, in order of appearance. */
  static List<Participant> of(Threaded.Group group) {
    var all = new LinkedHashMap<EmailAddress, Participant>();
    for (var member : group.members()) {
      var message = member.message();
      var from = message.from();
      if (from != null) {
        count(all, List.of(from), 1, 0, message.sentAt());
      }
      count(all, message.to(), 0, 1, message.sentAt());
      count(all, message.cc(), 0, 1, message.sentAt());
    }
    return List.copyOf(all.values());
  }

  private static void count(
      LinkedHashMap<EmailAddress, Participant> all,
      Collection<EmailAddress> addresses,
      int wrote,
      int received,
      Instant at) {
    for (var address : addresses) {
      all.merge(
          address,
          new Participant(address, wrote, received, at),
          (known, more) ->
              new Participant(
                  address, known.wrote() + wrote, known.received() + received, more.lastAt()));
    }
  }
}
