package io.politely.mail;

import io.politely.database.DiskFull;
import io.politely.database.StatisticsStore;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MailReader.Outcome;
import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.SourceItem.Remark;
import io.politely.mail.SourceItem.Unreadable;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads mailboxes into the store: one thread reads files, others take messages apart, the one that
 * runs the import stores them, a chunk in each transaction. Stop it, kill it, run it again: what
 * was committed stays, and it goes on behind that.
 */
@Component
public class Importer {

  private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

  private static final int MESSAGES_IN_CHUNK = 500;
  private static final int BYTES_IN_CHUNK = 16 << 20;
  private static final int MESSAGES_IN_SLICE = 25;
  private static final int CHUNKS_AHEAD = 2;

  private final Mail mail;
  private final MailReaders readers;
  private final MailCatchUp catchUp;
  private final Spool spool;
  private final StatisticsStore statistics;
  private final Clock clock;
  private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<WorkspaceId, ReentrantLock> turns = new ConcurrentHashMap<>();
  private final Map<ImportId, Running> running = new ConcurrentHashMap<>();

  Importer(
      Mail mail,
      MailReaders readers,
      MailCatchUp catchUp,
      Spool spool,
      StatisticsStore statistics,
      Clock clock) {
    this.mail = mail;
    this.readers = readers;
    this.catchUp = catchUp;
    this.spool = spool;
    this.statistics = statistics;
    this.clock = clock;
  }

  /** Starts reading mailboxes in the background; one import of a workspace runs at a time. */
  public ImportId start(WorkspaceId workspace, List<Path> paths) {
    var run = register(workspace, paths);
    inBackground(workspace, run);
    return run;
  }

  /** Goes on with an import that was stopped; false where there is none that can. */
  public boolean resume(WorkspaceId workspace, ImportId run) {
    if (find(workspace, run).filter(found -> found.state().isResumable()).isEmpty()) {
      return false;
    }
    running.putIfAbsent(run, new Running()); // before it waits, so that nobody takes it for cut off
    mail.importIs(workspace, run, ImportState.WAITING, null, null);
    inBackground(workspace, run);
    return true;
  }

  /** Stops an import after the chunk it is at; false where it is not running. */
  public boolean stop(WorkspaceId workspace, ImportId run) {
    if (find(workspace, run).isEmpty()) {
      return false;
    }
    var ours = running.get(run);
    if (ours == null) {
      return false;
    }
    ours.stopped = true;
    return true;
  }

  /**
   * Deletes uploaded mailboxes of imports that stopped before they were through: somebody was
   * erased who may be in them. Who wants the rest uploads them again.
   */
  public void forgetUploads(WorkspaceId workspace) {
    imports(workspace).stream()
        .map(ImportProgress::run)
        .filter(run -> run.state().isResumable())
        .forEach(run -> spool.release(run.sources()));
  }

  /**
   * Reads mailboxes now, in this thread, and threads what was read.
   *
   * @param progress told after each chunk
   */
  public ImportRun run(WorkspaceId workspace, List<Path> paths, Consumer<ImportProgress> progress) {
    var run = register(workspace, paths);
    take(workspace, run, progress);
    return mail.importRun(workspace, run).orElseThrow();
  }

  /** The imports of a workspace, the newest first. */
  public List<ImportProgress> imports(WorkspaceId workspace) {
    var ours = Map.copyOf(running);
    return mail.imports(workspace).stream()
        .map(stored -> asItIs(stored, ours.get(stored.id())))
        .toList();
  }

  /** How an import gets on; empty where the workspace has none with this id. */
  public Optional<ImportProgress> progress(WorkspaceId workspace, ImportId run) {
    // Asked before the store: an import that ends in between is then shown as it was, not as cut
    // off.
    var ours = running.get(run);
    return mail.importRun(workspace, run).map(stored -> asItIs(stored, ours));
  }

  @PreDestroy
  void close() {
    running.values().forEach(one -> one.stopped = true);
    runners.close();
  }

  private Optional<ImportRun> find(WorkspaceId workspace, ImportId run) {
    return progress(workspace, run).map(ImportProgress::run);
  }

