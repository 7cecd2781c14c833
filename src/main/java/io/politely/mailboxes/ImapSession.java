package io.politely.mailboxes;

import io.politely.kernel.Edge;
import io.politely.mail.FolderRole;
import io.politely.mailboxes.ConnectionProblem.Broken;
import io.politely.mailboxes.SyncRules.Sized;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/**
 * One connection to an IMAP server, signed in. Used by one thread, but for {@link #wake}. After a
 * {@link MailServerException} it is of no use any more.
 */
@Edge
final class ImapSession implements AutoCloseable {

  /** What Google calls the labels of a message. */
  static final String LABELS = "X-GM-LABELS";

  /** What a server offers that tells what came and went, and how it is asked for. */
  static final String CHANGES = "QRESYNC";

  /** With more than this all UIDs are asked for. */
  private static final int MOST_NEWS = 10_000;

  private static final int UIDS_AT_ONCE = 1_000;
  private static final int BYTES_OF_UID = 12;
  private static final int BYTES_OF_SIZE = 100;
  private static final int BYTES_OF_FOLDER = 2_000;
  private static final int BEGINNING = 1 << 20;
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /** A server that hands out less in a second is given up. */
  private static final int SLOWEST_BYTES = 20_000;

  private final Server server;
  private final GuardedProtocol protocol;
  private final TrackedSockets sockets;
  private final ScheduledExecutorService clock;
  private final Duration patience;

  private final Object rest = new Object();
  private boolean idling;
  private boolean woken;

  ImapSession(
      Server server,
      GuardedProtocol protocol,
      TrackedSockets sockets,
      ScheduledExecutorService clock,
      Duration patience) {
    this.server = server;
    this.protocol = protocol;
    this.sockets = sockets;
    this.clock = clock;
    this.patience = patience;
  }

  /** A message as the server handed it out. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Fetched(long uid, byte[] bytes, @Nullable Instant arrivedAt, List<String> labels) {}

  /** Whether the server tells the labels of each message. */
  boolean isLabelled() {
    return protocol.hasCapability("X-GM-EXT-1");
  }

  /** All folders, with how they are now. */
  List<RemoteFolder> folders() throws MailServerException, RefusedException {
    if (protocol.hasCapability("LIST-STATUS")) {
      return listWithStatus();
    }
    var folders = new ArrayList<RemoteFolder>();
    for (var folder : list("LIST \"\" \"*\"").keySet()) {
      folders.add(folder.canBeOpened() ? folder.withMark(markOrNull(folder)) : folder);
    }
    return folders;
  }

  /** How a folder is now; refused where the server has none of this name. */
  FolderMark mark(RemoteFolder folder) throws MailServerException, RefusedException {
    var items = new Argument();
    statusItems().forEach(items::writeAtom);
    var arguments = name(folder);
    arguments.writeArgument(items);
    for (var answer : ask("STATUS", arguments, BYTES_OF_FOLDER)) {
      if (answer instanceof IMAPResponse one && one.keyEquals("STATUS")) {
        one.readAtomString();
        return status(one.getRest());
      }
    }
    throw broken(null);
  }

  /** Whether the server says that it has no folder of this name, or none that holds messages. */
  boolean lacks(MailFolder folder) throws MailServerException {
    var wire = BASE64MailboxEncoder.encode(folder.name());
    try {
      mark(new RemoteFolder(wire, folder.name(), folder.role(), Set.of(), null));
      return false;
    } catch (RefusedException e) {
      return !e.isForNow();
    }
  }

  /** Opens a folder for reading; nothing in it can be changed then. */
  FolderMark examine(RemoteFolder folder) throws MailServerException, RefusedException {
    return mark(ask("EXAMINE", name(folder), BYTES_OF_FOLDER));
  }

  /** Whether {@link #changes} can be asked for. */
  boolean tellsChanges() {
    return protocol.isEnabled(CHANGES);
  }

