package io.politely.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.politely.kernel.EmailAddress;
import io.politely.mail.Correspondent;
import io.politely.mail.MessageParser;
import io.politely.mail.OwnNotices;
import io.politely.mail.ParseResult.Parsed;
import io.politely.mail.ParsedMessage;
import io.politely.mailboxes.MailAccount;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The one place that makes a message. What it made is taken apart again by the parser that reads
 * foreign mail, and compared: a header that was smuggled in, or a recipient too many, stops it.
 */
@Component
public class LetterBuilder {

  /** RFC 5322's format, with the zone of whoever wrote it. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.US);

  /** All that a message of ours may have at its head. */
  private static final Set<String> HEADERS =
      Set.of(
          "date",
          "from",
          "to",
          "cc",
          "subject",
          "message-id",
          "in-reply-to",
          "references",
          "mime-version",
          "content-type",
          "content-transfer-encoding");

  private static final int MOST_REFERENCES = 30;

  private final MessageParser parser;
  private final Session session = Session.getInstance(new Properties());

  LetterBuilder(MessageParser parser) {
    this.parser = parser;
  }

  /**
   * Makes the message as it will leave. Bcc is in the envelope only.
   *
   * @param internetId its Message-ID without angle brackets
   * @param at when it was approved, in the writer's zone
   * @throws IllegalStateException where the result is not what was asked for
   */
  public byte[] build(NewLetter letter, MailAccount from, String internetId, ZonedDateTime at) {
    return build(letter, LetterText.of(letter, from.signature()), Map.of(), from, internetId, at);
  }

  /**
   * Makes a notice to a member: with a mark by which it is not read back as a letter, and by which
   * programs do not answer it (RFC 3834).
   *
   * @param mark from {@link OwnNotices}, for this Message-ID
   */
  byte[] build(Notice notice, MailAccount from, String internetId, String mark, ZonedDateTime at) {
    return build(
        notice.letter(),
        new LetterText(notice.plain(), notice.html()),
        Map.of("Auto-Submitted", "auto-generated", OwnNotices.HEADER, mark),
        from,
        internetId,
        at);
  }

  private byte[] build(
      NewLetter letter,
      LetterText text,
      Map<String, String> marks,
      MailAccount from,
      String internetId,
      ZonedDateTime at) {
    try {
      var message = new Fixed(session);
      message.setFrom(mailbox(from.address(), from.displayName()));
      message.setRecipients(RecipientType.TO, mailboxes(letter.to()));
      message.setRecipients(RecipientType.CC, mailboxes(letter.cc()));
      message.setSubject(letter.subject(), "UTF-8");
      message.setHeader("Date", DATE.format(at));
      message.setHeader("Message-ID", bracketed(internetId));
      var references = references(letter);
      if (!references.isEmpty()) {
        message.setHeader("In-Reply-To", bracketed(references.getLast()));
        message.setHeader(
            "References",
            references.stream().map(LetterBuilder::bracketed).collect(Collectors.joining("\r\n ")));
      }
      for (var mark : marks.entrySet()) {
        message.setHeader(mark.getKey(), mark.getValue());
      }
      message.setContent(content(letter, text));
      message.saveChanges();
      var out = new ByteArrayOutputStream();
      message.writeTo(out);
      var bytes = out.toByteArray();
      compare(letter, marks.keySet(), from, internetId, references, bytes);
      return bytes;
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("The message could not be made", e);
    }
  }

  /** Only ids that can stand in a header; those of foreign mail may be anything. */
  private static List<String> references(NewLetter letter) {
    var all = new ArrayList<String>();
    letter
        .answered()
        .ifPresent(answered -> {
          all.addAll(answered.references());
          if (answered.internetId() != null) {
            all.remove(answered.internetId());
            all.add(answered.internetId());
          }
        });
    var usable = all.stream().filter(id -> id.matches("[\\x21-\\x7e&&[^<>]]{1,500}")).toList();
    // The first one and the newest: enough to be threaded by everybody.
    return usable.size() <= MOST_REFERENCES
        ? usable
        : Stream.concat(
                usable.stream().limit(1),
                usable.stream().skip(usable.size() - MOST_REFERENCES + 1L))
            .toList();
  }

