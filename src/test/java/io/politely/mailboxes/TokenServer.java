package io.politely.mailboxes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A provider of tokens for Ada's mailbox: one of them is good at a time. */
@Edge
public final class TokenServer implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger number = new AtomicInteger();
  private volatile boolean isOpen = true;

  public TokenServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/token", this::renew);
    server.createContext("/introspect", this::introspect);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Where another server asks whether a token is good. */
  public URI introspection() {
    return at("/introspect");
  }

  /** The grant that is good now, as an account keeps it. */
  public String grant(Instant expiresAt) {
    return JsonMapper.shared()
        .writeValueAsString(
            new OAuthGrant(
                at("/token").toString(), "our-client", "", "for-renewing", good(), expiresAt));
  }

  /** How often a token was renewed. */
  public int renewals() {
    return number.get();
  }

  /** From now on no token is good, and none is handed out. */
  public void withdraw() {
    isOpen = false;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
  }

  private String good() {
    return "token-" + number.get();
  }

  private void renew(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (!isOpen || !asked.contains("refresh_token=for-renewing")) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    number.incrementAndGet();
    answer(exchange, 200, "{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(good()));
  }

  private void introspect(HttpExchange exchange) throws IOException {
    var asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean isGood = isOpen && ("&" + asked + "&").contains("token=" + good() + "&");
    answer(
        exchange, 200, "{\"active\":%s,\"username\":\"%s\"}".formatted(isGood, MailServer.LOGIN));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
