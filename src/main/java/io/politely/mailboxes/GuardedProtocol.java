package io.politely.mailboxes;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;

/**
 * IMAP as Angus speaks it, but an answer may not grow without end, and one that makes no sense is
 * noticed: Angus passes over it, and what was in it would be missing without anybody knowing.
 */
@Edge
final class GuardedProtocol extends IMAPProtocol {

  private static final int FIRST_BYTES = 256;
  private static final int ANSWERS = 2_000_000;
  private static final long SLACK = 16L << 20;

  // Without values here: the constructor of Angus reads the greeting before these would be set.
  private long expected;
  private long bytes;
  private int answers;
  private boolean garbled;

  GuardedProtocol(String host, int port, Properties properties, boolean tls)
      throws IOException, ProtocolException {
    super(
        "imap",
        host,
        port,
        properties,
        tls,
        new MailLogger(GuardedProtocol.class, "IMAP", false, System.err));
  }

  /** Begins a command whose answers may have so many bytes, and some more. */
  void allow(long expectedBytes) {
    expected = expectedBytes;
    bytes = 0;
    answers = 0;
    garbled = false;
  }

  /** Whether something came since {@link #allow} that makes no sense. */
  boolean isGarbled() {
    return garbled;
  }

  @Override
  public Response readResponse() throws IOException, ProtocolException {
    if (++answers > ANSWERS) {
      throw new IOException("The server does not stop answering");
    }
    try {
      return super.readResponse();
    } catch (ProtocolException | RuntimeException e) {
      garbled = true;
      throw e;
    }
  }

  @Override
  public FetchItem[] getFetchItems() {
    return new FetchItem[] {new Labels()};
  }

  @Override
  protected ByteArray getResponseBuffer() {
    return new BoundedBytes();
  }

  /** The labels of a message at Google, which has them instead of folders. */
  private static final class Labels extends FetchItem {

    Labels() {
      super(ImapSession.LABELS, null);
    }

    @Override
    public @Nullable Object parseItem(FetchResponse answer) {
      return answer.readAtomStringList();
    }
  }

  /** Grows with what comes; the length that a server announces is not believed blindly. */
  private final class BoundedBytes extends ByteArray {

    BoundedBytes() {
      super(new byte[FIRST_BYTES], 0, FIRST_BYTES);
    }

    @Override
    public void grow(int by) {
      bytes += by;
      if (by < 0 || bytes > expected + SLACK) {
        throw new IllegalStateException("The server sends more than was asked for");
      }
      // Twice as much each time: line by line would copy what is there again and again.
      super.grow(by < FIRST_BYTES * 2 ? Math.max(by, getBytes().length) : by);
    }
  }
}
