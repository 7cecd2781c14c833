package io.politely.mailboxes;

import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.Server.Security;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The settings that a domain keeps for mail programs, in the format of Mozilla's autoconfiguration
 * (config-v1.1). The parser knows no entities of a document's own and fetches nothing.
 */
final class AutoconfigRules {

  /** Such a file has some kilobytes. */
  private static final int LONGEST = 64 * 1024;

  private static final int LONGEST_LOGIN = 320;

  private AutoconfigRules() {}

  /** The first servers for reading and sending that protect the connection. */
  static Optional<FoundServers> read(String xml, EmailAddress address) {
    if (xml.length() > LONGEST) {
      return Optional.empty();
    }
    var document = Jsoup.parse(xml, "", Parser.xmlParser());
    var imap = document.select("clientConfig > emailProvider > incomingServer[type=imap]");
    var smtp = document.select("clientConfig > emailProvider > outgoingServer[type=smtp]");
    return imap.stream()
        .flatMap(reading ->
            server(reading).stream()
                .flatMap(reads ->
                    smtp.stream()
                        .flatMap(sending -> server(sending).stream())
                        .limit(1)
                        .map(sends ->
                            new FoundServers(
                                reads,
                                sends,
                                login(text(reading, "username"), address),
                                "%s tells mail programs to use them.".formatted(address.domain()),
                                "",
                                "own",
                                false))))
        .findFirst();
  }

  private static Optional<Server> server(Element element) {
    try {
      var security =
          switch (text(element, "socketType")) {
            case "SSL" -> Security.TLS;
            case "STARTTLS" -> Security.STARTTLS;
            default ->
                throw new IllegalArgumentException("Passwords do not go without protection.");
          };
      return Optional.of(
          new Server(text(element, "hostname"), Integer.parseInt(text(element, "port")), security));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what a domain tells may be anything
    }
  }

  /** A pattern like {@code %EMAILLOCALPART%}; "" where it is none that says something. */
  private static String login(String pattern, EmailAddress address) {
    var whole = address.value();
    var login =
        pattern
            .replace("%EMAILADDRESS%", whole)
            .replace("%EMAILLOCALPART%", whole.substring(0, whole.lastIndexOf('@')))
            .replace("%EMAILDOMAIN%", address.domain());
    return login.length() > LONGEST_LOGIN || !login.matches("[\\x21-\\x7e&&[^%]]+") ? "" : login;
  }

  private static String text(Element element, String name) {
    var child = element.selectFirst("> " + name);
    return child == null ? "" : child.text().strip();
  }
}
