package io.politely.contacts;

import static com.github.mangstadt.vinnie.io.VObjectPropertyValues.escape;
import static com.github.mangstadt.vinnie.io.VObjectPropertyValues.writeList;
import static com.github.mangstadt.vinnie.io.VObjectPropertyValues.writeSemiStructured;
import static java.util.stream.Collectors.joining;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.io.VObjectWriter;
import io.politely.contacts.OwnField.Value;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes cards, vCard 3.0 (RFC 2426). */
@Edge
final class CardWriter implements ContactWriter {

  private final VObjectWriter cards;

  CardWriter(Writer out) {
    cards = new VObjectWriter(out, SyntaxStyle.NEW);
  }

  @Override
  public void write(Contact contact, Map<UUID, Value> own) throws IOException {
    cards.writeBeginComponent("VCARD");
    cards.writeVersion("3.0");
    cards.writeProperty("FN", escape(contact.name()));
    cards.writeProperty("N", writeSemiStructured(parts(contact.name()), true, true));
    for (var mail : contact.mail()) {
      cards.writeProperty("EMAIL", escape(mail.value()));
    }
    for (var phone : contact.phones()) {
      cards.writeProperty("TEL", escape(phone));
    }
    text("ORG", contact.company());
    text("TITLE", contact.title());
    for (var link : contact.links()) {
      cards.writeProperty("URL", escape(link));
    }
    if (!contact.tags().isEmpty()) {
      cards.writeProperty("CATEGORIES", writeList(contact.tags()));
    }
    text("NOTE", note(contact.note(), own));
    cards.writeEndComponent("VCARD");
  }

  @Override
  public void flush() throws IOException {
    cards.flush();
  }

  /** Cards have no fields of anybody's own: a line of the note each. */
  private static String note(String note, Map<UUID, Value> own) {
    return Stream.concat(
            Stream.of(note),
            own.values().stream()
                .filter(value -> !value.words().isEmpty())
                .map(value -> value.field().name() + ": " + value.words())
                .sorted())
        .filter(line -> !line.isEmpty())
        .collect(joining("\n"));
  }

  private void text(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      cards.writeProperty(name, escape(value).replace("\n", "\\n"));
    }
  }

  /** Family name, given names, and the three parts of a name that nobody here tells apart. */
  private static List<String> parts(String name) {
    int last = name.lastIndexOf(' ');
    return List.of(name.substring(last + 1), last < 0 ? "" : name.substring(0, last), "", "", "");
  }
}
