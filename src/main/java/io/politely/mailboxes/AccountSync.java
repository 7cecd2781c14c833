package io.politely.mailboxes;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.ConnectionProblem.SignInAgain;
import io.politely.mailboxes.MailAccount.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Reads one mailbox for as long as it is active: connects, brings every folder up to the server and
 * proves it, waits, and begins again; after a failure with a pause that grows.
 */
@Edge
final class AccountSync {

  private static final Logger LOG = LoggerFactory.getLogger(AccountSync.class);

  /**
   * So much of each folder at first, so that the newest of all are here soon; then more and more.
   */
  private static final int FIRST_ROUND = 1_000;

  private static final int GROWTH = 4;
  private static final int ROUNDS = 16;
  private static final int QUESTIONS = 4;
  private static final long[] NONE = {};
  private static final Duration STAYS_HURRIED = Duration.ofMinutes(2);

  private final WorkspaceId workspace;
  private final MailAccountId id;
  private final Sync.Tools tools;
  private final Mailboxes mailboxes;
  private final FetchFailures failures = new FetchFailures();
  private final FetchTally tally = new FetchTally();
  private final FolderSync folders;

  /** When each folder was last asked for all of its UIDs. */
  private final Map<FolderId, Long> verifiedAt = new HashMap<>();

  private final Object pausing = new Object();
  private volatile @Nullable ImapSession session;
  private volatile boolean stopped;
  private volatile boolean nudged;
  private volatile long hurryUntil = System.nanoTime();
  private @Nullable RemoteFolder open;

  /** Whether the server said on this connection what cannot both be true. */
  private boolean contradicted;

  private String said = "";

  AccountSync(WorkspaceId workspace, MailAccountId id, Sync.Tools tools) {
    this.workspace = workspace;
    this.id = id;
    this.tools = tools;
    this.mailboxes = tools.mailboxes();
    this.folders = new FolderSync(workspace, tools, failures, tally);
  }

  /** Reads until the account is not active any more, or {@link #stop}. */
  void run() {
    int vain = 0;
    while (!stopped) {
      long fetchedBefore = tally.fetched();
      try {
        var account = active();
        if (account == null) {
          return;
        }
        connected(account, true);
        vain = 0;
      } catch (MailServerException e) {
        vain = tally.fetched() > fetchedBefore ? 1 : vain + 1;
        if (stopped || hasFailed(e)) {
          return;
        }
        pause(vain);
      } catch (RefusedException | DataAccessException | TransactionException e) {
        LOG.warn("Reading mailbox {} failed; it is tried again", id, e);
        pause(++vain);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (stopped) {
          return; // what it works with is being taken down
        }
        LOG.error("Reading mailbox {} met something unforeseen; it is tried again", id, e);
        pause(++vain);
      }
    }
  }

  /** Reads once until nothing is missing; the caller is told what goes wrong. */
  void once() throws MailServerException, RefusedException, InterruptedException {
    var account = active();
    if (account != null) {
      connected(account, false);
    }
  }

  /** Proves the account now, and more often for a while. Any thread may call it. */
  void freshen() {
    hurryUntil = System.nanoTime() + STAYS_HURRIED.toNanos();
    nudged = true;
    var connection = session;
    if (connection != null) {
      connection.wake();
    }
    synchronized (pausing) {
      pausing.notifyAll();
    }
  }

  /** Whether somebody waits for proofs from here. */
  boolean isHurried() {
    return hurryUntil - System.nanoTime() > 0;
  }

  WorkspaceId workspace() {
    return workspace;
  }

  void stop() {
    stopped = true;
    freshen();
    var connection = session;
    if (connection != null) {
      connection.abort();
    }
  }

  SyncProgress progress() {
    return session == null ? SyncProgress.NONE : tally.progress();
  }

  private @Nullable MailAccount active() {
    return mailboxes
        .account(workspace, id)
        .filter(account -> account.state() == State.ACTIVE)
        .orElse(null);
  }

