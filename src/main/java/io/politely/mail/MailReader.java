package io.politely.mail;

import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParseResult.Refused;
import io.politely.mail.SourceItem.RawMessage;
import io.politely.mail.SourceItem.Unreadable;
import io.politely.reading.Quotation;
import io.politely.reading.Reader;
import io.politely.reading.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes of what a mailbox hands out what the store keeps. Safe for several threads at once. */
@Component
class MailReader {

  private static final String NOTHING = "[]";
  private static final int QUOTED_KEPT = 2_000;

  private final MessageParser parser;
  private final SignalsJson signals;
  private final JsonMapper json;

  MailReader(MessageParser parser, SignalsJson signals, JsonMapper json) {
    this.parser = parser;
    this.signals = signals;
    this.json = json;
  }

  /** What became of an item. */
  sealed interface Outcome {

    record Message(ReadMessage message) implements Outcome {}

    record Poison(Spoilt spoilt) implements Outcome {}
  }

  Outcome read(RawMessage item) {
    return switch (parser.parse(item.bytes(), item.origin().envelopeAt())) {
      case Parsed(var parsed) -> understand(item, parsed);
      case Refused(var reason) -> poison(item.bytes(), item.origin(), reason);
    };
  }

  Outcome read(Unreadable item) {
    return poison(item.beginning(), item.origin(), item.reason());
  }

  private Outcome understand(RawMessage item, ParsedMessage parsed) {
    Reading reading;
    Quotation quotation;
    try {
      reading = Reader.read(parsed.letter());
      quotation = quotation(parsed);
    } catch (RuntimeException | StackOverflowError e) {
      // One message that the rules stumble over must not cost all the others.
      var reason = "Its text cannot be understood (%s).".formatted(e.getClass().getSimpleName());
      return poison(item.bytes(), item.origin(), reason);
    }
    return new Outcome.Message(
        new ReadMessage(
            parsed,
            new Reading(reading.kind(), Charsets.storable(reading.newestText()), reading.signals()),
            quotation,
            Charsets.storable(signals.write(reading.signals())),
            parsed.attachments().isEmpty()
                ? NOTHING
                : Charsets.storable(json.writeValueAsString(parsed.attachments())),
            Packing.pack(item.bytes(), item.bytes().length),
            item.origin()));
  }

  /** What a message answers shows in its quotation, where no header tells it. */
  private static Quotation quotation(ParsedMessage parsed) {
    if (!parsed.inReplyTo().isEmpty() || !parsed.references().isEmpty()) {
      return Quotation.NONE;
    }
    var quotation = Quotation.of(Reader.zonesOf(parsed.letter()));
    var text = quotation.text();
    return new Quotation(
        Charsets.storable(quotation.attribution()),
        Charsets.storable(text.length() <= QUOTED_KEPT ? text : text.substring(0, QUOTED_KEPT)));
  }

  private static Outcome poison(byte[] bytes, Origin origin, String reason) {
    int kept = Math.min(bytes.length, MboxSource.KEPT_OF_UNREADABLE);
    return new Outcome.Poison(
        new Spoilt(ContentHash.ofBytes(bytes), origin.place(), reason, Packing.pack(bytes, kept)));
  }
}
