package io.politely.mail;

import io.politely.mail.MimeWalk.Part;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParseResult.Refused;
import io.politely.mail.ParsedMessage.Delivery;
import io.politely.reading.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the bytes of a message apart, within {@link Limits}. Whatever the bytes are, the answer is
 * a message or a reason; nothing is thrown.
 */
@Component
public class MessageParser {

  private static final Instant FIRST_PLAUSIBLE = Instant.parse("1970-01-02T00:00:00Z");
  private static final Instant LAST_PLAUSIBLE = Instant.parse("2100-01-01T00:00:00Z");
  private static final Duration CLOCK_ERROR = Duration.ofDays(2);

  private final Limits limits;

  /** Within the standard limits. */
  public MessageParser() {
    this(Limits.STANDARD);
  }

  MessageParser(Limits limits) {
    this.limits = limits;
  }

  /**
   * Parses a message.
   *
   * @param envelopeAt when it was delivered by the mailbox around it, or null
   */
  public ParseResult parse(byte[] raw, @Nullable Instant envelopeAt) {
    if (raw.length > limits.messageBytes()) {
      return new Refused("It is larger than %,d bytes.".formatted(limits.messageBytes()));
    }
    return guarded(() -> {
      var contents = new Contents(limits.textCharacters());
      new MimeWalk(limits).walk(raw, contents);
      return contents.isMail()
          ? new Parsed(message(raw, contents, envelopeAt))
          : new Refused("It has none of the headers that every mail has.");
    });
  }

  /** The HTML body of a message that was parsed before, where it has one. */
  public Optional<String> html(byte[] raw) {
    var contents = new Contents(Integer.MAX_VALUE / 4);
    guarded(() -> {
      new MimeWalk(limits).walk(raw, contents);
      return new Refused("");
    });
    return Optional.ofNullable(contents.html());
  }

  /**
   * The decoded bytes of an attachment of a message that was parsed before.
   *
   * @param index in {@link ParsedMessage#attachments}
   */
  public Optional<OpenedAttachment> attachment(byte[] raw, int index) {
    var wanted = new WantedAttachment(index);
    guarded(() -> {
      new MimeWalk(limits).walk(raw, wanted);
      return new Refused("");
    });
    return Optional.ofNullable(wanted.found);
  }

  private interface Work {
    ParseResult run() throws MimeException, IOException;
  }

  /** Hostile mail breaks parsers in ways that their signatures do not tell. */
  private static ParseResult guarded(Work work) {
    try {
      return work.run();
    } catch (LimitExceededException e) {
      return new Refused(e.sentence());
    } catch (MimeException | IOException | RuntimeException e) {
      return MimeWalk.limitOf(e)
          .<ParseResult>map(Refused::new)
          .orElseGet(() ->
              new Refused(
                  "It cannot be taken apart (%s).".formatted(e.getClass().getSimpleName())));
    } catch (StackOverflowError e) {
      return new Refused("Its parts are nested too deep.");
    }
  }

  private static ParsedMessage message(
      byte[] raw, Contents contents, @Nullable Instant envelopeAt) {
    var date = contents.header("date").flatMap(MailDates::parse);
    var time = writtenAt(date, contents.receivedAt(), envelopeAt);
    var headers = contents.letterHeaders();
    var from = contents.addresses("from");
    var sender = from.isEmpty() ? contents.addresses("sender") : from;
    var author = sender.isEmpty() ? null : sender.getFirst();
    var cc = new ArrayList<>(contents.addresses("cc"));
    cc.addAll(contents.addresses("bcc"));
    var subject = Headers.oneLine(contents.header("subject").map(EncodedWords::decode).orElse(""));
    return new ParsedMessage(
        ContentHash.of(headers, time.at(), time.source(), raw, contents.bodyStart(raw)),
        contents.header("message-id").flatMap(Headers::messageId).orElse(null),
        contents.header("in-reply-to").map(Headers::messageIds).orElse(List.of()),
        contents.header("references").map(Headers::messageIds).orElse(List.of()),
        subject,
        time.at(),
        time.source(),
        author,
        author == null ? nameOnly(contents.header("from").orElse("")) : author.name(),
        contents.addresses("to"),
        cc,
        contents.header("list-id").map(Headers::listId).filter(id -> !id.isEmpty()).orElse(null),
        new Letter(
            headers,
            time.inZone(),
            contents.text(),
            contents.html(),
            contents.partTypes(),
            contents.deliveryStatus()),
        contents.attachments(),
        raw.length,
        contents.delivery());
  }