  /**
   * Opens a folder for reading, and is told what happened there since it was as known (RFC 7162,
   * 3.2.5).
   *
   * @param since with a modification sequence
   * @return empty where its UIDs mean something else by now, or far too many came
   */
  Optional<FolderChanges> changes(RemoteFolder folder, FolderMark since)
      throws MailServerException, RefusedException {
    var known = new Argument();
    known.writeNumber(since.uidValidity());
    known.writeNumber(since.modseq());
    var parameter = new Argument();
    parameter.writeAtom(CHANGES);
    parameter.writeArgument(known);
    var arguments = name(folder);
    arguments.writeArgument(parameter);
    // It also tells of each message whose flags changed.
    var answers = ask("EXAMINE", arguments, BYTES_OF_FOLDER + since.count() * BYTES_OF_SIZE);
    var vanished = new ArrayList<String>();
    for (var answer : answers) {
      if (answer instanceof IMAPResponse one && one.keyEquals("VANISHED")) {
        var words = one.getRest().strip().split(" ", -1);
        vanished.add(words[words.length - 1]); // (EARLIER) before the set, mostly
      }
    }
    var now = mark(answers);
    long from = since.uidNext();
    long given = now.uidNext() - from;
    if (now.beginsAnewAfter(since) || from == 0 || given > MOST_NEWS) {
      return Optional.empty();
    }
    // What is new is not told: a server may, but most do not.
    var arrived =
        given <= 0 ? new long[0] : uids("UID %d:%d".formatted(from, now.uidNext() - 1), given);
    return Optional.of(new FolderChanges(now, vanished, LongStream.of(arrived).boxed().toList()));
  }

  private FolderMark mark(Response... opened) throws MailServerException, RefusedException {
    try {
      var info = new MailboxInfo(opened);
      if (info.uidvalidity <= 0) {
        throw new RefusedException("This folder has no lasting numbers for its messages.");
      }
      return new FolderMark(
          info.uidvalidity,
          Math.max(0, info.uidnext),
          Math.max(0, info.total),
          Math.max(0, info.highestmodseq));
    } catch (ProtocolException e) {
      throw broken(e);
    }
  }

  /**
   * The UIDs of the open folder, ascending.
   *
   * @param count how many messages it has; more would not be believed
   */
  long[] uids(long count) throws MailServerException, RefusedException {
    return count == 0 ? new long[0] : uids("ALL", count);
  }

