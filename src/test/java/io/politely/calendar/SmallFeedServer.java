package io.politely.calendar;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server with one feed, that does what it is told to. */
final class SmallFeedServer implements AutoCloseable {

  /** What it answers. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final List<Integer> statuses = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Answer answer = status(404);

  SmallFeedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:%d/team.ics".formatted(server.getAddress().getPort()));
  }

  void answers(Answer next) {
    answer = next;
  }

  /** The statuses it answered with. */
  synchronized List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  /** A file. */
  Answer file(byte[] file) {
    return exchange -> send(exchange, 200, file);
  }

  /** A file whose version has a name, which is not sent to whoever has it. */
  Answer version(String header, String condition, String name, byte[] file) {
    return exchange -> {
      exchange.getResponseHeaders().add(header, name);
      var known = Optional.ofNullable(exchange.getRequestHeaders().getFirst(condition));
      if (known.filter(name::equals).isPresent()) {
        send(exchange, 304, new byte[0]);
      } else {
        send(exchange, 200, file);
      }
    };
  }

  /** Nothing but a status. */
  Answer status(int status) {
    return exchange -> send(exchange, status, new byte[0]);
  }

  /** It lies elsewhere; there it is found. */
  Answer moved(String address, byte[] file) {
    return exchange -> {
      if (exchange.getRequestURI().getPath().equals("/team.ics")) {
        exchange.getResponseHeaders().add("Location", address);
        send(exchange, 301, new byte[0]);
      } else {
        send(exchange, 200, file);
      }
    };
  }

  /** No answer before the server is closed. */
  Answer never() {
    return exchange -> {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer.to(exchange);
    }
  }

  private void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    synchronized (this) {
      statuses.add(status);
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    if (closed.getCount() > 0) {
      closed.countDown();
      server.stop(0);
    }
  }
}
