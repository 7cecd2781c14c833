package io.politely.database;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Work of many transactions, one after another, which can be stopped between two of them. What was
 * committed stays; whoever does it writes down there how far it is.
 */
@Component
public class LongWork {

  private static final Logger LOG = LoggerFactory.getLogger(LongWork.class);

  private final StatisticsStore statistics;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, AtomicBoolean> going = new ConcurrentHashMap<>();

  LongWork(StatisticsStore statistics) {
    this.statistics = statistics;
  }

  /**
   * Does one step after another in the background, until one says that there is none left. Nothing
   * happens where this work is going on already.
   */
  public void start(UUID work, BooleanSupplier step) {
    if (going.putIfAbsent(work, new AtomicBoolean()) == null) {
      workers.execute(() -> {
        try {
          go(work, step);
        } catch (RuntimeException e) {
          LOG.error(
              "Work {} broke off", work, e); // then nobody does it, which is the same as stopped
        }
      });
    }
  }

  /** The same in this thread; what breaks it off is thrown. */
  public void run(UUID work, BooleanSupplier step) {
    if (going.putIfAbsent(work, new AtomicBoolean()) == null) {
      go(work, step);
    }
  }

  /** Stops work after the step that it is at; false where this program does not do it. */
  public boolean stop(UUID work) {
    var stopped = going.get(work);
    if (stopped == null) {
      return false;
    }
    stopped.set(true);
    return true;
  }

  /** Whether this program does that work now. */
  public boolean isGoing(UUID work) {
    return going.containsKey(work);
  }

  @PreDestroy
  void close() {
    going.values().forEach(stopped -> stopped.set(true));
    workers.close();
  }

  private void go(UUID work, BooleanSupplier step) {
    try {
      var stopped = going.getOrDefault(work, new AtomicBoolean(true));
      while (!stopped.get() && step.getAsBoolean()) {
        // Or the next step is planned for tables that were empty when the first began.
        statistics.refresh();
      }
    } finally {
      going.remove(work);
    }
  }
}