  private void connected(MailAccount account, boolean stay)
      throws MailServerException, RefusedException, InterruptedException {
    var credential =
        tools
            .credentials()
            .of(workspace, account)
            .orElseThrow(
                () -> new MailServerException(new SignInAgain(account.imap().host()), null));
    try (var connection = tools.gateway().open(account, credential)) {
      session = connection;
      open = null;
      contradicted = false;
      if (catchUp(connection, account)) {
        say("Connected to %s, and everything there is known.".formatted(account.imap().host()));
      }
      while (stay && !stopped && isAsItWas(account)) {
        rest(connection);
        if (contradicted) {
          return; // another connection may be told otherwise
        }
        if (!stopped) {
          catchUp(connection, account);
        }
      }
    } finally {
      session = null;
    }
  }

  /** Whether it is still active, on the same server. */
  private boolean isAsItWas(MailAccount before) {
    var now = active();
    return now != null
        && now.imap().equals(before.imap())
        && now.login().equals(before.login())
        && now.authentication() == before.authentication();
  }

  /**
   * Rounds over all folders until one finds that nothing came since each was read.
   *
   * @return whether one did: then the account is proven
   */
  private boolean catchUp(ImapSession connection, MailAccount account)
      throws MailServerException, RefusedException, InterruptedException {
    long before = tally.fetched();
    var found = Round.NEWS;
    for (int round = 0; round < ROUNDS && found == Round.NEWS && !stopped; round++) {
      nudged = false;
      found = round(connection, account, FIRST_ROUND * (long) Math.pow(GROWTH, round));
    }
    if (tally.fetched() > before) {
      tools.deliveries().complete(workspace);
    }
    if (found == Round.NEWS && !stopped) {
      say(
          "Mail came or was moved whenever everything had been read. It is compared again at the"
              + " next look.");
    }
    return found == Round.PROOF;
  }

  /** What came of asking all folders. */
  private enum Round {
    /** Nothing came to any of them since it was proven: everything is known. */
    PROOF,
    /** Something came, and was read; it may have come from a folder that was read before. */
    NEWS,
    /** What came cannot be read now. */
    REFUSED
  }

  /**
   * Asks all folders, and reads those where something happened.
   *
   * <p>Folders are read one after the other, and a message that is moved meanwhile from one that is
   * read later to one that was read before lies in neither. So the account is proven only by a
   * round in which no folder's UIDNEXT is beyond the one that was proven, as of the beginning of
   * that round: whatever lay in a folder then and is not known here has raised its UIDNEXT,
   * wherever it lies now. A folder that is gone may have given its mail to another that was asked
   * before.
   *
   * @param quota the most messages to fetch from one folder
   */
  private Round round(ImapSession connection, MailAccount account, long quota)
      throws MailServerException, RefusedException, InterruptedException {
    long asked = System.nanoTime();
    if (open != null) {
      connection.noop(); // else some servers tell of the open folder what they said before
    }
    var everything = connection.folders();
    var listed = RemoteFolder.toRead(everything, connection.isLabelled());
    var known = known(listed);
    boolean nothingNew = !forgetGone(connection, everything, listed, known);
    var unchanged = new ArrayList<FolderId>();
    var changed = new ArrayList<RemoteFolder>();
    for (var remote : listed) {
      var folder = folder(known, remote);
      var mark = mark(connection, remote);
      nothingNew &= isBelieved(mark, folder) && mark.hasNothingNewSince(folder.mark());
      if (isBelieved(mark, folder) && mark.hasTheSameMessagesAs(folder.mark())) {
        unchanged.add(folder.id());
      } else {
        changed.add(remote.withMark(mark));
      }
    }
    mailboxes.stillProven(workspace, unchanged, since(asked));
    if (nothingNew) {
      mailboxes.proven(workspace, id, since(asked));
    }
    boolean isRead = changed.isEmpty();
    for (var remote : changed) {
      if (!stopped) {
        isRead |= read(connection, account, remote, folder(known, remote), quota);
      }
    }
    return nothingNew ? Round.PROOF : isRead ? Round.NEWS : Round.REFUSED;
  }

  private static MailFolder folder(Map<String, MailFolder> known, RemoteFolder remote) {
    var folder = known.get(remote.name());
    if (folder == null) {
      throw new IllegalStateException("A folder that was met is not known");
    }
    return folder;
  }

