package io.politely.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.calendar.ServerChanges.Item;
import io.politely.http.HttpGateway;
import io.politely.http.HttpGateway.Question;
import io.politely.http.HttpGateway.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.springframework.stereotype.Component;

/**
 * Speaks CalDAV (RFC 4791) with a server: finds its calendars, tells what is different there (RFC
 * 6578 where the server offers it), writes and removes files. A password goes to the origin it was
 * given for, and nowhere else.
 */
@Component
public class CalDavGateway {

  private static final int FILES_AT_ONCE = 100;
  private static final int MOST_FILES = 20_000;
  private static final int MOST_CALENDARS = 50;
  private static final String SYNC = "sync:";
  private static final String STATE = "state:";
  private static final String NAMESPACES =
      "xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\""
          + " xmlns:s=\"http://calendarserver.org/ns/\"";

  private final HttpGateway http;

  CalDavGateway(HttpGateway http) {
    this.http = http;
  }

  /**
   * The calendars that somebody has on a server.
   *
   * @param address of the server, of a principal or of a calendar
   * @throws IOException with a sentence for the user
   */
  public List<ServerCalendar> discover(URI address, ServerLogin login)
      throws IOException, InterruptedException {
    var asked =
        propfind(
            address,
            login,
            0,
            "<d:current-user-principal/><c:calendar-home-set/><d:resourcetype/><d:displayname/>");
    if (asked.status() == 401 || asked.status() == 403) {
      throw new IOException("The server does not accept this name and password.");
    }
    if (asked.status() != 207) {
      var known = address.resolve("/.well-known/caldav");
      if (!known.equals(address)) {
        return discover(wellKnown(known, login), login);
      }
      throw new IOException("There is no calendar server at this address.");
    }
    var here = responses(asked, address);
    var calendars = calendars(here);
    if (!calendars.isEmpty()) {
      return calendars;
    }
    var home = href(here, "calendar-home-set", address);
    if (home.isEmpty()) {
      var principal = href(here, "current-user-principal", address);
      if (principal.isEmpty()) {
        throw new IOException("The server does not say where its calendars are.");
      }
      home =
          href(
              responses(
                  propfind(principal.get(), login, 0, "<c:calendar-home-set/>"), principal.get()),
              "calendar-home-set",
              principal.get());
    }
    if (home.isEmpty()) {
      throw new IOException("The server does not say where its calendars are.");
    }
    return calendars(
        responses(
            propfind(
                home.get(),
                login,
                1,
                "<d:resourcetype/><d:displayname/><c:supported-calendar-component-set/>"),
            home.get()));
  }

  /** Where a server says that its calendars begin, on its own origin. */
  private URI wellKnown(URI known, ServerLogin login) throws IOException, InterruptedException {
    var reply = propfind(known, login, 0, "<d:current-user-principal/>");
    if (reply.status() / 100 == 3 && !reply.header("location").isEmpty()) {
      return within(known, reply.header("location"));
    }
    if (reply.status() == 207) {
      return known;
    }
    throw new IOException("There is no calendar server at this address.");
  }

  /**
   * What is different on a calendar since it was last asked.
   *
   * @param mark what it said then, or ""
   * @param known versions by where they lie
   */
  ServerChanges changes(URI calendar, ServerLogin login, String mark, Map<String, String> known)
      throws IOException, InterruptedException {
    var state =
        responses(
            checked(
                propfind(
                    calendar, login, 0, "<s:getctag/><d:sync-token/><d:supported-report-set/>")),
            calendar);
    var token = text(state, "sync-token");
    if (mark.startsWith(SYNC) && !token.isEmpty()) {
      var since = since(calendar, login, mark.substring(SYNC.length()));
      if (since.isPresent()) {
        return since.get();
      }
    }
    var now = token.isEmpty() ? STATE + text(state, "getctag") : SYNC + token;
    if (mark.equals(now) && !now.equals(STATE)) {
      return new ServerChanges(List.of(), Set.of(), mark);
    }
    return listed(calendar, login, now, known);
  }

