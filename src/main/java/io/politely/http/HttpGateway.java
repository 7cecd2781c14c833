package io.politely.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
   * @throws IOException also where it is larger than 8 MB or moves more than three times
   */
  public Fetched fetch(URI page) throws IOException, InterruptedException {
    var at = page;
    for (int moved = 0; moved <= MOST_MOVES; moved++) {
      var request = HttpRequest.newBuilder(at).header("Accept", "text/html, application/pdf").GET();
      var answer = ask(request, LONGEST_PAGE);
      var elsewhere = answer.headers().firstValue("Location");
      if (answer.statusCode() / 100 != 3 || elsewhere.isEmpty()) {
        return new Fetched(
            answer.statusCode(), at, new String(answer.body(), StandardCharsets.ISO_8859_1));
      }
      at = resolved(at, elsewhere.get());
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
    var answer = ask(question, LONGEST_ANSWER);
    return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
  }

  /** The patience is for the last byte, not the first: a server may drip for ever. */
  private HttpResponse<byte[]> ask(HttpRequest.Builder question, int longest)
      throws IOException, InterruptedException {
    var request = question.build();
    refuseInside(request.uri());
    var client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(settings.patience())
            .build();
    try {
      return client
          .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest))
          .get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("%s took too long.".formatted(request.uri().getHost()), e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem
          ? problem
          : new IOException("%s could not be asked.".formatted(request.uri().getHost()), e);
    } finally {
      client.shutdownNow();
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
