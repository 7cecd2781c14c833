package io.politely.mailboxes;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Delivered;
import io.politely.mail.Deliveries;
import io.politely.mail.FolderRole;
import io.politely.mail.Limits;
import io.politely.mail.MessageId;
import io.politely.mail.Origin;
import io.politely.mail.SourceItem;
import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.SourceItem.Unreadable;
import io.politely.mailboxes.ImapSession.Fetched;
import io.politely.mailboxes.SyncRules.Sized;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Fetches messages of one folder, the newest first. While one batch is stored the next one is taken
 * apart, and a third comes over the wire.
 */
@Edge
final class FolderSync {

  private static final int UIDS_SIZED_AT_ONCE = 5_000;
  private static final int KILOBYTE = 1024;

  private final WorkspaceId workspace;
  private final Mailboxes mailboxes;
  private final Deliveries deliveries;
  private final Semaphore kilobytesInFlight;
  private final int mostKilobytes;
  private final int batchBytes;
  private final FetchFailures failures;
  private final FetchTally tally;
  private final Executor background = work -> Thread.ofVirtual().name("mail-storing").start(work);

  FolderSync(WorkspaceId workspace, Sync.Tools tools, FetchFailures failures, FetchTally tally) {
    this.workspace = workspace;
    this.mailboxes = tools.mailboxes();
    this.deliveries = tools.deliveries();
    this.kilobytesInFlight = tools.kilobytesInFlight();
    this.mostKilobytes = tools.settings().inFlight() / KILOBYTE;
    this.batchBytes = tools.settings().batchBytes();
    this.failures = failures;
    this.tally = tally;
  }

  /** A folder that is open, and what its UIDs mean. */
  record Open(RemoteFolder remote, MailFolder folder, long uidValidity, String account) {

    String place(long uid) {
      return "%s, %s, UID %d".formatted(account, folder.name(), uid);
    }
  }

  /** Fetches and stores these messages, in this order. */
  void fetch(ImapSession session, Open open, long... uids)
      throws MailServerException, RefusedException, InterruptedException {
    tally.begin();
    Future<?> storing = CompletableFuture.completedFuture(true);
    try {
      for (int from = 0; from < uids.length; from += UIDS_SIZED_AT_ONCE) {
        var some = Arrays.copyOfRange(uids, from, Math.min(uids.length, from + UIDS_SIZED_AT_ONCE));
        for (var batch : batches(open, session.sizes(some))) {
          int weight = weight(batch);
          kilobytesInFlight.acquire(weight);
          storing = next(session, open, batch, weight, storing);
        }
      }
      await(storing);
    } finally {
      tally.end();
    }
  }

  /** Fetches a batch and has it taken apart; when the one before is stored, this one is being. */
  private Future<?> next(
      ImapSession session, Open open, List<Sized> batch, int weight, Future<?> before)
      throws MailServerException, RefusedException, InterruptedException {
    boolean handedOver = false;
    try {
      var items = items(session, open, batch);
      var opened = deliveries.open(items.stream().map(Item::content).toList());
      await(before);
      var storing =
          CompletableFuture.runAsync(
              () -> {
                try {
                  store(open, items, opened);
                } finally {
                  kilobytesInFlight.release(weight);
                }
              },
              background);
      handedOver = true;
      return storing;
    } finally {
      if (!handedOver) {
        kilobytesInFlight.release(weight);
      }
    }
  }

  private List<List<Sized>> batches(Open open, List<Sized> messages) {
    var id = open.folder().id();
    var usual = new ArrayList<Sized>();
    var alone = new ArrayList<List<Sized>>();
    for (var message : messages) {
      if (message.bytes() > Limits.STANDARD.messageBytes()
          || failures.isSuspect(id, message.uid())) {
        alone.add(List.of(message));
      } else {
        usual.add(message);
      }
    }
    var batches = new ArrayList<>(SyncRules.batches(usual, batchBytes));
    batches.addAll(alone);
    return batches;
  }

  private int weight(List<Sized> batch) {
    long bytes = batch.stream().mapToLong(Sized::bytes).sum();
    return Math.clamp(bytes / KILOBYTE, 1, mostKilobytes);
  }

  private record Item(long uid, SourceItem content) {}

