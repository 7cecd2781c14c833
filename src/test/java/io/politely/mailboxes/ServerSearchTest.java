package io.politely.mailboxes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.politely.http.HttpGateway;
import io.politely.http.HttpSettings;
import io.politely.kernel.EmailAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerSearchTest {

  /** No name service knows this domain (RFC 2606). */
  private static final EmailAddress ADA = new EmailAddress("ada@engines.invalid");

  private HttpServer server;

  @BeforeEach
  void a_domain_has_settings() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/engines.invalid/config",
        exchange -> {
          var bytes =
              """
              <clientConfig><emailProvider>
              <incomingServer type="imap"><hostname>in.engines.invalid</hostname><port>993</port>
              <socketType>SSL</socketType><username>%EMAILADDRESS%</username></incomingServer>
              <outgoingServer type="smtp"><hostname>out.engines.invalid</hostname><port>465</port>
              <socketType>SSL</socketType></outgoingServer>
              </emailProvider></clientConfig>
              """
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void it_stops() {
    server.stop(0);
  }

  @Test
  void what_a_domain_tells_mail_programs_is_found() {
    var search = search(true);

    assertThat(search.find(ADA))
        .hasValueSatisfying(found -> {
          assertThat(found.imap().host()).isEqualTo("in.engines.invalid");
          assertThat(found.smtp().port()).isEqualTo(465);
          assertThat(found.login()).isEqualTo("ada@engines.invalid");
        });
  }

  @Test
  void the_way_out_is_the_guarded_one() {
    assertThat(search(false).find(ADA)).isEmpty();
  }

  private ServerSearch search(boolean insideToo) {
    var places = "http://127.0.0.1:%d/%%s/".formatted(server.getAddress().getPort());
    return new ServerSearch(
        new Providers(),
        new HttpGateway(new HttpSettings(insideToo, Duration.ofSeconds(2))),
        List.of(places + "nothing", places + "config"));
  }
}
