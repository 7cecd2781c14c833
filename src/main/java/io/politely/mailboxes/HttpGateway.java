package io.politely.mailboxes;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * The one way out for HTTP: to public addresses by TLS, no redirects, a short answer in a short
 * time. That the name stays the same between the look at its address and the connection is ensured
 * by the certificate: nobody inside has one for a public name.
 */
@Component
class HttpGateway {

  private static final int LONGEST_ANSWER = 1 << 20;

  private final HttpSettings settings;

  HttpGateway(HttpSettings settings) {
    this.settings = settings;
  }

  /** What came back. */
  record Answer(int status, String body) {}

  /** Sends a form, and returns what came back, whatever its status. */
  Answer post(URI to, String form) throws IOException, InterruptedException {
    return ask(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Asks for what lies at an address, and returns what came back, whatever its status. */
  Answer get(URI from) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(from).GET());
  }

  private Answer ask(HttpRequest.Builder question) throws IOException, InterruptedException {
    var request = question.timeout(settings.patience()).build();
    refuseInside(request.uri());
    try (var client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.patience())
            .build()) {
      var answer = client.send(request, BodyHandlers.ofInputStream());
      return new Answer(answer.statusCode(), beginning(answer));
    }
  }

  private static String beginning(HttpResponse<InputStream> answer) throws IOException {
    try (var body = answer.body()) {
      return new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
    }
  }

  private void refuseInside(URI to) throws IOException {
    if (settings.insideToo()) {
      return;
    }
    if (!"https".equals(to.getScheme()) || to.getHost() == null || to.getUserInfo() != null) {
      throw new IOException("Only addresses that begin with https are asked.");
    }
    for (var address : InetAddress.getAllByName(to.getHost())) {
      if (isInside(address)) {
        throw new IOException("%s lies in a private network.".formatted(to.getHost()));
      }
    }
  }

  private static boolean isInside(InetAddress address) {
    var bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean sharedByProvider =
        bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // RFC 6598
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || sharedByProvider;
  }
}
