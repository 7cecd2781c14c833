package io.politely.outbox;

import io.politely.kernel.Edge;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server that may mean harm: an answer has a longest size and a longest time as a
 * whole, however it trickles in, and what was said before it was asked for is noticed.
 */
@Edge
final class GuardedSocket extends Socket {

  /** Far more than any server says; RFC 5321 allows 512 bytes for a line. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Socket raw = new Socket();
  private final @Nullable SSLSocketFactory tls;
  private final String host;
  private Socket inner = raw;
  private Duration patience;
  private @Nullable Input input;

  /**
   * @param tls with which it begins; null: in clear
   * @param patience how long a whole answer may take
   */
  GuardedSocket(String host, @Nullable SSLSocketFactory tls, Duration patience) {
    this.host = host;
    this.tls = tls;
    this.patience = patience;
  }

  void patience(Duration longest) {
    this.patience = longest;
  }

  /** Whether the server said something that was not read. */
  boolean hasUnread() throws IOException {
    return (input != null && input.hasUnread()) || raw.getInputStream().available() > 0;
  }

  /** Ends it at once, also while another thread writes to it. */
  void cut() {
    try {
      raw.close();
    } catch (IOException e) {
      // It is gone in any case.
    }
  }

  @Override
  public void connect(SocketAddress address, int timeout) throws IOException {
    raw.setTcpNoDelay(true);
    raw.connect(address, timeout);
    if (tls != null) {
      protect(tls, host);
    }
  }

  /** TLS from here on; the certificate must be this host's. */
  void protect(SSLSocketFactory factory, String name) throws IOException {
    raw.setSoTimeout((int) patience.toMillis());
    var secure = (SSLSocket) factory.createSocket(raw, name, raw.getPort(), true);
    var parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    inner = secure;
    input = null;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    var opened = new Input(inner.getInputStream());
    input = opened;
    return opened;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(inner.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void flush() throws IOException {
        out.flush();
        if (input != null) {
          input.askedNow();
        }
      }
    };
  }

  @Override
  public InetAddress getInetAddress() {
    return raw.getInetAddress();
  }

  @Override
  public int getPort() {
    return raw.getPort();
  }

  @Override
  public boolean isConnected() {
    return raw.isConnected();
  }

  @Override
  public synchronized void close() throws IOException {
    raw.close();
  }

  /** Gives at most one line at a time, so that whoever buffers it never holds the next one. */
  private final class Input extends InputStream {

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int end;
    private int sinceAsked;
    private long asked = System.nanoTime();

    Input(InputStream in) {
      this.in = in;
    }

    void askedNow() {
      asked = System.nanoTime();
      sinceAsked = 0;
    }

    boolean hasUnread() {
      return next < end;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      if (next == end && !fill()) {
        return -1;
      }
      int given = 0;
      while (given < length && next < end) {
        byte b = buffer[next++];
        target[from + given++] = b;
        if (b == '\n') {
          break;
        }
      }
      return given;
    }

    private boolean fill() throws IOException {
      long left = patience.toMillis() - (System.nanoTime() - asked) / 1_000_000;
      if (left <= 0) {
        throw new SocketTimeoutException("the answer took too long");
      }
      raw.setSoTimeout((int) left);
      int got = in.read(buffer);
      if (got < 0) {
        return false;
      }
      next = 0;
      end = got;
      sinceAsked += got;
      if (sinceAsked > LONGEST_ANSWER) {
        throw new IOException("the answer is too long");
      }
      return true;
    }
  }
}
