package io.politely.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * How an answer comes back: who writes it, by which of the signs it can be told, where it lies.
 *
 * @param movedTo where somebody moves it before long; null: it stays
 * @param isSeen whether it was read elsewhere before we come
 * @param clockIsOff by how much the clock of its writer is
 * @param when a share of the time that it has, 0…1
 */
record ReplyCase(
    Writer writer,
    Sign sign,
    Place place,
    @Nullable Place movedTo,
    boolean isSeen,
    Duration clockIsOff,
    double when) {

  /** Folders of the mailbox, by their names on the server. */
  enum Place {
    INBOX("INBOX"),
    ARCHIVE("Archive"),
    PROJECT("Clients.Engines"),
    JUNK("Junk"),
    TRASH("Trash"),
    SENT("Sent");

    private final String folder;

    Place(String folder) {
      this.folder = folder;
    }

    String folder() {
      return folder;
    }

    /** All but the one that every mailbox has. */
    static List<String> toMake() {
      return Arrays.stream(values()).filter(place -> place != INBOX).map(Place::folder).toList();
    }
  }

  /** Who answers. */
  enum Writer {
    /** From the address that was written to. */
    THEMSELVES("Grace Hopper <grace@navy.example>"),
    /** From the same mailbox, with a tag. */
    TAGGED("Grace <grace+engines@navy.example>"),
    /** From an address that the user said is theirs. */
    MERGED("Amazing Grace <gmh@home.example>"),
    /** From an address that nobody has met, under their full name. */
    SAME_NAME("\"Hopper, Grace\" <g.m.hopper@post.example>"),
    /** Somebody else where they work. */
    COLLEAGUE("Howard Aiken <aiken@navy.example>");

    private final String from;

    Writer(String from) {
      this.from = from;
    }
  }

  /** What shows that it is an answer. */
  enum Sign {
    IN_REPLY_TO,
    REFERENCES,
    SUBJECT,
    /** Only who wrote it. */
    NONE
  }

  private static final Duration TWO_DAYS = Duration.ofDays(2);

  /** Any of them; but what a colleague writes about something else is no answer. */
  static ReplyCase any(Random random) {
    var writer = oneOf(random, Writer.values());
    var sign = oneOf(random, Sign.values());
    if (writer == Writer.COLLEAGUE && sign == Sign.NONE) {
      sign = Sign.SUBJECT;
    }
    var place = oneOf(random, Place.values());
    var other = oneOf(random, Place.values());
    return new ReplyCase(
        writer,
        sign,
        place,
        random.nextInt(3) == 0 && other != place ? other : null,
        random.nextBoolean(),
        random.nextInt(4) == 0 ? oneOf(random, Duration.ofDays(-40), TWO_DAYS) : Duration.ZERO,
        random.nextDouble());
  }

  /** The message, to somebody who asked a question under this subject. */
  String message(String id, String to, String question, String subject, Instant now) {
    var headers =
        switch (sign) {
          case IN_REPLY_TO -> "In-Reply-To: <%s>\nSubject: Re: %s\n".formatted(question, subject);
          case REFERENCES ->
              "References: <x@navy.example> <%s>\nSubject: AW: %s\n".formatted(question, subject);
          case SUBJECT -> "Subject: RE: %s\n".formatted(subject);
          case NONE -> "Subject: Back from the shipyard\n";
        };
    return """
    Message-ID: <%s>
    Date: %s
    From: %s
    To: %s
    %sMIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    Thank you, I have read it. Let us go on next week.
    """
        .formatted(id, date(now.plus(clockIsOff)), writer.from, to, headers)
        .replace("\n", "\r\n");
  }

  static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
  }

  @SafeVarargs
  private static <T> T oneOf(Random random, T... all) {
    return all[random.nextInt(all.length)];
  }

  @Override
  public String toString() {
    return "%s, told by %s, in %s%s%s%s"
        .formatted(
            writer,
            sign,
            place,
            movedTo == null ? "" : ", moved to " + movedTo,
            isSeen ? ", seen" : "",
            clockIsOff.isZero() ? "" : ", clock off by " + clockIsOff)
        .toLowerCase(Locale.ROOT);
  }
}
