package io.politely.mail;

import io.politely.database.StatisticsStore;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MailReader.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Where mail that was fetched from a server comes in: taken apart outside of any transaction,
 * stored in one, and then threaded before long.
 */
@Component
public class Deliveries {

  private static final int ATTEMPTS = 3;

  private final Mail mail;
  private final MailReaders readers;
  private final MailCatchUp catchUp;
  private final StatisticsStore statistics;
  private final Clock clock;

  /** Two mailboxes of one workspace would wait for each other's rows in the database otherwise. */
  private final Map<WorkspaceId, ReentrantLock> turns = new ConcurrentHashMap<>();

  Deliveries(
      Mail mail,
      MailReaders readers,
      MailCatchUp catchUp,
      StatisticsStore statistics,
      Clock clock) {
    this.mail = mail;
    this.readers = readers;
    this.catchUp = catchUp;
    this.statistics = statistics;
    this.clock = clock;
  }

  /** Mail that is being taken apart. */
  public static final class Opened {

    private final List<Future<List<Outcome>>> slices;

    private Opened(List<Future<List<Outcome>>> slices) {
      this.slices = slices;
    }
  }

  /**
   * Begins to take apart what was fetched, while something else may be stored.
   *
   * @param items messages, and what could not be handed out whole; no remarks
   */
  public Opened open(List<? extends SourceItem> items) {
    return new Opened(readers.beginSlices(items));
  }

  /**
   * Stores what was delivered. When this returns it is committed, all of it.
   *
   * @return what became of each item, in the same order
   */
  public List<Delivered> deliver(WorkspaceId workspace, Opened opened) throws InterruptedException {
    var outcomes = MailReaders.await(opened.slices);
    var messages = new ArrayList<ReadMessage>();
    var spoilt = new ArrayList<Spoilt>();
    for (var outcome : outcomes) {
      switch (outcome) {
        case Outcome.Message(var message) -> messages.add(message);
        case Outcome.Poison(var poison) -> spoilt.add(poison);
      }
    }
    var stored = store(workspace, messages, spoilt);
    statistics.refresh();
    catchUp.threadSoon(workspace);
    return outcomes.stream().map(outcome -> became(outcome, stored)).toList();
  }

  /** A large delivery is over: what waits for threading need not wait for more. */
  public void complete(WorkspaceId workspace) {
    catchUp.threadNow(workspace);
  }

  private Intake.Stored store(
      WorkspaceId workspace, List<ReadMessage> messages, List<Spoilt> spoilt)
      throws InterruptedException {
    var turn = turns.computeIfAbsent(workspace, _ -> new ReentrantLock());
    turn.lockInterruptibly();
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return mail.storeDelivered(workspace, messages, spoilt, clock.instant());
        } catch (DuplicateKeyException | ConcurrencyFailureException e) {
          // An import, or another process, stored one of them meanwhile: it is known next time.
          if (attempt == ATTEMPTS) {
            throw e;
          }
        }
      }
    } finally {
      turn.unlock();
    }
  }

  private static Delivered became(Outcome outcome, Intake.Stored stored) {
    return switch (outcome) {
      case Outcome.Poison(var poison) when stored.leftOut().contains(poison.contentHash()) ->
          new Delivered.LeftOut();
      case Outcome.Poison(var poison) -> new Delivered.SetAside(poison.reason());
      case Outcome.Message(var message) -> {
        var hash = message.parsed().contentHash();
        if (stored.leftOut().contains(hash)) {
          yield new Delivered.LeftOut();
        }
        var id = stored.ids().get(hash);
        if (id == null) {
          throw new IllegalStateException("A message was neither stored nor refused");
        }
        yield new Delivered.Stored(id);
      }
    };
  }
}
