package io.politely.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.politely.accounts.Token;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/**
 * Somebody with a browser that knows no scripts: keeps cookies, opens pages, sends the forms that
 * it finds there. Follows no redirect by itself.
 */
@Edge
public final class Visitor {

  private final URI server;
  private final HttpClient http;

  private Visitor(int port, InetAddress from) {
    this.server = URI.create("http://127.0.0.1:" + port);
    this.http =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).localAddress(from).build();
  }

  /** A visitor without any cookie. */
  public static Visitor of(int port) {
    return new Visitor(port, InetAddress.getLoopbackAddress());
  }

  /** The same from another of the loopback addresses: {@code 127.0.0.} and {@code number}. */
  public static Visitor from(int number, int port) {
    try {
      return new Visitor(port, InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) number}));
    } catch (UnknownHostException fourBytesAreAnAddress) {
      throw new IllegalStateException(fourBytesAreAnAddress);
    }
  }

  /** The same, after signing in by a link. */
  public Visitor signedInBy(Token link) {
    var answer = submit(open("/sign-in/" + link.text()), "form[action=/sessions]", Map.of());
    if (answer.status() != 303) {
      throw new IllegalStateException("Signing in by link answered " + answer.status());
    }
    return this;
  }

  /** Opens a page. */
  public Shown open(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).GET());
  }

  /** The bytes of a file. */
  public byte[] download(String path) {
    try {
      return http.send(
              HttpRequest.newBuilder(server.resolve(path)).GET().build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks for the headers of a page only. */
  public Shown head(String path) {
    return send(HttpRequest.newBuilder(server.resolve(path)).HEAD());
  }

  /**
   * Sends the one form of a page that the selector names, with some fields filled in: of several
   * with one name, the first.
   */
  public Shown submit(Shown page, String selector, Map<String, String> entered) {
    var forms = page.document().select(selector);
    if (forms.size() != 1 || !(forms.first() instanceof FormElement form)) {
      throw new IllegalArgumentException(
          forms.size() + " forms for " + selector + " in\n" + page.document());
    }
    return submit(form, entered);
  }

  /** Sends a form as it is, with some fields filled in. */
  public Shown submit(FormElement form, Map<String, String> entered) {
    var left = new LinkedHashMap<>(entered);
    var fields = new ArrayList<Map.Entry<String, String>>();
    for (var field : form.formData()) {
      var typed = left.remove(field.key());
      fields.add(Map.entry(field.key(), typed == null ? field.value() : typed));
    }
    fields.addAll(left.entrySet());
    return post(form.attr("action"), fields);
  }

  /** Sends fields to a path, whatever page offered that. */
  public Shown post(String path, Map<String, String> fields) {
    return post(path, fields.entrySet());
  }

  private Shown post(String path, Collection<Map.Entry<String, String>> fields) {
    var body =
        fields.stream()
            .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
            .collect(joining("&"));
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends the one form of a page that the selector names, with one file. */
  public Shown upload(Shown page, String selector, String field, String name, String content) {
    var forms = page.document().select(selector);
    if (forms.size() != 1) {
      throw new IllegalArgumentException(forms.size() + " forms for " + selector);
    }
    var body =
        "--edge\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n--edge--\r\n"
            .formatted(field, name, content);
    return send(
        HttpRequest.newBuilder(server.resolve(forms.attr("action")))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Sends the one form of a page that the selector names as a browser does, files included. */
  public Shown submitWithFiles(
      Shown page, String selector, Map<String, String> entered, Map<String, String> files) {
    var forms = page.document().select(selector);
    if (forms.size() != 1 || !(forms.first() instanceof FormElement form)) {
      throw new IllegalArgumentException(forms.size() + " forms for " + selector);
    }
    var fields = new LinkedHashMap<String, String>();
    form.formData().forEach(field -> fields.put(field.key(), field.value()));
    fields.remove("file");
    fields.putAll(entered);
    var body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(
            "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value)));
    files.forEach((name, content) ->
        body.append(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, content)));
    return send(
        HttpRequest.newBuilder(server.resolve(form.attr("action")))
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body.append("--edge--\r\n").toString())));
  }

  private Shown send(HttpRequest.Builder request) {
    try {
      return new Shown(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** What came back. */
  public record Shown(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    public List<String> cookies() {
      return response.headers().allValues("set-cookie");
    }

    /** Where a redirect leads, or "". */
    public String location() {
      return header("location").orElse("");
    }

    public Document document() {
      return Jsoup.parse(response.body());
    }

    /** What a reader sees of the main part. */
    public String text() {
      return document().select("main").text();
    }
  }
}