  /** How a folder is now. */
  private FolderMark mark(ImapSession connection, RemoteFolder remote) throws MailServerException {
    var listed = remote.mark();
    if (listed != null) {
      return listed;
    }
    try {
      open = remote;
      return connection.examine(remote);
    } catch (RefusedException e) {
      return FolderMark.NONE; // reading it will tell why
    }
  }

  /**
   * One folder that fails keeps the others going, and holds the proof of the account.
   *
   * @return whether it was read
   */
  private boolean read(
      ImapSession connection,
      MailAccount account,
      RemoteFolder remote,
      MailFolder folder,
      long quota)
      throws MailServerException, InterruptedException {
    try {
      bringUp(connection, account, remote, folder, quota);
      return true;
    } catch (RefusedException e) {
      var problem =
          "%s cannot be read: %s".formatted(folder.name(), ServerWords.readable(e.said()));
      if (mailboxes.hasProblem(workspace, folder.id(), problem)) {
        say(problem);
      }
      return false;
    }
  }

  private void bringUp(
      ImapSession connection,
      MailAccount account,
      RemoteFolder remote,
      MailFolder folder,
      long quota)
      throws MailServerException, RefusedException, InterruptedException {
    var here = mailboxes.uids(workspace, folder.id());
    long asked = System.nanoTime();
    open = remote;
    var seen = changes(connection, remote, folder, here).orElse(null);
    if (seen == null) {
      seen = look(connection, remote);
      verifiedAt.put(folder.id(), asked);
    }
    var mark = seen.mark().orUidNextOf(remote.mark());
    if (mark.beginsAnewAfter(folder.mark())) {
      mailboxes.beginAnew(workspace, folder.id(), mark.uidValidity());
      here = NONE;
      if (folder.mark().uidValidity() != 0) {
        say(
            "The server numbers the messages of %s anew; they are compared."
                .formatted(folder.name()));
      }
    }
    var difference = SyncRules.compare(here, seen.uids());
    if (difference.vanished().length > 0) {
      mailboxes.vanished(workspace, folder.id(), difference.vanished());
    }
    var missing = difference.missing();
    tally.waits(folder.id(), missing.length);
    var wanted = Arrays.copyOf(missing, (int) Math.min(missing.length, quota));
    var reading =
        new FolderSync.Open(remote, folder, mark.uidValidity(), account.address().value());
    folders.fetch(connection, reading, wanted);
    if (wanted.length < missing.length) {
      return;
    }
    tally.waits(folder.id(), 0);
    if (mark.uidNext() == 0) {
      throw new RefusedException("The server does not tell the number that its next message gets.");
    }
    mailboxes.prove(workspace, folder.id(), mark, seen.uids(), since(asked));
  }

  /** A folder as it was at one moment: its UIDs are as many as it says it has. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once
  private record Seen(FolderMark mark, long[] uids) {}

  /**
   * What a server tells that tells changes. It is believed as long as one that says that nothing
   * changed.
   *
   * @param here the UIDs of our copies
   * @return empty where all UIDs must be asked for
   */
  private Optional<Seen> changes(
      ImapSession connection, RemoteFolder remote, MailFolder folder, long... here)
      throws MailServerException, RefusedException {
    var before = folder.mark();
    if (!connection.tellsChanges()
        || !folder.isProven()
        || before.modseq() == 0
        || !isVerified(folder)) {
      return Optional.empty();
    }
    return connection
        .changes(remote, before)
        .flatMap(told -> told.appliedTo(here).map(uids -> new Seen(told.mark(), uids)));
  }

  private Seen look(ImapSession connection, RemoteFolder remote)
      throws MailServerException, RefusedException {
    for (int question = 1; question <= QUESTIONS; question++) {
      var mark = connection.examine(remote);
      var uids = connection.uids(mark.count());
      if (uids.length == mark.count()) {
        return new Seen(mark, uids);
      }
      // Something came or went between the two answers.
    }
    contradicted = true;
    throw new RefusedException("The server counts other messages than it lists.");
  }

  /** The folders of a list by name; those that were not known yet are noted. */
  private Map<String, MailFolder> known(List<RemoteFolder> listed) {
    var known = mailboxes.folders(workspace, id);
    if (!isKnown(listed, known)) {
      known = mailboxes.meet(workspace, id, listed);
    }
    return known.stream().collect(Collectors.toMap(MailFolder::name, Function.identity()));
  }

