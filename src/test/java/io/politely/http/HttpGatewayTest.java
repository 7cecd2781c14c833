package io.politely.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpGatewayTest {

  private static final int MEGABYTE = 1 << 20;

  private final ExecutorService handlers = Executors.newCachedThreadPool();
  private final CountDownLatch hungUp = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void a_server_of_the_world() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext(
        "/page",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            body.write("Caf\u00e9".getBytes(ISO_8859_1));
          }
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "page");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext(
        "/around",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/around");
          exchange.sendResponseHeaders(301, -1);
          exchange.close();
        });
    server.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            while (true) {
              body.write(new byte[MEGABYTE]);
            }
          } catch (IOException e) {
            hungUp.countDown();
          }
        });
    server.createContext(
        "/dripping",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (var body = exchange.getResponseBody()) {
            while (true) {
              body.write("a".getBytes(US_ASCII));
              body.flush();
              Thread.sleep(10);
            }
          } catch (IOException e) {
            hungUp.countDown();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void it_ends() {
    server.stop(0);
    handlers.shutdownNow();
  }

  @Test
  void a_page_is_fetched_where_it_lies_now() throws Exception {
    var page = gateway(true, Duration.ofSeconds(30)).fetch(at("/moved"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.from()).isEqualTo(at("/page"));
    assertThat(page.bytes()).isEqualTo("Caf\u00e9");
  }

  @Test
  void a_page_that_moves_in_a_circle_is_left() {
    assertThatThrownBy(() -> gateway(true, Duration.ofSeconds(30)).fetch(at("/around")))
        .isInstanceOf(IOException.class)
        .hasMessage("It moved too often.");
  }

  @Test
  void a_server_that_drips_for_ever_is_left_and_its_connection_closed() throws Exception {
    assertThatThrownBy(() -> gateway(true, Duration.ofMillis(300)).fetch(at("/dripping")))
        .isInstanceOf(IOException.class)
        .hasMessage("127.0.0.1 took too long.");

    assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void an_answer_without_end_is_left_and_its_connection_closed() throws Exception {
    assertThatThrownBy(() -> gateway(true, Duration.ofSeconds(60)).fetch(at("/endless")))
        .isInstanceOf(IOException.class);

    assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nothing_inside_is_asked_unless_the_owner_says_so() {
    assertThatThrownBy(() -> gateway(false, Duration.ofSeconds(30)).fetch(at("/page")))
        .isInstanceOf(IOException.class)
        .hasMessage("Only addresses that begin with https are asked.");
    assertThatThrownBy(() ->
            gateway(false, Duration.ofSeconds(30))
                .fetch(URI.create("https://127.0.0.1:%d/page".formatted(port()))))
        .isInstanceOf(IOException.class)
        .hasMessage("127.0.0.1 lies in a private network.");
  }

  private static HttpGateway gateway(boolean insideToo, Duration patience) {
    return new HttpGateway(new HttpSettings(insideToo, patience));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(port(), path));
  }

  private int port() {
    return server.getAddress().getPort();
  }
}