  private List<Item> items(ImapSession session, Open open, List<Sized> batch)
      throws MailServerException, RefusedException {
    var first = batch.getFirst();
    if (batch.size() == 1) {
      return one(session, open, first);
    }
    try {
      var fetched = session.fetch(batch);
      batch.stream()
          .filter(message -> !fetched.containsKey(message.uid()))
          .forEach(message -> failures.add(open.folder().id(), message.uid()));
      return batch.stream()
          .filter(message -> fetched.containsKey(message.uid()))
          .map(message -> item(open, fetched.get(message.uid())))
          .toList();
    } catch (MailServerException e) {
      suspect(open, batch, e);
      throw e;
    } catch (RefusedException e) {
      if (e.isForNow()) {
        throw e;
      }
      var items = new ArrayList<Item>();
      for (var message : batch) {
        items.addAll(one(session, open, message));
      }
      return items;
    }
  }

  private List<Item> one(ImapSession session, Open open, Sized message)
      throws MailServerException, RefusedException {
    var id = open.folder().id();
    long uid = message.uid();
    if (failures.isHopeless(id, uid)) {
      failures.clear(id, uid);
      return List.of(notHandedOut(open, uid));
    }
    boolean tooLarge = message.bytes() > Limits.STANDARD.messageBytes();
    try {
      var fetched =
          tooLarge
              ? session.fetchBeginning(uid).get(uid)
              : session.fetch(List.of(message)).get(uid);
      if (fetched == null) {
        failures.add(id, uid); // it is gone, or the server lists what it does not hand out
        return List.of();
      }
      failures.clear(id, uid);
      return List.of(tooLarge ? tooLarge(open, fetched) : item(open, fetched));
    } catch (MailServerException e) {
      suspect(open, List.of(message), e);
      throw e;
    } catch (RefusedException e) {
      if (e.isForNow()) {
        throw e;
      }
      failures.add(id, uid);
      return List.of();
    }
  }

  /** Only what makes no sense speaks against a message: a line that breaks does not. */
  private void suspect(Open open, List<Sized> batch, MailServerException thrown) {
    if (thrown.isNonsense()) {
      batch.forEach(message -> failures.add(open.folder().id(), message.uid()));
    }
  }

  private static Item item(Open open, @Nullable Fetched fetched) {
    if (fetched == null) {
      throw new IllegalStateException("Only what was fetched is handed on");
    }
    return new Item(fetched.uid(), new RawMessage(fetched.bytes(), origin(open, fetched)));
  }

  private static Item tooLarge(Open open, Fetched fetched) {
    return new Item(
        fetched.uid(),
        new Unreadable(fetched.bytes(), origin(open, fetched), "It is larger than 50 MB."));
  }

  private static Item notHandedOut(Open open, long uid) {
    var place = open.place(uid);
    return new Item(
        uid,
        new Unreadable(
            place.getBytes(StandardCharsets.UTF_8),
            new Origin(place, open.folder().name(), open.folder().role(), null),
            "The server lists it, but does not hand it out."));
  }

  private static Origin origin(Open open, Fetched fetched) {
    FolderRole role =
        open.remote().isAll() ? RemoteFolder.roleOf(fetched.labels()) : open.folder().role();
    return new Origin(open.place(fetched.uid()), open.folder().name(), role, fetched.arrivedAt());
  }

  private void store(Open open, List<Item> items, Deliveries.Opened opened) {
    if (items.isEmpty()) {
      return;
    }
    try {
      var delivered = deliveries.deliver(workspace, opened);
      var copies = new ArrayList<Copy>();
      for (int i = 0; i < items.size(); i++) {
        copies.add(new Copy(items.get(i).uid(), message(delivered.get(i))));
      }
      mailboxes.file(workspace, open.folder().id(), open.uidValidity(), copies);
      tally.stored(open.folder().id(), items.size());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private static @Nullable MessageId message(Delivered delivered) {
    return switch (delivered) {
      case Delivered.Stored(var message) -> message;
      case Delivered.SetAside _, Delivered.LeftOut _ -> null;
    };
  }

  private static void await(Future<?> storing) throws InterruptedException {
    try {
      storing.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InterruptedException interrupted -> throw interrupted;
        case RuntimeException failed -> throw failed;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
