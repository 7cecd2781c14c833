package io.politely.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.politely.kernel.Edge;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A server for mail that breaks down as it is told, once for each connection or message. What it
 * accepts is on the disk before it says so.
 */
@Edge
public final class FaultServer implements AutoCloseable {

  private static final Pattern MESSAGE_ID =
      Pattern.compile("^message-id: *<([^>]*)>", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final ServerSocket door;
  private final Supplier<Fault> faults;
  private final Duration latency;
  private final Duration stall;
  private final @Nullable FileChannel log;
  private final @Nullable SSLContext tls;
  private final List<Accepted> accepted = Collections.synchronizedList(new ArrayList<>());
  private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
  private volatile Watch watch = (_, _) -> {};
  private final AtomicInteger dots = new AtomicInteger();

  /** What the server took, and from then on is responsible for. */
  public record Accepted(String internetId, List<String> recipients, String content) {}

  /** Where a message is, as the server sees it. */
  public enum Point {
    CONNECTED,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    DOT_ARRIVED,
    ACCEPTED,
    ANSWERED
  }

  /** Who wants to know how far a message came. */
  @FunctionalInterface
  public interface Watch {

    /**
     * A message is there now, and goes on when this returns.
     *
     * @param port the other side's
     */
    void passes(Point point, int port);
  }

  /** What goes wrong, and where. */
  public enum Fault {
    NONE,
    BANNER_421,
    BANNER_554,
    BANNER_SILENT,
    BANNER_GARBAGE,
    BANNER_DROP,
    EHLO_500,
    EHLO_DROP,
    AUTH_535,
    AUTH_454,
    AUTH_DROP,
    MAIL_421,
    MAIL_450,
    MAIL_550,
    MAIL_530,
    MAIL_DROP,
    RCPT_450,
    RCPT_451,
    RCPT_452,
    RCPT_550,
    RCPT_551,
    RCPT_DROP,
    SECOND_RCPT_450,
    SECOND_RCPT_550,
    RATE_LIMIT,
    DATA_451,
    DATA_554,
    DATA_SILENT,
    DATA_DROP,
    BODY_DROP,
    EARLY_ANSWER,
    DOT_451,
    DOT_452,
    DOT_421,
    DOT_554,
    DOT_POLICY,
    DROP_BEFORE_ACCEPT,
    DROP_AFTER_ACCEPT,
    STALL_AFTER_ACCEPT,
    STALL_WITHOUT_ACCEPT,
    RESET_AFTER_ACCEPT,
    HALF_CLOSE_AFTER_ACCEPT,
    TWO_LINES,
    CONTRADICTING_LINES,
    GARBAGE_AFTER_ACCEPT,
    LONG_LINE_AFTER_ACCEPT,
    TRICKLE_AFTER_ACCEPT,
    BYTE_BY_BYTE,
    WRONG_ENHANCED_CODE,
    OTHER_YES,
    NO_EXTENSIONS,
    SIZE_LIE,
    QUIT_DROP
  }

  /**
   * @param faults asked for each connection and for each message on it
   * @param latency before each answer
   * @param stall how long the silent faults last
   * @param log where to note what was accepted; null: only in memory
   * @param tls offered with STARTTLS; null: not offered
   */
  public FaultServer(
      Supplier<Fault> faults,
      Duration latency,
      Duration stall,
      @Nullable Path log,
      @Nullable SSLContext tls) {
    this.faults = faults;
    this.latency = latency;
    this.stall = stall;
    this.tls = tls;
    try {
      this.door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
      this.log =
          log == null
              ? null
              : FileChannel.open(
                  log,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ = Thread.ofVirtual().name("fault-server").start(this::serve);
  }

  /** One that makes the same fault every time. */
  public static FaultServer always(Fault fault) {
    return new FaultServer(() -> fault, Duration.ZERO, Duration.ofSeconds(3), null, null);
  }

  /** Tells of each point that a message passes, while it waits there. */
  public void watch(Watch watcher) {
    watch = watcher;
  }

  public int port() {
    return door.getLocalPort();
  }

  public List<Accepted> accepted() {
    synchronized (accepted) {
      return List.copyOf(accepted);
    }
  }

  /** How many final dots arrived, accepted or not. */
  public int dots() {
    return dots.get();
  }

  @Override
  public void close() {
    try {
      door.close();
      synchronized (open) {
        for (var socket : open) {
          socket.close();
        }
      }
      if (log != null) {
        log.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        var socket = door.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        var _ =
            Thread.ofVirtual()
                .start(() -> {
                  try (socket) {
                    new Talk(socket).run();
                  } catch (IOException e) {
                    // The other side is gone, or we wanted it to be.
                  } finally {
                    open.remove(socket);
                  }
                });
      } catch (IOException e) {
        return;
      }
    }
  }

  private void note(Accepted one) {
    accepted.add(one);
    if (log == null) {
      return;
    }
    try {
      synchronized (log) {
        log.write(ISO_8859_1.encode(one.internetId() + "\n"));
        log.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection. */
  private final class Talk {

    private final Socket raw;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private Fault fault = faults.get();
    private final List<String> recipients = new ArrayList<>();
    private boolean isFirst = true;

    Talk(Socket socket) throws IOException {
      this.raw = socket;
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    private void at(Point point) {
      watch.passes(point, raw.getPort());
    }

    void run() throws IOException {
      at(Point.CONNECTED);
      switch (fault) {
        case BANNER_421 -> {
          say("421 4.3.2 closing");
          return;
        }
        case BANNER_554 -> {
          say("554 5.3.2 no service");
          return;
        }
        case BANNER_SILENT -> {
          sleep(stall);
          return;
        }
        case BANNER_GARBAGE -> {
          say("\u0000\u0001 HTTP/1.1 400 Bad Request");
          return;
        }
        case BANNER_DROP -> {
          return;
        }
        default -> say("220 fault.example.net ESMTP");
      }
      for (var line = line(); line != null; line = line()) {
        var word = line.toUpperCase(Locale.ROOT);
        boolean goesOn =
            word.startsWith("EHLO")
                ? ehlo()
                : word.startsWith("STARTTLS")
                    ? startTls()
                    : word.startsWith("AUTH")
                        ? auth(word)
                        : word.startsWith("MAIL")
                            ? mail()
                            : word.startsWith("RCPT")
                                ? rcpt(line)
                                : word.startsWith("DATA") ? data() : other(word);
        if (!goesOn) {
          return;
        }
      }
    }

    private boolean ehlo() throws IOException {
      switch (fault) {
        case EHLO_500 -> say("500 5.5.1 what?");
        case EHLO_DROP -> {
          return false;
        }
        case NO_EXTENSIONS -> say("250 fault.example.net");
        case SIZE_LIE -> say("250-fault.example.net\r\n250-SIZE 1\r\n250 AUTH PLAIN LOGIN");
        default ->
            say(
                "250-fault.example.net\r\n"
                    + (tls != null && !(socket instanceof SSLSocket) ? "250-STARTTLS\r\n" : "")
                    + "250-AUTH PLAIN LOGIN XOAUTH2\r\n250-SIZE 50000000\r\n250 8BITMIME");
      }
      return true;
    }

    private boolean startTls() throws IOException {
      if (tls == null) {
        say("502 5.5.1 no");
        return true;
      }
      say("220 2.0.0 go ahead");
      var secure =
          (SSLSocket) tls.getSocketFactory().createSocket(raw, "127.0.0.1", raw.getPort(), true);
      secure.setUseClientMode(false);
      secure.startHandshake();
      socket = secure;
      in = new BufferedInputStream(secure.getInputStream());
      out = secure.getOutputStream();
      return true;
    }

    private boolean auth(String word) throws IOException {
      at(Point.AUTH);
      switch (fault) {
        case AUTH_535 -> say("535 5.7.8 bad credentials");
        case AUTH_454 -> say("454 4.7.0 temporary failure");
        case AUTH_DROP -> {
          return false;
        }
        default -> {
          if (word.equals("AUTH PLAIN") || word.equals("AUTH LOGIN")) {
            say("334 ");
            var _ = line();
          }
          say("235 2.7.0 ok");
        }
      }
      return true;
    }

    private boolean mail() throws IOException {
      recipients.clear();
      if (!isFirst) {
        fault = faults.get();
      }
      isFirst = false;
      at(Point.MAIL);
      switch (fault) {
        case MAIL_421 -> {
          say("421 4.3.2 closing");
          return false;
        }
        case MAIL_450 -> say("450 4.1.8 not now");
        case MAIL_550 -> say("550 5.7.1 not you");
        case MAIL_530 -> say("530 5.7.0 authentication required");
        case RATE_LIMIT -> say("450 4.7.0 too many messages");
        case MAIL_DROP -> {
          return false;
        }
        default -> say("250 2.1.0 ok");
      }
      return true;
    }

    private boolean rcpt(String line) throws IOException {
      boolean isSecond = !recipients.isEmpty();
      at(Point.RCPT);
      switch (fault) {
        case RCPT_450 -> say("450 4.2.1 greylisted");
        case RCPT_451 -> say("451 4.3.0 try later");
        case RCPT_452 -> say("452 4.2.2 mailbox full");
        case RCPT_550 -> say("550 5.1.1 no such user");
        case RCPT_551 -> say("551 5.1.6 moved");
        case RCPT_DROP -> {
          return false;
        }
        default -> {
          if (isSecond && fault == Fault.SECOND_RCPT_450) {
            say("450 4.2.1 greylisted");
          } else if (isSecond && fault == Fault.SECOND_RCPT_550) {
            say("550 5.1.1 no such user");
          } else {
            recipients.add(
                line.substring(line.indexOf('<') + 1, line.indexOf('>')).toLowerCase(Locale.ROOT));
            say("250 2.1.5 ok");
          }
        }
      }
      return true;
    }

    private boolean data() throws IOException {
      at(Point.DATA);
      switch (fault) {
        case DATA_451 -> {
          say("451 4.3.0 not now");
          return true;
        }
        case DATA_554 -> {
          say("554 5.5.1 no valid recipients");
          return true;
        }
        case DATA_SILENT -> {
          sleep(stall);
          return false;
        }
        case DATA_DROP -> {
          return false;
        }
        case EARLY_ANSWER -> say("354 go\r\n250 2.0.0 accepted already");
        default -> say("354 go");
      }
      if (fault == Fault.BODY_DROP) {
        var _ = in.readNBytes(40);
        return false;
      }
      var content = body();
      if (content == null) {
        return false;
      }
      dots.incrementAndGet();
      at(Point.DOT_ARRIVED);
      boolean goesOn = dot(content);
      at(Point.ANSWERED);
      return goesOn;
    }

    private boolean dot(String content) throws IOException {
      switch (fault) {
        case DOT_451 -> say("451 4.3.0 not now");
        case DOT_452 -> say("452 4.3.1 no space");
        case DOT_421 -> {
          say("421 4.3.2 closing");
          return false;
        }
        case DOT_554 -> say("554 5.6.0 refused");
        case DOT_POLICY -> say("550 5.7.515 sender not authenticated");
        case DROP_BEFORE_ACCEPT -> {
          return false;
        }
        case STALL_WITHOUT_ACCEPT -> {
          sleep(stall);
          return false;
        }
        case DROP_AFTER_ACCEPT -> {
          accept(content);
          return false;
        }
        case STALL_AFTER_ACCEPT -> {
          accept(content);
          sleep(stall);
          say("250 2.0.0 at last");
        }
        case RESET_AFTER_ACCEPT -> {
          accept(content);
          raw.setSoLinger(true, 0);
          raw.close();
          return false;
        }
        case HALF_CLOSE_AFTER_ACCEPT -> {
          accept(content);
          raw.shutdownOutput();
          sleep(stall);
          return false;
        }
        case TWO_LINES -> {
          accept(content);
          say("250-2.0.0 well\r\n250 2.0.0 done");
        }
        case CONTRADICTING_LINES -> {
          accept(content);
          say("250-2.0.0 well\r\n550 5.0.0 or not");
        }
        case GARBAGE_AFTER_ACCEPT -> {
          accept(content);
          say("\u00ff\u00fe%s%n");
        }
        case LONG_LINE_AFTER_ACCEPT -> {
          accept(content);
          say("250 " + "x".repeat(100_000));
        }
        case TRICKLE_AFTER_ACCEPT -> {
          accept(content);
          for (int i = 0; i < 1000; i++) {
            out.write('2');
            out.flush();
            sleep(Duration.ofMillis(50));
          }
        }
        case BYTE_BY_BYTE -> {
          accept(content);
          for (byte b : "250 2.0.0 done\r\n".getBytes(ISO_8859_1)) {
            out.write(b);
            out.flush();
            sleep(Duration.ofMillis(2));
          }
        }
        case WRONG_ENHANCED_CODE -> {
          accept(content);
          say("250 5.0.0 done");
        }
        case OTHER_YES -> {
          accept(content);
          say("251 2.0.0 will forward");
        }
        default -> {
          accept(content);
          say("250 2.0.0 done");
        }
      }
      return true;
    }

    private void accept(String content) {
      var id = MESSAGE_ID.matcher(content);
      note(new Accepted(id.find() ? id.group(1) : "", List.copyOf(recipients), content));
      at(Point.ACCEPTED);
    }

    private boolean other(String word) throws IOException {
      if (word.startsWith("QUIT")) {
        if (fault != Fault.QUIT_DROP) {
          say("221 2.0.0 bye");
        }
        return false;
      }
      say("250 2.0.0 ok");
      return true;
    }

    private @Nullable String line() throws IOException {
      var line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          return line.toString(ISO_8859_1).stripTrailing();
        }
        line.write(b);
      }
      return null;
    }

    /** Up to the dot, without the stuffing; null where the other side went away. */
    private @Nullable String body() throws IOException {
      var content = new StringBuilder();
      var line = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        line.write(b);
        if (b == '\n') {
          var text = line.toString(ISO_8859_1);
          line.reset();
          if (text.equals(".\r\n")) {
            return content.toString();
          }
          content.append(text.startsWith(".") ? text.substring(1) : text);
        }
      }
      return null;
    }

    private void say(String text) throws IOException {
      sleep(latency);
      out.write((text + "\r\n").getBytes(ISO_8859_1));
      out.flush();
    }

    private static void sleep(Duration time) {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
