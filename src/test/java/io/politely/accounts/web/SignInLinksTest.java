package io.politely.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Served;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class SignInLinksTest {

  @LocalServerPort private int port;

  @Test
  void where_no_key_was_set_nobody_gets_a_link() throws Exception {
    assertThat(ask("").statusCode()).isEqualTo(403);
    assertThat(ask("guessed").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> ask(String key) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in-links"))
            .header("X-Politely-Key", key)
            .POST(BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
