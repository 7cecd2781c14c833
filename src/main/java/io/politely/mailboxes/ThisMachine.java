package io.politely.mailboxes;

import io.politely.kernel.Edge;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Knows which servers are on this machine, where nobody listens in on the line. */
@Edge
public final class ThisMachine {

  private ThisMachine() {}

  /** Whether a host is this machine; one that has no address is not. */
  public static boolean is(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // then it cannot be reached either
    }
  }
}
