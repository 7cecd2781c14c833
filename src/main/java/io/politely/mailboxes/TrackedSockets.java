package io.politely.mailboxes;

import io.politely.kernel.Edge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the socket of one connection, and can close it at any time: from outside, while somebody
 * waits for an answer, there is no other way to end that.
 */
@Edge
final class TrackedSockets extends SocketFactory implements AutoCloseable {

  private @Nullable Socket socket;
  private boolean closed;

  @Override
  public synchronized Socket createSocket() throws IOException {
    var made = new Socket();
    if (closed) {
      made.close();
    }
    socket = made;
    return made;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("Sockets are connected after they were made");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    return createSocket(host, port);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is of no use any more in either case.
      }
    }
  }
}
