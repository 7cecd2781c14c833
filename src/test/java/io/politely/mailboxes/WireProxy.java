package io.politely.mailboxes;

import io.politely.kernel.Edge;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands between us and an IMAP server on this machine: writes down what we say, and spoils what
 * the server says on the first connections, in a way and at a place that a seed tells.
 */
@Edge
final class WireProxy implements AutoCloseable {

  private static final Pattern LITERAL = Pattern.compile("\\{(\\d+)}\\r\\n$");
  private static final Pattern COUNT = Pattern.compile("\\* (\\d+) EXISTS");
  private static final int LINES = 40;
  private static final int LITERALS = 8;

  private final int target;
  private final @Nullable Fault fault;

  /** Lines that begin like this do not come through; "" for none. */
  private final String concealed;

  /** Is told each of our commands before the server is. */
  private final Consumer<String> before;

  private final Random random;
  private final AtomicInteger faultsLeft;
  private final ServerSocket listening;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final AtomicInteger faultsMade = new AtomicInteger();

  private WireProxy(
      int target,
      @Nullable Fault fault,
      String concealed,
      Consumer<String> before,
      long seed,
      int faults) {
    this.target = target;
    this.fault = fault;
    this.concealed = concealed;
    this.before = before;
    this.random = new Random(seed);
    this.faultsLeft = new AtomicInteger(faults);
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Only listens to what we say. */
  static WireProxy listening(int target) {
    return new WireProxy(target, null, "", _ -> {}, 0, 0);
  }

  /** Spoils so many connections, then no more. */
  static WireProxy spoiling(int target, Fault fault, long seed, int connections) {
    return new WireProxy(target, fault, "", _ -> {}, seed, connections);
  }

  /** Never passes on lines that begin like this. */
  static WireProxy concealing(int target, String beginning) {
    return new WireProxy(target, null, beginning, _ -> {}, 0, 0);
  }

  /** Lets somebody else do something before a command of ours, which it is told, gets through. */
  static WireProxy interrupting(int target, Consumer<String> before) {
    return new WireProxy(target, null, "", before, 0, 0);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Our commands, without tags and without what stands in literals. */
  List<String> said() {
    return said;
  }

  /** On how many connections something was spoiled. */
  int faultsMade() {
    return faultsMade.get();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    sockets.forEach(socket -> end(socket, false));
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        var client = listening.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    boolean spoil = faultsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    var chosen = spoil ? fault : null;
    if (chosen == Fault.CLOSED_AT_ONCE || chosen == Fault.RESET_AT_ONCE) {
      faultsMade.incrementAndGet();
      end(client, chosen == Fault.RESET_AT_ONCE);
      return;
    }
    if (chosen == Fault.SILENT) {
      faultsMade.incrementAndGet();
      return; // open, and silent
    }
    try {
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(server);
      var connection = new Connection(client, server, chosen, random.nextInt(1, LINES));
      Thread.ofVirtual().start(connection::listen);
      connection.pass();
    } catch (IOException e) {
      end(client, false);
    }
  }

  private static void end(Socket socket, boolean reset) {
    try {
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException e) {
      // It is closed, then.
    }
  }

  /** One client and its way to the server. */
  private final class Connection {

    private final Socket client;
    private final Socket server;
    private final @Nullable Fault fault;
    private final int faultAtLine;
    private final int faultAtLiteral;
    private int lines;
    private int literals;
    private volatile boolean deaf;

    Connection(Socket client, Socket server, @Nullable Fault fault, int at) {
      this.client = client;
      this.server = server;
      this.fault = fault;
      this.faultAtLine = at;
      this.faultAtLiteral = 1 + at % LITERALS;
    }

    /** From us to the server. */
    void listen() {
      try {
        var in = new BufferedInputStream(client.getInputStream());
        var out = server.getOutputStream();
        for (var line = line(in); line.length > 0; line = line(in)) {
          var text = new String(line, StandardCharsets.ISO_8859_1).strip();
          var command = text.replaceFirst("^\\S*\\d+ ", "");
          said.add(command);
          before.accept(command);
          if (!deaf) {
            out.write(line);
            out.flush();
          }
        }
      } catch (IOException e) {
        // One of both is gone.
      }
      end(server, false);
    }

    /** From the server to us. */
    void pass() {
      try {
        var in = new BufferedInputStream(server.getInputStream());
        var out = client.getOutputStream();
        boolean on = true;
        while (on) {
          var line = line(in);
          on = line.length > 0 && passLine(line, in, out);
          out.flush();
        }
      } catch (IOException e) {
        // One of both is gone.
      }
      if (!stays()) {
        end(client, isReset());
      }
      end(server, false);
    }

    private boolean stays() {
      return fault == Fault.STALLED_AFTER_LINE || fault == Fault.STALLED_IN_LITERAL;
    }

    private boolean isReset() {
      return fault == Fault.RESET_AFTER_LINE || fault == Fault.RESET_IN_LITERAL;
    }

    /** False where nothing more shall come. */
    private boolean passLine(byte[] line, InputStream in, OutputStream out) throws IOException {
      lines++;
      var text = new String(line, StandardCharsets.ISO_8859_1);
      if (!concealed.isEmpty() && text.startsWith(concealed)) {
        return true;
      }
      var literal = LITERAL.matcher(text);
      if (literal.find()) {
        return passLiteral(line, Integer.parseInt(literal.group(1)), in, out);
      }
      return fault == null ? write(out, line) : passSpoilt(text, line, out);
    }

    private boolean passSpoilt(String text, byte[] line, OutputStream out) throws IOException {
      if (fault == Fault.WRONG_COUNT && text.contains(" EXISTS")) {
        return made(out, COUNT.matcher(text).replaceFirst("* 3 EXISTS"));
      }
      if (fault == Fault.LOST_UID && text.toUpperCase(Locale.ROOT).contains("SEARCH")) {
        return made(out, text.replaceFirst("(\\d+)(\\s*\\r\\n)$", "$2"));
      }
      if (lines != faultAtLine || fault == null) {
        return write(out, line);
      }
      return switch (fault) {
        case CLOSED_AFTER_LINE, RESET_AFTER_LINE, STALLED_AFTER_LINE -> {
          made(out, text);
          yield false;
        }
        case CLOSED_IN_LINE -> {
          made(out, text.substring(0, text.length() / 2));
          yield false;
        }
        case GARBAGE_LINE -> made(out, "* 7 FETCH (UID x BODY[] {oops (((\r\n" + text);
        case GARBAGE_BYTES -> {
          var garbage = new byte[100];
          new Random(lines).nextBytes(garbage);
          out.write(garbage);
          yield made(out, "\r\n" + text);
        }
        case ENDLESS_LINE -> {
          faultsMade.incrementAndGet();
          var chunk = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 10_000; i++) {
            out.write(chunk);
          }
          yield false;
        }
        case LOST_LINE -> made(out, "");
        case DOUBLED_LINE -> made(out, text + text);
        case BYE -> {
          made(out, "* BYE [UNAVAILABLE] Too many connections\r\n");
          yield false;
        }
        case REFUSED_FOR_NOW ->
            made(out, text.replaceFirst("^(\\S*\\d+) OK .*", "$1 NO [UNAVAILABLE] Later"));
        case TRICKLING -> trickle(line, out);
        case DEAF -> {
          deaf = true;
          yield made(out, text);
        }
        default -> write(out, line);
      };
    }

    private boolean passLiteral(byte[] line, int length, InputStream in, OutputStream out)
        throws IOException {
      var bytes = in.readNBytes(length);
      boolean now = fault != null && ++literals == faultAtLiteral;
      if (!now) {
        return write(out, line) && write(out, bytes);
      }
      var text = new String(line, StandardCharsets.ISO_8859_1);
      int half = bytes.length / 2;
      return switch (fault) {
        case CLOSED_IN_LITERAL, RESET_IN_LITERAL, STALLED_IN_LITERAL -> {
          made(out, text);
          out.write(bytes, 0, half);
          yield false;
        }
        case SHORT_LITERAL -> {
          made(out, text);
          out.write(bytes, 0, half);
          out.write(bytes, half + 5, bytes.length - half - 5);
          yield true;
        }
        case LONG_LITERAL -> {
          made(out, text);
          out.write(bytes, 0, half);
          out.write("seven".getBytes(StandardCharsets.US_ASCII));
          out.write(bytes, half, bytes.length - half);
          yield true;
        }
        case HUGE_LITERAL -> {
          made(out, LITERAL.matcher(text).replaceFirst("{2000000000}\r\n"));
          out.write(bytes);
          yield true;
        }
        case null, default -> write(out, line) && write(out, bytes);
      };
    }

    private boolean trickle(byte[] line, OutputStream out) throws IOException {
      faultsMade.incrementAndGet();
      for (byte one : line) {
        out.write(one);
        out.flush();
        try {
          Thread.sleep(30);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }

    private boolean made(OutputStream out, String text) throws IOException {
      faultsMade.incrementAndGet();
      return write(out, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean write(OutputStream out, byte[] bytes) throws IOException {
      out.write(bytes);
      return true;
    }

    private static byte[] line(InputStream in) throws IOException {
      var line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        line.write(next);
        if (next == '\n') {
          break;
        }
      }
      return line.toByteArray();
    }
  }
}