  /** A run that nobody runs was cut off when the program ended. */
  private ImportProgress asItIs(ImportRun stored, @Nullable Running ours) {
    if (ours == null) {
      var state = stored.state().isOver() ? stored.state() : ImportState.STOPPED;
      return new ImportProgress(stored.inState(state), 0, Optional.empty());
    }
    return ours.progress(stored, clock.millis());
  }

  private ImportId register(WorkspaceId workspace, List<Path> paths) {
    var sources = paths.stream().map(path -> path.toAbsolutePath().normalize()).distinct().toList();
    long bytes = sources.stream().mapToLong(Mailbox::bytesAt).sum();
    var run =
        mail.newImport(
            workspace, sources.stream().map(Path::toString).toList(), bytes, clock.instant());
    running.put(run, new Running());
    return run;
  }

  private void inBackground(WorkspaceId workspace, ImportId run) {
    running.putIfAbsent(run, new Running());
    runners.execute(() -> take(workspace, run, progress -> {}));
  }

  /** Runs an import when its turn comes, whatever comes in between. */
  private void take(WorkspaceId workspace, ImportId run, Consumer<ImportProgress> progress) {
    var ours = running.computeIfAbsent(run, any -> new Running());
    var turn = turns.computeIfAbsent(workspace, any -> new ReentrantLock());
    turn.lock();
    try {
      readAll(workspace, run, ours, progress);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(workspace, run, ImportState.STOPPED, null);
    } catch (DataAccessException | TransactionException e) {
      LOG.error("Import {} failed", run, e);
      end(workspace, run, ImportState.FAILED, problem(e));
    } finally {
      running.remove(run);
      turn.unlock();
    }
    catchUp.thread(workspace);
  }

  private void readAll(
      WorkspaceId workspace, ImportId run, Running ours, Consumer<ImportProgress> progress)
      throws InterruptedException {
    mail.importIs(workspace, run, ImportState.RUNNING, null, null);
    var stored = mail.importRun(workspace, run).orElseThrow();
    ours.begin(stored, clock.millis());
    var files = new Files(stored.sources(), mail.importPositions(workspace, run), ours);
    var thread = Thread.ofPlatform().daemon().name("mailbox").start(files);
    try {
      for (var chunk = files.take(); chunk != null; chunk = files.take()) {
        store(workspace, run, chunk.await());
        statistics.refresh();
        var now = mail.importRun(workspace, run).orElseThrow();
        progress.accept(ours.progress(now, clock.millis()));
        if (ours.stopped) {
          break;
        }
      }
    } finally {
      ours.ended = true;
      thread.interrupt();
      thread.join();
    }
    finish(workspace, run, ours);
  }

  /** Another import may have stored one of the messages meanwhile: then it is known next time. */
  private void store(WorkspaceId workspace, ImportId run, ImportChunk chunk) {
    try {
      mail.storeChunk(workspace, run, chunk, clock.instant());
    } catch (DuplicateKeyException e) {
      mail.storeChunk(workspace, run, chunk, clock.instant());
    }
  }

  private void finish(WorkspaceId workspace, ImportId run, Running ours) {
    var stored = mail.importRun(workspace, run).orElseThrow();
    if (ours.stopped) {
      end(workspace, run, ImportState.STOPPED, null);
    } else if (stored.messages() == 0) {
      var said = mail.importLog(workspace, run);
      var problem = said.isEmpty() ? "No mail was found." : said.getFirst().sentence();
      end(workspace, run, ImportState.FAILED, problem);
    } else {
      end(workspace, run, ImportState.DONE, null);
      spool.release(stored.sources());
    }
  }

  private void end(
      WorkspaceId workspace, ImportId run, ImportState state, @Nullable String problem) {
    try {
      mail.importIs(workspace, run, state, clock.instant(), problem);
    } catch (DataAccessException | TransactionException e) {
      // Then nobody runs it, which means the same as stopped.
      LOG.error("The end of import {} could not be noted", run, e);
    }
  }

  private static String problem(Exception e) {
    if (DiskFull.isBehind(e)) {
      return "The disk is full. What was read so far is kept; make room, then resume.";
    }
    return "The database could not store it. What was read so far is kept; resume to try again.";
  }

