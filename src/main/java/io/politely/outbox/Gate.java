package io.politely.outbox;

import io.politely.kernel.WorkspaceId;
import io.politely.outbox.OutboxStore.AtGate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Decides between the body and the dot whether a mail goes. It opens only after the decision is
 * committed and the dot is in the journal. All who ask at the same moment share the commit and the
 * write.
 */
@Component
class Gate {

  private static final int MOST_AT_ONCE = 64;

  private final Outbox outbox;
  private final Fencing fencing;
  private final DotJournal journal;
  private final OutboxSettings settings;
  private final Map<WorkspaceId, Combining<AtGate, Boolean>> asking = new ConcurrentHashMap<>();

  Gate(Outbox outbox, Fencing fencing, DotJournal journal, OutboxSettings settings) {
    this.outbox = outbox;
    this.fencing = fencing;
    this.journal = journal;
    this.settings = settings;
  }

  /** Whether the dot may leave, now. Throws where that could not be found out: then it must not. */
  boolean opens(Claimed mail) {
    long asked = System.nanoTime();
    boolean opened =
        asking
            .computeIfAbsent(
                mail.workspace(),
                workspace -> new Combining<>(all -> decide(workspace, all), MOST_AT_ONCE))
            .ask(at(mail));
    // Whoever slept here for half a lease may wake when others doubt the mail already.
    var passed = Duration.ofNanos(System.nanoTime() - asked);
    if (opened && passed.compareTo(settings.lease().dividedBy(2)) > 0) {
      throw new IllegalStateException("The gate took too long");
    }
    return opened;
  }

  /** Why it did not open; empty where the mail is gone. */
  Optional<GateFacts> facts(Claimed mail) {
    return outbox.facts(
        mail.workspace(), at(mail), fencing.place(mail.workspace()), settings.freshness());
  }

  private List<Boolean> decide(WorkspaceId workspace, List<AtGate> all) {
    var opened =
        new HashSet<>(
            outbox.openGate(
                workspace,
                all,
                fencing.place(workspace),
                fencing.node(),
                settings.freshness(),
                settings.lease()));
    journal.write(
        all.stream()
            .filter(one -> opened.contains(one.token()))
            .map(one -> new Dot(workspace, one.id(), one.token()))
            .toList());
    return all.stream().map(one -> opened.contains(one.token())).toList();
  }

  private static AtGate at(Claimed mail) {
    return new AtGate(
        mail.id(), mail.token(), String.join(" ", mail.recipients()), mail.bytes().hash());
  }
}