  private static String nameOnly(String from) {
    var name = Headers.oneLine(EncodedWords.decode(from).replace('"', ' '));
    return name.length() <= 200 ? name : name.substring(0, 200);
  }

  private record WrittenAt(Instant at, SentAtSource source, @Nullable ZonedDateTime inZone) {}

  /** By its Date, unless that is absurd; else by the trace of its delivery. */
  private static WrittenAt writtenAt(
      Optional<ZonedDateTime> date,
      Optional<ZonedDateTime> received,
      @Nullable Instant envelopeAt) {
    var trace = received.filter(at -> isPlausible(at.toInstant(), LAST_PLAUSIBLE));
    var latest = trace.map(at -> at.toInstant().plus(CLOCK_ERROR)).orElse(LAST_PLAUSIBLE);
    if (date.isPresent() && isPlausible(date.get().toInstant(), latest)) {
      return new WrittenAt(date.get().toInstant(), SentAtSource.DATE, date.get());
    }
    if (trace.isPresent()) {
      return new WrittenAt(trace.get().toInstant(), SentAtSource.RECEIVED, trace.get());
    }
    if (envelopeAt != null && isPlausible(envelopeAt, LAST_PLAUSIBLE)) {
      return new WrittenAt(envelopeAt, SentAtSource.ENVELOPE, envelopeAt.atZone(ZoneOffset.UTC));
    }
    return new WrittenAt(Instant.EPOCH, SentAtSource.UNKNOWN, null);
  }

  private static boolean isPlausible(Instant at, Instant latest) {
    return !at.isBefore(FIRST_PLAUSIBLE) && !at.isAfter(latest);
  }

  /** An attachment with its content. */
  @SuppressWarnings("ArrayRecordComponent") // handed to the response, never compared
  public record OpenedAttachment(Attachment attachment, byte[] content) {}

  /** Collects what a message holds while it is walked through. */
  private static final class Contents implements MimeWalk.Visitor {

    private final int mostCharacters;
    private final Map<String, List<String>> headers = new HashMap<>();
    private final List<String> partTypes = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Body text = new Body();
    private final Body html = new Body();
    private @Nullable String deliveryStatus;

    Contents(int mostCharacters) {
      this.mostCharacters = mostCharacters;
    }

    @Override
    public void header(String name, String value) {
      headers.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
    }

    @Override
    public void type(String type) {
      partTypes.add(type);
    }

    @Override
    public void part(Part part, InputStream content) throws IOException {
      if (part.type().equals("message/delivery-status")
          || part.type().equals("message/feedback-report")) {
        deliveryStatus = read(part, content);
      } else if (isText(part, text.isEmpty())) {
        text.add(read(part, content), mostCharacters);
      } else if (isHtml(part, html.isEmpty())) {
        html.add(read(part, content), mostCharacters);
      } else {
        long size = content.transferTo(OutputStream.nullOutputStream());
        attachments.add(new Attachment(part.name(), part.type(), size));
      }
    }

    private static boolean isText(Part part, boolean first) {
      return (part.type().equals("text/plain") || part.type().startsWith("multipart/"))
          && isBody(part, first);
    }

    private static boolean isHtml(Part part, boolean first) {
      return part.type().equals("text/html") && isBody(part, first);
    }

    /** The first one may have a name: some programs give one to the text itself. */
    static boolean isBody(Part part, boolean first) {
      return !part.isAttached() && (first || part.name().isEmpty());
    }

    private String read(Part part, InputStream content) throws IOException {
      // The limit is one of characters; no character set takes more than four bytes for one.
      var bytes = content.readNBytes(mostCharacters * 4);
      content.transferTo(OutputStream.nullOutputStream());
      var decoded = Charsets.decode(bytes, bytes.length, part.charset());
      return decoded.length() <= mostCharacters ? decoded : decoded.substring(0, mostCharacters);
    }