  /** An import that this process runs. */
  private static final class Running {
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile @Nullable ImportRun beginning;
    private volatile long beganAt;

    void begin(ImportRun stored, long now) {
      beganAt = now;
      beginning = stored;
    }

    ImportProgress progress(ImportRun stored, long now) {
      var from = beginning;
      return from == null
          ? new ImportProgress(stored, 0, Optional.empty())
          : ImportProgress.since(from, stored, Duration.ofMillis(now - beganAt));
    }
  }

  /** A chunk whose messages are still being taken apart. */
  private record Coming(
      List<Future<List<Outcome>>> slices,
      List<String> sentences,
      Map<String, String> positions,
      long bytesDone) {

    ImportChunk await() throws InterruptedException {
      List<ReadMessage> messages = new ArrayList<>();
      List<Spoilt> spoilt = new ArrayList<>();
      for (var outcome : MailReaders.await(slices)) {
        switch (outcome) {
          case Outcome.Message(var message) -> messages.add(message);
          case Outcome.Poison(var poison) -> spoilt.add(poison);
        }
      }
      return new ImportChunk(messages, spoilt, sentences, positions, bytesDone);
    }
  }

  /**
   * Reads the mailboxes of an import one after another, and cuts what they hand out into chunks.
   */
  private final class Files implements Runnable {

    private static final Optional<Coming> END = Optional.empty();

    private final List<String> sources;
    private final Map<String, String> positions;
    private final Running ours;
    private final BlockingQueue<Optional<Coming>> chunks = new ArrayBlockingQueue<>(CHUNKS_AHEAD);

    private List<Future<List<Outcome>>> slices = new ArrayList<>();
    private List<SourceItem> slice = new ArrayList<>();
    private List<String> sentences = new ArrayList<>();
    private Map<String, String> moved = new HashMap<>();
    private int count;
    private long bytes;
    private long bytesBefore;

    Files(List<String> sources, Map<String, String> positions, Running ours) {
      this.sources = sources;
      this.positions = positions;
      this.ours = ours;
    }

    /** The next chunk, or null at the end. */
    @Nullable Coming take() throws InterruptedException {
      return chunks.take().orElse(null);
    }

    @Override
    public void run() {
      try {
        for (var source : sources) {
          read(source);
        }
        submit();
        emit(bytesBefore);
        chunks.put(END);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // nobody waits for more
      }
    }

    private void read(String source) throws InterruptedException {
      try (var mailbox = Mailbox.open(Path.of(source), positions.getOrDefault(source, ""))) {
        for (var item = next(mailbox); item.isPresent(); item = next(mailbox)) {
          take(item.get());
          moved.put(source, mailbox.position());
          if (count >= MESSAGES_IN_CHUNK || bytes >= BYTES_IN_CHUNK) {
            submit();
            emit(bytesBefore + mailbox.bytesDone());
          }
        }
        bytesBefore += mailbox.bytesTotal();
      } catch (IOException e) {
        sentences.add(Sentences.unreadable(source, e));
      }
    }

    private Optional<SourceItem> next(Mailbox mailbox) throws IOException, InterruptedException {
      if (ours.ended) {
        throw new InterruptedException("The import ended");
      }
      return mailbox.next();
    }

    private void take(SourceItem item) {
      switch (item) {
        case Remark(var sentence) -> sentences.add(sentence);
        case RawMessage message -> add(message, message.bytes().length);
        case Unreadable unreadable -> add(unreadable, unreadable.beginning().length);
      }
    }

    private void add(SourceItem item, int size) {
      slice.add(item);
      count++;
      bytes += size;
      if (slice.size() >= MESSAGES_IN_SLICE) {
        submit();
      }
    }

    private void submit() {
      if (!slice.isEmpty()) {
        slices.add(readers.begin(slice));
        slice = new ArrayList<>();
      }
    }

    private void emit(long bytesDone) throws InterruptedException {
      chunks.put(Optional.of(new Coming(slices, sentences, moved, bytesDone)));
      slices = new ArrayList<>();
      sentences = new ArrayList<>();
      moved = new HashMap<>();
      count = 0;
      bytes = 0;
    }
  }
}
