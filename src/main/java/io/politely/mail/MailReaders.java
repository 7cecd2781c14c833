package io.politely.mail;

import io.politely.mail.MailReader.Outcome;
import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.SourceItem.Remark;
import io.politely.mail.SourceItem.Unreadable;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** The threads that take messages apart, for every import and mailbox together. */
@Component
class MailReaders {

  private static final int READERS = 2;
  private static final int MESSAGES_IN_SLICE = 25;

  private final MailReader reader;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          READERS, Thread.ofPlatform().daemon().name("mail-", 0).factory());

  MailReaders(MailReader reader) {
    this.reader = reader;
  }

  /** Begins to take these apart, one thread for all; remarks are left out. */
  Future<List<Outcome>> begin(List<SourceItem> items) {
    return workers.submit(() -> outcomes(items));
  }

  /** Begins to take these apart, several threads for all; in their order. */
  List<Future<List<Outcome>>> beginSlices(List<? extends SourceItem> items) {
    var slices = new ArrayList<Future<List<Outcome>>>();
    for (int from = 0; from < items.size(); from += MESSAGES_IN_SLICE) {
      int to = Math.min(items.size(), from + MESSAGES_IN_SLICE);
      slices.add(begin(List.copyOf(items.subList(from, to))));
    }
    return slices;
  }

  /** What became of several slices, in their order. */
  static List<Outcome> await(List<Future<List<Outcome>>> slices) throws InterruptedException {
    var outcomes = new ArrayList<Outcome>();
    for (var slice : slices) {
      try {
        outcomes.addAll(slice.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException("A message could not even be refused", e);
      }
    }
    return outcomes;
  }

  @PreDestroy
  void close() {
    workers.shutdownNow();
  }

  private List<Outcome> outcomes(List<SourceItem> items) {
    var outcomes = new ArrayList<Outcome>(items.size());
    for (var item : items) {
      switch (item) {
        case RawMessage message -> outcomes.add(reader.read(message));
        case Unreadable unreadable -> outcomes.add(reader.read(unreadable));
        case Remark _ -> {
          // Went to the log.
        }
      }
    }
    return outcomes;
  }
}
