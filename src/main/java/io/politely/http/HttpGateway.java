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
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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
  private static final int LONGEST_FILE = 17 << 20;
  private static final int MOST_MOVES = 3;
  private static final Pattern WEBCAL = Pattern.compile("(?i)^webcals?://");

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

  /** What became of something that was sent. */
  public sealed interface Posted {

    /** It was answered, with whatever status. */
    record Answered(int status, String body) implements Posted {}

    /**
     * It was not.
     *
     * @param sentence why, for the user
     */
    record Failed(String sentence) implements Posted {}
  }

  /** More came back than is taken in. */
  public static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    TooLargeException(String sentence, Exception cause) {
      super(sentence, cause);
    }
  }

  /** Why something was not asked, or left, in a sentence for the user. */
  private static final class LeftException extends IOException {

    private static final long serialVersionUID = 1;

    LeftException(String sentence, @Nullable Exception cause) {
      super(sentence, cause);
    }
  }

  /**
   * Sends JSON to where the owner wants it.
   *
   * @param headers beside those that say what it is
   * @param insideToo whether that may be in a private network, and without TLS
   * @param patience for the whole answer
   */
  public Posted post(
      URI to, String json, Map<String, String> headers, boolean insideToo, Duration patience)
      throws InterruptedException {
    try {
      var question =
          HttpRequest.newBuilder(to)
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .POST(BodyPublishers.ofString(json));
      headers.forEach(question::header);
      var answer =
          ask(question.build(), LONGEST_ANSWER, insideToo || settings.insideToo(), patience);
      return new Posted.Answered(
          answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
    } catch (LeftException e) {
      return new Posted.Failed(String.valueOf(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      return new Posted.Failed(
          "%s could not be asked, or answered far too much.".formatted(to.getHost()));
    }
  }

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

  /**
   * A question in another method of HTTP, or with headers of its own.
   *
   * @param body "" for none
   */
  public record Question(String method, URI to, Map<String, String> headers, String body) {

    public Question {
      headers = Map.copyOf(headers);
    }
  }

  /** What came back for a question: bytes, and headers by their name in lower case. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Reply(int status, Map<String, String> headers, byte[] body) {

    public Reply {
      headers = Map.copyOf(headers);
    }

    /** A header, or "". */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** The body as text. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /**
   * Asks, and returns what came back, whatever its status: what moved is not followed, since the
   * question may hold a password.
   *
   * @throws IOException also where it is larger than 17 MB
   */
  public Reply ask(Question question) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(question.to())
            .method(
                question.method(),
                question.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(question.body()));
    question.headers().forEach(request::header);
    var answer = ask(request, LONGEST_FILE);
    var headers = new HashMap<String, String>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Reply(answer.statusCode(), headers, answer.body());
  }

  /**
   * Fetches a file that anybody may read, wherever it lies now.
   *
   * @param headers that say what is wanted, and what is known of it already
   * @throws IOException also where it is larger than 17 MB or moves more than three times
   */
  public Reply file(URI from, Map<String, String> headers)
      throws IOException, InterruptedException {
    var at = from;
    for (int moved = 0; moved <= MOST_MOVES; moved++) {
      var answer = ask(new Question("GET", at, headers, ""));
      if (answer.status() / 100 != 3 || answer.header("location").isEmpty()) {
        return answer;
      }
      at = resolved(at, answer.header("location"));
    }
    throw new IOException("It moved too often.");
  }

  private static URI resolved(URI from, String to) throws IOException {
    try {
      // Calendars are moved to addresses of their own kind, which are those of the web.
      var next = from.resolve(WEBCAL.matcher(to).replaceFirst("https://"));
      if (next.getHost() != null && Set.of("http", "https").contains(next.getScheme())) {
        return next;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("It moved to what is no address.", e);
    }
    throw new IOException("It moved to what is no address.");
  }

  private Answer ask(HttpRequest.Builder question) throws IOException, InterruptedException {
    var answer = ask(question, LONGEST_ANSWER);
    return new Answer(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
  }

  /** The patience is for the last byte, not the first: a server may drip for ever. */
  private HttpResponse<byte[]> ask(HttpRequest.Builder question, int longest)
      throws IOException, InterruptedException {
    return ask(question.build(), longest, settings.insideToo(), settings.patience());
  }

  private static HttpResponse<byte[]> ask(
      HttpRequest request, int longest, boolean insideToo, Duration patience)
      throws IOException, InterruptedException {
    if (!insideToo) {
      refuseInside(request.uri());
    }
    var client =
        HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(patience).build();
    try {
      return client
          .sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), longest))
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new LeftException("%s took too long.".formatted(request.uri().getHost()), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException problem) {
        throw isTooLarge(problem)
            ? new TooLargeException(
                "%s answered far too much.".formatted(request.uri().getHost()), problem)
            : problem;
      }
      throw new IOException("%s could not be asked.".formatted(request.uri().getHost()), e);
    } finally {
      client.shutdownNow();
    }
  }

  /** What the limit of an answer says where it is reached. */
  private static boolean isTooLarge(IOException problem) {
    return String.valueOf(problem.getMessage()).contains("exceeds capacity");
  }

  private static void refuseInside(URI to) throws IOException {
    if (!"https".equals(to.getScheme()) || to.getHost() == null || to.getUserInfo() != null) {
      throw new LeftException("Only addresses that begin with https are asked.", null);
    }
    for (var address : InetAddress.getAllByName(to.getHost())) {
      if (isInside(address)) {
        throw new LeftException("%s lies in a private network.".formatted(to.getHost()), null);
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