  private static String bracketed(String id) {
    return "<" + id + ">";
  }

  private static MimeMultipart content(NewLetter letter, LetterText text)
      throws MessagingException {
    var plain = new MimeBodyPart();
    plain.setText(text.plain().replace("\n", "\r\n"), "UTF-8", "plain");
    var html = new MimeBodyPart();
    html.setText(text.html().replace("\n", "\r\n"), "UTF-8", "html");
    var bodies = new MimeMultipart("alternative", plain, html);
    if (letter.enclosures().isEmpty()) {
      return bodies;
    }
    var body = new MimeBodyPart();
    body.setContent(bodies);
    var mixed = new MimeMultipart("mixed", body);
    for (var enclosure : letter.enclosures()) {
      mixed.addBodyPart(enclosed(enclosure));
    }
    return mixed;
  }

  private static MimeBodyPart enclosed(Enclosure enclosure) throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(enclosure.content(), enclosure.type())));
    part.setDisposition(Part.ATTACHMENT);
    part.setFileName(enclosure.name());
    return part;
  }

  private static InternetAddress[] mailboxes(List<EmailAddress> addresses)
      throws MessagingException {
    var mailboxes = new InternetAddress[addresses.size()];
    for (int i = 0; i < mailboxes.length; i++) {
      mailboxes[i] = mailbox(addresses.get(i), "");
    }
    return mailboxes;
  }

  private static InternetAddress mailbox(EmailAddress address, String name)
      throws MessagingException {
    try {
      var mailbox = new InternetAddress(address.value(), true);
      var shown = name.replaceAll("\\p{Cntrl}+", " ").strip();
      if (!shown.isEmpty()) {
        mailbox.setPersonal(shown, "UTF-8");
      }
      return mailbox;
    } catch (UnsupportedEncodingException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private void compare(
      NewLetter letter,
      Set<String> marks,
      MailAccount from,
      String internetId,
      List<String> references,
      byte[] bytes) {
    if (!(parser.parse(bytes, null) instanceof Parsed(ParsedMessage made))) {
      throw new IllegalStateException("The message that was made cannot be read");
    }
    var author = made.from();
    var names = headerNames(bytes);
    marks.forEach(mark -> names.remove(mark.toLowerCase(Locale.ROOT)));
    boolean same =
        author != null
            && author.address().equals(from.address())
            && addresses(made.to()).equals(new TreeSet<>(letter.to()))
            && addresses(made.cc()).equals(new TreeSet<>(letter.cc()))
            && made.subject().equals(letter.subject())
            && Objects.equals(made.internetId(), internetId)
            && made.references().equals(references)
            && made.attachments().size() == letter.enclosures().size()
            && HEADERS.containsAll(names);
    if (!same) {
      throw new IllegalStateException("The message that was made is not the one that was written");
    }
  }

  private static Set<EmailAddress> addresses(List<Correspondent> correspondents) {
    return correspondents.stream()
        .map(Correspondent::address)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the lines before the first empty one, continuations left out. */
  private static Set<String> headerNames(byte[] bytes) {
    var names = new HashSet<String>();
    for (var line : new String(bytes, ISO_8859_1).split("\r\n", -1)) {
      if (line.isEmpty()) {
        break;
      }
      if (line.charAt(0) != ' ' && line.charAt(0) != '\t') {
        names.add(line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** A message that keeps the Message-ID and the date that it was given. */
  private static final class Fixed extends MimeMessage {

    Fixed(Session session) {
      super(session);
    }

    @Override
    protected void updateMessageID() {
      // It was fixed when the letter was planned.
    }
  }
}
