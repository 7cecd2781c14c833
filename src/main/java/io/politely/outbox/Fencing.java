package io.politely.outbox;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Knows where this node is, and whether the database of that place may send. A copy of a database,
 * or one that was put back to an earlier state, sends nothing until a person confirms.
 */
@Component
public class Fencing {

  private static final Logger log = LoggerFactory.getLogger(Fencing.class);

  private final Outbox outbox;
  private final DotJournal journal;
  private final String address;
  private final String node;
  private final Map<WorkspaceId, String> places = new ConcurrentHashMap<>();

  /**
   * @param address the data directory, or the address of a server that is not ours
   */
  Fencing(
      Outbox outbox,
      DotJournal journal,
      @Value("${politely.outbox.address:${politely.database.url:}}") String address) {
    this.outbox = outbox;
    this.journal = journal;
    this.address = address;
    this.node = "node " + UUID.randomUUID().toString().substring(0, 8);
  }

  /** The name of this process in claims and steps; another one at every start. */
  String node() {
    return node;
  }

  /** Where the database is; compared with the journal when a workspace is met first. */
  String place(WorkspaceId workspace) {
    return places.computeIfAbsent(workspace, this::arrive);
  }

  /** Looks again at where the database is: after a failure of it, it may be another one. */
  void lookAgain() {
    places.clear();
  }

  /** A person says that no other copy sends, and has looked at what is in doubt. */
  public void confirm(WorkspaceId workspace, MemberId by) {
    log.info("Sending from workspace {} was confirmed by {}", workspace, by);
    outbox.confirm(workspace, where(workspace));
  }

  private String arrive(WorkspaceId workspace) {
    var place = where(workspace);
    var dots = journal.read().stream().filter(dot -> dot.workspace().equals(workspace)).toList();
    var fence = outbox.arrive(workspace, place, node, dots);
    if (fence.isClosed()) {
      log.warn("Nothing is sent from workspace {}: {}", workspace, fence.reason());
    }
    return place;
  }

  private String where(WorkspaceId workspace) {
    return Place.of(machine(), address, outbox.database(workspace));
  }

  /** Empty where the system has no such id: then the other parts must do. */
  private static String machine() {
    try {
      return Files.readString(Path.of("/etc/machine-id")).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
