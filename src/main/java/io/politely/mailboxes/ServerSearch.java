package io.politely.mailboxes;

import io.politely.http.HttpGateway;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.Server.Security;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds the servers of an address: a known provider by its domain, else by its mail exchanger, else
 * what the domain itself announces (RFC 6186, RFC 8314), else the settings that it keeps for mail
 * programs, else names that are usual and answer. Asks the network only when a user asks for it,
 * and only about that user's own domain.
 */
@Component
public class ServerSearch {

  private static final int PATIENCE_MILLIS = 2_000;
  private static final List<String> USUAL_IMAP = List.of("imap.", "mail.", "");
  private static final List<String> USUAL_SMTP = List.of("smtp.", "mail.", "");

  /** Where a domain keeps settings for mail programs; the address itself is not told. */
  private static final List<String> PLACES =
      List.of(
          "https://autoconfig.%s/mail/config-v1.1.xml",
          "https://%s/.well-known/autoconfig/mail/config-v1.1.xml");

  private final Providers providers;
  private final HttpGateway http;
  private final List<String> places;

  @Autowired
  ServerSearch(Providers providers, HttpGateway http) {
    this(providers, http, PLACES);
  }

  /** With places of a test. */
  ServerSearch(Providers providers, HttpGateway http, List<String> places) {
    this.providers = providers;
    this.http = http;
    this.places = List.copyOf(places);
  }

  /** The likely servers of an address; empty where nothing was found. */
  public Optional<FoundServers> find(EmailAddress address) {
    var domain = address.domain();
    return providers
        .of(domain)
        .map(known -> FoundServers.of(known, "%s is known.".formatted(known.name())))
        .or(() -> byExchanger(domain))
        .or(() -> announced(domain))
        .or(() -> configured(address))
        .or(() -> usual(domain));
  }

  private Optional<FoundServers> byExchanger(String domain) {
    return records(domain, "MX").stream()
        .map(record -> lastWord(record))
        .flatMap(host -> providers.behind(host).stream())
        .findFirst()
        .map(known ->
            FoundServers.of(known, "%s exchanges mail for %s.".formatted(known.name(), domain)));
  }

  private static Optional<FoundServers> announced(String domain) {
    var imap = service("_imaps._tcp." + domain, Security.TLS);
    var smtp =
        service("_submissions._tcp." + domain, Security.TLS)
            .or(() -> service("_submission._tcp." + domain, Security.STARTTLS));
    return imap.flatMap(reads ->
        smtp.map(sends ->
            new FoundServers(
                reads, sends, "", "%s announces them.".formatted(domain), "", "own", false)));
  }

  /** "priority weight port host."; the lowest priority first. A host of "." says there is none. */
  private static Optional<Server> service(String name, Security security) {
    return records(name, "SRV").stream()
        .map(record -> record.split(" "))
        .filter(words -> words.length == 4 && !words[3].equals("."))
        .min(Comparator.comparingInt(words -> Integer.parseInt(words[0])))
        .flatMap(words -> server(withoutDot(words[3]), Integer.parseInt(words[2]), security));
  }

  private Optional<FoundServers> configured(EmailAddress address) {
    return places.stream()
        .flatMap(place -> settings(place.formatted(address.domain())).stream())
        .flatMap(settings -> AutoconfigRules.read(settings, address).stream())
        .findFirst();
  }

  private Optional<String> settings(String place) {
    try {
      var answer = http.get(URI.create(place));
      return answer.status() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // nothing there: the next way is tried
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<FoundServers> usual(String domain) {
    var imap = answering(domain, USUAL_IMAP, List.of(new Port(993, Security.TLS)));
    var smtp =
        answering(
            domain,
            USUAL_SMTP,
            List.of(new Port(465, Security.TLS), new Port(587, Security.STARTTLS)));
    return imap.flatMap(reads ->
        smtp.map(sends ->
            new FoundServers(
                reads, sends, "", "They answer, and have usual names.", "", "own", false)));
  }

  private record Port(int number, Security security) {}

  private static Optional<Server> answering(
      String domain, List<String> prefixes, List<Port> ports) {
    for (var port : ports) {
      for (var prefix : prefixes) {
        var server = server(prefix + domain, port.number(), port.security());
        if (server.isPresent() && answers(server.get())) {
          return server;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean answers(Server server) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Server> server(String host, int port, Security security) {
    try {
      return Optional.of(new Server(host, port, security));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what a domain announces may be anything
    }
  }

  // Records of the name service are text; nothing is deserialized. The interface wants a Hashtable.
  @SuppressWarnings({"BanJNDI", "JdkObsolete"})
  private static List<String> records(String name, String type) {
    var settings = new Hashtable<String, String>();
    settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    settings.put("com.sun.jndi.dns.timeout.initial", "1000");
    settings.put("com.sun.jndi.dns.timeout.retries", "1");
    var found = new ArrayList<String>();
    try {
      var context = new InitialDirContext(settings);
      try {
        var records = context.getAttributes(name, new String[] {type}).get(type);
        for (int i = 0; records != null && i < Math.min(records.size(), 20); i++) {
          found.add(String.valueOf(records.get(i)).toLowerCase(Locale.ROOT));
        }
      } finally {
        context.close();
      }
    } catch (NamingException e) {
      return List.of(); // no such record, or no network: the next way is tried
    }
    return found;
  }

  private static String lastWord(String record) {
    return withoutDot(record.substring(record.lastIndexOf(' ') + 1));
  }

  private static String withoutDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
