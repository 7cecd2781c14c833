package io.politely.outbox;

import io.politely.kernel.WorkspaceId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Decides between the body and the dot whether a mail goes. It opens only after the decision is
 * committed and the dot is in the journal. All who ask at the same moment share the commit and the
 * write, and take along what became of the mails before.
 */
@Component
class Gate {

  private static final int MOST_AT_ONCE = 64;

  private final Outbox outbox;
  private final Fencing fencing;
  private final DotJournal journal;
  private final OutboxSettings settings;
  private final Map<WorkspaceId, Combining<Entry, Boolean>> together = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Combining<Entry, Boolean>> apart = new ConcurrentHashMap<>();

  Gate(Outbox outbox, Fencing fencing, DotJournal journal, OutboxSettings settings) {
    this.outbox = outbox;
    this.fencing = fencing;
    this.journal = journal;
    this.settings = settings;
  }

  /** Whether the dot may leave, now. Throws where that could not be found out: then it must not. */
  boolean opens(Claimed mail) {
    long asked = System.nanoTime();
    boolean opened = of(together, mail.workspace()).ask(AtGate.of(mail));
    // Whoever slept here for half a lease may wake when others doubt the mail already.
    var passed = Duration.ofNanos(System.nanoTime() - asked);
    if (opened && passed.compareTo(settings.lease().dividedBy(2)) > 0) {
      throw new IllegalStateException("The gate took too long");
    }
    return opened;
  }

  /**
   * Writes down what became of a mail, soon: with whoever is at the gate next. False: others
   * decided about it meanwhile.
   */
  CompletableFuture<Boolean> settle(WorkspaceId workspace, Settlement said) {
    return of(together, workspace).later(said);
  }

  /** The same once more, where that failed: what cannot be written keeps nobody at the gate. */
  boolean settleApart(WorkspaceId workspace, Settlement said) {
    return of(apart, workspace).ask(said);
  }

  /** Why it did not open; empty where the mail is gone. */
  Optional<GateFacts> facts(Claimed mail) {
    return outbox.facts(
        mail.workspace(), AtGate.of(mail), fencing.place(mail.workspace()), settings.freshness());
  }

  private Combining<Entry, Boolean> of(
      Map<WorkspaceId, Combining<Entry, Boolean>> all, WorkspaceId workspace) {
    return all.computeIfAbsent(
        workspace, id -> new Combining<>(entries -> write(id, entries), MOST_AT_ONCE));
  }

  private List<Boolean> write(WorkspaceId workspace, List<Entry> entries) {
    var asking = those(AtGate.class, entries);
    var settled = those(Settlement.class, entries);
    var done =
        asking.isEmpty()
            ? outbox.settle(workspace, fencing.node(), settled)
            : outbox.openGate(
                workspace,
                settled,
                asking,
                fencing.place(workspace),
                fencing.node(),
                settings.freshness(),
                settings.lease());
    var tokens = new HashSet<>(done);
    journal.write(
        asking.stream()
            .filter(one -> tokens.contains(one.token()))
            .map(one -> new Dot(workspace, one.id(), one.token()))
            .toList());
    return entries.stream().map(one -> tokens.contains(token(one))).toList();
  }

  private static long token(Entry entry) {
    return switch (entry) {
      case AtGate one -> one.token();
      case Settlement one -> one.token();
    };
  }

  private static <T extends Entry> List<T> those(Class<T> kind, List<Entry> entries) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
