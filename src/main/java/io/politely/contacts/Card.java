package io.politely.contacts;

import static com.github.mangstadt.vinnie.io.VObjectPropertyValues.parseList;
import static com.github.mangstadt.vinnie.io.VObjectPropertyValues.parseSemiStructured;
import static com.github.mangstadt.vinnie.io.VObjectPropertyValues.unescape;

import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A card while it is read: its lines by their names. */
@Edge
final class Card {

  private static final int MOST_OF_A_KIND = 100;

  private final Map<String, List<String>> lines = new HashMap<>();

  void add(String name, String value) {
    var values = lines.computeIfAbsent(name.toUpperCase(Locale.ROOT), _ -> new ArrayList<>());
    if (values.size() < MOST_OF_A_KIND) {
      values.add(value);
    }
  }

  Contact contact() {
    return new Contact(
        name(),
        texts("EMAIL")
            .map(mail -> mail.replaceFirst("(?i)^mailto:", ""))
            .flatMap(mail -> EmailAddress.parse(mail).stream())
            .toList(),
        raw("ORG").flatMap(org -> parseSemiStructured(org).stream()).findFirst().orElse(""),
        Stream.concat(texts("TITLE"), texts("ROLE")).findFirst().orElse(""),
        texts("TEL").map(phone -> phone.replaceFirst("(?i)^tel:", "")).toList(),
        // Telephones write profiles under a name of their own.
        Stream.of("URL", "X-SOCIALPROFILE", "SOCIALPROFILE").flatMap(this::texts).toList(),
        String.join("\n\n", texts("NOTE").toList()),
        raw("CATEGORIES").flatMap(tags -> parseList(tags).stream()).toList(),
        null);
  }

  /** As the card writes it whole, or put together from its parts: family name, first names. */
  private String name() {
    return texts("FN")
        .findFirst()
        .or(this::fromParts)
        .or(() -> texts("NICKNAME").findFirst())
        .orElse("");
  }

  private Optional<String> fromParts() {
    return raw("N")
        .map(parts -> parseSemiStructured(parts))
        .filter(parts -> !parts.isEmpty())
        .map(parts ->
            String.join(
                " ",
                Stream.concat(parts.stream().skip(1).limit(2), Stream.of(parts.getFirst()))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList()))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  private Stream<String> texts(String name) {
    return raw(name).map(value -> unescape(value).strip()).filter(text -> !text.isEmpty());
  }

  private Stream<String> raw(String name) {
    return lines.getOrDefault(name, List.of()).stream();
  }
}