  /**
   * Forgets folders that are no more. A list that lacks a folder is not enough for saying that it
   * is gone: the server is asked for it.
   *
   * @return whether one is missing in the list
   */
  private boolean forgetGone(
      ImapSession connection,
      List<RemoteFolder> everything,
      List<RemoteFolder> listed,
      Map<String, MailFolder> known)
      throws MailServerException {
    var names = listed.stream().map(RemoteFolder::name).collect(Collectors.toSet());
    var all = everything.stream().map(RemoteFolder::name).collect(Collectors.toSet());
    var missing = known.values().stream().filter(folder -> !names.contains(folder.name())).toList();
    for (var folder : missing) {
      if (all.contains(folder.name()) || connection.lacks(folder)) {
        mailboxes.gone(workspace, folder.id());
        say(
            "The folder %s is no more on the server; its mail stays here."
                .formatted(folder.name()));
      }
    }
    return !missing.isEmpty();
  }

  private static boolean isKnown(List<RemoteFolder> listed, List<MailFolder> known) {
    Set<List<Object>> there = new HashSet<>();
    known.forEach(folder -> there.add(List.of(folder.name(), folder.role())));
    return listed.stream()
        .allMatch(folder -> there.contains(List.of(folder.name(), folder.role())));
  }

  /** Whether what a folder says of itself is enough, without a list of its UIDs. */
  private boolean isBelieved(FolderMark mark, MailFolder folder) {
    return folder.isProven() && (mark.isUntouchedSince(folder.mark()) || isVerified(folder));
  }

  /** Whether the server listed all UIDs lately. */
  private boolean isVerified(MailFolder folder) {
    var verified = verifiedAt.get(folder.id());
    return verified != null && since(verified).compareTo(tools.settings().verify()) < 0;
  }

  /** Waits for news in the inbox, or for the next time that all folders are asked. */
  private void rest(ImapSession connection)
      throws MailServerException, RefusedException, InterruptedException {
    var inbox = RemoteFolder.INBOX;
    if (open == null || !open.wire().equalsIgnoreCase(inbox.wire())) {
      connection.examine(inbox);
      open = inbox;
    }
    var slice = tools.settings().read().multipliedBy(5).dividedBy(6);
    long began = System.nanoTime();
    for (var left = left(began); !stopped && !nudged && left.isPositive(); left = left(began)) {
      if (connection.idle(left.compareTo(slice) < 0 ? left : slice)) {
        return;
      }
    }
  }

  private Duration left(long began) {
    var settings = tools.settings();
    return (isHurried() ? settings.pollWhileDue() : settings.poll()).minus(since(began));
  }

  /** Whether only a person can help. */
  private boolean hasFailed(MailServerException thrown) {
    var problem = thrown.problem();
    say(problem.sentence());
    if (problem.needsPerson()) {
      mailboxes.needsAttention(workspace, id, problem.sentence());
      return true;
    }
    return false;
  }

  private void pause(int vain) {
    var settings = tools.settings();
    var longest = settings.longestPause();
    var pause = settings.firstPause().multipliedBy(1L << Math.min(20, vain - 1));
    long end = System.nanoTime() + (pause.compareTo(longest) < 0 ? pause : longest).toNanos();
    synchronized (pausing) {
      try {
        for (long left = millis(end); left > 0 && !stopped && !nudged; left = millis(end)) {
          pausing.wait(left);
        }
        nudged = false;
      } catch (InterruptedException e) {
        stopped = true;
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Notes a sentence in the log, unless it was the last one. */
  private void say(String sentence) {
    if (!sentence.equals(said)) {
      said = sentence;
      try {
        mailboxes.note(workspace, id, sentence, tools.clock().instant());
      } catch (DataAccessException | TransactionException e) {
        LOG.debug("A sentence on mailbox {} could not be noted: {}", id, sentence, e);
      }
    }
  }

  private static long millis(long end) {
    return Duration.ofNanos(end - System.nanoTime()).toMillis();
  }

  private static Duration since(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment);
  }
}
