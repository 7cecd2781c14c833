package io.politely.people;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: who is behind the addresses of messages. */
@Service
public class People {

  private final PeopleStore store;
  private final Meeting meeting;

  People(PeopleStore store, Meeting meeting) {
    this.store = store;
    this.meeting = meeting;
  }

  /**
   * Meets the addresses of new messages, each sighting once: call it in the transaction that stores
   * the messages. In whatever order and portions sightings come, the same people result.
   */
  @Transactional
  public void meet(WorkspaceId workspace, Collection<Sighting> sightings) {
    meeting.meet(workspace, sightings);
  }

  /** Who is behind each of these addresses; those never met are absent. One query. */
  @Transactional(readOnly = true)
  public Map<EmailAddress, Known> whoAre(
      WorkspaceId workspace, Collection<EmailAddress> addresses) {
    var mailboxes = new HashSet<EmailAddress>();
    addresses.forEach(address -> mailboxes.add(address.withoutTag()));
    var byMailbox = store.whoAre(workspace, mailboxes);
    var known = new HashMap<EmailAddress, Known>();
    for (var address : addresses) {
      var behind = byMailbox.get(address.withoutTag());
      if (behind != null) {
        known.put(address, behind);
      }
    }
    return known;
  }

  /** How many persons there are: no desks, lists or machines. */
  @Transactional(readOnly = true)
  public long count(WorkspaceId workspace) {
    return store.countPersons(workspace);
  }

  /**
   * Everybody, one sorted line each and without ids: equal for equal people, whatever order their
   * messages came in.
   */
  @Transactional(readOnly = true)
  public void digestLines(WorkspaceId workspace, Consumer<String> lines) {
    store.digestLines(workspace, lines);
  }
}
