package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** As much of a CalDAV server as is asked of one, with or without RFC 6578. */
public final class SmallCalDavServer implements AutoCloseable {

  private static final String CALENDAR = "/dav/ada/days/";

  private final HttpServer server;
  private final boolean tellsChanges;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> changed = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  public SmallCalDavServer(boolean tellsChanges) throws IOException {
    this.tellsChanges = tellsChanges;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:%d/dav/".formatted(server.getAddress().getPort()));
  }

  public URI calendar() {
    return address().resolve(CALENDAR);
  }

  public synchronized void put(String name, byte[] file) {
    files.put(CALENDAR + name, new String(file, UTF_8));
    changed.add(CALENDAR + name);
  }

  public synchronized void delete(String name) {
    files.remove(CALENDAR + name);
    changed.add(CALENDAR + name);
  }

  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var path = exchange.getRequestURI().getPath();
      asked.add(exchange.getRequestMethod());
      var login = "Basic " + Base64.getEncoder().encodeToString("ada:secret".getBytes(UTF_8));
      if (!login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "PROPFIND" -> multistatus(exchange, propfind(exchange, path));
        case "REPORT" -> {
          if (body.contains("sync-collection")) {
            multistatus(exchange, since(body));
          } else {
            multistatus(exchange, named(body));
          }
        }
        case "PUT" -> {
          var known = files.get(path);
          var ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
          if (ifMatch == null ? known != null : known == null || !ifMatch.equals(etag(known))) {
            exchange.sendResponseHeaders(412, -1);
            return;
          }
          files.put(path, body);
          changed.add(path);
          exchange.getResponseHeaders().add("ETag", etag(body));
          exchange.sendResponseHeaders(201, -1);
        }
        case "DELETE" -> {
          changed.add(path);
          exchange.sendResponseHeaders(files.remove(path) == null ? 404 : 204, -1);
        }
        default -> exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private String propfind(HttpExchange exchange, String path) {
    boolean all = "1".equals(exchange.getRequestHeaders().getFirst("Depth"));
    return switch (path) {
      case "/dav/" ->
          response(path, "<current-user-principal><href>/dav/ada/</href></current-user-principal>");
      case "/dav/ada/" ->
          response(
                  path,
                  "<C:calendar-home-set><href>/dav/ada/</href></C:calendar-home-set>"
                      + "<resourcetype><collection/></resourcetype>")
              + (all
                  ? response(
                      CALENDAR,
                      "<displayname>Work &amp; play</displayname><resourcetype><collection/>"
                          + "<C:calendar/></resourcetype><C:supported-calendar-component-set>"
                          + "<C:comp name=\"VEVENT\"/></C:supported-calendar-component-set>")
                  : "");
      default ->
          response(
                  CALENDAR,
                  "<resourcetype><C:calendar/></resourcetype>"
                      + (tellsChanges ? "<sync-token>" + token() + "</sync-token>" : "")
                      + "<S:getctag>"
                      + files.hashCode()
                      + "</S:getctag>")
              + (all
                  ? String.join(
                      "",
                      files.entrySet().stream()
                          .map(it ->
                              response(
                                  it.getKey(), "<getetag>" + etag(it.getValue()) + "</getetag>"))
                          .toList())
                  : "");
    };
  }

  private String token() {
    return "http://example.org/sync?at=" + changed.size();
  }

  private String since(String body) {
    int from = Integer.parseInt(body.replaceAll("(?s).*at=(\\d+)<.*", "$1"));
    var answer = new StringBuilder();
    changed.stream()
        .skip(from)
        .distinct()
        .forEach(path ->
            answer.append(
                files.containsKey(path)
                    ? response(path, "<getetag>" + etag(files.get(path)) + "</getetag>")
                    : "<response><href>%s</href><status>HTTP/1.1 404 Not Found</status></response>"
                        .formatted(path)));
    return answer + "<sync-token>" + token() + "</sync-token>";
  }

  private String named(String body) {
    var answer = new StringBuilder();
    files.forEach((path, file) -> {
      if (body.contains(path)) {
        answer.append(
            response(
                path,
                "<getetag>%s</getetag><C:calendar-data><![CDATA[%s]]></C:calendar-data>"
                    .formatted(etag(file), file)));
      }
    });
    return answer.toString();
  }

  private static String etag(String file) {
    return "\"" + file.hashCode() + "\"";
  }

  private static String response(String path, String properties) {
    return ("<response><href>%s</href><propstat><prop>%s</prop><status>HTTP/1.1 200 OK</status>"
            + "</propstat></response>")
        .formatted(path, properties);
  }

  private static void multistatus(HttpExchange exchange, String responses) throws IOException {
    var bytes =
        ("<?xml version=\"1.0\"?><multistatus xmlns=\"DAV:\""
                + " xmlns:C=\"urn:ietf:params:xml:ns:caldav\""
                + " xmlns:S=\"http://calendarserver.org/ns/\">"
                + responses
                + "</multistatus>")
            .getBytes(UTF_8);
    exchange.sendResponseHeaders(207, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
