package io.politely.http;

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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * The one way out for HTTP: to public addresses by TLS, a short answer in a short time, redirects
 * only where they are asked for, and each looked at like the first address. That the name stays the
 * same between the look at its address and the connection is ensured by the certificate: nobody
 * inside has one for a public name.
 */
@Component
public class HttpGateway {

  private static final int LONGEST_ANSWER = 1 << 20;
  private static final int LONGEST_PAGE = 8 << 20;
  private static final int MOST_MOVES = 3;

  private final HttpSettings settings;

  public HttpGateway(HttpSettings settings) {
    this.settings = settings;
  }

  /** What came back. */
  public record Answer(int status, String body) {}

  /**
   * A file or page that came back.
   *
   * @param from where it lay in the end
   * @param bytes one character for each byte (ISO 8859-1)
   */
  public record Fetched(int status, URI from, String bytes) {}

  /** Sends a form, and returns what came back, whatever its status. */
  public Answer post(URI to, String form) throws IOException, InterruptedException {
    return ask(
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Asks for what lies at an address, and returns what came back, whatever its status. */
  public Answer get(URI from) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(from).GET());
  }

  /**
   * Fetches a page that somebody looks at in a browser, wherever it lies now.
   *
   * @return its first 8 MB
   * @throws IOException also where it moves more than three times
   */
  public Fetched fetch(URI page) throws IOException, InterruptedException {
    var at = page;
    for (int moved = 0; moved <= MOST_MOVES; moved++) {
      var request = HttpRequest.newBuilder(at).header("Accept", "text/html, application/pdf").GET();
      try (var client = client()) {
        var answer = send(client, request);
        var elsewhere = answer.headers().firstValue("Location");
        if (answer.statusCode() / 100 == 3 && elsewhere.isPresent()) {
          answer.body().close();
          at = resolved(at, elsewhere.get());
        } else {
          return new Fetched(
              answer.statusCode(),
              at,
              beginning(answer, LONGEST_PAGE, StandardCharsets.ISO_8859_1));
        }
      }
    }
    throw new IOException("It moved too often.");
  }

  private static URI resolved(URI from, String to) throws IOException {
    try {
      return from.resolve(to);
    } catch (IllegalArgumentException e) {
      throw new IOException("It moved to what is no address.", e);
    }
  }

  private Answer ask(HttpRequest.Builder question) throws IOException, InterruptedException {
    try (var client = client()) {
      var answer = send(client, question);
      return new Answer(
          answer.statusCode(), beginning(answer, LONGEST_ANSWER, StandardCharsets.UTF_8));
    }
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(Redirect.NEVER)
        .connectTimeout(settings.patience())
        .build();
  }

  private HttpResponse<InputStream> send(HttpClient client, HttpRequest.Builder question)
      throws IOException, InterruptedException {
    var request = question.timeout(settings.patience()).build();
    refuseInside(request.uri());
    return client.send(request, BodyHandlers.ofInputStream());
  }

  private static String beginning(HttpResponse<InputStream> answer, int longest, Charset charset)
      throws IOException {
    try (var body = answer.body()) {
      return new String(body.readNBytes(longest), charset);
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
