package io.politely.mail;

import io.politely.kernel.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages for threading tests: {@code letter("b").answers("a").at(2)}. */
record Letters(Threadable message) {

  static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  static final EmailAddress ADA = new EmailAddress("ada@example.org");
  static final EmailAddress GRACE = new EmailAddress("grace@example.com");

  /** From Ada to Grace on Monday, with this Message-ID and without reply headers. */
  static Letters letter(String id) {
    return new Letters(
        new Threadable(
            new MessageId(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))),
            id,
            MONDAY,
            id + "@example.org",
            List.of(),
            List.of(),
            "The plan",
            ADA,
            List.of(GRACE),
            List.of(),
            Set.of(),
            null));
  }

  Letters answers(String... chain) {
    var references = List.of(chain).stream().map(id -> id + "@example.org").toList();
    return with(message.internetId(), references, message.subject(), message.sentAt());
  }

  Letters about(String subject) {
    return with(message.internetId(), message.references(), subject, message.sentAt());
  }

  Letters hoursLater(long hours) {
    return with(
        message.internetId(),
        message.references(),
        message.subject(),
        MONDAY.plus(Duration.ofHours(hours)));
  }

  Letters minutesLater(long minutes) {
    return with(
        message.internetId(),
        message.references(),
        message.subject(),
        MONDAY.plus(Duration.ofMinutes(minutes)));
  }

  Letters withId(@Nullable String internetId) {
    return with(internetId, message.references(), message.subject(), message.sentAt());
  }

  Letters from(EmailAddress from, EmailAddress to) {
    return new Letters(
        new Threadable(
            message.id(),
            message.contentHash(),
            message.sentAt(),
            message.internetId(),
            message.inReplyTo(),
            message.references(),
            message.subject(),
            from,
            List.of(to),
            List.of(),
            message.hints(),
            null));
  }

  Letters hinted(String hint) {
    return new Letters(
        new Threadable(
            message.id(),
            message.contentHash(),
            message.sentAt(),
            message.internetId(),
            message.inReplyTo(),
            message.references(),
            message.subject(),
            message.from(),
            message.to(),
            message.cc(),
            Set.of(hint),
            null));
  }

  private Letters with(
      @Nullable String internetId, List<String> references, String subject, Instant sentAt) {
    return new Letters(
        new Threadable(
            message.id(),
            message.contentHash(),
            sentAt,
            internetId,
            message.inReplyTo(),
            references,
            subject,
            message.from(),
            message.to(),
            message.cc(),
            message.hints(),
            null));
  }
}