  private long[] uids(String which, long count) throws MailServerException, RefusedException {
    boolean compact = protocol.hasCapability("ESEARCH");
    var command = (compact ? "UID SEARCH RETURN (ALL) " : "UID SEARCH ") + which;
    var uids = new HashSet<Long>();
    int most = (int) Math.min(Integer.MAX_VALUE / 2, count * 2 + UIDS_AT_ONCE);
    for (var answer : ask(command, null, (count + UIDS_AT_ONCE) * BYTES_OF_UID)) {
      if (answer instanceof IMAPResponse one && one.keyEquals("ESEARCH")) {
        for (long uid : compactUids(one.getRest(), most)) {
          uids.add(uid);
        }
      } else if (answer instanceof IMAPResponse one && one.keyEquals("SEARCH")) {
        for (long uid = one.readLong(); uid != -1; uid = one.readLong()) {
          uids.add(uid);
        }
      }
    }
    return uids.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** What these messages weigh; those that are gone are left out. The order is kept. */
  List<Sized> sizes(long... uids) throws MailServerException, RefusedException {
    var sizes = new HashMap<Long, Long>();
    for (int from = 0; from < uids.length; from += UIDS_AT_ONCE) {
      var some = Arrays.copyOfRange(uids, from, Math.min(uids.length, from + UIDS_AT_ONCE));
      var command = "UID FETCH " + UidSet.write(some) + " (UID RFC822.SIZE)";
      for (var answer : ask(command, null, (long) UIDS_AT_ONCE * BYTES_OF_SIZE)) {
        if (answer instanceof FetchResponse one) {
          var uid = one.getItem(UID.class);
          var size = one.getItem(RFC822SIZE.class);
          if (uid != null && size != null) {
            sizes.put(uid.uid, Math.max(0, size.size));
          }
        }
      }
    }
    return Arrays.stream(uids)
        .filter(sizes::containsKey)
        .mapToObj(uid -> new Sized(uid, sizes.getOrDefault(uid, 0L)))
        .toList();
  }

  /** These messages, by UID; those that are gone are left out. */
  Map<Long, Fetched> fetch(List<Sized> messages) throws MailServerException, RefusedException {
    long[] uids = messages.stream().mapToLong(Sized::uid).toArray();
    long bytes = messages.stream().mapToLong(Sized::bytes).sum();
    var items =
        isLabelled()
            ? " (UID INTERNALDATE " + LABELS + " BODY.PEEK[])"
            : " (UID INTERNALDATE BODY.PEEK[])";
    return fetched("UID FETCH " + UidSet.write(uids) + items, bytes);
  }

  /** The first megabyte of a message; empty where it is gone. */
  Map<Long, Fetched> fetchBeginning(long uid) throws MailServerException, RefusedException {
    var items = " (UID INTERNALDATE BODY.PEEK[]<0." + BEGINNING + ">)";
    return fetched("UID FETCH " + uid + items, BEGINNING);
  }

  /** Lets the server say what is new in other folders than the open one. */
  void noop() throws MailServerException, RefusedException {
    ask("NOOP", null, 0);
  }

  /**
   * Puts messages of ours into Sent, each unless it lies there.
   *
   * @param messages by their Message-IDs
   * @param filed told of each that lies there now
   */
  void file(Map<String, byte[]> messages, Consumer<String> filed)
      throws MailServerException, RefusedException {
    var sent =
        folders().stream()
            .filter(folder -> folder.role() == FolderRole.SENT && folder.canBeOpened())
            .min(Comparator.comparing(folder -> !folder.uses().contains("\\sent")))
            .orElseThrow(() -> new RefusedException("There is no folder for sent mail."));
    examine(sent);
    for (var message : messages.entrySet()) {
      if (!hasMessage(message.getKey())) {
        append(sent, message.getValue());
      }
      filed.accept(message.getKey());
    }
  }

  private void append(RemoteFolder sent, byte[] message)
      throws MailServerException, RefusedException {
    var arguments = name(sent);
    arguments.writeAtom("(\\Seen)");
    arguments.writeBytes(
        new Literal() {
          @Override
          public int size() {
            return message.length;
          }

          @Override
          public void writeTo(OutputStream out) throws IOException {
            out.write(message);
          }
        });
    ask("APPEND", arguments, message.length);
  }

  /**
   * Waits until something happens in the open folder, somebody wakes it, or that long.
   *
   * @param atMost shorter than the patience with which answers are awaited
   * @return whether there is something to look at
   */
  boolean idle(Duration atMost) throws MailServerException, InterruptedException {
    if (!protocol.hasCapability("IDLE")) {
      return sleep(atMost);
    }
    boolean changed = false;
    var end = clock.schedule(this::done, atMost.toMillis(), TimeUnit.MILLISECONDS);
    var lost = closeAfter(atMost.plus(patience));
    try {
      protocol.allow(0);
      protocol.idleStart();
      synchronized (rest) {
        idling = true;
        if (woken) {
          done();
        }
      }
      for (var answer = protocol.readIdleResponse();
          answer != null && protocol.processIdleResponse(answer);
          answer = protocol.readIdleResponse()) {
        if (tellsOfChange(answer)) {
          changed = true;
          done();
        }
      }
    } catch (ProtocolException | RuntimeException e) {
      throw broken(e);
    } finally {
      end.cancel(false);
      lost.cancel(false);
    }
    synchronized (rest) {
      idling = false;
      changed |= woken;
      woken = false;
    }
    return changed;
  }

  /** Ends the waiting, or the next one. Any thread may call it. */
  void wake() {
    synchronized (rest) {
      woken = true;
      rest.notifyAll();
      done();
    }
  }

  /** Ends this connection at once, whoever waits for it. Any thread may call it. */
  void abort() {
    sockets.close();
  }

  @Override
  public void close() {
    var end = closeAfter(FAREWELL);
    try {
      protocol.logout();
    } catch (ProtocolException | RuntimeException e) {
      // It is over in either case.
    } finally {
      end.cancel(false);
      sockets.close();
    }
  }

  private void done() {
    synchronized (rest) {
      if (idling) {
        idling = false;
        protocol.idleAbort();
      }
    }
  }

  private boolean sleep(Duration atMost) throws InterruptedException {
    synchronized (rest) {
      long end = System.nanoTime() + atMost.toNanos();
      for (long left = atMost.toMillis(); left > 0 && !woken; ) {
        rest.wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
      boolean wasWoken = woken;
      woken = false;
      return wasWoken;
    }
  }

  private static boolean tellsOfChange(Response answer) {
    return answer instanceof IMAPResponse one
        && (one.keyEquals("EXISTS") || one.keyEquals("EXPUNGE") || one.keyEquals("VANISHED"));
  }

  private List<RemoteFolder> listWithStatus() throws MailServerException, RefusedException {
    var command =
        "LIST \"\" \"*\" RETURN (%sSTATUS (%s))"
            .formatted(
                protocol.hasCapability("SPECIAL-USE") ? "SPECIAL-USE " : "",
                String.join(" ", statusItems()));
    var folders = new ArrayList<RemoteFolder>();
    for (var entry : list(command).entrySet()) {
      var folder = entry.getKey();
      var told = entry.getValue();
      folders.add(
          told != null || !folder.canBeOpened()
              ? folder.withMark(told)
              : folder.withMark(markOrNull(folder)));
    }
    return folders;
  }

  /** The folders of a list, and how they are where the list tells. */
  private Map<RemoteFolder, @Nullable FolderMark> list(String command)
      throws MailServerException, RefusedException {
    Map<String, RemoteFolder> byName = new LinkedHashMap<>();
    Map<String, FolderMark> marks = new HashMap<>();
    for (var answer : ask(command, null, 10_000L * BYTES_OF_FOLDER)) {
      if (answer instanceof IMAPResponse one && one.keyEquals("LIST")) {
        var folder = folder(one);
        byName.put(folder.wire(), folder);
      } else if (answer instanceof IMAPResponse one && one.keyEquals("STATUS")) {
        marks.put(one.readAtomString(), status(one.getRest()));
      }
    }
    Map<RemoteFolder, @Nullable FolderMark> folders = new LinkedHashMap<>();
    byName.forEach((wire, folder) -> folders.put(folder, marks.get(wire)));
    return folders;
  }

  private RemoteFolder folder(IMAPResponse line) throws MailServerException {
    var flags = line.readSimpleList();
    line.skipSpaces();
    char separator = 0;
    if (line.readByte() == '"') {
      separator = (char) line.readByte();
      if (separator == '\\') {
        separator = (char) line.readByte();
      }
      line.skip(1);
    } else {
      line.skip(2);
    }
    line.skipSpaces();
    var wire = line.readAtomString();
    if (wire == null || wire.isEmpty()) {
      throw broken(null);
    }
    var decoded = BASE64MailboxDecoder.decode(wire);
    // A server that does not write names as it should must at least get them back as they were.
    var name = BASE64MailboxEncoder.encode(decoded).equals(wire) ? decoded : wire;
    return RemoteFolder.of(wire, name, separator, List.of(flags == null ? new String[0] : flags));
  }

  private @Nullable FolderMark markOrNull(RemoteFolder folder) throws MailServerException {
    try {
      return mark(folder);
    } catch (RefusedException e) {
      return null; // opening it will tell why
    }
  }

  private List<String> statusItems() {
    return protocol.hasCapability("CONDSTORE")
        ? List.of("MESSAGES", "UIDNEXT", "UIDVALIDITY", "HIGHESTMODSEQ")
        : List.of("MESSAGES", "UIDNEXT", "UIDVALIDITY");
  }

  /** {@code (MESSAGES 231 UIDNEXT 44292)} */
  private FolderMark status(String items) throws MailServerException {
    var words = items.strip().replaceAll("[()]", " ").strip().split("\\s+", -1);
    var values = new HashMap<String, Long>();
    try {
      for (int i = 0; i + 1 < words.length; i += 2) {
        values.put(words[i], Long.parseLong(words[i + 1]));
      }
    } catch (NumberFormatException e) {
      throw broken(e);
    }
    return new FolderMark(
        values.getOrDefault("UIDVALIDITY", 0L),
        values.getOrDefault("UIDNEXT", 0L),
        values.getOrDefault("MESSAGES", 0L),
        values.getOrDefault("HIGHESTMODSEQ", 0L));
  }

  /** {@code (TAG "A7") UID ALL 1:4,9}; no ALL where nothing was found. */
  private long[] compactUids(String answer, int most) throws MailServerException {
    int all = answer.indexOf(" ALL ");
    if (all < 0) {
      return new long[0];
    }
    return UidSet.read(answer.substring(all + " ALL ".length()).split(" ", 2)[0], most)
        .orElseThrow(() -> broken(null));
  }

  private Map<Long, Fetched> fetched(String command, long bytes)
      throws MailServerException, RefusedException {
    var fetched = new HashMap<Long, Fetched>();
    for (var answer : ask(command, null, bytes)) {
      if (answer instanceof FetchResponse one) {
        var uid = one.getItem(UID.class);
        var body = one.getItem(BODY.class);
        if (uid != null && body != null) {
          var content = body.getByteArray();
          fetched.put(
              uid.uid,
              new Fetched(
                  uid.uid,
                  content == null ? new byte[0] : content.getNewBytes(),
                  arrivedAt(one),
                  labels(one)));
        }
      }
    }
    return fetched;
  }

  private static @Nullable Instant arrivedAt(FetchResponse message) {
    var arrived = message.getItem(INTERNALDATE.class);
    var date = arrived == null ? null : arrived.getDate();
    return date == null ? null : date.toInstant();
  }

  private static List<String> labels(FetchResponse message) {
    var extensions = message.getExtensionItems();
    return extensions != null && extensions.get(LABELS) instanceof String[] labels
        ? List.of(labels)
        : List.of();
  }

  private boolean hasMessage(String internetId) throws MailServerException, RefusedException {
    var arguments = new Argument();
    arguments.writeAtom("HEADER");
    arguments.writeAtom("Message-ID");
    arguments.writeString("<" + internetId + ">", StandardCharsets.US_ASCII);
    for (var answer : ask("UID SEARCH", arguments, BYTES_OF_FOLDER)) {
      if (answer instanceof IMAPResponse one && one.keyEquals("SEARCH") && one.readLong() != -1) {
        return true;
      }
    }
    return false;
  }

  private static Argument name(RemoteFolder folder) {
    var argument = new Argument();
    argument.writeString(folder.wire(), StandardCharsets.ISO_8859_1);
    return argument;
  }

  /**
   * Says a command and waits for all of its answer, which must make sense.
   *
   * @param bytes about so many are expected
   */
  private Response[] ask(String command, @Nullable Argument arguments, long bytes)
      throws MailServerException, RefusedException {
    var late = closeAfter(patience.plusSeconds(bytes / SLOWEST_BYTES));
    try {
      protocol.allow(bytes);
      var answers = protocol.command(command, arguments);
      var last = answers[answers.length - 1];
      if (last.isOK() && !protocol.isGarbled()) {
        return answers;
      }
      if (last.isNO() || last.isBAD()) {
        throw new RefusedException(last.getRest());
      }
      if (last.isBYE() && !last.isSynthetic()) {
        abort();
        throw new MailServerException(ServerWords.bye(server.host(), last.getRest()), null);
      }
      throw broken(last.getException());
    } catch (RuntimeException e) {
      throw broken(e);
    } finally {
      late.cancel(false);
    }
  }

  private Future<?> closeAfter(Duration time) {
    return clock.schedule(sockets::close, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private MailServerException broken(@Nullable Throwable cause) {
    abort();
    var problem = cause == null ? new Broken(server.host()) : ImapGateway.problem(server, cause);
    return new MailServerException(problem, cause, protocol.isGarbled());
  }
}
