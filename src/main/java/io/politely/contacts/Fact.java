package io.politely.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known about somebody beside their mail.
 *
 * @param id one of those under which it was told; told by two, it is shown once
 * @param at when it was told last
 * @param file the file of people that told it, or "" where a user did
 */
public record Fact(UUID id, Told told, Instant at, String file) {

  /**
   * What is told.
   *
   * @param words the job title, the number, the address, the note or the tag; only a role may have
   *     none
   * @param company of a role; "" for everything else, or where it is not known
   * @param connectedOn of a profile: the day on which they connected; of a role: since when; or
   *     null
   * @param until of a role: the day on which it ended, or null
   */
  public record Told(
      FactKind kind,
      String words,
      String company,
      @Nullable LocalDate connectedOn,
      @Nullable LocalDate until) {

    /** What has no end. */
    public Told(FactKind kind, String words, String company, @Nullable LocalDate connectedOn) {
      this(kind, words, company, connectedOn, null);
    }

    static Told of(FactKind kind, String words) {
      return new Told(kind, words, "", null);
    }

    /** The day on which they connected, or on which a role began. */
    public Optional<LocalDate> since() {
      return Optional.ofNullable(connectedOn);
    }

    /** The day on which a role ended. */
    public Optional<LocalDate> end() {
      return Optional.ofNullable(until);
    }
  }
}
