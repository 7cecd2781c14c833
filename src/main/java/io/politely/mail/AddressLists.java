package io.politely.mail;

import io.politely.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Address headers: names with or without quotes, comments, groups, encoded words, missing brackets
 * and missing commas. What holds no address is left out.
 */
final class AddressLists {

  private static final int MOST = 2_000;

  private AddressLists() {}

  /** The mailboxes in the raw (not yet decoded) value of an address header. */
  static List<Correspondent> parse(String header) {
    List<Correspondent> found = new ArrayList<>();
    new Scanner(header, found).scan();
    return found;
  }

  /** Walks over the header once and cuts it into name and address at what is not quoted. */
  private static final class Scanner {
    private final String header;
    private final List<Correspondent> found;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private String angled = "";

    Scanner(String header, List<Correspondent> found) {
      this.header = header;
      this.found = found;
    }

    void scan() {
      int i = 0;
      while (i < header.length() && found.size() < MOST) {
        char c = header.charAt(i);
        i =
            switch (c) {
              case '"' -> quoted(i);
              case '(' -> comment(i);
              case '<' -> angle(i);
              case ',', ';' -> finish(i);
              case ':' -> group(i);
              default -> word(i);
            };
      }
      finish(header.length());
    }

    private int word(int at) {
      int end = at + 1;
      while (end < header.length() && "\"(<,;:".indexOf(header.charAt(end)) < 0) {
        end++;
      }
      words.append(header, at, end);
      return end;
    }

    private int quoted(int at) {
      int i = at + 1;
      var inside = new StringBuilder();
      while (i < header.length() && header.charAt(i) != '"') {
        if (header.charAt(i) == '\\' && i + 1 < header.length()) {
          i++;
        }
        inside.append(header.charAt(i++));
      }
      if (i >= header.length()) { // the closing quote is missing: it was no quote
        words.append(' ');
        return at + 1;
      }
      boolean localPart = i + 1 < header.length() && header.charAt(i + 1) == '@';
      words.append(localPart ? "\"" + inside + "\"" : inside);
      return i + 1;
    }

    private int comment(int at) {
      int depth = 0;
      for (int i = at; i < header.length(); i++) {
        char c = header.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '(') {
          depth++;
        } else if (c == ')' && --depth == 0) {
          if (comment.isEmpty()) {
            comment.append(header, at + 1, i);
          }
          return i + 1;
        }
      }
      return at + 1; // never closed
    }

    private int angle(int at) {
      int end = header.indexOf('>', at);
      int next = header.indexOf('<', at + 1);
      if (end < 0 || (next >= 0 && next < end)) { // "<ada@example.org, <grace@example.org>"
        int comma = header.indexOf(',', at);
        end = comma < 0 ? header.length() : comma;
        if (next >= 0 && next < end) {
          return at + 1;
        }
        angled = header.substring(at + 1, end);
        return end;
      }
      if (!angled.isEmpty()) { // "Ada <ada@example.org> Grace <grace@example.org>": no comma
        finish(at);
      }
      angled = header.substring(at + 1, end);
      return end + 1;
    }

    /** "undisclosed-recipients:;" or "Team: ada@…, grace@…;": the group's name says nothing. */
    private int group(int at) {
      if (words.indexOf("@") < 0) {
        words.setLength(0);
      } else {
        words.append(':');
      }
      return at + 1;
    }

    private int finish(int at) {
      if (!angled.isEmpty()) {
        address(angled).ifPresent(address -> found.add(new Correspondent(address, name(words))));
      } else if (words.indexOf("@") >= 0) {
        bare(words.toString().strip());
      }
      words.setLength(0);
      comment.setLength(0);
      angled = "";
      return at + 1;
    }

    /** Without brackets: one address, or several words of which some are addresses. */
    private void bare(String text) {
      var all = address(text);
      if (all.isPresent()) {
        found.add(new Correspondent(all.get(), name(comment)));
        return;
      }
      var before = new StringBuilder();
      for (var word : text.split("\\s+", -1)) {
        var address = word.indexOf('@') > 0 ? address(word) : Optional.<EmailAddress>empty();
        if (address.isPresent()) {
          found.add(new Correspondent(address.get(), name(before)));
          before.setLength(0);
        } else {
          before.append(word).append(' ');
        }
      }
    }

    private static Optional<EmailAddress> address(String text) {
      var plain = EncodedWords.decode(text).strip();
      if (plain.regionMatches(true, 0, "mailto:", 0, 7)) {
        plain = plain.substring(7);
      }
      int route = plain.lastIndexOf(':'); // <@relay.example.net:ada@example.org>
      if (plain.startsWith("@") && route > 0) {
        plain = plain.substring(route + 1);
      }
      plain = strip(plain);
      // "ada @ example.org" and folded addresses
      return EmailAddress.parse(
          plain.indexOf(' ') > 0 ? plain.replaceAll("\\s*@\\s*", "@") : plain);
    }

    private static String strip(String text) {
      int start = 0;
      int end = text.length();
      while (start < end && "'[<(\"`\0".indexOf(text.charAt(start)) >= 0) {
        start++;
      }
      while (end > start && "'>)\"`.,\0".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      boolean domainLiteral = text.indexOf("@[") >= 0;
      while (!domainLiteral && end > start && text.charAt(end - 1) == ']') {
        end--;
      }
      // A quoted local part keeps its quotes: "ada lovelace"@example.org
      return start == 1 && text.charAt(0) == '"' && text.contains("\"@")
          ? text.substring(0, end)
          : text.substring(start, end);
    }

    private String name(StringBuilder raw) {
      var text = raw.toString().isBlank() ? comment.toString() : raw.toString();
      return Headers.oneLine(unquoted(EncodedWords.decode(text)));
    }

    /** Names that came quoted inside an encoded word, or quoted twice. */
    private static String unquoted(String text) {
      var plain = text.strip();
      while (plain.length() >= 2
          && (plain.charAt(0) == '"' || plain.charAt(0) == '\'')
          && plain.charAt(plain.length() - 1) == plain.charAt(0)) {
        plain = plain.substring(1, plain.length() - 1).strip();
      }
      return plain;
    }
  }
}
