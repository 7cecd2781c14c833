package io.politely.evaluate;

import io.politely.mail.Mailbox;
import io.politely.mail.MessageParser;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParsedMessage;
import io.politely.mail.SourceItem.RawMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The messages of mailboxes, read by the product's own sources and parser. */
public final class Mailboxes {

  private static final MessageParser PARSER = new MessageParser();

  private Mailboxes() {}

  /** Hands out every message that can be parsed, in order. */
  public static void forEach(String file, Consumer<ParsedMessage> action) throws IOException {
    System.err.println("reading " + file);
    try (var mailbox = Mailbox.open(Path.of(file), "")) {
      for (var item = mailbox.next(); item.isPresent(); item = mailbox.next()) {
        if (item.get() instanceof RawMessage raw) {
          parse(raw.bytes()).ifPresent(action);
        }
      }
    }
  }

  /** A message from its bytes, empty where it is none. */
  public static Optional<ParsedMessage> parse(byte[] raw) {
    return PARSER.parse(raw, null) instanceof Parsed parsed
        ? Optional.of(parsed.message())
        : Optional.empty();
  }
}