  /** Writes a file; only over the version that is known, or where there is none. */
  String put(URI file, ServerLogin login, String etag, byte[] calendar)
      throws IOException, InterruptedException {
    var headers = headers(login);
    headers.put("Content-Type", "text/calendar; charset=utf-8");
    if (etag.isEmpty()) {
      headers.put("If-None-Match", "*");
    } else {
      headers.put("If-Match", etag);
    }
    var reply = http.ask(new Question("PUT", file, headers, new String(calendar, UTF_8)));
    if (reply.status() == 412 && etag.isEmpty()) {
      throw new FileAlreadyExistsException(file.toString());
    }
    if (reply.status() == 412) {
      throw new IOException("It was changed on the server meanwhile: read it again first.");
    }
    if (reply.status() / 100 != 2) {
      throw new IOException(refusal(reply.status()));
    }
    return reply.header("etag");
  }

  /** Removes a file; what is gone already is removed. */
  void delete(URI file, ServerLogin login) throws IOException, InterruptedException {
    var reply = http.ask(new Question("DELETE", file, headers(login), ""));
    if (reply.status() / 100 != 2 && reply.status() != 404) {
      throw new IOException(refusal(reply.status()));
    }
  }

  /** What changed since a token; empty where the server does not know it any more. */
  private Optional<ServerChanges> since(URI calendar, ServerLogin login, String token)
      throws IOException, InterruptedException {
    var reply =
        report(
            calendar,
            login,
            1,
            "<d:sync-collection %s><d:sync-token>%s</d:sync-token><d:sync-level>1</d:sync-level>"
                    .formatted(NAMESPACES, token.replace("&", "&amp;").replace("<", "&lt;"))
                + "<d:prop><d:getetag/></d:prop></d:sync-collection>");
    if (reply.status() != 207) {
      return Optional.empty();
    }
    var changed = new LinkedHashMap<String, String>();
    var gone = new HashSet<String>();
    for (var response : responses(reply, calendar).values()) {
      if (isGone(response)) {
        gone.add(response.href().getPath());
      } else if (!text(response, "getetag").isEmpty()) {
        changed.put(response.href().getPath(), text(response, "getetag"));
      }
    }
    var next = first(xml(reply), "sync-token").map(Element::text).orElse("");
    return next.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServerChanges(files(calendar, login, changed), gone, SYNC + next));
  }

  private ServerChanges listed(
      URI calendar, ServerLogin login, String mark, Map<String, String> known)
      throws IOException, InterruptedException {
    var there =
        responses(checked(propfind(calendar, login, 1, "<d:getetag/><d:resourcetype/>")), calendar);
    var changed = new LinkedHashMap<String, String>();
    var present = new HashSet<String>();
    for (var response : there.values()) {
      var etag = text(response, "getetag");
      var path = response.href().getPath();
      if (path.equals(calendar.getPath()) || path.endsWith("/") || etag.isEmpty()) {
        continue;
      }
      present.add(path);
      if (!etag.equals(known.get(path))) {
        changed.put(path, etag);
      }
    }
    if (present.size() > MOST_FILES) {
      throw new IOException("The calendar holds more than 20,000 events.");
    }
    var gone = new HashSet<>(known.keySet());
    gone.removeAll(present);
    return new ServerChanges(files(calendar, login, changed), gone, mark);
  }

  private List<Item> files(URI calendar, ServerLogin login, Map<String, String> etags)
      throws IOException, InterruptedException {
    var files = new ArrayList<Item>();
    var paths = List.copyOf(etags.keySet());
    for (int from = 0; from < paths.size(); from += FILES_AT_ONCE) {
      var some = paths.subList(from, Math.min(paths.size(), from + FILES_AT_ONCE));
      var hrefs = new StringBuilder();
      for (var path : some) {
        hrefs.append("<d:href>").append(raw(path)).append("</d:href>");
      }
      var reply =
          checked(
              report(
                  calendar,
                  login,
                  1,
                  "<c:calendar-multiget %s><d:prop><d:getetag/><c:calendar-data/></d:prop>%s"
                          .formatted(NAMESPACES, hrefs)
                      + "</c:calendar-multiget>"));
      for (var response : responses(reply, calendar).values()) {
        var data = first(response.element(), "calendar-data");
        var path = response.href().getPath();
        if (data.isPresent() && etags.containsKey(path)) {
          files.add(
              new Item(path, text(response, "getetag"), data.get().wholeText().getBytes(UTF_8)));
        }
      }
    }
    return files;
  }

  private static String raw(String path) throws IOException {
    try {
      return new URI(null, null, path, null)
          .getRawPath()
          .replace("&", "&amp;")
          .replace("<", "&lt;");
    } catch (URISyntaxException e) {
      throw new IOException("The server names a file that has no address.", e);
    }
  }

  private Reply propfind(URI at, ServerLogin login, int depth, String properties)
      throws IOException, InterruptedException {
    return xml(
        "PROPFIND",
        at,
        login,
        depth,
        "<d:propfind %s><d:prop>%s</d:prop></d:propfind>".formatted(NAMESPACES, properties));
  }

  private Reply report(URI at, ServerLogin login, int depth, String body)
      throws IOException, InterruptedException {
    return xml("REPORT", at, login, depth, body);
  }

  private Reply xml(String method, URI at, ServerLogin login, int depth, String body)
      throws IOException, InterruptedException {
    var headers = headers(login);
    headers.put("Depth", String.valueOf(depth));
    headers.put("Content-Type", "application/xml; charset=utf-8");
    return http.ask(
        new Question(method, at, headers, "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + body));
  }

  private static Map<String, String> headers(ServerLogin login) {
    var headers = new HashMap<String, String>();
    if (!login.name().isEmpty()) {
      var pair = (login.name() + ":" + login.password()).getBytes(UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    return headers;
  }

  private static Reply checked(Reply reply) throws IOException {
    if (reply.status() != 207) {
      throw new IOException(refusal(reply.status()));
    }
    return reply;
  }

  private static String refusal(int status) {
    return switch (status) {
      case 401, 403 -> "The server does not accept this name and password.";
      case 404, 410 -> "The calendar is no longer on its server.";
      default -> "The server answered with %d.".formatted(status);
    };
  }

  /** What a server says of one address. */
  private record Response(URI href, Element element) {}

  private static Element xml(Reply reply) {
    return Jsoup.parse(reply.text(), "", Parser.xmlParser());
  }

  private static Map<URI, Response> responses(Reply reply, URI asked) throws IOException {
    var all = new LinkedHashMap<URI, Response>();
    for (var element : named(xml(reply), "response")) {
      var href = first(element, "href");
      if (href.isPresent()) {
        var at = within(asked, href.get().text().strip());
        all.put(at, new Response(at, element));
      }
    }
    return all;
  }

  /** An address that a server names, on its own origin. */
  private static URI within(URI asked, String named) throws IOException {
    try {
      var at = asked.resolve(named.replace(" ", "%20"));
      if (origin(at).equals(origin(asked))) {
        return at;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("The server names a place that has no address.", e);
    }
    throw new IOException("The server names a place on another one.");
  }

  private static String origin(URI address) {
    return (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
  }

  private static List<ServerCalendar> calendars(Map<URI, Response> responses) {
    return responses.values().stream()
        .filter(it ->
            first(it.element(), "resourcetype")
                .flatMap(kind -> first(kind, "calendar"))
                .isPresent())
        .filter(CalDavGateway::holdsEvents)
        .limit(MOST_CALENDARS)
        .map(it ->
            new ServerCalendar(
                it.href(),
                text(it, "displayname").isEmpty() ? "Calendar" : text(it, "displayname")))
        .toList();
  }

  private static boolean holdsEvents(Response response) {
    var kinds = first(response.element(), "supported-calendar-component-set");
    return kinds.isEmpty()
        || named(kinds.get(), "comp").isEmpty()
        || named(kinds.get(), "comp").stream().anyMatch(it -> it.attr("name").equals("VEVENT"));
  }

  private static boolean isGone(Response response) {
    return response.element().children().stream()
        .anyMatch(it -> isNamed(it, "status") && it.text().contains(" 404"));
  }

  private static Optional<URI> href(Map<URI, Response> responses, String property, URI asked)
      throws IOException {
    for (var response : responses.values()) {
      var href = first(response.element(), property).flatMap(it -> first(it, "href"));
      if (href.isPresent()) {
        return Optional.of(within(asked, href.get().text().strip()));
      }
    }
    return Optional.empty();
  }

  private static String text(Map<URI, Response> responses, String property) {
    return responses.values().stream()
        .map(it -> text(it, property))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String text(Response response, String property) {
    return first(response.element(), property).map(it -> it.text().strip()).orElse("");
  }

  private static Optional<Element> first(Element within, String name) {
    return named(within, name).stream().findFirst();
  }

  private static List<Element> named(Element within, String name) {
    return within.getAllElements().stream()
        .skip(1) // itself
        .filter(it -> isNamed(it, name))
        .toList();
  }

  /** Servers call the namespaces as they like. */
  private static boolean isNamed(Element element, String name) {
    var tag = element.tagName();
    return tag.substring(tag.indexOf(':') + 1).equalsIgnoreCase(name);
  }
}
