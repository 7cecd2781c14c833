package io.politely.mailboxes;

import io.politely.accounts.Accounts;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Deliveries;
import io.politely.mailboxes.ConnectionProblem.Throttled;
import io.politely.mailboxes.MailAccount.State;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads active mailboxes, each on a virtual thread of its own. Of several processes on one database
 * one reads a mailbox at a time; another one reads it beside that, for a while, when it has mail to
 * send from there: two proofs are as good as one, and it need not wait for the other's next look.
 */
@Component
public class Sync {

  private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

  /** An account that became active otherwise than through {@link #look} is found within this. */
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

  /** Of a process that says nothing any more; it misses two looks before. */
  private static final Duration LEASE = BETWEEN_LOOKS.multipliedBy(3);

  private static final int KILOBYTE = 1024;

  private final Tools tools;
  private final Accounts accounts;
  private final UUID reader = UUID.randomUUID();
  private final Map<MailAccountId, AccountSync> running = new ConcurrentHashMap<>();
  private volatile boolean ended;
  private volatile Thread watch = Thread.ofVirtual().name("sync").unstarted(this::watch);

  Sync(
      Mailboxes mailboxes,
      Credentials credentials,
      ImapGateway gateway,
      Deliveries deliveries,
      SyncSettings settings,
      Accounts accounts,
      Clock clock) {
    this.tools =
        new Tools(
            mailboxes,
            credentials,
            gateway,
            deliveries,
            settings,
            clock,
            new Semaphore(settings.inFlight() / KILOBYTE, true));
    this.accounts = accounts;
  }

  /** What the reading of a mailbox works with. */
  record Tools(
      Mailboxes mailboxes,
      Credentials credentials,
      ImapGateway gateway,
      Deliveries deliveries,
      SyncSettings settings,
      Clock clock,
      Semaphore kilobytesInFlight) {}

  /**
   * Looks which mailboxes of a workspace are active; those that nobody reads yet are begun, and
   * those that another process reads meanwhile are left to it.
   */
  public void look(WorkspaceId workspace) {
    if (ended) {
      return;
    }
    var taken = tools.mailboxes().take(workspace, reader, LEASE);
    taken.forEach(id -> running.computeIfAbsent(id, _ -> begin(workspace, id)));
    running.forEach((id, reading) -> {
      if (reading.workspace().equals(workspace) && !taken.contains(id) && !reading.isHurried()) {
        forget(id);
      }
    });
  }

  /**
   * Asks the server of an account now, instead of at the next poll, so that {@link
   * Mailboxes#provenAt} is of now; and more often for two minutes. Returns at once.
   */
  public void freshen(WorkspaceId workspace, MailAccountId id) {
    if (!isActive(workspace, id)) {
      return;
    }
    // What was never proven is being read for the first time: two would fetch everything twice.
    var reading =
        tools.settings().enabled() && tools.mailboxes().provenAt(workspace, id).isPresent()
            ? running.computeIfAbsent(id, _ -> begin(workspace, id))
            : running.get(id);
    if (reading != null) {
      reading.freshen();
    }
  }

  private boolean isActive(WorkspaceId workspace, MailAccountId id) {
    return !ended
        && tools
            .mailboxes()
            .account(workspace, id)
            .filter(account -> account.state() == State.ACTIVE)
            .isPresent();
  }

  /** Ends the reading of an account that was paused or disconnected at once. */
  public void forget(MailAccountId id) {
    var reading = running.remove(id);
    if (reading != null) {
      reading.stop();
    }
  }

  /** How the reading of an account gets on. */
  public SyncProgress progress(WorkspaceId workspace, MailAccountId id) {
    var reading = running.get(id);
    return reading == null || tools.mailboxes().account(workspace, id).isEmpty()
        ? SyncProgress.NONE
        : reading.progress();
  }

  /**
   * Reads a mailbox in this thread until nothing is missing, beside whoever reads it already.
   *
   * @return why not; empty where all went well
   */
  public Optional<ConnectionProblem> once(WorkspaceId workspace, MailAccountId id)
      throws InterruptedException {
    try {
      new AccountSync(workspace, id, tools).once();
      return Optional.empty();
    } catch (MailServerException e) {
      LOG.debug("Mailbox {} could not be read", id, e);
      return Optional.of(e.problem());
    } catch (RefusedException e) {
      return Optional.of(new Throttled("The server", e.said()));
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (tools.settings().enabled()) {
      watch.start();
    }
  }

  @PreDestroy
  void stop() {
    ended = true;
    watch.interrupt();
    var ending = List.copyOf(running.values()); // each goes from there by itself when it has ended
    ending.forEach(AccountSync::stop);
    ending.stream().map(AccountSync::workspace).distinct().forEach(this::leave);
  }

  private void leave(WorkspaceId workspace) {
    try {
      tools.mailboxes().leave(workspace, reader);
    } catch (DataAccessException | TransactionException e) {
      LOG.debug("The mailboxes of {} are left to others only when the lease ends", workspace, e);
    }
  }

  private void watch() {
    try {
      while (!ended) {
        lookEverywhere();
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the program ends
    }
  }

  private void lookEverywhere() {
    try {
      accounts.workspaces().forEach(this::look);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("Which mailboxes are active could not be asked; it is tried again", e);
    }
  }

  private AccountSync begin(WorkspaceId workspace, MailAccountId id) {
    var reading = new AccountSync(workspace, id, tools);
    Thread.ofVirtual()
        .name("sync-" + id)
        .start(() -> {
          try {
            reading.run();
          } finally {
            running.remove(id, reading);
          }
        });
    return reading;
  }
}