    /** A mail has at least one of these, whatever else is missing. */
    boolean isMail() {
      return headers.containsKey("from")
          || headers.containsKey("to")
          || headers.containsKey("date")
          || headers.containsKey("subject")
          || headers.containsKey("message-id")
          || headers.containsKey("received");
    }

    Optional<String> header(String name) {
      var values = headers.get(name);
      return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    List<Correspondent> addresses(String name) {
      List<Correspondent> addresses = new ArrayList<>();
      for (var value : headers.getOrDefault(name, List.of())) {
        addresses.addAll(AddressLists.parse(value));
      }
      return addresses;
    }

    /** When the newest server on its way took it. */
    Optional<ZonedDateTime> receivedAt() {
      for (var value : headers.getOrDefault("received", List.of())) {
        var date = MailDates.parse(value.substring(value.lastIndexOf(';') + 1));
        if (date.isPresent()) {
          return date;
        }
      }
      return Optional.empty();
    }

    Map<String, List<String>> letterHeaders() {
      Map<String, List<String>> kept = new HashMap<>();
      for (var header : headers.entrySet()) {
        var name = header.getKey();
        if (LetterHeaders.isKept(name)) {
          var decoded = new ArrayList<String>(header.getValue().size());
          for (var value : header.getValue()) {
            LetterHeaders.keptValue(name, value)
                .ifPresent(some -> decoded.add(EncodedWords.decode(some).strip()));
          }
          if (!decoded.isEmpty()) {
            kept.put(name, decoded);
          }
        }
      }
      return kept;
    }

    Delivery delivery() {
      var deliveredTo =
          header("delivered-to")
              .or(() -> header("x-original-to"))
              .or(() -> header("envelope-to"))
              .or(() -> header("x-envelope-to"))
              .flatMap(value -> AddressLists.parse(value).stream().findFirst())
              .map(to -> to.address().value())
              .orElse("");
      var labels =
          header("x-gmail-labels")
              .map(value -> Arrays.stream(EncodedWords.decode(value).split(",")))
              .stream()
              .flatMap(names -> names)
              .map(Headers::oneLine)
              .filter(name -> !name.isEmpty())
              .distinct()
              .limit(50)
              .toList();
      var hint = header("x-gm-thrid").map(String::strip).filter(id -> id.length() <= 64);
      return new Delivery(deliveredTo, hint.orElse(""), labels);
    }

    int bodyStart(byte[] raw) {
      return MimeWalk.bodyStart(raw);
    }

    @Nullable String text() {
      return text.whole();
    }

    @Nullable String html() {
      return html.whole();
    }

    @Nullable String deliveryStatus() {
      return deliveryStatus;
    }

    List<String> partTypes() {
      return partTypes;
    }

    List<Attachment> attachments() {
      return attachments;
    }
  }

  /** The text of a body, which nearly always is one part. */
  private static final class Body {
    private @Nullable String first;
    private @Nullable StringBuilder joined;

    boolean isEmpty() {
      return first == null;
    }

    void add(String part, int mostCharacters) {
      if (first == null) {
        first = part;
        return;
      }
      if (joined == null) {
        joined = new StringBuilder(first);
      }
      if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != '\n') {
        joined.append('\n');
      }
      int room = Math.max(0, mostCharacters - joined.length());
      joined.append(part, 0, Math.min(part.length(), room));
    }

    @Nullable String whole() {
      return joined == null ? first : joined.toString();
    }
  }

  /** Looks for one attachment, counting as {@link Contents} does. */
  private static final class WantedAttachment implements MimeWalk.Visitor {

    private final Contents counting = new Contents(1);
    private final int index;
    private @Nullable OpenedAttachment found;

    WantedAttachment(int index) {
      this.index = index;
    }

    @Override
    public void header(String name, String value) {}

    @Override
    public void type(String type) {}

    @Override
    public void part(Part part, InputStream content) throws IOException {
      int before = counting.attachments.size();
      var bytes = content.readAllBytes();
      counting.part(part, InputStream.nullInputStream());
      if (before == index && counting.attachments.size() > before) {
        found = new OpenedAttachment(new Attachment(part.name(), part.type(), bytes.length), bytes);
      }
    }
  }
}
